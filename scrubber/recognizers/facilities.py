"""Hospitals, clinics, nursing homes and practices. Their kind ("Hospital", "Clinic") is no identifier, their name is."""

from __future__ import annotations

import re

from scrubber import lexicon
from scrubber.registry import PatternRecognizer, Rule
from scrubber.unidentifying import COUNTRIES

_WHY = "The name of a place of care."
#: words that describe a place of care without naming it
_GENERIC = frozenset(
    "the a an our this that your my his her their at in to from of and or local outside another same any each every community "
    "general university regional county city children children's childrens pediatric paediatric memorial national state district "
    "rural urban academic teaching tertiary private public referring primary sleep memory pain eye dental headache wound heart "
    "failure cancer urgent care family medical surgical cardiac cardiology neurology oncology diabetes anticoagulation coumadin "
    "stroke trauma burn women women's men men's veteran veterans army navy military day night hospital clinic center centre "
    "specialty speciality specialist travel walk-in emergency psychiatric rehabilitation rehab orthopedic orthopaedic skin "
    "fertility endocrine renal transplant dialysis outpatient inpatient nursing skilled assisted living long-term acute health "
    "healthcare home free weight loss methadone hiv std tb ivf ent gi gyn ob obgyn allergy asthma pulmonary vascular plastic "
    "surgery physical therapy large small major level two three multiple single other new old first second follow-up followup "
    "prenatal antenatal genetics genetic palliative hospice infusion research treatment imaging radiology infectious disease "
    "liver kidney syncope arrhythmia device epilepsy movement disorder disorders ms als resident continuity bariatric foot hand "
    "onc heme haem gyn peds paeds geri ortho neuro cards pulm gastro derm endo rheum uro psych surg med gen vasc anes "
    "dear hi re attn attention to gp pcp spine breast voice prior index safety-net va pre-op preop post-op postop immunology i ii iii iv".split()
)
#: describing words at the end of a name that are left out of it
_CLOSING = frozenset(
    "community regional general university memorial children's county area medical and of the health & care cancer heart eye teaching".split()
)
_SERVICE = (
    r"Cancer|Heart|Eye|Surgery|Surgical|Rehab(?:ilitation)?|Nursing|Care|Dialysis|Imaging|Wellness|Birth|Trauma|Burn|Community Health|"
    r"Family Health|Urgent Care|Dental|Retirement|Senior|Psychiatric|Oncology|Women's|Children's|Diagnostic"
)
#: what a place of care is called
_KIND = (
    r"(?:Hospitals?|Med(?:ical)?\.? (?:Center|Centre|Ctr\.?|Group|Associates|Campus|Plaza)|Clinics?|Infirmary|Sanatorium|Sanitarium|"
    rf"(?:{_SERVICE}) (?:Center|Centre|Institute|Home|Clinic|Hospital|Pavilion|Facility|Group|Associates)|"
    r"Health(?:care)? (?:System|Center|Centre|Services|Network|Partners|Campus)|"
    r"Hospice|Nursing Home|Care Home|Assisted Living|Surgery Center|Polyclinic|NHS (?:Foundation )?Trust|VA(?:MC)?)"
)
#: words that also mean a subject or a service: only behind "at", "from", "to" ...
_LOOSE_KIND = (
    r"(?:Health(?:care)?|Family (?:Medicine|Practice|Physicians)|Urgent Care|Pediatrics|Paediatrics|Cardiology|Orthop[a]?edics|"
    r"Dermatology|Internal Medicine|Primary Care|Pharmacy|Rehab(?:ilitation)?|Manor|Laborator(?:y|ies)|Labs?|Imaging|Dialysis|Medicine|"
    r"General|Memorial|Methodist|Presbyterian|Baptist|Mercy)"
)
#: large hospitals often named without "Hospital"; only taken behind a word of place, because of "Mayo scissors"
_KNOWN = (
    r"Mayo|Cleveland Clinic|Johns? Hopkins|Hopkins|Mass(?:achusetts)? General|MGH|Brigham(?: (?:and|&) Women'?s)?|BIDMC|Beth Israel|"
    r"M(?:oun)?t\.? Sinai|Cedars(?:-| )Sinai|UCSF|UCLA|UCSD|UCI|USC|NYU(?: Langone)?|NewYork-Presbyterian|New York-Presbyterian|NYP|NY-Presbyterian|"
    r"Stanford(?: Health Care)?|Duke|Emory|Vanderbilt|Northwestern|Rush|MD Anderson|Memorial Sloan[\s-]Kettering|Sloan Kettering|"
    r"MSK(?:CC)?|Kaiser(?: Permanente)?|Geisinger|Ochsner|Banner|Sutter|Intermountain|Barnes(?:-| )Jewish|Parkland|Bellevue|Montefiore|"
    r"Grady|Walter Reed|Scripps|Dana[\s-]Farber|UPMC|Tufts|OHSU|CHOP|CHLA|HUP|Baylor(?: Scott (?:&|and) White)?|UT Southwestern|UTSW|"
    r"MUSC|UNC|UAB|UVA|VCU|Hennepin|HCMC|Harborview|Fred Hutch|City of Hope|Loma Linda|Henry Ford|Yale(?:[\s-]New Haven)?|"
    r"Dartmouth(?:-Hitchcock)?|Lahey|SickKids|Sunnybrook|Addenbrooke's|Barts|Papworth|Royal Marsden|Moorfields"
)
_AT = r"(?:at|to|from|in|by|via|@|near|visited|visits|leaving|left|outside|with|of|through|our|the)"
_NAME_WORD = r"(?:[A-Z][\w'.&\-]{0,20}|St\.|of|the|de|la|and|for|&)"
_CAP = r"[A-Z][\w'\-]{1,20}"


