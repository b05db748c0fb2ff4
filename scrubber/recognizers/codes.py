"""Codes nobody labelled: capitals mixed with digits that no list of medicine explains, plates, tail numbers, door codes, logins."""

from __future__ import annotations

import re
from itertools import pairwise

from scrubber import lexicon
from scrubber.recognizers.numbers import is_public
from scrubber.registry import PatternRecognizer, Rule

_I = re.IGNORECASE
_WHY = "Letters mixed with digits that mean nothing in medicine."
#: those that are no word, label or test as well: "ID", "OR", "MS", "CT" are
_STATE = "AK|AZ|CA|CO|DC|DE|FL|GA|IA|IL|KS|KY|MN|MO|MT|NC|ND|NE|NH|NJ|NM|NV|NY|OH|RI|SC|SD|TN|TX|UT|VA|VT|WA|WI|WV|WY|ON|BC|AB|QC|SK|MB|NSW|VIC|QLD"
#: digits, letters in any order, in pieces; and before it the state of a plate or licence
_MIXED = re.compile(
    rf"(?<![\w./:+*^-])(?:(?:{_STATE})\s(?:CMV\s|CDL\s|DL\s|tag\s|plate\s)?)?"
    r"((?=[A-Z0-9/.-]{0,20}\d{3})(?=[A-Z0-9/.-]{0,20}[A-Z])[A-Z0-9]{1,14}(?:[/.-][A-Z0-9]{1,12}){0,4})(?![\w%*+]|[-/.:]\w)"
)
_RUN = re.compile(r"\d{3}")
_AMINO = "ACDEFGHIKLMNPQRSTVWYX"
#: what medicine, research and engineering write like this
_EXPLAINED = re.compile(
    rf"(?:[A-Z]{{2,}}\d{{0,2}})?-?[{_AMINO}]\d{{1,5}}[{_AMINO}]|"  # a mutation, with or without its gene
    r"G\d{1,2}P\d{1,6}|E\dV\dM\d|[YPRC]{0,2}T\d[A-D]?N\d.*|S\d{5}[ADS]|[A-TV-Z]\d[\dA-Z]\.[\dA-Z]{1,4}|\d{5}-[A-Z\d]{2}|"  # obstetric, coma and tumour formulas; ICD-10
    r"\d[\d.,/-]*(?:MG|ML|MCG|KG|CM|MM|IU|UNITS?|U|HR?S?|KCAL|CC|K?HZ|MHZ|KV|MA|FR|GA?|L|X|W|D|M|Y|AM|PM|MMHG|BPM|MS|S|MIN)|"
    r"(?:OD|OS|OU|VA|BP|HR|RR|FHT?|[A-Z]{1,4})\d{1,3}/\d{1,3}|"  # values glued to their names
    r"[A-Z]{2,}[-/]?(?:19|20)\d\d|(?:19|20)\d\d[-/]?[A-Z]{2,}|"  # "KDIGO2012", "ESC-2023"
    r".*(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC).*|"
    r"(?:[CHNOPS]\d{0,3}){3,}|[A-Z]?\d{1,3}-[A-Z]?\d{1,3}|"  # formulas; "A1-A14"
    r"A(?:ALL|AML|NBL|CNS|EWS|REN|HOD|RST|HEP|OST|BMT|CCL|GCT)[A-Z]?\d{3,4}|A0\d{5}|[ECSNJZP]\d{4}[A-Z]?|"  # trials of cooperative groups
    r"(?:[A-Z]{2,5}-)?(?:RTOG|NRG|SWOG|ECOG|EA|CALGB|NSABP|EORTC|GOG|ACOSOG|JCOG|TROG|HOVON|UKALL|IELSG|GHSG|DSHNHL|COG|AGITG|ANZ|KEYNOTE|CHECKMATE|IMPOWER|MONARCH|PALOMA|DESTINY)[-/]?[A-Z]*\d.*|"
    r"(?:KIAA|LOC|ENS[GTP]|HGNC|NM|NP|NC|XM|RS|CHR|HLA-?|D[PQR][AB]?\d?|CYP|UGT|SLC|ZNF|FAM|MIR|CD|CK|IL|ISO|IEC|EN|BS|ASTM|DIN|UN|CFR|USP|CPT|ICD|HCPCS|DSM|SNOMED|LOINC|DIAGNOSIS|UL|SN|ABO|AJCC|GIF|CF|PCF|TJF|BF|GF|URF|EUS?|LTF)-?[A-Z]{0,3}\d.*|"
    r"[A-Z]{1,4}-?\d{1,2}00?0?[A-Z]{0,2}"  # "EV1000", "SC2000", "MX800"
)
_CODE_BEFORE = re.compile(
    r"\b(?:models?|type|series|version|firmware|protocol|trial|stud(?:y|ies)|codes?|cpt|hcpcs|icd|genotype|mutations?|variants?|alleles?|gene|compound|strain|clone|registered as|"
    r"catalog(?:ue)?|cat|grant|standard|doi|pmid|arxiv|rs|isbn|regimen|arm|cohort|nct|eudract|isrctn)\b[\s:#.]{0,3}(?:no\.?\s|number\s)?$",
    _I,
)


