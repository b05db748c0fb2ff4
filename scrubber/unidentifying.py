"""What a statistical reading takes for an identifier and is none: countries, states, abbreviations, seasons, labels."""

from __future__ import annotations

import re

from scrubber import lexicon

STATE_NAMES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|"
    "Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|"
    "Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|Puerto Rico"
)
COUNTRIES = frozenset(
    "mexico china india vietnam nigeria ghana kenya brazil peru colombia guatemala honduras haiti cuba jamaica ireland england scotland wales "
    "france germany italy spain portugal poland russia ukraine turkey iran iraq syria lebanon israel egypt ethiopia somalia sudan thailand "
    "cambodia laos korea japan philippines indonesia malaysia australia canada europe africa asia america bangladesh pakistan nepal afghanistan "
    "greece norway sweden finland denmark uganda tanzania zimbabwe congo cameroon senegal liberia morocco panama ecuador bolivia chile argentina "
    "uk usa us netherlands belgium austria switzerland hungary romania bulgaria serbia croatia albania iceland taiwan mongolia myanmar burma "
    "yemen oman qatar kuwait jordan algeria tunisia libya angola mozambique zambia malawi rwanda burundi mali niger chad eritrea gambia "
    "guinea benin togo gabon botswana namibia madagascar nicaragua venezuela uruguay paraguay guyana suriname samoa tonga fiji scandinavia "
    "corsica sardinia sicily bavaria catalonia lombardy tuscany brittany andalusia crete amazonia siberia kurdistan kashmir punjab tibet "
    "britain kingdom united states great emirates arabia saudi zealand south north korea new sri lanka costa rica el salvador dominican republic "
    "cyprus malta trinidad tobago barbados bahamas belize grenada dominica guadeloupe martinique bermuda estonia latvia lithuania belarus moldova georgia armenia "
    "azerbaijan kazakhstan uzbekistan turkmenistan kyrgyzstan tajikistan slovakia slovenia bosnia montenegro kosovo macedonia luxembourg bahrain brunei bhutan "
    "maldives mauritius seychelles djibouti comoros lesotho eswatini burkina leone bissau verde timor papua vanuatu palau nauru kiribati sabah sarawak borneo sumatra "
    "java bali hokkaido honshu siam zanzibar darfur bengal rajasthan gujarat kerala normandy provence saxony sicilia galicia silesia "
    "puerto alaska hawaii caribbean mediterranean balkans sahel sub-saharan latin central east west western eastern southern northern".split()
)
PEOPLES = frozenset(
    "american americans african asian hispanic latino latina caucasian indian indians alaska alaskan hawaiian islander "
    "european mexican chinese vietnamese nigerian ghanaian kenyan brazilian cuban jamaican haitian irish scottish welsh british "
    "italian spanish portuguese polish russian ukrainian turkish iranian persian iraqi syrian lebanese israeli jewish ashkenazi arab "
    "arabic egyptian ethiopian somali sudanese thai cambodian khmer laotian hmong korean japanese filipino indonesian malaysian australian "
    "canadian bangladeshi pakistani nepali afghan greek norwegian swedish finnish danish dutch swiss austrian hungarian romanian samoan tongan "
    "navajo cherokee lakota inuit maori aboriginal mandarin cantonese tagalog farsi dari urdu hindi punjabi bengali tamil swahili yoruba igbo "
    "amharic tigrinya creole kurdish burmese muslim hindu buddhist sikh english french german dutch danish norwegian swedish finnish icelandic "
    "greek romanian bulgarian hungarian czech slovak serbian croatian bosnian albanian macedonian lithuanian latvian estonian armenian georgian "
    "azerbaijani kazakh uzbek pashto nepali nepalese sinhala sinhalese marathi gujarati telugu kannada malayalam odia assamese konkani sindhi tibetan mongolian "
    "taiwanese hokkien teochew hakka toisanese ilocano cebuano visayan malay javanese samoan tongan fijian chamorro chuukese marshallese palauan hausa "
    "fulani twi fante ewe ga krio wolof mandinka lingala kinyarwanda kirundi luganda shona ndebele zulu xhosa sotho tswana afrikaans oromo tigray dinka "
    "nuer acholi maay berber hebrew yiddish aramaic assyrian chaldean coptic catalan basque galician gaelic breton hawaiian quechua aymara mixtec zapotec "
    "nahuatl mam garifuna quiche kanjobal ojibwe cree dene inuktitut yupik hopi apache zuni "
    "mormon amish mennonite hutterite quaker canadian australian kiwi austrian swiss belgian ugandan tanzanian "
    "zimbabwean zambian congolese rwandan cameroonian senegalese liberian eritrean moroccan algerian tunisian libyan jordanian yemeni saudi kuwaiti qatari "
    "afghan pakistani bangladeshi peruvian colombian venezuelan ecuadorian bolivian chilean argentinian guatemalan honduran salvadoran nicaraguan panamanian "
    "dominican trinidadian guyanese barbadian bahamian indigenous native romani traveller sephardic mizrahi slavic nordic bantu".split()
)
#: every word of the names of states
STATES = frozenset(word.lower() for name in STATE_NAMES.split("|") for word in name.split())
#: words beside a value that are not part of it
LABELS = frozenset(
    "extension ext dob mrn mrns ssn tel telephone phone ph fax zip acct account ip url email e-mail re dear hi hello hey thanks patient pt "
    "device serial lot tape ref reader technologist tech sitter copay signed name dr doctor consultant cardiologist clinic locum "
    "adm disch cons sec orth final report "
    "cpn dsm mil fil poa ofc cnm crna lpn hca spr sho rmo nok mum carer "
    "aka insta instagram handle username medicare medicaid medi-cal insurance address addr id unknown husband wife grandson granddaughter "
    "nephew niece mom dad roommate twin daughter cousin neighbor neighbour coach secretary doula nurse fri mon tues wed thurs sat sun".split()
)
#: what stands for a name that an earlier hand took out: "Dr. X", "XYZ Medical Center"
PLACEHOLDERS = frozenset("X XX XXX XXXX XYZ XXYZ ABC ABCD ABCDE".split())
#: services and papers as colleagues call them; alone they are nobody
SERVICES = frozenset(
    "endo ortho cards cardio neuro neurosurg onc heme haem derm rheum nephro neph renal pulm resp gastro hepatology uro gyn gynae obs ophtho optho psych anes anesthesia radiology rads "
    "peds paeds geri geris surg vascular plastics trauma micro path tox pall palliative rehab genetics transplant audiology podiatry pharm pharmacy triage admin coding billing intake dispo".split()
)
_DIRECTIONS = frozenset(
    "north south east west eastern western northern southern central new great united costa el salvador jordan chad mali guinea puerto republic kingdom latin virginia georgia".split()
)
#: where on the chest or belly
_SITES = frozenset("lusb rusb llsb rlsb lsb rsb lsb ruq luq rlq llq pmi apex lul lll rul rml rll mcl mal icsb".split())
_LABS = frozenset(
    "bili tbili hgb wbc plt cr bun na inr crp esr ck alt ast tsh bnp trop lactate glucose gluc hct".split()
)
#: capitals that also spell a name
_ABBREVIATIONS = frozenset(
    "am pm pt ot st mi ms vc tv pe dc ic pa np rn md ra map mpo anca rotem extem intem fibtem dvt ed or icu id iv im po ca ck hd hr bp rr "
    "ekg ecg eeg cva tia chf cad copd ckd ards aki dka gerd ibs uti sle hiv hcv hbv cmv ebv vzv hsv tb mac pcp crp esr ana psa tsh bmi".split()
)
#: towns everybody calls by capitals
_TOWNS = frozenset("NYC SF DC LA SLC PDX NOLA KC STL OKC ATL PHX SLO NOVA".split())
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_BETWEEN_MONTHS = MONTHS | frozenset("through thru to until and or end of early mid late the in from - –".split())
_SOMEBODY = re.compile(
    r"\b(?:he|she|his|her|him|pt|patient(?:'s)?|mr|mrs|ms|mom|dad|husband|wife|daughter|son|admitted|dob|mrn|lives|\d{1,3}\s?(?:yo|y/o|[MFmf])|\d{1,2}[- ]year[- ]old|"
    r"seen by|laid off|underwent|hit by|(?:was|were) (?:started|born|operated|diagnosed|hospitali[sz]ed)|hospitali[sz]ed|diagnosed in|has had|travel(?:led|ed|s)?(?: to|:| in)|trip to|case was|post[- ]?op|my (?:mother|father|mum|mom|dad|gran|wife|husband|son|daughter|sister|brother|patient|pt))\b",
    re.IGNORECASE,
)
#: how far from a month a person is looked for, in characters
NEAR = 600
#: a month in words, full or short
MONTH = re.compile(r"\b(?:" + "|".join(sorted(MONTHS)) + r")\b", re.IGNORECASE)

