"""Second thoughts about what the tagger proposes: a likely identifier that cannot be one where it stands."""

from __future__ import annotations

import re

from scrubber import density, lexicon, persons, unidentifying

_CODE = re.compile(r"[A-Z0-9]+(?:[-/ #._][A-Z0-9]+)*")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_NAMING = frozenset({"NAME", "PLACE", "HOSP", "WORK", "WEB"})
_NUMBERS = frozenset({"ID", "PHONE", "WEB"})
#: how sure the tagger must be that an eponym is a person here
_SURE = 0.75
_IMPLAUSIBLE, _DOUBTFUL = 0.1, 0.4
#: a day of the week alone is a relative time
_WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun on the last next this and to "
    "mondays tuesdays wednesdays thursdays fridays saturdays sundays morning afternoon evening night week".split()
)
#: a clinic of a weekday is no place
_OF_A_CLINIC = _WEEKDAYS | frozenset("clinic clinics list round ward headache".split())
_CALLS_FOR_A_NUMBER = re.compile(
    r"(?:#|\b(?:no|nr|num|number|id|mrn|pin|code|ext|x|extension|pager|page|paged|beeper|phone|tel|call|cell|fax|acct|account|badge|locker|"
    r"unit|bed|room|lot|serial|ending|last (?:four|4)|ssn|policy|member|record|chart|case|ticket|tag|plate|study|accession)\b)"
    r"[^\n]{0,14}$",
    re.I,
)
#: what departments are called
_DEPARTMENT = frozenset(
    "general internal acute emergency family elderly geriatric stroke day plastic vascular breast medicine surgery care practice "
    "surgical medical dental eye ear women men children intensive critical coronary high dependency admissions assessment unit".split()
)
#: what introduces an account: without it a lone word is none
_ACCOUNT = re.compile(
    r"@|\b(?:handle|user|username|login|account|profile|insta\w*|ig|twitter|tweet\w*|x|tiktok|snap\w*|facebook|fb|reddit|discord|telegram|whatsapp|youtube|"
    r"linkedin|blog|site|website|posts? as|goes by|known as|screen name|online|wifi|password|portal|tag|dm)\b[^\n]{0,16}$",
    re.I,
)
#: a year alone is no identifier (45 CFR 164.514(b)(2)(i)(C))
_YEAR = re.compile(r"(?:19[5-9]|20[0-4])\d")
#: "day 143 4100, day 183 3600"
_VALUES_BY_DAY = re.compile(r"(?:(?:day\s-?)?\d{1,4}(?:\.\d+)?[,;\s]*)+", re.I)
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
_WORK_BEFORE = re.compile(
    r"\b(?:works?|worked|working|jobs?|occupation|employ\w*|profession|retired|career|former|business|owns?|owned|runs|ran|drives?|drove|teach\w*|"
    r"plays?|played|coach\w*|serves?|served|volunteers?|hired|shift|training|trained|studies|colleagues?|boss|manager|trade|"
    r"(?:he|she|who|they|i|patient|husband|wife|mother|father|mom|dad|son|daughter|brother|sister|partner|man|woman|lady|gentleman)(?:'s|\s(?:is|was))?)"
    r"\b[^.\n]{0,40}$|^\s*$",
    re.I,
)


def capped(label: str, text: str, start: int, end: int, score: float) -> float:
    """The score after a look at the words and their surroundings; never higher than before.

    Args:
        label: of the tagger, such as "NAME" or "PHONE".
        text: the document as the tagger read it; ``start`` and ``end`` are offsets in it.
    """
    span = text[start:end]
    if label == "DATE" and unidentifying.season(text, start, end):
        return min(score, _IMPLAUSIBLE)
    if label != "AGE" and _YEAR.fullmatch(span):
        return min(score, _IMPLAUSIBLE)
    words = _WORDS.findall(span.lower())
    if words:
        return min(score, _limit_of_words(label, text, start, span, words, score))
    return min(score, _limit_of_number(label, text, start, end))


