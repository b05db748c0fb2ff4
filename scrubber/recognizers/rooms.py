"""Rooms, beds, bays and wards: where in the building the patient lay."""

from __future__ import annotations

import re

from scrubber import lexicon
from scrubber.registry import PatternRecognizer, Rule

_I = re.IGNORECASE
_WHY = "A room or bed shows where the patient lay."
_SPELLED = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)"

RECOGNIZER = PatternRecognizer(
    "rooms",
    (
        Rule("room", "ROOM", re.compile(r"\b(?:room|rm|bed|cot|bay|cubicle|pod|ward|bldg|suite|ste|locker|chair|icu bed|stretcher|bassinet|crib|isolette|slot|unit|floor|cabin|cell|or)(?:\s?(?:number|no|is|#)\.?)?[\s:#\-]{1,2}#?((?=[A-Z0-9\-]{0,4}\d)[A-Z0-9]{1,5}(?:[\-/][A-Z0-9]{1,4})?)(?![\w.]*\d|\s?(?:hours?|hrs|days?|weeks?|mg|ml|cm|units?|patients?|of|times|per|%|minutes?|nights?|degrees)\b|\w)", _I), 0.85,
             "A room or bed shows where the patient lay.", 1, lambda m: _room(m), digits=True),
        Rule("bed.code", "ROOM", re.compile(r"(?<![\w\-])(?:MICU|SICU|CCU|PICU|NICU|CVICU|ICU|TICU|ED|ER|PACU|L&D|BMT|4N|5W)[ -](?:bed )?(\d{1,3}[A-D]?)(?![\w%/+°]|\.\d|\sv\s|,\s(?:IR|abd|FF)\b|\s?(?:days?|hours?|stay|week|patient|course|night|month|min|h\b|d\b|x\b|[MF]\b|yo\b|y/o|PR\b|visits?|admissions?|docs?|nurses?|beds?|boarders)|,?\s(?:and\s)?PR\b)"), 0.7, "A room or bed shows where the patient lay.", 1, digits=True),
        Rule("bed.area", "ROOM", re.compile(r"(?:\b(?:in|into|to|for|from|rm|room|cot|bed|epid(?:ural)?)\s|[-–→>]\s)((?:[Tt]rauma|[Rr]esus|[Pp]sych|[Tt]riage|[Ff]ast ?[Tt]rack|[Oo]bs|PCU|SDU|HDU|ITU|IMC|NICU|PICU|SICU|MICU|CICU)(?:[ -]\d{1,2}[A-D]?|\s[A-D])|ED-[A-Z]?\d{1,2}|LDRP?\d{1,2})(?![\w%/+°]|\.\d|\s?(?:days?|hours?|weeks?|months?|min|times|visits?|admissions?|beds?|patients?|(?:out )?of\b|h\b|d\b|x\b))"), 0.75, _WHY, 1),
        Rule("room.named.unit", "ROOM", re.compile(r"\b[Uu]nit\s(\d{1,2})(?=\s(?:rm|room|bed|bay)\s?\d)"), 0.8, _WHY, 1, digits=True),
        Rule("bed.re", "ROOM", re.compile(r"\b[Rr]e:?\s((?!19|20)\d{3,4}[A-D]?)(?=\s(?P<who>[A-Z\u00c0-\u00de][^\W\d_]+))"), 0.7, _WHY, 1, lambda m: not lexicon.means(m.group("who").lower()), digits=True),
        Rule("bed.acts", "ROOM", re.compile(r"(?<![\w.,/:+-])(?<![Ll]evel )(?<![Ss]tage )(?<![Gg]rade )(?<![Pp]hase )(?<![Cc]lass )(\d{1,2}[A-D]|(?!19|20)[1-9]\d{3}[A-D]?)(?=\s(?:passed(?:\saway)?|died|arrested|coded|fell|rang|buzzed|pulled|refus(?:ed|es|ing)|wants|asked|asking|is\s(?:asking|crying|screaming|refusing|confused|awake))\b)"), 0.75, _WHY, 1, digits=True),
        Rule("bed.outside", "ROOM", re.compile(r"\b(?:outside|who(?:'s|\shas|\sgot)(?:\sgot)?)\s(\d{2,4}[A-D]?)(?=\s*(?:[.,;)?\n]|$))(?![.,]\d)"), 0.7, _WHY, 1, digits=True),
        Rule("bed.brackets", "ROOM", re.compile(r"\b[A-Z\u00c0-\u00de][^\W\d_]{2,18}\s\(((?![tlsTLS]|[cC][1-8]\b|[bB](?:6|9|12)\b)[A-Za-z]\d{1,2})(?=[,)])"), 0.65, _WHY, 1, digits=True),
        Rule("bed.spoken", "ROOM", re.compile(rf"\b((?:twenty\s)?{_SPELLED}\s[A-D])(?=\s(?:is|was|has|wants|needs|[A-Z][a-z]+)\b)", 0), 0.7, _WHY, 1),
        Rule("bed.behind", "ROOM", re.compile(r"(?<=[^\W\d_]\s)([A-H]-\d{3})(?=\s(?:cont\b|refus|c/o|needs|wants|asking|still|is|has|with|w/|NPO|NBM)|:\s)"), 0.7, _WHY, 1, digits=True),
        Rule("room.list", "ROOM", re.compile(r"(?m)^\s{0,3}\d{1,2}[.)]\s((?!B(?:1|2|3|5|6|7|9|12)\s(?:low|high|level|def|inj|normal))[A-D]\d{1,2}|\d{1,2}[A-D])\s(?=[a-z])"), 0.75, _WHY, 1, digits=True),
        Rule("room.list", "ROOM", re.compile(r"(?m)^\s{0,3}[-–•*]?\s?(?!Stage|Grade|Class|Type|Group|Level|Case|Child|Block|Phase|Category|Zone|Step|Part|Table|Fig)(?:[A-Z\u00c0-\u00de][^\W\d_]{1,15}|[^\W\d_]{2,6}\s[A-Z\u00c0-\u1ef9][^\W\d_]{1,15})\s(\d{1,2}[A-D]):\s"), 0.75, _WHY, 1, digits=True),
        Rule("room.second", "ROOM", re.compile(r"\b(?:rooms|beds|bays|rms)\s\d{1,4}[A-D]?\s?(?:,|and|&|/)\s?(\d{1,4}[A-D]?)(?![\w%/]|\.\d)(?!\s(?:patients|cases|nurses))", _I), 0.8, _WHY, 1, digits=True),
        Rule("room.titled", "ROOM", re.compile(r"\b(?:Mr|Mrs|Ms|Miss)\.?\s[A-Z]\w{1,18},\s(\d{1,2}-\d{2,3}[A-D]?)(?![\w/%-]|\.\d)"), 0.75, _WHY, 1, digits=True),
        Rule("room.who", "ROOM", re.compile(r"\b(?i:who(?:'s| has| is| got| have)?|has)\s(?:[a-z]+\s){0,2}[A-Z][a-z]{1,15}\sin\s(\d{3,4}[A-D]?)(?![\w%/]|\.\d)(?!\s(?:patients|cases))"), 0.75, _WHY, 1, digits=True),
        Rule("room.named", "ROOM", re.compile(r"\b(?:[Rr]oom|[Rr]m|[Bb]ed)\s[A-Z][A-Za-z]{1,8}\s(\d{1,3}[A-D]?)(?![\w%/]|\.\d)"), 0.75, _WHY, 1, digits=True),
        Rule("room.apartment", "ROOM", re.compile(r"\b((?:apt|apartment|suite|ste|flat)\.?\s?#?\d{1,5}[A-Z]?)(?![\w/%]|\.\d)", _I), 0.8, "Part of a postal address.", 1, digits=True),
        Rule("room.code", "ROOM", re.compile(r"(?<![\w.\-/])(\d{1,2}[A-HNSEW]-\d{2}[A-D]?)(?![\w\-/]|\.\d)"), 0.7, _WHY, 1, digits=True),
        Rule("room.of", "ROOM", re.compile(r"\b(?:bed|chair)\s(\d{1,2}[A-D]?)(?=\s(?:of|in)\s(?:bay|room|ward|pod)\b)", _I), 0.85, _WHY, 1, digits=True),
        Rule("room.within", "ROOM", re.compile(r"\b(?:bed|chair)\s\d{1,2}[A-D]?\s(?:of|in)\s(?:bay|room|ward|pod)\s([A-Z0-9]{1,3})(?!\w)", _I), 0.85, _WHY, 1, digits=True),
        Rule("room.spelled", "ROOM", re.compile(rf"\b(?:room|bed|bay|ward)\s(?:number\s)?({_SPELLED}(?:[\s\-](?:{_SPELLED}|oh|zero|thirty|forty|fifty|sixty|seventy|eighty|ninety)){{0,3}})(?!\s(?:of|and|or|to|patients|beds|days|weeks|hours)\b)(?![\w-])", _I), 0.75, _WHY, 1),
        Rule("room.theatre", "ROOM", re.compile(r"(?:\b(?i:theatre|theater|LDR|trauma bay|resus bay|resus|infusion chair|dialysis chair|cath lab)|\b(?:in|to|from)\sOR|\b(?:in|to)\s(?:chair|pod|unit))\s#?(\d{1,2}[A-D]?)(?![\w.%])(?!\s(?:of|days?|hours?|weeks?|units?|patients)\b)"), 0.8, _WHY, 1, digits=True),
        Rule("room.letter", "ROOM", re.compile(r"\b(?:[Pp]od|[Bb]ay|[Ww]ard)\s([A-H])(?![\w.'-]|\s[a-z]+ing\b)"), 0.7, _WHY, 1),
        Rule("room.unit", "ROOM", re.compile(r"\b(?:[Uu]nit|[Ww]ard|[Ff]loor)\s(\d{1,2}[A-Z])(?![\w.])"), 0.8, _WHY, 1, digits=True),
        Rule("room.chair", "ROOM", re.compile(r"(?<!to )\b[Cc]hair\s#?(\d{1,2}[A-D]?)(?=\s*[.,;)]|\s(?:today|for HD|HD|at|w/|with)\b)(?!,?\s(?:reps|times|min))"), 0.7, _WHY, 1, lambda m: not re.search(r"(?:OOB|up|sit|stand|in)\s(?:to\s)?(?:in\s)?(?:the\s)?$", m.string[max(0, m.start() - 12) : m.start()]), digits=True),
        Rule("room.opd", "ROOM", re.compile(r"\b(?:OPD|[Tt]o [Dd]elivery|Delivery|[Dd]elivery [Rr]oom|LDRP?|[Ee]xam [Rr]oom|[Ee]xam rm|[Pp]rocedure [Rr]oom|[Cc]onsult(?:ing)? [Rr]oom|[Cc]ubicle|[Tt]rolley|[Cc]urtain|[Mm]ajors|[Mm]inors|[Rr]esus|[Hh]allway|[Hh]all [Bb]ed|[Ee]ndo [Rr]oom|[Ee]ndo suite|IR suite|[Cc]ath [Ll]ab|[Ss]uite|[Gg]antry|[Cc]lassroom|[Cc]ottage|[Cc]ell|[Bb]unk|[Dd]orm|[Pp]ortable|[Ll]ocker|[Cc]ounter|[Tt]oken|[Ww]indow|[Dd]esk|Pod|[Zz]one)\s(?:no\.?\s|#)?(\d{1,4}[A-D]?)(?=\s*[.,;:)\n]|\s?$|\s(?:at|w/|with|for|on|by)\b)"), 0.7, _WHY, 1, lambda m: not re.match(r"[Zz]one\s[1-3]\b", m.group()), digits=True),
        Rule("bed.person", "ROOM", re.compile(r"\b(?:[Pp]t|[Pp]atient|[Ll]ady|[Gg]uy|[Mm]an|[Gg]entleman|[Ww]oman|[Kk]id|[Bb]aby|who\s(?:is|was)|[A-Z][a-z'’]+|[A-Z][a-z]+\s[a-z]?)\sin\s((?!19|20)[1-9]\d{2,3}(?:-?[A-D])?)(?=\s*[,;)]|\.(?:\s|$)|\s(?:who|is|was|has|had|with|w/?|needs|keeps|re:?)\s)"), 0.65, _WHY, 1, digits=True),
        Rule("room.who", "ROOM", re.compile(r"\bin\s((?!19|20)[1-9]\d{2,3}[A-D]?)(?=\s(?:who|with|w/)\b)"), 0.65, _WHY, 1, digits=True),
        Rule("room.dash", "ROOM", re.compile(r"\b(?:[Ii]n|[Tt]o|[Ff]rom|[Rr]m|[Rr]oom)\s(\d{3,4}-[A-D1-4]|[A-Z]{1,2}\d{1,2}-\d{1,3}|\d{1,2}\s?(?:[Ee]ast|[Ww]est|[Nn]orth|[Ss]outh)\s\d{1,3})(?![\w/%-]|\.\d)"), 0.7, _WHY, 1, digits=True),
        Rule("room.wing", "ROOM", re.compile(r"(?<![\w.\-/])(\d{1,2}\s?(?:North|South|East|West|[NSEW])[\s-](?:(?:bed|room|rm)\s)?#?\d{1,3}[A-D]?)(?![\w.%/])|(?:(?<=\bon\s)|(?<=\bto\s)|(?<=\bfrom\s))(\d{1,2}\s(?:North|South|East|West))(?!\w|\s[A-Z0-9])"), 0.75, _WHY, digits=True),
    ),
)  # fmt: skip


#: leads of an electrocardiogram and sutures: "STE V2-V5", "bed 6-0 Vicryl"
_NO_ROOM = re.compile(r"(?:V\d|aV)[\w\-]*|\d-0")


def _room(match: re.Match[str]) -> bool:
    label, value = match.group().lower(), match.group(1)
    if re.match(r"\d{1,2}/(?:7|12|52)(?!\d)", match.string[match.start(1) : match.end(1) + 4]):  # "Stroke ward 3/7"
        return False
    if _NO_ROOM.fullmatch(value):
        return False
    if label.startswith(("or", "unit", "cell", "pod", "floor", "suite", "chair", "slot", "bay")) and not re.search(
        r"#|number|no\b", label
    ):
        return (
            label.startswith(("suite", "bay", "pod", "unit", "floor", "cell"))
            and len(value) >= 2
            and value == value.upper()
            and match.group()[0].islower() is not (len(value) < 3)
        )
    return (
        value == value.upper()
        and value not in {"A", "B"}
        and not (label.startswith("bed") and re.match(r"\s?(?:x|times)", match.string[match.end() : match.end() + 4]))
    )
