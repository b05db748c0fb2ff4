"""Second thoughts about numbers and single letters the tagger proposes: doses, scores, times of day, pressures."""

from __future__ import annotations

import re

from scrubber import fractions, lexicon

#: labels of names of any kind, and of numbers
NAMING = frozenset({"NAME", "PLACE", "HOSP", "WORK", "WEB"})
NUMBERS = frozenset({"ID", "PHONE", "WEB"})

#: "day 143 4100, day 183 3600"
VALUES_BY_DAY = re.compile(r"(?:(?:day\s-?)?\d{1,4}(?:\.\d+)?[,;\s]*)+", re.I)
_RELATIVE_DAY = re.compile(r"\bday\s-?\d*\s*$", re.I)
_MEASURED_BEFORE = re.compile(
    r"\b(?:pressure|saturations?|sats?|spo2|rate|hr|bp|map|pulse|ratio|titre|titer|levels?|score|ref|e?gfr|below|above|under|over|than|"
    r"day\s-?\d+)\W{0,3}(?:is|was|of|at|to|the)?\s*$",
    re.I,
)
_MEASURED_AFTER = re.compile(r"\s?(?:%|mm|mg|ml|mmol|g/|u/|bpm|kg|cm|ng|pg|iu\b|units?\b|/)", re.I)
#: "ER 8/8, PR 6/8" are Allred scores
_RECEPTORS = re.compile(r"\b(?:PR|HER2|Allred|Quick)\s{0,2}$")
_ACUITY = re.compile(r"\b(?:vision|visual|acuity|eyes?|od|os|ou|va|snellen)\b[^\n]{0,30}$", re.I)
CALLS_FOR_A_NUMBER = re.compile(
    r"(?:#|\b(?:no|nr|num|number|id|mrn|pin|code|ext|x|extension|pager|page|paged|beeper|phone|tel|call|cell|fax|acct|account|badge|locker|"
    r"unit|bed|room|lot|serial|ending|last (?:four|4)|ssn|policy|member|record|chart|case|ticket|tag|plate|study|accession)\b)"
    r"[^\n]{0,14}$",
    re.I,
)
#: "AP 61 VP 99": abbreviations and what was measured
READINGS = re.compile(r"(?:[A-Z]{1,5}\s\d{1,3}(?:\.\d)?%?[\s,;/]{0,2}){2,}|[A-Z]{2,5}\s\d{1,3}(?:\s?[x/-]\s?\d{1,3})?")
#: "1930 assessed", "shift 1900-0700": a time of day in four digits, at the beginning of a line or as a stretch
_CLOCK = re.compile(r"(?:[01]\d|2[0-4])[0-5]\d\s?[hH]?(?:\s[A-Z]|\s[A-Z]{1,4}\s\d{1,3})?")
_CLOCK_STRETCH = re.compile(r"(?:[01]\d|2[0-4])[0-5]\d\s?(?:-|to)\s?(?:[01]\d|2[0-4])[0-5]\d(?:\s\d{1,2})?")
_OPENS_LINE = re.compile(r"(?:^|\n)\s{0,4}[*•\-]?\s?$")
_AT_A_TIME = re.compile(
    r"(?:\b(?:at|by|until|till|til|since|from|to|before|after|around|about|approx|between|and|due|next|last|given|@)|[@~/\-–])\s?$",
    re.I,
)
#: "BG log 98-231": from a low value to a high one
_STRETCH = re.compile(r"(\d{2,3})\s?-\s?(\d{2,3})")
#: "Na 128 130 133"
_SERIES = re.compile(r"\d{1,3}(?:[\s-]\d{1,3}){2,6}")
_LAB_BEFORE = re.compile(
    r"\b(?:Na|K|Cl|CO2|HCO3|BUN|Cr|Creat|Gluc?|Ca|Mg|Mag|Phos|WBC|Hgb|Hb|Hct|Plts?|INR|PTT|Lac|Trop|CK|AST|ALT|ALP|Bili|CRP|ESR|BNP|BG|BS|BM|CBG|FSBG|accu|Wt|weights?|temps?|HR|MAP|UOP|sats?)[\s:]{1,2}$",
    re.I,
)
_FIELD_STRENGTH = re.compile(r"(?:1\.5|[0-9])\s?T")
_NUMERIC = re.compile(r"[\d./]+")
_DAY_AND_MONTH = re.compile(r"\d{1,2}/\d{1,2}")
#: "BiPAP 12/6", "vent 20/5"
_SET_BEFORE = re.compile(
    r"\b(?:bi-?pap|bilevel|ipap(?:/epap)?|vpap|avaps|niv|nippv|vent|settings?|pressures?)\s(?:of\s|at\s|to\s)?$", re.I
)
#: "SVE 1/30/-3", "off #27-28" (teeth), "teeth 14-15"
_NO_CALENDAR = re.compile(
    r"(?:\b(?:sve|ve|cvx|cervix|cx|dilat(?:ed|ion)|exam|bishop)[\s:]{1,2}|#|\b(?:tooth|teeth|molars?|incisors?|c-?spine|ribs?|levels?)\s)$",
    re.I,
)
#: "90 tabs"
_COUNTED_BEHIND = re.compile(r"\s(?!years?\b|yrs?\b)[a-z]{3,}s\b")
_SCORE_BEFORE = re.compile(r"([A-Z][\w-]{2,})\s$")
_INSTRUMENTS = frozenset(
    "ASRS MMSE MOCA MoCA SLUMS PHQ GAD AUDIT EPDS GDS FLACC CPOT NRS VAS RASS GCS NIHSS CAGE STOP MCHAT ADOS SCARED BDI BAI ESS BASDAI DAS SALT PASI EASI DLQI APGAR Apgar Apgars Ballard SOFA CURB HEART TIMI PERC WELLS RTS ISS Mayo MRC ROM VISA FMS KSS HSS".split()
)
#: "chole pod1"
_DAY_AFTER_SURGERY = re.compile(r"(?<!\bin )(?<!\bto )\bpod\s?#?$")
#: "1/52" is one week
_DURATION = re.compile(r"x?\d{1,2}/52")
_SIZE_BEHIND = re.compile(r"\s(?:DJ|JJ|Fr\b|stent|cmH2O|cm\b|mm\b)")
_CLOCKS = re.compile(r"(?<![\d/.,-])(?:[01]\d|2[0-4])[0-5]\d\s[A-Za-z]")
_OPENS_SENTENCE = re.compile(r"(?:^|\n|[.!?:]\s)\s?$")
#: a title, a label or a greeting before a name
ADDRESSED = re.compile(
    r"\b(?:drs?|mrs?|ms|miss|prof|professor|doctor|nurse|sister|patient|pt|named?|called|aka|surname|dear|hi|hello|thanks|signed|by)\b[.:,]{0,2}\s$|[:=]\s{0,3}$|(?:^|\n)\s*$",
    re.I,
)
#: "T . T ."
_ONE_OF_INITIALS = re.compile(r"\s?\.\s?[A-Z]\b|(?<![^\s])[A-Z]\s?\.\s?$")