def trim(name: str) -> tuple[int, int]:
    """The distinctive part of a facility's name: (start, end) inside ``name``; (0, 0) when nothing is distinctive."""
    pieces = [(m.start(), m.end(), m.group().lower()) for m in re.finditer(r"[^\s,]+", name)]
    while pieces and pieces[0][2] in _GENERIC:
        pieces.pop(0)
    while len(pieces) > 1 and pieces[-1][2] in _CLOSING:
        pieces.pop()
    return (pieces[0][0], pieces[-1][1]) if pieces else (0, 0)


#: "FWB. Clinic in six weeks"; but "St. Vincent's Hospital"
_TWO_SENTENCES = re.compile(r"(?<!\bSt)(?<!\bMt)(?<!\bFt)(?<!\bDr)(?<=[A-Za-z]{2})\.\s")


def _distinctive(match: re.Match[str]) -> bool:
    """Some word of the name is more than English, medicine or an abbreviation: "EMTALA and the Hospital" names none."""
    if match.string[match.end() :].startswith(" Week") or _TWO_SENTENCES.search(match.group(1)):
        return False
    if re.search(r"\b(?:the|and|of|for|de|&)\s?$", match.group(1)):  # "Grace and the Clinic"
        return False
    start, end = trim(match.group(1))
    words = re.findall(r"[A-Za-z']+", match.group(1)[start:end])
    if any(lexicon.is_medical(word.lower()) and lexicon.surname(word.lower()) < 5 for word in words):
        words = [word for word in words if not 0 < lexicon.word_class(word.lower()) <= 4]  # "Head and Neck Clinic"
    return any(map(_tells_apart, words))


def _tells_apart(word: str) -> bool:
    lowered = word.lower()
    if lexicon.place(lowered) or lexicon.surname(lowered) >= 4 or lexicon.first_name(lowered) >= 3:
        return word[0].isupper()
    if lexicon.is_abbreviation(word) or lexicon.is_medical(lowered) or lexicon.is_technical(lowered):
        return False
    return word[0].isupper() and not 0 < lexicon.word_class(lowered) <= 2


def _named_practice(match: re.Match[str]) -> bool:
    """Its name is a place, a surname or in no list: neither "Vascular Surgery" nor "Best Practice"."""
    words = [word.lower() for word in match.group(1).split()[:-1]]
    words = [word for word in words if word not in _GENERIC and word != "group"]
    return bool(words) and all(
        not lexicon.is_medical(word)
        and not lexicon.is_technical(word)
        and not lexicon.is_clinical_name(word)
        and (lexicon.place(word) or lexicon.surname(word) >= 4 or not lexicon.word_class(word))
        and not 0 < lexicon.word_class(word) <= 2
        for word in words
    )


def _named_place(match: re.Match[str]) -> bool:
    """Some word of it is a place, a surname or no English: "OAKDALE IMAGING", but not "CARDIAC IMAGING"."""
    words = [word.lower() for word in match.group(1).split()]
    return any(
        word not in _GENERIC
        and not lexicon.is_medical(word)
        and not lexicon.is_technical(word)
        and (lexicon.place(word) or not lexicon.word_class(word))
        for word in words
    )


def _in_no_list(word: str) -> bool:
    """Neither English, nor medicine, nor a country."""
    return not (lexicon.word_class(word) or lexicon.is_medical(word) or lexicon.is_technical(word)) and not (
        lexicon.is_clinical_name(word) or lexicon.is_drug(word) or word in COUNTRIES
    )


