"""Given and family names by origin, written by hand: structures and spellings the US census does not keep."""

from __future__ import annotations

#: origin: (given names, family names), pipe-separated
ORIGINS: dict[str, tuple[str, str]] = {
    "vietnamese": (
        "Thi Lan|Minh|Huong|Quynh|Phuong|Ngoc Anh|Duc|Thanh|Van Hung|Thu Ha|Bao|Tuan|Linh|Hoa|Dung|Trang|Khanh|Nhung|Thi Mai|Quoc|Đức|Hương|Thuy|Anh|Vy|Kiet|Long|Dat|My Linh|Xuan",
        "Nguyen|Tran|Pham|Huynh|Vo|Dang|Bui|Do|Ngo|Le|Ho|Ly|Duong|Phan|Truong|Hoang|Vu|Luong|Mai|Dinh|Nguyễn|Trần|Đặng|Lê|To|Cao|Ta|Quach|Lam|Trinh",
    ),
    "korean": (
        "Seo-yeon|Min-jun|Ji-woo|Hye-jin|Sang-hoon|Eun-ji|Young-soo|Kyung-hee|Sun Hee|Jae Won|Mi-kyung|Hyun Woo|Dong-hyun|Soo-ah|Yeon|Jin|Ha-eun|Tae-yang|Bo-ram|In-sook|Jung Ah|Chul",
        "Kim|Park|Choi|Jung|Kang|Yoon|Lim|Lee|Oh|An|Shin|Seo|Kwon|Hwang|Song|Yoo|Hong|Ahn|Ryu|Noh|Bae|Baek|Ha|Joo|Moon|Sohn|Cho|Chung|Gil|Pyo",
    ),
    "hmong": (
        "Pao|Mai Nhia|Chue|Tou|Kia|Yer|Pa Houa|Ka Zoua|Xai|Bee|Mee|Nhia|Chia|Blia|Tong Pao|Mai See|Pheng|Koua|Zong|Youa|Ger|Shoua|Kao Nou|Fue|Cheng",
        "Xiong|Vang|Yang|Moua|Lor|Thao|Her|Vue|Lee|Cha|Hang|Kue|Khang|Xyooj|Yaj|Moua|Chang|Fang|Lo|Thor|Vaj|Muas",
    ),
    "nigerian": (
        "Chinedu|Oluwaseun|Ngozi|Adaeze|Ifeoma|Babatunde|Chukwuemeka|Folasade|Obinna|Temitope|Yetunde|Uchenna|Emeka|Amaka|Kehinde|Taiwo|Abiola|Nnamdi|Chiamaka|Olumide|Funmilayo|Ikenna|Zainab|Musa|Ebere|Segun|Bolanle|Tunde|Chioma|Efe",
        "Okafor|Adeyemi|Okonkwo|Eze|Balogun|Nwosu|Abiodun|Ogunleye|Adebayo|Nwachukwu|Obi|Okoro|Olawale|Ibrahim|Onyekachi|Adesanya|Chukwu|Oyelaran|Uzoma|Akintola|Nnadi|Bello|Danjuma|Ekwueme|Igwe|Odukoya|Afolabi|Umeh|Osagie|Edet",
    ),
    "irish": (
        "Aoife|Siobhán|Caoimhe|Niamh|Eoin|Saoirse|Tadhg|Padraig|Gráinne|Oisín|Ciarán|Róisín|Diarmuid|Máire|Seán|Fionnuala|Cormac|Eimear|Sinead|Donnacha|Ruairi|Aisling|Orla|Colm|Blathnaid|Cathal",
        "O'Sullivan|O'Connor|Ó Murchú|Mac Giolla|McGrath|Ní Bhriain|O'Shaughnessy|Gallagher|Brennan|O'Dwyer|McLoughlin|Ó Briain|Kavanagh|O'Rourke|MacCarthy|Ní Dhomhnaill|Heffernan|O'Malley|Fitzgerald|McNamara|Quinlan|Ó Sé|Tierney|Geraghty",
    ),
    "arabic": (
        "Fatima|Abdulrahman|Khadija|Yusuf|Maryam|Hamza|Noor|Layla|Abdullah|Aisha|Omar|Salma|Mustafa|Rania|Tariq|Huda|Khalid|Zahra|Bilal|Samira|Ahmed|Nadia|Walid|Hanan|Ibrahim|Rasha|Faisal|Amal|Mohammed|Dina|Abdel Karim|Umm Kulthum",
        "Al-Hassan|Haddad|Khoury|Abdelrahman|bin Rashid|El-Sayed|al-Masri|Najjar|Mansour|Al Zahrani|Boutros|Abu Bakr|Darwish|Qasim|El Amrani|Saleh|Awad|bint Saeed|Al-Otaibi|Hamdan|Shaheen|Zaki|Abboud|Nasser|Farouk|Ben Youssef|Al-Khatib|Sabbagh|Issa|Rahal",
    ),
    "persian": (
        "Reza|Shirin|Parisa|Farhad|Golnaz|Behrouz|Azadeh|Kaveh|Niloufar|Dariush|Mahsa|Arash|Setareh|Hossein|Mina|Babak|Roya|Siamak|Yasaman|Pouya|Leila|Kourosh|Nasrin|Omid|Taraneh|Bahram",
        "Hosseini|Tehrani|Ahmadi|Rostami|Farahani|Karimzadeh|Mohammadi|Rezaei|Shirazi|Esfahani|Moradi|Jafari|Ghorbani|Sadeghi|Nikzad|Pahlevan|Kermani|Tabrizi|Zand|Amini|Bakhtiari|Rahimi|Khosravi|Daneshvar",
    ),
    "navajo": (
        "Nizhoni|Haseya|Atsa|Shiye|Dezba|Yanaba|Ashkii|Doli|Altsoba|Nascha|Sahkyo|Hastiin|Bidziil|Ooljee|Shadi|Kai|Yas|Chooli|Gad|Sike|Mosi|Niyol",
        "Begay|Yazzie|Tsosie|Benally|Nez|Tso|Etsitty|Bitsui|Chee|Tohee|Manygoats|Tsinajinnie|Begaye|Nakai|Attakai|Peshlakai|Yellowhair|Cly|Hosteen|Todacheene|Bitsilly|Silversmith|Blackgoat|Whitehorse",
    ),
    "indian": (
        "Lakshmi|Venkatesh|Priyanka|Arjun|Sanjay|Deepika|Rajesh|Ananya|Harpreet|Gurpreet|Meenakshi|Vikram|Sunita|Kavya|Ramesh|Padma|Amit|Jaswinder|Shalini|Nikhil|Bhavna|Suresh|Divya|Manjeet|Tanvi|Ashok|Ishaan|Rekha|Mohan|Sita",
        "Patel|Krishnamurthy|Subramanian|Chatterjee|Gupta|Iyer|Singh|Kaur|Sharma|Reddy|Banerjee|Mukherjee|Nair|Menon|Desai|Mehta|Rao|Venkataraman|Pillai|Joshi|Chaudhary|Agarwal|Bhattacharya|Deshpande|Kulkarni|Gill|Sandhu|Das|Bose|Varghese",
    ),
    "chinese": (
        "Xiuying|Wei|Jianguo|Yiming|Mei-Ling|Xiaoming|Li|Jing|Guoqiang|Yan|Hui|Zhihao|Siu Ming|Ka-Yan|Wing|Lihua|Fang|Jun|Yuxuan|Tao|Min|Chia-Hao|Yi-Chun|Bo|Hong|Lan|Shu-fen|Qing|Xue|Man Yee",
        "Wang|Zhang|Li|Ouyang|Chen|Liu|Zhao|Huang|Zhou|Wu|Xu|Sun|Hu|Zhu|Gao|Lin|He|Guo|Ma|Luo|Liang|Zheng|Xie|Han|Cheung|Chan|Wong|Leung|Ng|Tsai|Hsieh|Kwok|Yip|Szeto|Fong|Zhuang",
    ),
    "japanese": (
        "Haruto|Sakura|Kenji|Yuki|Hiroshi|Akiko|Takeshi|Naoko|Daisuke|Emi|Satoshi|Keiko|Ryota|Michiko|Kazuo|Ayumi|Shinji|Tomoko|Yoshiro|Hana|Makoto|Rin|Noboru|Chiyo",
        "Tanaka|Yamamoto|Sato|Suzuki|Watanabe|Kobayashi|Nakamura|Ito|Matsumoto|Inoue|Kimura|Shimizu|Hayashi|Mori|Abe|Ikeda|Hashimoto|Ishikawa|Ogawa|Okada|Fujiwara|Nishimura|Ueda|Hirano|Kawasaki|Oda",
    ),
    "hispanic": (
        "María José|José Luis|Guadalupe|Xochitl|Itzel|Joaquín|Luz|Jesús|Socorro|Esperanza|Concepción|Refugio|Ximena|Juan Carlos|María del Carmen|Ángel|Consuelo|Yolanda|Rigoberto|Heriberto|Lupe|Milagros|Domingo|Dulce|Cruz|Ignacio|Rocío|Santiago|Trinidad|Nieves",
        "García Márquez|de la Cruz|Hernández|Villanueva|López|de León|Gutiérrez Peña|Ramírez|Flores|Reyes|del Toro|Cisneros|Quetzal|Rosario|Santos|Iglesias|Ángeles|de los Santos|Peña|Castillo|Mendoza-Ruiz|Zavala|Ibarra|Montes de Oca|Leal|Rey|Luna|Blanco|Delgado|Cuevas",
    ),
    "slavic": (
        "Oksana|Svetlana|Dmitri|Volodymyr|Agnieszka|Krzysztof|Zbigniew|Łukasz|Marek|Yevgeny|Natalya|Bogdan|Małgorzata|Wojciech|Zdeněk|Jadwiga|Milica|Dragan|Snežana|Lyudmila|Taras|Halyna|Grzegorz|Bożena|Vojtěch|Ivana|Stanislav|Goran",
        "Kovalenko|Shevchenko|Ivanova|Kowalczyk|Wiśniewski|Dąbrowski|Novák|Petrović|Jovanović|Hrytsenko|Szczepański|Kuznetsov|Bondarenko|Dvořák|Popova|Zieliński|Marković|Lewandowska|Tkachenko|Hajduk|Wójcik|Sokolov|Horvat|Vukić|Grabowski|Chernyshevsky|Mazur|Skrzypek",
    ),
    "caucasian": (
        "Tamar|Giorgi|Anahit|Nino|Levan|Hayk|Armen|Ketevan|Zurab|Siranush|Vahan|Nana|Davit|Gohar|Aram|Lusine|Irakli|Tigran|Salome|Mher",
        "Beridze|Hakobyan|Kapanadze|Sargsyan|Gelashvili|Petrosyan|Lomidze|Grigoryan|Mchedlishvili|Harutyunyan|Tsiklauri|Avetisyan|Kvaratskhelia|Manukyan|Nozadze|Gevorgyan",
    ),
    "african": (
        "Kwame|Akosua|Ama|Tendai|Thandiwe|Sipho|Makena|Wanjiru|Tigist|Abebe|Hodan|Abdi|Kofi|Efua|Farai|Nokuthula|Themba|Njeri|Otieno|Selam|Dawit|Fartun|Asha|Mamadou|Aminata|Fatou|Ousmane|Kamala|Rutendo|Bongani|Lindiwe|Mekonnen",
        "Mensah|Owusu|Boateng|Moyo|Dlamini|Nkosi|Kamau|Tesfaye|Gebremariam|Mohamud|Warsame|Asante|Osei|Ncube|Mutasa|Mokoena|Zulu|Odhiambo|Mwangi|Haile|Bekele|Hirsi|Diallo|Traoré|Ndiaye|Camara|Kone|Chirwa|Banda|Phiri|Tadesse|Abera|Jama|Farah",
    ),
    "pacific": (
        "Leilani|Keoni|Malia|Tevita|Sione|Mele|Kalani|Noelani|Semisi|Losa|Tui|Fetu|Kainoa|Puanani|Viliami|Ana Lei|Sefo|Talia|Iosefa|Moana|Lupe|Hoku",
        "Kealoha|Kahananui|Tuipulotu|Kamakawiwo'ole|Fa'asavalu|Tupou|Leavasa|Kekoa|Taufa|Faleolo|Nakamoku|Tuilagi|Lolohea|Kapule|Seumalo|Vainikolo|Ka'ahumanu|Mahoe|Havili|Tauiliili",
    ),
    "turkish": (
        "Ayşe|Mehmet|Çağla|Emine|Hüseyin|Elif|Özgür|Zeynep|Murat|Gülşen|Burak|Şule|Kemal|Nurcan|Deniz|İbrahim|Cem|Hatice|Onur|Aylin",
        "Yılmaz|Öztürk|Demir|Kaya|Çelik|Şahin|Aydın|Arslan|Doğan|Kılıç|Koç|Yıldırım|Erdoğan|Polat|Güneş|Aksoy|Karaca|Tekin",
    ),
    "nordic": (
        "Björn|Håkon|Søren|Sigrid|Åsa|Leif|Ingrid|Þóra|Gunnar|Astrid|Jørgen|Maarit|Eero|Solveig|Rasmus|Freja|Anders|Kirsi|Ragnar|Birgitta",
        "Lindström|Østergaard|Sørensen|Haugen|Virtanen|Bergström|Jónsdóttir|Kjær|Nygård|Mäkinen|Sæther|Holmgren|Thorvaldsen|Ekström|Rantanen|Dahl|Strand|Berg",
    ),
    "western": (
        "Jürgen|Zoë|Renée|François|Giuseppe|Chiara|Jean-Luc|Marie-Claire|Anneliese|Dieter|Matteo|Océane|Beatriz|João|Thijs|Femke|Luca|Heloísa|Klaus|Giovanna|Étienne|Sinéad|Wolfgang|Tiago|Maartje|Concetta|Rui|Liesl",
        "van der Berg|von Hohenberg|Müller|dos Santos|da Silva|Papadopoulos|De Luca|Lefèvre|Schröder|Di Giovanni|Van den Broeck|Le Blanc|Groß|Esposito|d'Angelo|de Vries|Ferreira|Weiß|Theodorakis|Du Pont|Dubois|Della Rocca|ten Haaf|Bianchi|Rossi|Teixeira|van Dijk|Köhler|St. Clair|O'Keeffe|Ste. Marie|Konstantinidis",
    ),
}  # fmt: skip