#: "Case number 3": what is counted, and no room
_NUMBERED = re.compile(
    r"(?<!\w)(?!(?:room|bed|bay|chair|pod|cot|ward|unit|suite|cubicle|theatre|theater|stall|door|apt|flat|house|pager|bleep|ext)\b)[^\W\d_]+\s(?:number|no\.?)\s$",
    re.I,
)


def impossible(label: str, text: str, start: int, end: int) -> bool:
    """Whether a number or single letter cannot be an identifier of this kind where it stands."""
    before, behind, span = text[max(0, start - 40) : start], text[end : end + 8], text[start:end]
    if (
        label not in ("AGE", "ROOM")
        and not behind.startswith("/")
        and _tells_time(label, text[max(0, start - 250) : start], span, text[end : end + 250])
    ):
        return True
    if label in {*NUMBERS, "AGE", "DATE"} and _RELATIVE_DAY.search(before):
        return True
    if label in ("ID", "ROOM") and _NUMBERED.search(before) and len(span) < 3:
        return True
    if label in NAMING and _is_no_name(label, before, span, behind):
        return True
    if label in NUMBERS and _is_no_code(label, before, span):
        return True
    if label == "DATE":
        return _is_no_date(text, start, end)
    return label in ("AGE", "ROOM") and _is_measured(label, text, start, end)