RECOGNIZER = PatternRecognizer(
    "facilities",
    (
        Rule("facility", "HOSPITAL", re.compile(rf"(?<![\w'])((?:{_NAME_WORD}\s){{1,6}}){_KIND}(?![\w]|\s(?:of\sNorth|Journal|Proceedings|Handbook|Manual|Guide|Guidelines?|[Cc]riteria|[Ss]core|[Ss]cale|Anxiety|Study|[Pp]rotocol|Quarterly|Reports)\b)"), 0.8, _WHY, 1, _distinctive),
        Rule("facility.loose", "HOSPITAL", re.compile(
            rf"\b(?:at|to|from|by|via|@|near|visited|through|outside)\s(?:the\s)?((?:[A-Z][\w'.&\-]{{1,20}}\s){{1,4}}){_LOOSE_KIND}(?![\w])"), 0.75, _WHY, 1, _distinctive),
        Rule("facility.generic", "HOSPITAL", re.compile(
            rf"\b{_AT}\s((?:(?:City|General|Memorial|County|Central|Community|Regional|University|State|District|Veterans|Methodist)\s){{1,2}}"
            r"(?:Hospital|Medical Center|Clinic|Hosp\b\.?))(?!\w)"), 0.72, _WHY, 1),
        Rule("facility.of", "HOSPITAL", re.compile(
            rf"(?<!\w)((?:Children's|University|Women's|Veterans)\s(?:Hospital|Medical Center)(?:,\s|\s(?:of\s|in\s|at\s)?){_CAP}(?:\s{_CAP})?)"),
            0.75, _WHY, 1),
        Rule("facility.ed", "HOSPITAL", re.compile(rf"\b(?:at|to|from|in|through|via|of)\s(?:the\s)?({_CAP}(?:\s{_CAP})?)\s(?:ED|ER|A&E|ICU|L&D)(?![\w])"), 0.75, _WHY, 1, _distinctive),
        Rule("facility.imaging", "HOSPITAL", re.compile(rf"(?<!\w)({_CAP}(?:\s{_CAP})?\s(?:Imaging|Radiology|Diagnostics|Labs?|Laboratory|Pathology|Pharmacy|Dental|Orthopedics|Dermatology|Cardiology|Pediatrics)\sof\s{_CAP}(?:\s{_CAP})?)(?!\w)"), 0.78, _WHY, 1),
        Rule("facility.practice", "HOSPITAL", re.compile(
            rf"\b(?:[Rr]egistered\s(?:at|with)|GP:?|[Pp]ractice:|[Ss]urgery:|(?:his|her|their|the)\sGP\s(?:at|is\sat))\s(?:the\s)?((?:{_CAP}\s){{1,4}}(?:Practice|Surgery|Partnership|Medical\s(?:Centre|Center)|Health\s(?:Centre|Center)))(?!\w)"), 0.8, _WHY, 1),
        Rule("facility.surgery", "HOSPITAL", re.compile(rf"(?<!\w)((?:{_CAP}\s){{1,3}}(?:(?:Medical|Group|Family|Health)\s)?(?:Practice|Surgery))(?!\w)"), 0.7, _WHY, 1, lambda m: _named_practice(m)),
        Rule("facility.unlisted", "HOSPITAL", re.compile(
            r"\b(?:attended|[Ss]een\sat|[Tt]reated\s(?:at|in)|[Tt]ransferred\s(?:from|to)|[Rr]epatriated\sto|[Rr]ecords\sfrom|[Nn]otes\sfrom|[Dd]elivered\s(?:at|in)|[Oo]perated\s(?:at|in))\s(?:the\s)?([A-Z][a-z]{4,18})(?!\w|['’]|\s[A-Z])"), 0.65, _WHY, 1, lambda m: _in_no_list(m.group(1).lower())),
        Rule("facility.caps", "HOSPITAL", re.compile(r"(?<!\w)((?:[A-Z][A-Z'.-]{2,20}\s){1,3})(?:HOSPITAL|MEDICAL CENT(?:ER|RE)|CLINIC|IMAGING|INFIRMARY|HEALTH (?:SYSTEM|CENTER|CENTRE)|HOSPICE|NURSING HOME|RADIOLOGY ASSOCIATES)(?!\w)"), 0.75, _WHY, 1, lambda m: _distinctive(m) and _named_place(m)),
        Rule("facility.known", "HOSPITAL", re.compile(rf"\b{_AT}\s(?:the\s)?({_KNOWN})(?![\w]|\s(?:score|scissors|criteria|stand|clip|type|classification|risk|trial|study))"), 0.8, _WHY, 1),
        Rule("facility.saint", "HOSPITAL", re.compile(rf"\b{_AT}\s((?:Mt|St|Mount|Saint|Ste|Our Lady of)\.?\s{_CAP}(?:'s)?)(?!\w|\swort)"), 0.75, _WHY, 1),
    ),
)  # fmt: skip

#: what may follow a hospital's name, or a town's, and belongs to the same place of care
TAIL = re.compile(
    r"(?:['’]s)?(?:[\s\-]+(?:regional|general|memorial|community|university|children['’]s|women['’]s|county|downtown|medical|med|health|"
    r"heart|cancer|eye|nursing|surgical|surgery|rehab(?:ilitation)?|oncology|neurology|cardiology|family|urgent|primary|dialysis|care|"
    r"and|&)\.?){0,3}"
    r"[\s\-]+(?:hospitals?|hosp\b\.?|medical cent(?:er|re)|med\.? (?:ce?n?te?r|centre)\b\.?|cent(?:er|re)|ctr\b\.?|clinics?|institute|infirmary|"
    r"health(?:care)?(?: care| system| center| network)?|medical group|nursing home|hospice|facility|practice|campus|branch|office|"
    r"rehab(?:ilitation)?|urgent care)(?!\w)",
    re.IGNORECASE,
)