#: surnames and first names that are also everyday or clinical words
WORD_NAMES = "Grace|Will|Young|Long|Hope|Faith|Joy|Rose|Lily|Daisy|Ivy|Summer|April|May|June|August|Autumn|Dawn|Eve|Mark|Bill|Rich|Frank|Art|Chase|Hunter|Mason|Carter|Cook|Baker|Brown|White|Green|Black|Gray|Short|Small|Little|Strong|Sharp|Rush|Bell|Foley|Graves|Parkinson|Crohn|Down|Turner|Wilson|Addison|Murphy|Mayo|Price|Cash|Love|Best|Good|Rice|Park|Lake|Hill|Field|Stone|Wood|Rivers|Banks|Bush|Case|Day|Knight|King|Major|Page|Post|Read|Reed|Self|Weeks|Winters|Christian|Angel|Jesus|Precious|Blessing|Sunday|Patience|Mercy|Charity|Destiny|Star|Sky|Jade|Pearl|Ruby|Amber|Crystal|Violet|Olive|Iris|Basil|Sage|Rusty|Sandy|Rocky|Cliff|Dale|Glen|Heath|Forest|Drew|Pat|Nick|Jack|Rob|Sue|Penny|Ginger|Candy|Bud|Chip|Skip|Ray|Gene|Miles|Penn|Drake|Wells|Mohs|Gram|Pap|Still|Barrett|Paget|Ewing|Chance|Fields|Payne|Paine|Akers|Looney|Savage|Cutter|Head|Foot|Hand|Legg|Brain|Hart|Bone|Low|Moody|Cross|Noble|Quick|Swift|Wise|Power|Powers|Church|Bishop|Pope|Abbott|Marsh|Moss|Reid|Pierce|Stent|Grant|Lane|Street|Rhodes|West|East|North|Bright|Early|Friday|Monday|Winter|Snow|Frost|Storm|Gale|Rain|Hale|Sickles|Burns|Bledsoe|Payne|Coffin|Graham|Temple|Holiday|Merry|Constant|Ernest|True|Justice|Royal|Prince|Duke|Earl|Dean|Guy|Randy|Harmony|Melody|Trinity|Genesis|Heaven|Honey|Sugar|Cherry|Peaches|Berry|Plum|Almond|Colt|Wolf|Fox|Bird|Crane|Finch|Swan|Lamb|Hogg|Bull|Bass|Pike|Salmon|Fish|Newborn|Virgin|Nurse|Doctor|Boy|Child|Mann|Husband"
NICKNAMES = "Bud|Skip|Junior|Red|Tiny|Ace|Buddy|Chip|Doc|Duke|Mac|Moose|Nana|Papi|Peaches|Pookie|Rocky|Scooter|Slim|Sonny|Spike|Sparky|Tex|Tank|Bubba|Bear|Cookie|Dot|Gigi|JJ|TJ|Mimi|Lulu|Kiki|Teddy|Bobby|Liz|Peggy|Chuck|Hank|Babs|Trixie|Big Mike|Little Joe|Smokey|Pops|Birdie|Bunny|Buster|Champ|Chico|Deuce|Dutch|Fitz|Goldie|Gus|Jojo|Kit|Lefty|Mickey|Ollie|Pinky|Queenie|Rusty|Shorty|Sissy|Stretch|Sweetie|Tater|Toots|Whitey|Ziggy|AJ|CJ|DJ|PJ|RJ|Cap|Coach|Curly|Dusty|Flip|Frenchie|Happy|Hoss|Jazz|Kid|Lucky|Mo|Nonna|Opa|Pip|Rae|Tico"