def _unexplained(match: re.Match[str]) -> bool:
    """Six characters or more with four digits or more, three of them together, and nothing that explains it."""
    value = match.group(1)
    digits = sum(map(str.isdigit, value))
    least = 3 if match.start(1) > match.start() else 4  # a state stands before it
    if digits < least or sum(map(str.isalnum, value)) < least + 2 or not _RUN.search(value):
        return False
    if (_EXPLAINED.fullmatch(value) and not (least == 3 and "-" in value)) or is_public(
        match.string, match.start(1), value
    ):
        return False
    return not _CODE_BEFORE.search(match.string, max(0, match.start() - 24), match.start())


def _is_shuffled(match: re.Match[str]) -> bool:
    """ "8G2HKL": begins with a figure and changes between figures and letters three times."""
    value = match.group(1)
    if _EXPLAINED.fullmatch(value) or value.startswith(("5HT", "3D", "2D", "4D")):
        return False
    changes = sum(one.isdigit() != other.isdigit() for one, other in pairwise(value))
    return changes >= 3 and not _CODE_BEFORE.search(match.string, max(0, match.start() - 24), match.start())


#: antigens and cytokines that look like the first half of a British plate: "CD34 POS"
_MARKERS = frozenset("CD CK IL HB PD PT CT LN MR FY ST US".split())


def _british(match: re.Match[str]) -> bool:
    letters = match.group(1)[-3:]
    if match.group(1)[:2] in _MARKERS or lexicon.is_abbreviation(letters):
        return False
    return not lexicon.word_class(letters.lower()) and not lexicon.is_medical(letters.lower())


#: where people have accounts
_SITE = r"(?:insta(?:gram)?|ig|tik\s?tok|twitter|reddit|discord|threads|blue\s?sky|snap(?:chat)?|facebook|fb|youtube|yt|twitch|strava|telegram|doximity|sermo|figure1|venmo|cashapp|onlyfans|pinterest|tumblr|quora|mastodon|steam|roblox|xbox|psn|wechat|kik)"


#: a piece of each of them
_SITES = (
    "insta", " ig", "ig ", "ig:", "tik", "twitt", "reddit", "discord", "threads", "sky", "snap", "facebook", " fb", "fb ", "fb:", "youtube", " yt", "yt ", "yt:", "twitch", "strava", "telegram", "doximity", "sermo",
    "figure1", "venmo", "cashapp", "onlyfans", "pinterest", "tumblr", "quora", "mastodon", "steam", "roblox", "xbox", "psn", "wechat", " kik", "kik ", "kik:",
)  # fmt: skip


def _is_made_up(word: str) -> bool:
    """In no list, and not made of one word with an ending: "shared on Facebook" names no account."""
    plain = word.lower().strip("._")
    return not (lexicon.word_class(plain) or lexicon.is_derived(plain) or lexicon.is_medical(plain))


#: who registers doctors and nurses
_COUNCIL = (
    r"GMC|NMC|HCPC|GDC|GPhC|GOC|MDCN|HPCSA|AHPRA|CPS[A-Z]{1,2}|CNO|CNPS|MCI|NMC\sPIN|PMD?C|BMDC|SLMC|IMC|IMCR?N|MINC|NMBI|CORU|KMPDC|MCZ|MCNZ|MPDC|TMC|MMC|SMC|PRC|DMC|KMC|TNMC|DHA|HAAD|DOH|SCFHS|"
    r"CDL|DVLA|lic|licence|license|[Dd]river(?:'s)?\s(?:no|number|ID)|[Rr]eg(?:istration)?"
)

