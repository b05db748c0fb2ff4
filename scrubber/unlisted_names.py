"""Names of peoples whose names the lists from the United States hardly hold. Common knowledge; no list was copied.

They are not in the lexicon: what it says of a word is what the taggers learned from, and they would have to learn again.
"""

from __future__ import annotations

_NAMES = (
    # Somali
    "Abdirisaq Abdiwali Abdikarim Abdinasir Abdifatah Abdiqani Abdisalan Abdishakur Abdullaahi Axmed Axmad Cabdi Cabdalla Cabdullahi Cabdiraxmaan "
    "Cabdiqaadir Cabdikariim Cabdiwahaab Cabdirisaaq Caasha Caisha Canab Cawaale Cawil Cige Cilmi Ciise Cismaan Cumar Cusmaan Caddow Cartan Daahir Deeqa "
    "Deqa Duraan Faadumo Faaduma Faarax Farxaan Farxiyo Fawsiya Faysal Fiidow Filsan Foosiya Fowsiya Fartuun Fardowsa Geedi Guuleed Guleed Xaliimo Xaawo "
    "Xaashi Xasan Xuseen Xirsi Xamdi Xabiibo Xafsa Xayle Hibaq Hodhan Idiris Iidow Ilwad Ismaaciil Istarlin Istahil Jamaac Jimcale Kaafiya Kaltuun Khaliif "
    "Liibaan Liban Maxamed Maxamuud Maxad Muuse Muxubo Muxyadiin Mursal Muqtar Naciima Nasteexo Nimco Nimcaan Nuur Nuuriya Qaali Raxma Rooble Ruqiya Ruqayo "
    "Rooda Saado Saciid Saciido Sacdiyo Salaado Samawade Sareedo Sakariye Shankaron Sharmarke Shaafici Shirwac Suleekha Sulekha Sucaad Sucdi Suldaan Siciid "
    "Sahro Sagaal Timiro Tusmo Ubax Ugaas Warsan Warsame Warfaa Xildhiban Yaasiin Yurub Yuusuf Yuusra Zeynab Saynab Shukriyo Ayaanle Barkhad Bahja "
    "Bashiir Burhaan Dheeg Dhaqane Diiriye Diriye Cawo Cosob Ladan Hoodo Ifraax Ubaxle Guhaad Gaashaan Gurxan Samiira "
    # Amharic, Tigrinya and Oromo
    "Abebaw Abeba Adanech Alemayehu Alemitu Asfaw Ayalew Ayantu Azeb Bekele Belaynesh Berhane Birhane Birhanu Birtukan Chaltu Dagmawi Demeke Derartu "
    "Dinknesh Ejigayehu Emebet Eyerusalem Fasika Fikadu Fikre Fikirte Freweini Getachew Girma Gidey Gudeta Habtamu Haregewoin Hirut Jemberu Kebede Kidist "
    "Kifle Lemlem Lelise Letay Letebrhan Makda Mekdes Mekonnen Mihret Mulu Mulugeta Negash Semhar Seyoum Shewit Solomie Tadesse Tamrat Tarikua Tekle Teklay "
    "Temesgen Tesfaye Tewodros Tirunesh Tsegaye Tsehay Tsige Tsion Weynshet Woinshet Workneh Worku Yeshi Yordanos Zelalem Zenebech Zerihun Zewditu "
    "Gebremedhin Gebreselassie Woldemariam Wolde Hagos Abrehet Kibrom Mebrahtu Merhawi Filmon "
    # Hmong
    "Ntxhi Ntxawm Ntxoo Ntsuab Ntaj Npaj Npauj Kauyee Maiv Mainhia Maiyer Nhiayi Nkauj Txawj Txos Tooj Tuam Tswv Tswvyim Xeev Yeej Zuag Gaonou Gaochoua "
    "Gaosheng Kazoua Kaying Kabao Paonhia Pahoua Panyia Pazong Souayeng Toua Touger Tougeu Tsuchue Chouavue Nhia Blia Pakou Chongneng Chingy Fuechi "
    "Kongmeng Kongpheng Nengchu Phengxue Wamong Xaikou "
    # Diné
    "Haseya Shandiin Shandíín Nizhoni Nizhóní Dezba Dezbah Ashkii Yanaha Bahozhoni Glenabah Hosteen Hastiin Atsa Bidziil Naalnish Niyol Shilah Tahoma Doba "
    "Dibé Nascha Ooljee Sahkyo Yanibah Nanibah Altsoba Anaba Asdza Manaba Ahiga Gaagii Hashké Klah Naalyehe Tsela Tsosie Tsinajinnie Tsinnie Tsinnijinnie "
    "Tsinigine Tohannie Bitsui Bitsilly Benally Begaye Etsitty Hoskie Manygoats Nakai Peshlakai Yellowhair Attakai Dineyazhe Goldtooth Todacheene Todachine "
    "Zilth "
    # Irish
    "Sadhbh Caoimhe Oisín Fiadh Tadhg Naoise Ruairí Ruairi Ruaidhrí Muireann Gráinne Bláthnaid Blánaid Domhnall Caoilfhionn Odhrán Odhran Fionnuala "
    "Fionnghuala Fionn Clíodhna Cliodhna Dearbhla Dervla Deirbhile Éabha Eabha Eimear Éanna Éilis Eithne Eoghan Fearghal Feidhlim Gearóid Iarlaith Labhrás "
    "Laoise Líadan Meadhbh Medbh Méabh Muiris Nollaig Nuala Oonagh Órla Orfhlaith Pádraig Páraic Peadar Proinsias Ríona Róisín Sadbh Seaghdha Síle Siún "
    "Sorcha Tiarnán Cathal Caolán Caolan Conchúr Daithí Darragh Diarmaid Diarmuid Donncha Fiachra Fintan Aodh Aodhán Aoibhe Aoibheann Ailbhe Bríd Bríghid "
    "Brónagh Caitríona Ceallach "
    # Persian
    "Afsaneh Ahang Akhtar Amirhossein Ardalan Ardeshir Arezoo Armita Atefeh Azadeh Azita Bahareh Bahman Behnam Behnaz Behrouz Dariush Delaram Elaheh "
    "Esfandiar Faranak Farangis Fariborz Faramarz Farnaz Farrokh Farshad Fereshteh Fereydoun Firouzeh Forough Forouzan Ghazal Gholamreza Golnar Golnaz "
    "Golshan Haleh Hamideh Hengameh Hooman Homayoun Houshang Iraj Jahangir Jamshid Javad Kambiz Katayoun Kaveh Keyvan Khosrow Kianoush Kourosh Laleh Ladan "
    "Mahdavi Mahvash Mandana Manijeh Manouchehr Masoumeh Mehrad Mehrnaz Minoo Mojtaba Morteza Narges Negar Niloofar Niloufar Nooshin Parastoo Pardis Parham "
    "Parvaneh Payam Pegah Peyman Pooneh Pouria Pouya Roshanak Ruhollah Saeedeh Saghar Samaneh Sanaz Sepehr Sepideh Setareh Shahrzad Shapour Sharareh "
    "Shohreh Siavash Soheil Soheila Sohrab Taraneh Tahereh Touraj Yalda Yasaman Zhaleh Jaleh "
    # Yoruba, Igbo, Hausa and their neighbours
    "Adaeze Adaobi Adebayo Adebimpe Adebola Adedayo Adedoyin Adegoke Adekunle Adeleke Ademola Adeolu Adesola Adetokunbo Adewale Adeyemi Afolabi Ajibola "
    "Akinola Akinwale Amaka Amarachi Anuoluwapo Arinze Ayobami Ayodeji Ayodele Azubuike Babajide Bolanle Bolaji Bukola Chiamaka Chibueze Chibuike Chibuzo "
    "Chidera Chidi Chidiebere Chidinma Chidozie Chiemeka Chigozie Chijioke Chikaodi Chike Chima Chimamanda Chinedu Chinenye Chinonso Chinwe Chisom Chizoba "
    "Chukwudi Chukwuebuka Chukwuemeka Damilola Ebele Ebere Ebuka Efosa Ejike Ekene Enitan Ezinne Fadekemi Femi Folake Folarin Folasade Funmilayo Gbemisola "
    "Ibukun Idowu Ifeanyi Ifunanya Ikechukwu Ikenna Ireti Iyabo Jide Kemi Kolawole Kunle Mobolaji Modupe Monisola Morenike Ndidi Nkechi Nkem Nkiru Nnenna "
    "Nwanneka Obioma Oghenekaro Ogechi Okechukwu Okwudili Olabisi Oladele Olanrewaju Olaoluwa Olubunmi Oluchi Oludare Olufunke Olumide Olusegun Oluseun "
    "Oluwadamilola Oluwafemi Oluwaseyi Oluwatobi Oluwatoyin Omolara Omotola Onyeka Onyekachi Onyinye Osagie Osaze Oyinkansola Segun Seun Seyi Simisola Tayo "
    "Temilade Titilayo Tobechukwu Tolulope Tosin Tunde Uchechi Udoka Ugochi Ugonna Uzoamaka Uzoma Yemi Yetunde Yewande Hauwa Halimatu Aminu Danjuma Talatu "
    "Tanimu "
)

_KNOWN = frozenset(name.lower() for name in _NAMES.split())


def holds(word: str) -> bool:
    """Whether ``word``, in any case, is one of them."""
    return word.lower() in _KNOWN
