"""Places of care and work by the plain word behind their name: "Corlen Bay rehab unit", "the Waunakee Y", "Quarrytown Ready-Mix"."""

from __future__ import annotations

import re

from scrubber import lexicon, proper
from scrubber.registry import PatternRecognizer, Rule
from scrubber.unidentifying import COUNTRIES

_WORD = r"(?:St\.?\s|Mt\.?\s|Ft\.?\s)?[A-Z\u00c0-\u00de][a-z\u00df-\u024f'’]?[\w'’\-]{1,20}"
_NAME = rf"{_WORD}(?:\s(?:of\s(?:the\s)?|and\s|&\s|on\s|de\s(?:la\s)?)?{_WORD}){{0,3}}"
_CARE_WHY = "The name of a place of care."
_WORK_WHY = "An employer or school narrows the patient down to a small group."
_AT = r"(?:at|from|to|via|through|by|in|with|of|near|@|for|outside|leaving|called|the|our|your|their|his|her)"
#: of medicine, behind the name of a place of care, in either case
_CARE = (
    r"(?:[Rr]ehab(?:ilitation)?(?:\s(?:unit|hospital|cent(?:er|re)|facility))?|[Ss]leep\s(?:[Ll]ab|[Cc]ent(?:er|re)|[Mm]edicine)|(?:[Bb]urn|[Ss]troke|[Tt]rauma|[Dd]ialysis|[Ii]nfusion|[Ww]ound|[Cc]ancer|[Hh]eart|[Ee]ye|[Bb]irth(?:ing)?|[Ss]urgery|[Ss]urgical|"
    r"[Ii]maging|[Dd]etox|[Mm]emory|[Pp]ain|[Mm]aternity|[Mm]idwifery|[Hh]ospice|[Rr]espite|[Rr]ecovery|[Cc]risis|[Pp]sych(?:iatric)?|[Hh]D|HD|[Mm]ethadone|[Uu]rgent\s[Cc]are|[Hh]ealth|[Ww]omen'?s|[Cc]hildren'?s|[Ff]amily|[Pp]rimary\s[Cc]are|[Ss]atellite|[Oo]utreach)"
    r"\s(?:[Uu]nit|[Cc]ent(?:er|re)|[Ww]ard|[Cc]linic|[Pp]ost|[Pp]ractice|[Ss]uite|[Hh]ouse|[Pp]avilion|[Ii]nstitute|[Ff]acility|[Ll]odge|[Dd]ept|[Dd]epartment|[Hh]ealth|[Mm]edicine|[Pp]hysicians|[Ss]pecialists|[Aa]ssociates|[Gg]roup|[Pp]artners|[Ss]ervices?)|"
    r"[Uu]rgent\s[Cc]are|[Uu]rgent|(?:[Nn]ursing|[Cc]are|[Rr]est|[Cc]onvalescent)\s[Hh]ome|[Aa]ssisted\s[Ll]iving|[Mm]emory\s[Cc]are|[Hh]ospice|SNF|LTC|LTAC|SNU|[Hh]ealth\s(?:[Pp]ost|[Uu]nit|[Cc]ent(?:er|re)|[Cc]orner)|[Cc]ottage\s[Hh]ospital|[Ss]anatorium|"
    r"[Mm]ediclinic|[Pp]olyclinic|[Cc]linic|[Ii]nfirmary|[Cc]lubhouse|[Ss]urgical|[Oo]rtho(?:pedics)?|[Dd]erm(?:atology)?|[Cc]ardiology|[Pp]eds|[Pp]ediatrics|[Oo]b-?[Gg]yn|[Oo]ncology|[Nn]euro(?:logy)?|[Uu]rology|[Nn]ephrology|[Rr]adiology|[Ee]ndo(?:crine)?|ENT|[Ff]amily\s[Mm]ed(?:icine)?|"
    r"[Hh]ome\s[Hh]ealth|[Hh]ome\s[Cc]are|[Bb]ehavio(?:u)?ral(?:\s[Hh]ealth)?|[Pp]harmacy|[Dd]ental|[Vv]ision|[Dd]ialysis|(?:Regional|Memorial|Community|General|Methodist|Baptist|Presbyterian|Lutheran|Adventist|Deaconess|Mercy|Providence|Women's|Children's|Psychiatric|District|Parish|County)"
    r"(?:\s(?:ED|ER|ICU|NICU|L&D|[Hh]ospital|[Mm]ed(?:ical)?\s?[Cc]enter))?)"
)
#: of work, school and play, behind a name; in small letters
_WORK_SMALL = (
    r"(?:club|social club|plant|mill|factory|foundry|cannery|brickworks|sawmill|mine|colliery|school|primary|elementary|juniors?|infants|academy|college|high|sixth form|league|team|gym|choir|band|daycare|day care|preschool|"
    r"nursery|playgroup|farm|ranch|dairy|orchard|stables|bakery|salon|diner|cafe|café|restaurant|takeaway|chippy|brewery|distillery|winery|warehouse|distribution cent(?:er|re)|depot|garage|dealership|refinery|shipyard|boatyard|rig|platform|firehouse|"
    r"fire (?:dept|department|station|company|brigade|hall)|police|sheriff's (?:office|department)|ambulance|rescue squad|rescue|seniors?(?: cent(?:er|re))?|community cent(?:er|re)|day cent(?:er|re)|youth cent(?:er|re)|congregation|troop|lodge|legion|"
    r"co-?op|cooperative|store|supermarket|grocery|market stall|nail bar|barbershop|call cent(?:er|re)|studio|theat(?:er|re)|circus|ballet|orchestra|symphony|regiment|squadron|base|barracks|airfield|feed ?lot|packing ?house|slaughterhouse|abattoir|greenhouse)"
)
#: in capitals
_WORK_CAPITAL = (
    r"(?:Ready[-\s]?Mix|Concrete|Cement|Aggregates|Paving|Excavating|Drywall|Masonry|Flooring|Glazing|Welding|Fabrication|Machine(?:\sShop)?|Tool (?:&|and) Die|Heating|HVAC|Transit(?:\sAuthority)?|Transport|Express|Freight Lines|Cartage|Intermodal|Movers|Taxis?|Taxicabs|"
    r"Cold Storage|Storage|Seafoods?|Fisheries|Meats|Packing|Provisions|Produce|Grain|Feeds?|Elevator|Co-?[Oo]p|Cooperative|Ranch|Stables|Kennels|Greenhouses?|Nursery|Landscapes?|Tree Service|Cleaners|Laundromat|Linens?|Uniforms|Tattoo|Nails|Fitness|"
    r"CrossFit|Boxing|Dojo|Studios?|Lanes|Pizza|Pizzeria|Taqueria|Kitchen|Bakehouse|Bakes|Tearooms?|Steakhouse|Tavern|Motel|Hotel|Suites|Resort|Oxygen|Home Care|Home Health|Medical Supply|Staffing|Security|Academy|Elementary|Juniors?|"
    r"Primary|Montessori|Head Start|Childcare|Child Care|Day ?care|Kindergarten|Polytechnic|Institute of Technology|Community College|Club|Society|Guild|Legion|VFW|Lodge|YMCA|YWCA|JCC|Rovers|Rangers|United|Wanderers|"
    r"Athletic|RFC|AFC|GAA|Warriors|Leopards|Tigers|Eagles|Hawks|Wildcats|Bulldogs|Panthers|Rebels|Choir|Players|Chorale|Symphony|Orchestra|Rescue(?:\sSquad)?|EMS|Ambulance|Fire(?:\s(?:Rescue|Dept|Brigade))?|Pulp|Smelter|Wireworks|Assembly|"
    r"Resettlement|Refugee Services|Legal Aid|Workwear|Outfitters|Aviation|Airways|Ferries|Cruises|Charters|Savings|Insurance|Properties|Housing|Builders|Contractors|Joinery|Carpentry|Plastering|Scaffolding|Engineering|Electronics|Semiconductor|Analytics|Software)"
)