def _limit_of_words(label: str, text: str, start: int, span: str, words: list[str], score: float) -> float:
    if label == "DATE" and not any(map(str.isdigit, span)) and _WEEKDAYS.issuperset(words):
        return _IMPLAUSIBLE
    if label in _NUMBERS and set(words) == {"day"} and _VALUES_BY_DAY.fullmatch(span):
        return _IMPLAUSIBLE
    if (
        label == "ID"
        and sum(map(str.isdigit, span)) <= 3
        and not _is_code(span, words)
        and not _CALLS_FOR_A_NUMBER.search(text[max(0, start - 24) : start])
    ):
        return _IMPLAUSIBLE
    if label == "AGE" and not _UNITS.isdisjoint(words):
        return _IMPLAUSIBLE
    if label not in _NAMING:
        return 1.0
    if _is_print(label, text, start, span, words):
        return _IMPLAUSIBLE
    if all(map(_of_medicine, re.findall(r"[^\W\d_]{2,}", span))):
        return _IMPLAUSIBLE
    if label in {"HOSP", "PLACE"} and not _OF_A_CLINIC.isdisjoint(words) and _OF_A_CLINIC.issuperset(words):
        return _IMPLAUSIBLE
    if label in {"HOSP", "PLACE"} and all(lexicon.is_clinical_name(word) and not lexicon.place(word) for word in words):
        return _IMPLAUSIBLE
    if label in {"PLACE", "HOSP"} and not _WHEREABOUTS.search(text[max(0, start - 14) : start]):
        if re.match(r"\s\d{1,3}/\d", text[start + len(span) : start + len(span) + 6]) or _SCORED.fullmatch(span):
            return _IMPLAUSIBLE
        if density.nobodys(words) and density.thick_with_medicine(text, start, start + len(span)):
            return _DOUBTFUL
    if label != "NAME" and (scored := _SCORED.fullmatch(span)) and lexicon.is_clinical_name(scored[1].lower()):
        return _IMPLAUSIBLE
    if label in {"HOSP", "PLACE"} and _DEPARTMENT.issuperset(words):
        return _IMPLAUSIBLE
    if label == "WEB" and len(words) == 1 and span.isalpha() and not _ACCOUNT.search(text[max(0, start - 30) : start]):
        return _DOUBTFUL
    if unidentifying.names_nobody(text, start, start + len(span), label):
        return _IMPLAUSIBLE
    if label == "PLACE" and all(0 < lexicon.word_class(word) <= 3 and not lexicon.place(word) for word in words):
        return _IMPLAUSIBLE
    if label == "NAME":
        limit = _limit_of_name(text, start, span, words, score)
        if limit < 1:
            return limit
    if span.islower() and _written_with_capitals(text, start):
        if label in {"HOSP", "PLACE"} and max(map(lexicon.place, words)) < 2:
            return _IMPLAUSIBLE
        if label == "WORK" and not _WORK_BEFORE.search(text[max(0, start - 60) : start]):
            return _IMPLAUSIBLE
    return 1.0


def _is_code(span: str, words: list[str]) -> bool:
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


def _is_print(label: str, text: str, start: int, span: str, words: list[str]) -> bool:
    """Words that look like a name only because of how they are printed: a weekday, a unit, a gene, a species, a country."""
    before, behind = text[max(0, start - 24) : start], text[start + len(span) : start + len(span) + 5]
    if (label == "NAME" and re.match(r"-\d", behind)) or re.match(r"-[A-Z]{2}", behind):  # "Ki-67", "Lead-DBS"
        return True
    if label == "NAME" and (_WEEKDAYS.issuperset(words) or (before.endswith("/") and _LITRE.match(span))):
        return all(map(_bears_no_name, words)) or _WEEKDAYS.issuperset(words)
    if re.fullmatch(r"[A-Z]{4,}\d{1,2}[A-Z]?", span) or (span[-1:].isalpha() and re.match(r"\d", behind)):
        return all(map(_bears_no_name, words))
    if span.islower() and before.endswith("*") and behind.startswith("*"):  # a species or a gene in italics
        return True
    if span.islower() and len(words) == 1 and (genus := _GENUS.search(before)):
        return lexicon.is_medical(genus[1].lower()) and _bears_no_name(genus[1].lower())
    if span.istitle() and words[0] in unidentifying.COUNTRIES and len(words) == 1:
        return bool(_FROM_A_COUNTRY.search(before)) or behind.startswith(" ink")
    return label in {"WORK", "PLACE"} and span.islower() and lexicon.is_medical(words[-1])


def _ends_in_medicine(text: str, start: int, span: str, words: list[str]) -> bool:
    """ "morbilliform rash"; "Icteric, alert" at the beginning of a sentence."""
    if not lexicon.is_medical(words[-1]):
        return False
    return span.islower() or (len(words) == 1 and bool(_OPENS_SENTENCE.search(text, max(0, start - 3), start)))