#: what a web address or account with spaces in it must show
_WRITTEN_OUT = re.compile(r"[@_]|\b(?:at|dot|underscore|dash|slash)\b|\w\.\w|\b\w\s\w\s\w\b", re.IGNORECASE)


#: "Since May he is breathless"
_SINCE = re.compile(r"\b(?:since|in|until|by|from|last|every|till)\s$", re.I)


def season(text: str, start: int, end: int) -> bool:
    """True for months without day or year in a passage that speaks of nobody, and for the modal verb "May"."""
    words = [word.lower() for word in _WORD.findall(text[start:end])]
    if not words or any(map(str.isdigit, text[start:end])) or not _BETWEEN_MONTHS.issuperset(words):
        return False
    if (
        words == ["may"]
        and not _SINCE.search(text, max(0, start - 8), start)
        and re.match(r"\s(?:we|you|i|they|he|she|it|the|all|be|not|have|need|want)\b", text[end : end + 8], re.I)
    ):
        return True
    if not MONTHS.intersection(words):
        return True
    return not _SOMEBODY.search(text, max(0, start - NEAR), end + NEAR)


#: "some English", "speaks French": behind such a word it is no person called English or French
_SPOKEN = re.compile(
    r"\b(?:in|into|speaks?|spoke|speaking|some|plain|fluent|limited|broken|no|little|good|poor|basic|read|reads|understands?|first|second|via|an?|the|of|and|non|mostly|only)[\s-]$",
    re.IGNORECASE,
)


