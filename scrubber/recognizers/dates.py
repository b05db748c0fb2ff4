"""Written and numeric dates, ranges, months, holidays. Years alone and relative times are not identifiers."""

from __future__ import annotations

import re

from scrubber import fractions, implausible_shapes, unidentifying
from scrubber.registry import PatternRecognizer, Rule

_I = re.IGNORECASE
MONTH = (r"(?:jan(?:uary)?|feb(?:r?uary|uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
         r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)")  # fmt: skip
_LONG_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
WEEKDAY = r"(?:mon|tues?|wed(?:s|nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_YEAR = r"(?:(?:19|20)\d{2}|'\d{2})"
ORDINAL_WORDS = (r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|"
                 r"fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|"
                 r"twenty[\s-](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirty[\s-]first)")  # fmt: skip
_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_TH = r"(?:\s?(?:st|nd|rd|th))?"
_TO = r"\s?(?:-|–|/|to|and|&|through|thru|until)\s?"
_WD = r"(?:\b" + WEEKDAY + r"\b\.?,?\s(?:the\s)?)?"
_HOLIDAY = (r"christmas(?:\s(?:eve|day))?|xmas(?:\s(?:eve|day))?|thanksgiving(?:\sday)?|easter(?:\s(?:sunday|monday))?|(?<!the\s)(?<!this\s)new\syear'?s?(?:'s)?(?:\s(?:eve|day))?|new\syear'?s?(?:'s)?\s(?:eve|day)|"
            r"halloween|valentine'?s?(?:\sday)?|(?:the\s)?(?:4th|fourth)\sof\sjuly|independence\sday|memorial\sday|labou?r\sday|mother'?s'?\sday|father'?s'?\sday|"
            r"(?:st\.?|saint)\spatrick'?s?(?:\sday)?|hanukkah|chanukah|diwali|eid\sal-?\s?(?:fitr|adha)|ramadan|passover|yom\skippur|rosh\shashanah?|"
            r"(?:lunar|chinese)\snew\syear|tết|cinco\sde\smayo|juneteenth|mlk\sday|martin\sluther\sking(?:\sjr\.?)?\sday|black\sfriday|groundhog\sday|boxing\sday|good\sfriday|"
            r"ash\swednesday|palm\ssunday|mardi\sgras|super\sbowl(?:\ssunday)?|presidents?'?s?'?\sday|veterans?'?s?'?\sday|columbus\sday|nowruz|kwanzaa|purim|sukkot|whitsun|pentecost|"
            r"bastille\sday|canada\sday|anzac\sday|april\sfool'?s'?(?:\sday)?|all\ssaints'?(?:\sday)?|bank\sholiday\smonday|bonfire\snight|guy\sfawkes(?:\s(?:day|night))?|mid-?autumn\sfestival|epiphany|indigenous\speoples'?\sday|midsummer(?:\s(?:eve|day))?|songkran|vesak|"
            r"day\sof\sthe\sdead|d[ií]a\sde\s(?:los\s)?muertos|patriots'?\sday|cyber\smonday|orthodox\s(?:christmas|easter)|three\skings\sday|maundy\sthursday|ash\swed|"
            r"pioneer\sday|flag\sday|earth\sday|st\.?\s(?:stephen|george|andrew|david)'?s\sday|tisha\sb'av|lag\sb'omer|shavuot|simchat\storah|hajj|mawlid|ashura|obon|chuseok|seollal|"
            r"orthodox\snew\syear|persian\snew\syear|khmer\snew\syear|hmong\snew\syear|king'?s\sday|thanksgiving\sweek|spring\sfestival")  # fmt: skip
_WHY = "A date other than a year ties the case to one moment."
_HOLIDAY_WHY = "A holiday is a date."


def _numeric(match: re.Match[str]) -> bool:
    """The parts form a possible day and month, in either order."""
    first, second = int(match.group("a")), int(match.group("b"))
    return (1 <= first <= 12 and 1 <= second <= 31) or (1 <= first <= 31 and 1 <= second <= 12)


def _not_score(match: re.Match[str]) -> bool:
    """ "5/5 strength", "7/10 pain" and "2/6 murmur" are findings, not dates."""
    if not _numeric(match):
        return False
    if re.match(r",?\s(?:and\s)?(?:PR|HER2)\b", match.string[match.end() : match.end() + 9]):
        return False
    if fractions.is_no_date(match.string, match.start("a"), match.end("b")):
        return False
    if _TWO_DOSES.search(match.string, max(0, match.start("a") - 24), match.start("a")):
        return False
    after = match.string[match.end() : match.end() + 24].lower()
    before = match.string[max(0, match.start() - 24) : match.start()].lower()
    if re.match(
        r"\s?(?:pain|strength|systolic|murmur|throughout|power|in (?:all|the|both)|reflex|motor|mmhg|on the|points?|sirs|criteria|visual|bilateral|days? (?:a|per)|times|cm|mm|of|sutures|nodes|lymph|positive|stools?|bottles|inch|acuity)",
        after,
    ):
        return False
    return not re.search(
        r"(?:grade|grades|strength|power|pain(?: (?:is|was|at|of|score|level))?|murmur|score|scored|rated|rates|reflexes|pulses|stage|bp|nodes|gcs|apgars?|pr|allred|motor|vision|va|lot|ratio|level \d|t-score|scale|rating|hr|sofa|nihss|mrs)[\s:]{0,3}(?:a |of |at |is |was |as )?$",
        before,
    )


#: doses of two drugs in one tablet, or morning and evening: "Cortef 15/5", "Lotrel 5/10"
_TWO_DOSES = re.compile(
    r"\b(?:cortef|hydrocort\w*|hc|lotrel|azor|caduet|vytorin|exforge|tarka|prinzide|zestoretic|norco|percocet|vicodin|lortab|xartemis|tribenzor|twynsta|prestalia|"
    r"suboxone|zubsolv|bunavail|jentadueto|glyxambi|qtern|trijardy|stiolto|sinemet|madopar|stalevo|capozide|ziac|tenoretic|symbyax|limbitrol|bi-?pap|bilevel|ipap|epap|"
    r"insulin|lantus|nph|mixtard|novomix|humalog|novolog|levemir|fiasp|apidra)\s(?:\w{2,4}\s)?$",
    _I,
)
CUE = re.compile(
    r"\b(?:on|since|from|dated?|until|til|till|thru|through|seen|admit(?:ted)?|admission|adm|d/?c(?:'?ed|'d)?|dob|doa|dos|discharged?|by|before|after|"
    r"visit(?:ed)?|appointment|appt|scheduled|return|recheck|rtc|review|f/?u|follow-?up|started|stopped|begun|began|last|next|between|of|for|born|died|pod#?\d+ from|"
    r"pod#?\d+|lmp|edd|edc|as of|done|performed|exchanged|session|cath|survey|proctored|rescheduled|collected|drawn|taken|obtained|labs?|ct|mri|cxr|xr|us|echo|ekg|ecg|eeg|pet|biopsy|bx|surgery|sx|op|procedure|cultures?|bcx|ucx|"
    r"repeat|prior|compared to|comparison|study|exam|report(?:ed)?|injury|onset|clinic|ed|er|note|updated?|reviewed|signed|electronically signed|received|given|vaccine|dose \d|came in|back in|mon|tues?|wed|thurs?|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|placed|removed|inserted|set-?up|fitted|issued|dispensed|installed|around|about|approx\.?|re-?presented|presented|returned|transferred|intubated|extubated|symptoms|fever|fell|fall|mva|covid\+?|tested|positive|pos|refilled|due|exp(?:ires)?|effective|week of|wk of|the)[\s:(~=,]{1,3}$",
    _I,
)

#: "on BiPAP 14/6" sets two pressures
_PRESSURES = re.compile(
    r"\b(?:bipap|bilevel|ipap|epap|pressures?|settings?|vent|nippv|niv|niox|gradient|iops?|visual|tinetti|berg|mmse|moca|slums)\b",
    re.IGNORECASE,
)

#: what is named after a holiday and tells no day
_NO_DAY = r"(?![\w]|\s(?:disease|factor|eggs?|trees?|syndrome|island|ornaments?|dinner plate|sweets|candy|costumes?|lights|decorations|cards?|spells?|films?|movies?|rotas?|rosters?|ham|edition|issue|jumpers?|bmj|quiz))"

RECOGNIZER = PatternRecognizer(
    "dates",
    (
        Rule("date.mdy", "DATE", re.compile(_WD + r"\b" + MONTH + r"\.?,?\s{0,2}(?:the\s)?" + _DAY + _TH + r"(?:" + _TO + r"(?:" + MONTH + r"\.?\s)?" + _DAY + _TH + r")?(?!\d|[.:/]\d|\s?(?:mg|ml|%|mcg|cm|mm|units|years|year-old|patients|yo\b))(?:(?:,\s?|\s|\sof\s|-|/)" + _YEAR + r"\b)?", _I), 0.95, _WHY,
             check=lambda m: _month_word(m), digits=True),
        Rule("date.dmy", "DATE", re.compile(_WD + r"(?<![\d./])\b" + _DAY + _TH + r"(?:" + _TO + _DAY + _TH + r")?[\s\-/.]{0,2}(?:of\s)?" + MONTH + r"\b\.?(?:[\s\-/.,]{0,2}(?:(?:19|20)\d{2}|'?\d{2})(?!\d))?", _I), 0.94, _WHY,
             check=lambda m: _month_word(m), digits=True),
        Rule("date.compact.month", "DATE", re.compile(r"(?<![\w.\-])(?:0?[1-9]|[12]\d|3[01])(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:19|20)?\d{2}(?![\w-])", _I), 0.96, _WHY, digits=True),
        Rule("date.month_year", "DATE", re.compile(r"\b(?:(?:early|mid|late)[\s-])?" + MONTH + r"\b\.?(?:,?\s(?:of\s)?|-|/|\s?')(?:(?:19|20)\d{2}|(?<=')\d{2})\b", _I), 0.9, _WHY, digits=True),
        Rule("date.season", "DATE", re.compile(r"\b(?:(?:early|mid|late)[\s-])?(?:spring|summer|autumn|fall|winter)\s(?:of\s)?(?:19|20)\d\d\b", _I), 0.8, _WHY, digits=True),
        Rule("date.quarter", "DATE", re.compile(r"\bQ[1-4][\s/-]?(?:19|20)\d\d\b|\b(?:19|20)\d\d[\s/-]?(?:Q[1-4]|W(?:[0-4]\d|5[0-3]))\b"), 0.8, _WHY, digits=True),
        Rule("date.months", "DATE", re.compile(r"\b" + _LONG_MONTH + r"\b\.?(?:" + _TO + r"\b" + _LONG_MONTH + r"\b)", 0), 0.8, _WHY, check=lambda m: not unidentifying.season(m.string, *m.span())),
        Rule("date.month", "DATE", re.compile(r"\b(?:in|since|last|this past|early|late|mid|mid-|until|by|during|from|of|through|till|before|after|next|around|this|every)[\s-](?:(?:early|late|mid|the end of|the middle of)[\s-])?(January|February|March|April|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|(?<=in )May|(?<=since )May|(?<=last )May|(?<=early )May|(?<=late )May)\b(?!\s(?:et|[A-Z][a-z]+ et))", 0), 0.7, _WHY, 1, lambda m: not unidentifying.season(m.string, *m.span(1))),
        Rule("date.words", "DATE", re.compile(r"\b(?:" + MONTH + r"\s(?:the\s)?" + ORDINAL_WORDS + r"|(?:the\s)?" + ORDINAL_WORDS + r"(?:\sday)?\sof\s" + MONTH + r")\b", _I), 0.95, _WHY),
        Rule("date.numeric", "DATE", re.compile(r"(?<![\d/.\-])(?P<a>\d{1,2})(?P<s>\s?[/\-.]\s?)(?P<b>\d{1,2})\s?(?P<t>[/\-.])\s?(?:(?:19|20)\d{2}|'?\d{2})(?![\d]|[/\-.]\d|\s?(?:Fr\b|mg\b|mcg\b|mL\b|ml\b|h\b))"), 0.94, _WHY, check=lambda m: _numeric(m) and m.group("s").strip() == m.group("t") and _dots(m) and not fractions.is_measured(m.string, *m.span()), digits=True),
        Rule("date.iso", "DATE", re.compile(r"(?<![\d/.\-])(?:19|20)\d{2}\s?[/\-.]\s?(?P<a>\d{1,2})\s?[/\-.]\s?(?P<b>\d{1,2})(?:T\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d]|[/\-.]\d)"), 0.96, _WHY, check=_numeric, digits=True),
        Rule("date.compact", "DATE", re.compile(r"(?<![\w.\-#/])(?:19[2-9]\d|20[0-4]\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:T?\d{4,6})?(?![\w.\-])"), 0.9, _WHY, check=lambda m: not re.search(r"(?:pmid|doi|nct|pmc)\W{0,3}$", m.string[max(0, m.start() - 8): m.start()], _I), digits=True),
        Rule("date.cued", "DATE", re.compile(r"(?<![\d/.\-])(?P<d>(?P<a>\d{1,2})(?:/|-|\.(?=\d{1,2}[,;)\s]))(?P<b>\d{1,2})(?:\s?(?:-|–|to|through|thru|and|&)\s?\d{1,2}(?:/\d{1,2})?)?)(?![\d%]|[/.\-]\d|\s?(?:mg|ml|cm|mm|%|years?|days?|weeks?|hours?|months?|hrs?|mmhg|of)\b)", _I), 0.8, _WHY, "d",
             lambda m: _cued(m) and _not_score(m), digits=True),
        Rule("date.weekday.numeric", "DATE", re.compile(r"\b" + WEEKDAY + r"\.?,?\s(?:the\s)?(?P<d>(?P<a>\d{1,2})[/.-](?P<b>\d{1,2}))(?:[/.-](?:19|20)?\d\d)?(?![\d/%]|[.-]\d)", _I), 0.85, _WHY, check=_numeric, digits=True),
        Rule("date.range", "DATE", re.compile(r"(?<![\d/.\-])(?P<a>\d{1,2})/(?P<b>\d{1,2})\s?(?:-|–|to|through|thru|and)\s?\d{1,2}/\d{1,2}(?![\d/])", _I), 0.9, _WHY, check=lambda m: _not_score(m) and len(set(re.findall(r"\d+", m.group()))) > 2, digits=True),
        Rule("date.leading", "DATE", re.compile(r"(?m)^[\s*\-•]{0,4}(?P<d>(?P<a>\d{1,2})/(?P<b>\d{1,2}))(?=\s?[:\-–]\s|\s(?:CT|MRI|CXR|labs|echo|seen|s/p|clinic|ED|call|visit|US|note)\b|\s(?:admi|feve|ct |mri|cxr|start|stop|d/c|disch|back|came|saw|got|had|went|echo|bx|cx|cult|intub|extub|transf|first|new|rash|pain star))"), 0.85, _WHY, "d", _not_score, digits=True),
        Rule("date.monthyear.numeric", "DATE", re.compile(r"(?<![\d/.\-])(?:0?[1-9]|1[0-2])/(?:19|20)\d{2}(?![\d/])"), 0.85, _WHY, digits=True),
        Rule("date.holiday", "DATE", re.compile(r"(?<![\w-])(?:" + _HOLIDAY + r")" + _NO_DAY), 0.75, _HOLIDAY_WHY, lowered=True),
        Rule("date.holiday", "DATE", re.compile(r"(?<![\w-])(?:Holi|HOLI|Tet|TET|Eid|EID)" + _NO_DAY), 0.75, _HOLIDAY_WHY),
        Rule("date.month_day.dash", "DATE", re.compile(r"(?<![\w-])(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-(?:0?[1-9]|[12]\d|3[01])(?![\w-])|(?<![\w-])(?:0[1-9]|1[0-2])-(?:19|20)\d\d(?![\w-])"), 0.85, _WHY, digits=True),
        Rule("date.year_month", "DATE", re.compile(r"(?<![\w\-/.])(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?![\w\-/]|\.\d)"), 0.8, _WHY, digits=True),
        Rule("date.day", "DATE", re.compile(r"\b(?:on|by|until|till|since|from|before|after|through|for|of)\s(?:\w+day\s)?(the\s(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th))(?=\s*(?:[.,;:)?!\n]|$|(?:and|at|with|for|but|she|he|to|in|then|we|after|before|when|because|the)\b))", _I), 0.7, _WHY, 1, lambda m: not implausible_shapes.counts_a_part(m.string, m.end(1)), digits=True),
        Rule("date.dm", "DATE", re.compile(r"(?<=[a-z,(]\s)(?P<d>(?P<a>1[3-9]|2\d|3[01])/(?P<b>0?[1-9]|1[0-2]))(?![\d/%]|\.\d|\s?(?:mg|ml|cm|mm|cmH2O))"), 0.7, _WHY, "d", lambda m: _not_score(m) and not _lasting(m) and not _PRESSURES.search(m.string, max(0, m.start() - 30), m.start()), digits=True),
        Rule("date.dotted", "DATE", re.compile(r"\b(?:on|says|said|seen|edd|lmp|due|typed|dictated|clinic|dated?|since|from|until|by|dob|born|visit|admitted|discharged)[\s:]{1,2}(\d{1,2}\.\d{1,2}\.\d{2})(?![\w/\-]|\.\d)", _I), 0.85, _WHY, 1, digits=True),
        Rule("date.dotted.day", "DATE", re.compile(r"\b(?:on|since|until|till|(?:re-?)?admitted|discharged|seen|dated?|born|operated)[\s:]{1,2}((?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.)(?=[\s,;)]|$)", _I), 0.75, _WHY, 1, digits=True),
        Rule("date.six", "DATE", re.compile(r"\b(?:on|dated?|(?:re-?)?admitted|discharged|d/c|seen|from|until|to|op|operation|surgery|reviewed|collected|received|taken|scan|visit)[\s:]{1,2}((?:[012]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))|(?:(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])[012]\d))(?![\w%]|[.,/-]\d|\s?(?:mg|ml|units|cells|copies|iu|per|platelets|patients|/))", _I), 0.75, "Six digits that read as a date.", 1, digits=True),
        Rule("date.test", "DATE", re.compile(r"(?<![\w-])(?:OGTT|GTT|CT|MRI|USS|CXR|XR|ECG|EKG|EEG|MRCP|ERCP|OGD|EGD|PET|DEXA|LP|FNA|LSCS|MDT|OPA|TTE|TOE|EUS|CTPA|CTA|MRA|PFTs?|FBC|LFTs?|TFTs?|MSU|Bloods|Biopsy|Echo|Scan)\s(?P<d>(?P<a>0?[1-9]|[12]\d|3[01])/(?P<b>0?[1-9]|1[0-2]))(?![/\d%]|\s?(?:mm|cm|of))"), 0.8, _WHY, "d", lambda m: _not_score(m), digits=True),
        Rule("date.year.short", "DATE", re.compile(r"(?<![\w/])(?:0?[1-9]|1[0-2])/'\d{2}(?!\d)"), 0.85, _WHY, digits=True),
        Rule("date.born", "DATE", re.compile(r"\b(?:dob|d\.o\.b\.?|born(?: on)?|birth ?(?:date|day)|date of birth)[\s:=\-]{1,4}(\d{1,2}[\s/.:\-]{1,3}\d{1,2}[\s/.:\-]{1,3}\d{2,4}|\d{6,8})(?!\d|\s?w(?:ks?|eeks?)?\b|w\d)", _I), 0.97, "A date of birth.", 1, digits=True),
    ),
)  # fmt: skip


def _month_word(match: re.Match[str]) -> bool:
    """ "may 5 patients" and "mar" inside a word are not dates: an abbreviation or "may"/"march" needs support."""
    found = match.group()
    lowered = found.lower()
    if re.search(r"\d\.\s(?:OCT|MAR|DEC|SEP|JAN)\.?$", found):  # "15 and 16. OCT shows fluid"
        return False
    if (
        re.search(r"\b(?:may|mar|dec|sun|sat|jan)\b", lowered)
        and found == lowered
        and not re.search(r"\d(?:st|nd|rd|th)|\b(?:19|20)\d\d|'\d\d", lowered)
    ):
        before = match.string[max(0, match.start() - 10) : match.start()].lower()
        return bool(re.search(r"(?:on|since|from|until|by|dated?|seen|for)\s$", before)) or lowered[0].isdigit()
    return True


def _lasting(match: re.Match[str]) -> bool:
    """So many months, as a British hand writes them."""
    return match.group("b") == "12" and fractions.lasts(match.string, match.start())


def _dots(match: re.Match[str]) -> bool:
    """1.2.23 may be a version or a section: dots need a four-digit year or two-digit parts."""
    if "." not in match.group("s"):
        return True
    found = match.group()
    first, second = int(match.group("a")), int(match.group("b"))
    if (
        max(first, second) > 12
        and re.search(r"\.[0-3]\d$", found)
        and not re.search(r"v(?:er(?:sion)?)?\.?\s?$", match.string[: match.start()][-8:], _I)
    ):
        return True
    return bool(re.search(r"(?:19|20)\d{2}$", found)) or bool(
        re.fullmatch(r"\d{2}\.\d{2}\.\d{2}", found.replace(" ", ""))
    )


def _cued(match: re.Match[str]) -> bool:
    """A word before "4/12" makes it a date. "on 4-12" can be one; "for 4-12 weeks", "of 3-5" are ranges."""
    cue = CUE.search(match.string, max(0, match.start() - 24), match.start())
    if cue is None:
        return False
    if "/" in match.group("d"):  # "discharge 4/7" is for four days
        if match.group("b") in ("7", "52", "12") and re.match(
            r"\s(?:ago|hx|history|later|post|into)\b", match.string[match.end() : match.end() + 9]
        ):
            return False  # "LMP 10/7 ago"
        return not (
            match.group("b") in ("7", "52", "12")
            and re.match(r"discharge\b|fever|symptoms|sx\b|for\b|return|recheck|rtc|review\b", cue.group(), _I)
        )
    dated = ("on", "seen", "dos", "dob", "dated", "admitted", "discharged", "due", "edd", "lmp")
    return cue.group().lower().startswith(dated) and int(match.group("a")) <= 12