def _is_heading(text: str, start: int, end: int, words: list[str]) -> bool:
    """ "Abd: soft", "Flexi: Mayo 3": a clipped word before a colon, and nobody's known name."""
    if text[end : end + 1] != ":" or not _OPENS_SENTENCE.search(text, max(0, start - 3), start):
        return False
    return all(max(lexicon.surname(word), lexicon.first_name(word)) < 4 for word in words)


def _is_order(span: str) -> bool:
    """ "Clamp NG": a word of English and an abbreviation."""
    first, *rest = span.split()
    plain = 0 < lexicon.word_class(first.lower()) <= 5 and lexicon.first_name(first.lower()) < 4
    return plain and bool(rest) and all(map(lexicon.is_abbreviation, rest))


def _is_addressed(text: str, start: int, end: int) -> bool:
    """A title, a label or a greeting before it, or behind it what only people do."""
    return bool(_ADDRESSED.search(text, max(0, start - 20), start) or persons.AFTER.match(text, end))


def _written_small(text: str, start: int, end: int) -> bool:
    """Whether the line around is not all capitals."""
    line = text[max(0, start - 60) : start] + text[end : end + 60]
    return sum(map(str.islower, line)) > sum(map(str.isupper, line))


def _shouts(text: str, start: int, end: int, word: str) -> bool:
    """ "per RAPIDO": capitals in a line of small letters, nobody's known name, and no title or greeting before."""
    if max(lexicon.surname(word), lexicon.first_name(word)) >= 4 or not _written_small(text, start, end):
        return False
    return not (_ADDRESSED.search(text, max(0, start - 20), start) or persons.AFTER.match(text, end))


#: "T . T ."
_ONE_OF_INITIALS = re.compile(r"\s?\.\s?[A-Z]\b|(?<![^\s])[A-Z]\s?\.\s?$")
_ADDRESSED = re.compile(
    r"\b(?:drs?|mrs?|ms|miss|prof|professor|doctor|nurse|sister|patient|pt|named?|called|aka|surname|dear|hi|hello|thanks|signed|by)\b[.:,]{0,2}\s$|[:=]\s{0,3}$|(?:^|\n)\s*$",
    re.I,
)
_IN_CAPITALS = re.compile(r"\b[A-Z]{6,}\b")
_UNITS = frozenset("mmhg mg ml mcg kg cm mm bpm mmol iu units litres".split())
_LITRE = re.compile(r"[A-Z]\.")
_GENUS = re.compile(r"\b([A-Z][a-z]{4,})\s$")
_FROM_A_COUNTRY = re.compile(
    r"\b(?:in|from|to|via|across|through|around|visiting|visited)\s(?:(?:sou|nor)thern\s|(?:ea|we)stern\s|central\s|rural\s)?$",
    re.I,
)


def _limit_of_name(text: str, start: int, span: str, words: list[str], score: float) -> float:
    """Names of medicine, and lone words nobody is known by, are people only where they stand like people."""
    end = start + len(span)
    if span.islower() and _written_with_capitals(text, start) and all(map(_bears_no_name, words)):
        return 1.0 if persons.beside_a_person(text, start, end) else _DOUBTFUL
    if score < _SURE and all(map(lexicon.is_named_after, words)):
        return _DOUBTFUL
    if _is_heading(text, start, end, words) or _is_order(span):
        return _DOUBTFUL
    if density.nobodys(words) and density.thick_with_medicine(text, start, end):
        return 1.0 if _is_addressed(text, start, end) else _DOUBTFUL
    if score < _SURE and _bears_no_name(words[0]) and _ends_in_medicine(text, start, span, words):
        return 1.0 if persons.beside_a_person(text, start, end) else _DOUBTFUL
    if all(map(lexicon.is_clinical_name, words)) and sum(map(_bears_no_name, words)) * 2 >= len(words):
        return 1.0 if persons.beside_a_person(text, start, end) else _DOUBTFUL
    if len(words) == 1 and len(span) > 2 and span.isupper() and _shouts(text, start, end, words[0]):
        return _DOUBTFUL
    if _IN_CAPITALS.search(span) and all(map(_bears_no_name, words)) and _written_small(text, start, end):
        return 1.0 if persons.beside_a_person(text, start, end) else _DOUBTFUL
    if len(words) > 1 or _KNOWN_LINE.search(text, max(0, start - 40), start):
        return 1.0
    if persons.beside_a_thing(text, start, end) or _GRADED.match(text, end):
        return _DOUBTFUL
    if span.isupper() and lexicon.is_medical(words[0]) and lexicon.first_name(words[0]) < 5:
        return _DOUBTFUL
    if lexicon.is_derived(words[0]) and not persons.beside_a_person(text, start, end):
        return _DOUBTFUL
    everyday = 0 < lexicon.word_class(words[0]) <= 5 and lexicon.first_name(words[0]) < 5
    if everyday and score < _SURE and _OPENS_SENTENCE.search(text, max(0, start - 3), start):
        return 1.0 if persons.AFTER.match(text, end) else _DOUBTFUL
    return 1.0