def names_nobody(text: str, start: int, end: int, label: str) -> bool:
    """True when what was read as a name, place or account is made of public or clinical words only."""
    found = text[start:end]
    words = _WORD.findall(found)
    lowered = [word.lower().removesuffix("'s") for word in words]
    if re.fullmatch(r"(?:New York|Washington|New York City)", found):
        return False
    if (
        label in ("PLACE", "NAME", "HOSP")
        and not _DIRECTIONS.issuperset(lowered)
        and all(word in COUNTRIES or word in PEOPLES or word in STATES for word in lowered)
    ):
        if label != "NAME" or all(map(lexicon.is_rare_name, lowered)) or _follows_a_country(text, start):
            return True
        return lowered[0] in PEOPLES and bool(_SPOKEN.search(text, max(0, start - 16), start))
    if all(word in LABELS for word in lowered):
        return True
    if label == "HOSP" and _SITES.issuperset(lowered):
        return True
    if label in ("NAME", "PLACE", "WEB") and found not in _TOWNS and _abbreviations(text, start, end, words):
        return True
    if label == "WEB" and " " in found and not _WRITTEN_OUT.search(found):
        return bool(re.search(r"[+>;:]|\.\s", found)) or any(map(lexicon.is_medical, lowered)) or lowered[0] in _LABS
    if label == "WEB" and not re.search(r"[\d@_./]", found):
        return all(0 < lexicon.word_class(part) <= 5 for word in lowered for part in word.split("-"))
    return False


def _abbreviations(text: str, start: int, end: int, words: list[str]) -> bool:
    """ "LUSB", "ROTEM EXTEM", "AVF L": short capitals that nobody is called by, in a line that is not all capitals."""
    if not all(word.isupper() and len(word) <= 5 for word in words):
        return False
    if not all(word.lower() in _ABBREVIATIONS or lexicon.is_abbreviation(word) for word in words) and any(
        lexicon.first_name(word.lower()) >= 4 or lexicon.surname(word.lower()) >= 5 for word in words if len(word) > 1
    ):
        return False
    if not any(len(word) > 1 for word in words) and label_initials(text, start):
        return False
    line = text[max(0, start - 60) : start] + text[end : end + 60]
    return sum(char.islower() for char in line) > sum(char.isupper() for char in line)


def label_initials(text: str, start: int) -> bool:
    """Whether single capitals follow a word that introduces initials."""
    return bool(
        re.search(r"(?i)\b(?:initials|signed|by|patient|pt|mr|mrs|ms|dr)\b\W{0,3}$", text[max(0, start - 16) : start])
    )


_HEAD = re.compile(r"([^\W\d_][^\W\d_.\-]*(?:-[^\W\d_]+)?)[\s.:#]{1,3}")


#: "Canada, Denmark and Kenya"
_LISTED_BEFORE = re.compile(r"(?<!\w)([A-Z][a-z]+)(?:,|,?\s(?:and|or|&|vs))\s$")


def _follows_a_country(text: str, start: int) -> bool:
    before = _LISTED_BEFORE.search(text, max(0, start - 24), start)
    return before is not None and before.group(1).lower() in COUNTRIES


#: what a label, a weekday or a relative is called too, before another name: "Sun Hee Choi", "Fil Olshavsky", "Twin Cities"
_BEGINS_A_NAME = re.compile(
    r"(?:Sun|SUN|Fil|Twin)\s[A-Z]|sun\s(?:hee|hi|ok|mi|ja|ah|young|woo|min|jung|kyung|hwa|im|ae)\b"
)
_TODAY = re.compile(r"\s(?:today|tomorrow|yesterday|tonight|now)$", re.I)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """``start..end`` without labels in front of or behind the value, and without closing punctuation."""
    while start < end and text[start] in ".,:; ":
        start += 1
    while end - start > 1 and text[end - 1] in ".,:;" and not (text[end - 1] == "." and text[end - 2].isupper()):
        end -= 1
    while True:
        head = _HEAD.match(text, start, end)
        if (
            head is None
            or head.end() >= end
            or head.group(1).lower() not in LABELS
            or _BEGINS_A_NAME.match(text, start, end)
        ):
            break
        start = head.end()
    today = _TODAY.search(text, start, end)
    return start, today.start() if today else end