def _is_no_name(label: str, before: str, span: str, behind: str) -> bool:
    if label == "NAME" and (before.endswith("/") or re.fullmatch(r"\W*X\W*", span)):  # "mg/L.", "I miss X"
        return True
    if label == "NAME" and re.fullmatch(r"[A-Z]\.?", span) and not ADDRESSED.search(before[-20:]):  # "hep B"
        return not (_ONE_OF_INITIALS.search(before) or _ONE_OF_INITIALS.match(behind))
    if label in {"WORK", "PLACE", "HOSP"} and re.fullmatch(r"[A-Z](?:&[A-Z])?\.?", span):  # "M&M"
        return True
    return span.isdigit() and len(span) < 3 and not re.search(r"[A-Z][\w']+[,.]?\s$", before)


def _is_no_code(label: str, before: str, span: str) -> bool:
    if label == "ID" and len(span) == 1:  # "question number 8"
        return True
    if CALLS_FOR_A_NUMBER.search(before[-24:]):
        return False
    if _SERIES.fullmatch(span) and _LAB_BEFORE.search(before):
        return True
    stretch = _STRETCH.fullmatch(span) if label == "ID" else None
    return sum(map(str.isdigit, span)) <= 4 or bool(stretch and int(stretch[1]) < int(stretch[2]))


def _is_no_date(text: str, start: int, end: int) -> bool:
    before, behind, span = text[max(0, start - 40) : start], text[end : end + 8], text[start:end]
    if _RECEPTORS.search(before) or re.match(r",?\s(?:and\s)?PR\b", behind):
        return True
    if _NO_CALENDAR.search(before) or _DURATION.fullmatch(span):
        return True
    if _NUMERIC.fullmatch(span) and fractions.is_no_date(text, start, end):
        return True
    if not _DAY_AND_MONTH.fullmatch(span):
        return bool(re.fullmatch(r"(?:6|20)/\d{1,3}", span) and _ACUITY.search(before))
    if _is_score(before) or _SET_BEFORE.search(before) or _SIZE_BEHIND.match(behind):
        return True
    return span.startswith(("6/", "20/")) and bool(_ACUITY.search(before))


def _is_measured(label: str, text: str, start: int, end: int) -> bool:
    before, behind = text[max(0, start - 40) : start], text[end : end + 8]
    if label == "ROOM" and _DAY_AFTER_SURGERY.search(before):
        return True
    if label == "ROOM" and _FIELD_STRENGTH.fullmatch(text, start, end):
        return True
    if label == "AGE" and (before[-2:].isalpha() or _COUNTED_BEHIND.match(text, end)):  # "UL97", but "F94" is an age
        return True
    return bool(_MEASURED_BEFORE.search(before) or _MEASURED_AFTER.match(behind))


def _is_score(before: str) -> bool:
    """ "Dix-Hallpike 2/4", "FLACC 8/10"; but "Prolia 5/9" and "Depo 4/12" tell when something was given."""
    found = _SCORE_BEFORE.search(before)
    if not found:
        return False
    words = found[1].split("-")
    return found[1] in _INSTRUMENTS or (
        len(words) > 1
        and all(lexicon.is_clinical_name(word.lower()) and lexicon.is_rare_name(word.lower()) for word in words)
    )


def _tells_time(label: str, before: str, span: str, behind: str) -> bool:
    if _CLOCK_STRETCH.fullmatch(span):
        return not CALLS_FOR_A_NUMBER.search(before[-24:])
    if not _CLOCK.fullmatch(span):
        return False
    if _OPENS_LINE.search(before) or (label in NAMING and _AT_A_TIME.search(before)):
        return True
    return bool(_OPENS_SENTENCE.search(before)) and bool(
        _CLOCKS.search(before) or _CLOCKS.search(behind) or _CLOCK_STRETCH.search(before)
    )


_CODE = re.compile(r"[A-Z0-9]+(?:[-/ #._][A-Z0-9]+)*")


def is_code(span: str, words: list[str]) -> bool:
    """ "AKBX412", "KRT 418": capitals that are no abbreviation, and two figures or more."""
    if not _CODE.fullmatch(span) or sum(map(str.isdigit, span)) < 2:
        return False
    return not any(
        lexicon.is_abbreviation(word.upper())
        or lexicon.is_medical(word)
        or lexicon.is_technical(word)
        or lexicon.is_drug(word)
        for word in words
    )