def _of_medicine(word: str) -> bool:
    """A drug, a technical term or an abbreviation that is nobody's known name."""
    lowered = word.lower()
    if lexicon.is_drug(lowered) or lexicon.is_technical(lowered) or lexicon.is_abbreviation(word):
        return True
    return word.islower() and 0 < lexicon.word_class(lowered) <= 6 and _bears_no_name(lowered)


def _bears_no_name(word: str) -> bool:
    """True for a word that at most a few hundred people are called, and no town."""
    return lexicon.surname(word) <= 2 and lexicon.first_name(word) <= 2 and not lexicon.place(word)


#: "Seen by: Kroeber", "Attending - Kroeber": the label says enough
_KNOWN_LINE = re.compile(r"(?:^|\n|\s)[A-Za-z /]{2,30}\s?[:=]\s{0,3}$")


#: "Lindegaard 4.1", "Hinchey Ib": a value or a stage follows
_GRADED = re.compile(
    r"\s(?:\d{1,3}\.\d{1,2}(?![\d.])|(?:II|III|IV|V|VI|I[a-c]|[IV]{2,3}[a-c])(?=[\s,.;)])|[A-Z]\d{1,2}(?![\w/])|"
    r"\d{1,2}(?:/\d{1,2})?(?=[,.;)]|\s(?:to|and|at|min|after|before|on|with|then)\b|\s?$)(?!,\s\d|\.\d))"
)
#: "Bristol 6", "Lille 0.3", read as one
_WHEREABOUTS = re.compile(r"\b(?:in|at|from|to|near|of|outside|visiting|via|around|leaving|left|by)\s(?:the\s)?$", re.I)
_SCORED = re.compile(r"([A-Z][a-z]+)\s\d{1,2}(?:\.\d)?")
_OPENS_SENTENCE = re.compile(r"(?:^|\n|[.!?:]\s)\s?$")


def _written_with_capitals(text: str, start: int) -> bool:
    """Whoever writes capitals elsewhere would have written this name with one."""
    near = text[max(0, start - 200) : start]
    return sum(map(str.isupper, near)) >= 2


def _limit_of_number(label: str, text: str, start: int, end: int) -> float:
    before, behind, span = text[max(0, start - 40) : start], text[end : end + 8], text[start:end]
    digits = sum(map(str.isdigit, span))
    if label == "NAME" and (before.endswith("/") or re.fullmatch(r"\W*X\W*", span)):  # "mg/L.", "I miss X"
        return _IMPLAUSIBLE
    if label == "NAME" and re.fullmatch(r"[A-Z]\.?", span) and not _ADDRESSED.search(before[-20:]):  # "hep B"
        return 1.0 if _ONE_OF_INITIALS.search(before) or _ONE_OF_INITIALS.match(behind) else _IMPLAUSIBLE
    if label in {"WORK", "PLACE", "HOSP"} and re.fullmatch(r"[A-Z](?:&[A-Z])?\.?", span):  # "M&M"
        return _IMPLAUSIBLE
    if label in _NUMBERS and digits <= 4 and not _CALLS_FOR_A_NUMBER.search(before[-24:]):
        return _IMPLAUSIBLE
    if label == "AGE" and before[-2:].isalpha():  # "UL97", but "F94" is an age
        return _IMPLAUSIBLE
    if label in {*_NUMBERS, "AGE", "DATE"} and _RELATIVE_DAY.search(before):
        return _IMPLAUSIBLE
    if label in ("AGE", "ROOM") and (_MEASURED_BEFORE.search(before) or _MEASURED_AFTER.match(behind)):
        return _IMPLAUSIBLE
    if label == "DATE" and (_RECEPTORS.search(before) or re.match(r",?\s(?:and\s)?PR\b", behind)):
        return _IMPLAUSIBLE
    if label == "DATE" and re.fullmatch(r"(?:6|20)/\d{1,3}", span) and _ACUITY.search(before):
        return _IMPLAUSIBLE
    return 1.0