RECOGNIZER = PatternRecognizer(
    "codes",
    (
        Rule("code.mixed", "OTHERID", _MIXED, 0.62, _WHY, 0, _unexplained, digits=True),
        Rule("plate.uk", "VEHICLE", re.compile(r"(?<![\w-])([A-HJ-PR-Y]{2}[0-7]\d\s[A-HJ-PR-Z]{3})(?![\w-])"), 0.75, "This has the shape of a British number plate.", 1, _british, digits=True),
        Rule("plate.aircraft", "VEHICLE", re.compile(r"(?<![\w-])N[1-9]\d{1,3}[A-HJ-NP-Z]{2}(?![\w-])"), 0.75, "The number on an aircraft.", digits=True),
        Rule("plate.aircraft", "VEHICLE", re.compile(r"\b(?i:flight|tail|aircraft|helicopter|helo|chopper|medevac|air ?ambulance|airlift|plane|reg)\s(?i:no\.?\s|number\s|#)?(N[1-9]\d{1,4}[A-Z]{0,2})(?![\w-])"), 0.75, "The number on an aircraft.", 1, digits=True),
        Rule("vessel", "VEHICLE", re.compile(r"(?<!\w)((?:F/V|M/V|S/V|USS|USNS|USCGC|HMS|HMAS|HMCS)\s[A-Z][\w'’-]{2,18}(?:\s[A-Z][\w'’-]{2,18}){0,2})"), 0.8, "The name of a ship.", 1),
        Rule("code.door", "OTHERID", re.compile(
            r"\b(?:(?:key|gate|door|lock ?box|lock|entry|alarm|key ?pad|key ?safe|access|garage|buzzer|building|front|back|side|safe|pass|security|wifi|pin)\s?)?(?:codes?|combo|combination|passcode|pin|lock ?box|key ?safe|keypad|buzzer|locker)"
            r"(?:\s(?:is|was|no\.?|number|#))?[\s:=]{1,2}(#?\*?(?:\d{3,8}|\d{1,4}[A-Z]\d{0,4}|[A-Z]\d{2,5})[#*]?)(?![\w%-]|[./]\d)(?!\s(?:patients?|mg|ml|cases|beats|at\b|was called|called|called\b))", _I), 0.8, "A code opens one door.", 1,
            lambda m: not re.search(r"\b(?:cpt|icd|billing|procedure|dx|diagnosis|drg|status|stroke|stemi|trauma|blue)\s?(?:codes?)", m.group(), _I) and _is_door(m), digits=True),
        Rule("code.shared", "OTHERID", re.compile(r"\b(?:share|sharing|access|activation|invite|invitation|join|pairing|referral|clinic|meeting)\s(?:code|id|key)(?:\s(?:is|was))?[\s:]{1,2}([A-Z0-9]{3,6}(?:-[A-Z0-9]{3,6}){1,3}|(?=[A-Z]{0,9}\d)[A-Z0-9]{6,12})(?![\w-])"), 0.8, "A code of one person's account.", 1),
        Rule("code.belongings", "OTHERID", re.compile(r"\b(?:belongings?|property|valuables|effects)\s(?:bag|envelope|box|locker|tag)s?(?:\s(?:no\.?|number|is))?[\s:#]{1,2}([A-Z]{0,3}-?\d{2,8})(?![\w%-])", _I), 0.8, "A number on one person's things.", 1, digits=True),
        Rule("code.shuffled", "OTHERID", re.compile(r"(?<![\w./:+*^-])((?=\d[A-Z])\d[A-Z\d]{4,7})(?![\w%*+-]|[./]\w)"), 0.62, _WHY, 1, _is_shuffled, digits=True),
        Rule("code.stars", "OTHERID", re.compile(r"\b(?:alarm|gate|garage|door|lock ?box|keypad|key ?safe|pin|code)s?\b[^.\n\d]{0,24}?[\s:]((?:\d-){3,7}\d|\*?\d{3,6}[*#]|[*#]\d{3,6}|\d{4,6})(?![\w%-]|[./]\d)(?!\s?(?:mg|ml|patients))", _I), 0.75, "A code opens one door.", 1, lambda m: not re.search(r"code\s(?:status|stroke|stemi|blue|sepsis|trauma)", m.group(), _I) and not re.search(r"(?:19|20)\d\d$|[\s:](?:[01]\d|2[0-4])[0-5]\d$", m.group()), digits=True),
        Rule("code.password", "OTHERID", re.compile(r"\b(?:pass(?:word|phrase)?|pw|pwd|wi-?fi)(?:\s(?:is|was)|:|=)?\s((?=[A-Za-z!@$]{0,16}\d)[A-Za-z][A-Za-z!@$]{2,16}\d[\w!@$]{0,10})(?![\w@])"), 0.75, "A password belongs to one person.", 1, digits=True),
        Rule("plan.provincial", "HEALTHPLAN", re.compile(r"(?<![\w-])([A-Z]{4}\s?\d{4}\s?\d{4}|\d{4}[\s-]\d{3}[\s-]\d{3}\s?[A-Z]{2})(?![\w-])"), 0.8, "The number of a health card.", 1, lambda m: not m.group(1).startswith("PMID") and not lexicon.is_abbreviation(m.group(1)[:4]), digits=True),
        Rule("plan.scheme", "HEALTHPLAN", re.compile(r"\b(?:RAMQ|OHIP|AHCIP|MSP|PHN|GMS|DVA|NHIS|NHIF|HMO|CGHS|ESIC|ECHS|PMJAY|Ayushman|PhilHealth|SHA|Medical [Cc]ard|medical card|health card|HCN|PCN|RxBIN|BIN|RxGrp)\b(?:\s(?:no|number|#|is|card))*[\s.:#]{1,3}((?=[A-Z0-9 /-]{0,8}\d)[A-Z0-9][A-Z0-9/-]{3,14}(?:\s\d{2,6}[A-Z]?){0,3}(?:\s[A-Z]{2})?)(?!\w)"), 0.8, "The number of a health card.", 1, digits=True),
        Rule("code.hash", "OTHERID", re.compile(r"(?<![\w#])(\d{3,6}#)(?!\w)"), 0.7, "A code opens one door.", 1, digits=True),
        Rule("licence.council", "LICENSE", re.compile(rf"(?<![\w-])(?:{_COUNCIL})\b(?:[\s:#.]|(?:no|nr|num|number|reg|PIN|ID)\b){{1,6}}((?=[A-Z0-9./-]{{0,12}}\d{{3}})[A-Z0-9][A-Z0-9./-]{{3,16}}[A-Z0-9])(?![\w%])"), 0.85, "The number under which a doctor or driver is registered.", 1, lambda m: not is_public(m.string, m.start(1), m.group(1)), digits=True),
        Rule("handle.site", "HANDLE", re.compile(rf"(?<![\w@.-])([a-z][a-z\d._]{{4,24}})\s(?:on|@)\s(?:the\s)?{_SITE}(?!\w)", _I), 0.8, "A user name leads to a person's account.", 1, lambda m: _is_made_up(m.group(1))),
        Rule("handle.site", "HANDLE", re.compile(rf"\b{_SITE}(?:\s(?:handle|name|account|is|was|as|tag|id)|:){{1,3}}\s@?([a-z][a-z\d._]{{4,24}})(?![\w@-])", _I), 0.8, "A user name leads to a person's account.", 1, lambda m: _is_made_up(m.group(1))),
        Rule("handle.login", "HANDLE", re.compile(
            r"\b(?:user(?:\s?name|\s?id)?|log-?\s?in|log-?on|logged in|logs in|signed in|account|acct|screen ?name|gamer ?tag|handle|posts?|posting|badge name|dm)(?:\s(?:on|in|for|to)\s(?:the\s)?\w+)?\s?(?:is|=|:|as|under|\(|[\"'“])?\s?(?:as\s|under\s)?[(\"'“]?((?=[a-z_.]{0,20}\d)[a-z][a-z_.]{2,20}\d{1,4}[a-z\d]{0,6}|[a-z][a-z\d]{1,15}[_.][a-z\d_.]{2,15})(?![\w@-]|\.\w)"), 0.85, "A user name leads to a person's account.", 1, lambda m: not _a_finding(m.group(1))),
    ),
)  # fmt: skip


def _is_door(match: re.Match[str]) -> bool:
    """A bare "code 45" or "pin 2" is a colour of urgency or a tool."""
    return not re.match(r"(?:code|pin)s?\s\d{1,3}$", match.group(), _I)


def _a_finding(word: str) -> bool:
    """ "covid19", "stage2": a word of English or medicine with a figure behind it."""
    stem = word.rstrip("0123456789").strip("_.")
    return bool(
        lexicon.word_class(stem) or lexicon.is_medical(stem) or lexicon.is_drug(stem) or lexicon.is_technical(stem)
    )