def _is_named(match: re.Match[str]) -> bool:
    return proper.names_one(match.group(1), rank=5) and not _SAID.search(match.group(1))


#: "Seen Regional", "Discussed General": a sentence's first word
_SAID = re.compile(
    r"\b(?:\w+ed|Seen|Per|See|Via|Sent|Went|New|Old|Repeat|Plan|Needs|Start|Hold|Follow|Call|Refer|Given|Likely|Consider)\b"
)


def _is_telling(match: re.Match[str]) -> bool:
    """A name without a word of place before it must be no English word at its beginning."""
    first = match.group(1).split()[0].lower().strip("'’.")
    return _is_named(match) and (" " in match.group(1).strip() or not 0 < lexicon.word_class(first) <= 4)


RECOGNIZER = PatternRecognizer(
    "outfits",
    (
        Rule("facility.kind.at", "HOSPITAL", re.compile(rf"\b{_AT}\s(?:the\s)?({_NAME})\s{_CARE}(?![\w-])"), 0.72, _CARE_WHY, 1, _is_named),
        Rule("facility.kind", "HOSPITAL", re.compile(rf"(?<![\w'’.-])({_NAME})\s(?:[Rr]ehab unit|[Ss]leep [Ll]ab|[Bb]urn (?:[Uu]nit|[Cc]enter)|[Dd]ialysis|[Hh]ospice|[Nn]ursing [Hh]ome|[Cc]are [Hh]ome|[Uu]rgent [Cc]are|[Hh]ealth [Pp]ost|[Mm]emory [Cc]are|[Aa]ssisted [Ll]iving|[Ss]atellite(?: clinic)?|[Hh]ome [Hh]ealth|SNF|LTAC)(?![\w-])"), 0.7, _CARE_WHY, 1, _is_telling),
        Rule("facility.centre", "HOSPITAL", re.compile(rf"(?<![\w'’.-])((?P<name>{_WORD}(?:\s{_WORD})??)(?:\s(?:Brain|Spine|Pain|Sleep|Vein|Hand|Foot|Kidney|Liver|Heart|Lung|Cancer|Eye|Skin|Fertility|Stroke|Memory|Wound|Hearing|Balance|Allergy|Asthma|Diabetes|Dialysis|Infusion|Surgery|Surgical|Imaging|Women's|Birth|Recovery|Wellness|Behavioral|Stimulation|Movement|Disorders|Specialty|Outpatient|Regional|Medical|Treatment|Therapy|Autism|Epilepsy|Headache|Joint|Sports|Medicine|Psychiatry|and|&)){{1,4}})\s(?:Center|Centre|Institute|Associates|Group|Partners|Specialists|Clinic|Consultants|Care)(?!\w)"), 0.74, _CARE_WHY, 1, lambda m: proper.names_one(m.group("name"), rank=5)),
        Rule("employer.club", "EMPLOYER", re.compile(rf"\b(?:at|from|to|for|by|with|of|@|the|her|his|their|our|runs|owns|joined|and)\s(?:the\s)?((?P<name>{_NAME})\s(?:club|social club|league|choir|band|legion|lodge|brewery|cafe|café|restaurant|diner|salon|bakery|academy|elementary|preschool|daycare|orchestra|circus|seniors|studio|theat(?:er|re)|gym))(?![\w-])"), 0.7, _WORK_WHY, 1, lambda m: proper.names_one(m.group("name"), rank=5)),
        Rule("employer.kind", "EMPLOYER", re.compile(rf"\b(?:at|from|to|for|by|with|of|@|the|her|his|their|our|runs|owns|joined|and)\s(?:the\s)?({_NAME})\s{_WORK_SMALL}(?![\w-])"), 0.7, _WORK_WHY, 1, _is_named),
        Rule("employer.y", "EMPLOYER", re.compile(rf"\bthe\s({_WORD}\sY)(?=[\s.,;)]|$)(?!\s(?:chromosome|axis|plate|graft|linked))"), 0.7, _WORK_WHY, 1, lambda m: proper.names_one(m.group(1)[:-2])),
        Rule("employer.capital", "EMPLOYER", re.compile(rf"(?<![\w'’.-])((?:{_WORD}[ ](?:(?:of|and|&|the)[ ])?){{1,3}}{_WORK_CAPITAL})(?![\w-])(?!\s(?:[Ss]cores?|[Ss]cale|[Cc]riteria|[Tt]est|[Ll]oop|[Ss]yndrome|[Dd]isease|[Hh]ospital))"), 0.7, _WORK_WHY, 1, lambda m: proper.names_one(" ".join(m.group(1).split()[:-1])) and not _SAID.match(m.group(1))),
        Rule("employer.told", "EMPLOYER", re.compile(rf"\b(?i:agency|employer|company|contractor|vendor|supplier|DME|firm|union|outfit|gym|daycare|preschool|regiment|school)\s(?:is\s|called\s|named\s|=\s)?({_WORD}(?:\s(?:of\s|and\s|&\s)?{_WORD}){{0,3}})(?![\w'’-])"), 0.7, _WORK_WHY, 1, lambda m: _is_named(m)),
        Rule("employer.sent", "EMPLOYER", re.compile(rf"\b(?:[Ll]etter|[Nn]ote|[Ff]orms?|[Pp]aperwork|[Ff]ax(?:ed)?|[Cc]opy|[Rr]eport)\s(?:given|sent|faxed|mailed|addressed|emailed)?\s?(?:to|for)\s(?:his\semployer\s|her\semployer\s)?({_WORD}\s(?:(?:of|and|&)\s)?{_WORD}(?:\s{_WORD})?)(?=,\s(?:fax|attn|HR|ph)|\sHR\b|\s(?:fax|attn))"), 0.7, _WORK_WHY, 1, _is_named),
        Rule("employer.drives", "EMPLOYER", re.compile(rf"\b(?:drives?|drove|driving|hauls?|hauling|flies|pitch(?:es)?|plays?|played|swims?|runs|races|wrestles|sings?|dances?|coaches|teaches|interns|welds|roofs|cooks|bartends|waits\stables|serves|deploys|long\shaul|walks\sdogs|models)\s(?:[a-z]+\s){{0,3}}(?:for|with|at)\s(?:the\s)?({_NAME})(?![\w'’-])"), 0.7, _WORK_WHY, 1, _is_named),
        Rule("facility.small", "HOSPITAL", re.compile(r"\b(?:at|from|to|in|by|via|of|@|near)\s(?:the\s)?((?:[a-z'’-]{3,16}\s){1,2}?)(?:general|regional|memorial|hospital|med(?:ical)?\scent(?:er|re)|clinic|infirmary|urgent\scare|hospice|nursing\shome|rehab|health|peds|derm|ortho|cardiology|er|ed)(?![\w-])"), 0.7, _CARE_WHY, 1, lambda m: _is_town(m.group(1))),
        Rule("employer.small", "EMPLOYER", re.compile(r"\b(?:at|from|to|for|by|with|of|the)\s(?:the\s)?((?:[a-z'’-]{3,16}\s){1,2}?(?:mill|plant|factory|foundry|elementary|high school|middle school|college|brewery|bakery|casino|mine|shipyard|foods|poultry|trucking|transit|steel|lumber|motors|fire (?:dept|department)|police (?:dept|department)|pd))(?![\w-])"), 0.68, _WORK_WHY, 1, lambda m: _is_town(m.group(1).split(" ", 1)[0])),
        Rule("landmark.small", "LOCATION", re.compile(r"\b(?:at|from|to|in|by|near|outside|behind|off|under|over|past|the)\s(?:the\s)?((?:[a-z'’-]{3,16}\s){1,2}?(?:shopping cent(?:er|re)|mall|bridge|ferry|beach|park|car ?park|stadium|airport|station|casino|lanes|fairgrounds|campground|trailhead|reservation|crossing|pier|marina))(?![\w-])"), 0.68, "A place people know points to where it happened.", 1, lambda m: _is_town(m.group(1).split(" ", 1)[0])),
        Rule("employer.number", "EMPLOYER", re.compile(r"\b((?:(?:[A-Z][a-z]+\s){1,3}(?=Local\s))?(?:PS|P\.S\.|IS|MS|JHS|HS|Local|Lodge|Post|Troop|Pack|Engine|Ladder|Squad|Company)\s(?:No\.?\s|#)?\d{2,4})(?![\w%-]|[./]\d)(?<!PS\s100)"), 0.6, _WORK_WHY, 1, lambda m: " Local " in m.group(1) or _is_school(m), digits=True),
    ),
)  # fmt: skip


def _is_town(words: str) -> bool:
    """In small letters: the first word is part of a town's name and little else."""
    word = words.split()[0] if words.split() else ""
    return (
        lexicon.place(word) >= 1
        and (lexicon.word_class(word) == 0 or (lexicon.word_class(word) >= 6 and lexicon.surname(word) >= 3))
        and not (lexicon.is_medical(word) or lexicon.is_technical(word) or lexicon.is_clinical_name(word))
        and word not in COUNTRIES
    )


def _is_school(match: re.Match[str]) -> bool:
    """ "PS 118" behind a word of place; "MS 200" is morphine and "PS 12" a ventilator."""
    return bool(
        re.search(
            r"\b(?:at|from|attends|attending|to|with|for|goes to|of)\s(?:the\s)?$",
            match.string[max(0, match.start() - 14) : match.start()],
        )
    )
