"""Second thoughts about what the tagger proposes: a likely identifier that cannot be one where it stands."""

from __future__ import annotations

import re

from scrubber import density, edges, fractions, lexicon, unidentifying
from scrubber import implausible_shapes as shapes
from scrubber import plausible_names as names
from scrubber import plausible_numbers as numbers

_WORDS = re.compile(r"[^\W\d_]{2,}")
#: a day of the week alone is a relative time
_WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun on the last next this off and to am pm "
    "mondays tuesdays wednesdays thursdays fridays saturdays sundays morning afternoon evening night week".split()
)
#: a clinic of a weekday is no place
_OF_A_CLINIC = _WEEKDAYS | frozenset("clinic clinics list round ward headache".split())
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
_WORK_BEFORE = re.compile(
    r"\b(?:works?|worked|working|jobs?|occupation|employ\w*|profession|retired|career|former|business|owns?|owned|runs|ran|drives?|drove|teach\w*|"
    r"plays?|played|coach\w*|serves?|served|volunteers?|hired|shift|training|trained|studies|colleagues?|boss|manager|trade|"
    r"(?:he|she|who|they|i|patient|husband|wife|mother|father|mom|dad|son|daughter|brother|sister|partner|man|woman|lady|gentleman)(?:'s|\s(?:is|was))?)"
    r"\b[^.\n]{0,40}$|^\s*$",
    re.I,
)


#: score from which the tagger is believed, whatever a word looks like. From 0.97 down to here each identifier more on the corpora cost
#: two or three words taken wrongly; below it five
SURE = 0.7
#: score from which even a word of medicine is somebody's name or firm
PAST_DOUBT = 0.98


#: the same for several common words in a text without capitals: "at the four lanes crossroads"
_RATHER_SURE = 0.9


#: the same for two or three capitals that stand for nothing known: "RLP"
SURE_OF_INITIALS = 0.65
_CAPITALS = re.compile(r"\W*([A-Z]{2,3})\W*")


#: illnesses and findings that are also states or in no list of abbreviations
_SHORTHAND = frozenset(
    "MI HTN SI HI DKA AKI CKD UTI TIA CAP HAP VAP PNA SOB DOE CVA CHF ACS ALI ADL CAD PVD PAD DVT VTE OSA GDM IHD AVM NAD RTA MVA FTT BMT SLE FAP".split()
)


def _is_shorthand(capitals: str) -> bool:
    return capitals in _SHORTHAND or lexicon.is_abbreviation(capitals)


def _is_initials(span: str) -> bool:
    found = _CAPITALS.fullmatch(span)
    return found is not None and not lexicon.is_abbreviation(found[1])


def capped(label: str, text: str, start: int, end: int, score: float) -> float:
    """The score after a look at the words and their surroundings; never higher than before.

    Args:
        label: of the tagger, such as "NAME" or "PHONE".
        text: the document as the tagger read it; ``start`` and ``end`` are offsets in it.
    """
    span = text[start:end]
    if label == "DATE" and unidentifying.season(text, start, end):
        return min(score, names.IMPLAUSIBLE)
    if shapes.is_none(label, text, start, end):
        return min(score, names.IMPLAUSIBLE)
    words = _WORDS.findall(span.lower())
    if label == "NAME" and (capitals := _CAPITALS.fullmatch(span)) and _is_shorthand(capitals[1]):
        return score if score >= SURE and capitals[1] not in _SHORTHAND else min(score, names.DOUBTFUL)
    if score >= (SURE_OF_INITIALS if label == "NAME" and _is_initials(span) else SURE):
        may_mean = label in numbers.NAMING and bool(words)
        thing = may_mean and _means_a_thing(label, text, start, span, words, score)
        return (
            names.IMPLAUSIBLE if thing or (label == "DATE" and numbers.impossible(label, text, start, end)) else score
        )
    if words:
        return min(score, _limit_of_words(label, text, start, span, words, score))
    return min(score, names.IMPLAUSIBLE) if numbers.impossible(label, text, start, end) else score


def _limit_of_words(label: str, text: str, start: int, span: str, words: list[str], score: float) -> float:
    if _CONTRACTED.fullmatch(span) or (label in numbers.NUMBERS and numbers.READINGS.fullmatch(span)):
        return names.IMPLAUSIBLE
    if label not in numbers.NAMING and unidentifying.LABELS.issuperset(words) and not any(map(str.isdigit, span)):
        return names.IMPLAUSIBLE
    if (
        label == "DATE"
        and (scored := _NAMED_SCORE.fullmatch(span))
        and fractions.is_measured(text, start + scored.start(1), start + len(span))
    ):
        return names.IMPLAUSIBLE
    if label in {"PLACE", "HOSP"} and _CLOCK_FIRST.match(span):
        return names.IMPLAUSIBLE
    if label == "DATE" and span in _IN_CAPITALS_NO_MONTH and names.written_small(text, start, start + len(span)):
        return names.IMPLAUSIBLE
    if label == "DATE" and not any(map(str.isdigit, span)) and _WEEKDAYS.issuperset(words):
        return names.IMPLAUSIBLE
    if label in numbers.NUMBERS and set(words) == {"day"} and numbers.VALUES_BY_DAY.fullmatch(span):
        return names.IMPLAUSIBLE
    if (
        label == "ID"
        and sum(map(str.isdigit, span)) <= 3
        and not numbers.is_code(span, words)
        and not numbers.CALLS_FOR_A_NUMBER.search(text[max(0, start - 24) : start])
    ):
        return names.IMPLAUSIBLE
    if label == "AGE" and not _UNITS.isdisjoint(words):
        return names.IMPLAUSIBLE
    return _limit_of_name(label, text, start, span, words, score) if label in numbers.NAMING else 1.0


def _limit_of_name(label: str, text: str, start: int, span: str, words: list[str], score: float) -> float:
    """Of what was read as a person, place, firm, account or the like."""
    if _means_a_thing(label, text, start, span, words, score):
        return names.IMPLAUSIBLE
    if label == "NAME" and span.lower() in unidentifying.COUNTRIES and _LOCATED.search(text, max(0, start - 4), start):
        return names.DOUBTFUL
    if _ON_A_SUBJECT.search(text, max(0, start - 12), start) and all(
        0 < lexicon.word_class(word) <= 3 for word in words
    ):
        return names.IMPLAUSIBLE
    if len(words) == 1 and (words[0] in _ANSWERS or (_SPECIALIST.search(words[0]) and lexicon.surname(words[0]) < 3)):
        return names.IMPLAUSIBLE
    limit = _limit_of_place(label, text, start, span, words)
    return limit if limit < 1 else _limit_of_company(label, text, start, span, words, score)


def _means_a_thing(label: str, text: str, start: int, span: str, words: list[str], score: float) -> bool:
    """A month, a tablet or something printed: that it is nobody however sure the tagger is; a word of medicine mostly."""
    if label == "NAME" and span in _MONTHS_AND_NAMES and _WHEN_BEFORE.search(text, max(0, start - 8), start):
        return True
    if label == "NAME" and (_TABLET.match(text, start) or _ITEM.match(text, start)):
        return True
    if label in {"PLACE", "HOSP", "WORK"} and unidentifying.names_nobody(text, start, start + len(span), label):
        return not span.startswith("ZIP")
    if label in {"HOSP", "PLACE"} and (_DEPARTMENT.issuperset(words) or _HOUSE_STAFF.match(text, start)):
        return True
    if _is_print(label, text, start, span, words):
        return True
    if score >= PAST_DOUBT and label != "PLACE" and not names.is_specimen(text, start, start + len(span)):
        return False
    return all(map(_of_medicine, re.findall(r"[^\W\d_]{2,}", span)))


def _limit_of_place(label: str, text: str, start: int, span: str, words: list[str]) -> float:
    if label in {"HOSP", "PLACE"} and not _OF_A_CLINIC.isdisjoint(words) and _OF_A_CLINIC.issuperset(words):
        return names.IMPLAUSIBLE
    if label in {"HOSP", "PLACE"} and all(lexicon.is_clinical_name(word) and not lexicon.place(word) for word in words):
        return names.IMPLAUSIBLE
    if label in {"PLACE", "HOSP"} and not _WHEREABOUTS.search(text, max(0, start - 60), start):
        if re.match(r"\s\d{1,3}/\d", text[start + len(span) : start + len(span) + 6]) or _SCORED.fullmatch(span):
            return names.IMPLAUSIBLE
        if density.nobodys(words) and density.thick_with_medicine(text, start, start + len(span)):
            return names.DOUBTFUL
    return 1.0


def _limit_of_company(label: str, text: str, start: int, span: str, words: list[str], score: float) -> float:
    """By what stands beside it, and how it is written."""
    if label != "NAME" and (scored := _SCORED.fullmatch(span)) and lexicon.is_clinical_name(scored[1].lower()):
        return names.IMPLAUSIBLE
    if label in {"HOSP", "PLACE"} and span in edges.STAND_BESIDE_NAMES:
        return names.IMPLAUSIBLE
    if _LEARNED.search(span) and lexicon.is_clinical_name(words[0]):
        return names.IMPLAUSIBLE
    if label == "WEB" and len(words) == 1 and span.isalpha() and not _ACCOUNT.search(text[max(0, start - 30) : start]):
        return names.DOUBTFUL
    if unidentifying.names_nobody(text, start, start + len(span), label):
        return names.IMPLAUSIBLE
    if (
        label == "PLACE"
        and all(0 < lexicon.word_class(word) <= 3 and (span.islower() or not lexicon.place(word)) for word in words)
        and (len(words) == 1 or score < _RATHER_SURE or names.written_with_capitals(text, start))
    ):
        return names.IMPLAUSIBLE
    if label != "ROOM" and _FRENCH_SIZE.match(span):
        return names.IMPLAUSIBLE
    if (
        label in {"PLACE", "HOSP", "WORK"}
        and len(words) == 1
        and len(span) < 8
        and names.is_heading(text, start, start + len(span), words)
    ):
        return names.IMPLAUSIBLE
    if label == "NAME":
        limit = names.limit(text, start, span, words, score)
        if limit < 1:
            return limit
    if span.islower() and names.written_with_capitals(text, start):
        if label in {"HOSP", "PLACE"} and max(map(lexicon.place, words)) < 2:
            return names.IMPLAUSIBLE
        if label == "WORK" and not _WORK_BEFORE.search(text[max(0, start - 60) : start]):
            return names.IMPLAUSIBLE
    return 1.0


def _is_print(label: str, text: str, start: int, span: str, words: list[str]) -> bool:
    """Words that look like a name only because of how they are printed: a weekday, a unit, a gene, a species, a country."""
    before, behind = text[max(0, start - 24) : start], text[start + len(span) : start + len(span) + 5]
    if (label == "NAME" and re.match(r"-\d", behind)) or re.match(r"-[A-Z]{2}", behind):  # "Ki-67", "Lead-DBS"
        return True
    if label == "NAME" and (_WEEKDAYS.issuperset(words) or (before.endswith("/") and _LITRE.match(span))):
        return all(map(names.bears_no_name, words)) or _WEEKDAYS.issuperset(words)
    if re.fullmatch(r"[A-Z]{4,}\d{1,2}[A-Z]?", span) or (span[-1:].isalpha() and re.match(r"\d", behind)):
        return all(map(names.bears_no_name, words))
    if span.islower() and before.endswith("*") and behind.startswith("*"):  # a species or a gene in italics
        return True
    if span.islower() and len(words) == 1 and (genus := _GENUS.search(before)):
        return lexicon.is_medical(genus[1].lower()) and names.bears_no_name(genus[1].lower())
    if span.istitle() and len(words) == 1 and (words[0] in unidentifying.COUNTRIES or words[0] in unidentifying.STATES):
        return bool(_FROM_A_COUNTRY.search(before)) or behind.startswith(" ink")
    return (
        label in {"WORK", "PLACE"}
        and span.islower()
        and lexicon.is_medical(words[-1])
        and not 0 < lexicon.word_class(words[-1]) <= 3
        and names.written_with_capitals(text, start)
    )


_UNITS = frozenset("mmhg mg ml mcg kg cm mm bpm mmol iu units litres".split())
_LITRE = re.compile(r"[A-Z]\.")
_GENUS = re.compile(r"\b([A-Z][a-z]{4,})\s$")
_FROM_A_COUNTRY = re.compile(
    r"\b(?:in|from|to|via|across|through|around|visiting|visited)\s(?:(?:sou|nor)thern\s|(?:ea|we)stern\s|central\s|rural\s)?$",
    re.I,
)


def _of_medicine(word: str) -> bool:
    """A drug, a technical term or an abbreviation that is nobody's known name."""
    lowered = word.lower()
    if lexicon.is_drug(lowered) or lexicon.is_technical(lowered) or lexicon.is_abbreviation(word):
        return True
    return word.islower() and 0 < lexicon.word_class(lowered) <= 6 and names.bears_no_name(lowered)


#: "They've", "I'm": what a pronoun and a verb became
_CONTRACTED = re.compile(
    r"(?:i|you|we|they|he|she|it|that|there|here|who|what|where|how|let|y'all)'(?:ve|re|ll|m|d|s)|\w{2,6}n't|y'all|'?til|'?cause|'?bout|'?em|o'clock|ma'am",
    re.I,
)
#: "Bristol 6", "Lille 0.3", read as one
_WHEREABOUTS = re.compile(
    r"\b(?:in|at|from|to|near|of|outside|visiting|via|around|leaving|left|by)\s(?:the\s)?(?:(?-i:[A-Z][\w'’-]+,?\s){1,4}(?<=,\s))?$",
    re.I,
)
_HOUSE_STAFF = re.compile(r"House (?:Officer|Surgeon|Physician|Staff)")
#: "the Fleischner Society"
_LEARNED = re.compile(r"\s(?:Society|Association|College|Foundation|Consortium|Collaboration|Group)$")
#: before a country that people are called by as well: "Genetics clinic, Israel"; "a call from Jordan" is of a person
_LOCATED = re.compile(r"[a-z],\s$")
_SCORED = re.compile(r"([A-Z][a-z]+)\s\d{1,2}(?:\.\d)?")
#: the record of drugs given, a scan of the eye, a decimal
_IN_CAPITALS_NO_MONTH = frozenset({"MAR", "OCT", "DEC", "SEP", "JAN", "EMAR"})
#: "T. Dolo 650 SOS"
#: "A. Colon, sigmoid", "Day 21": an item of a list, and what is counted
_ITEM = re.compile(r"(?:(?<![^\n.;:] )[A-H]\.\s(?=[A-Z][a-z]+(?:,\s[a-z]|:))|(?:Day|Grade|Stage|Cycle|Week|Month)\s\d)")
_TABLET = re.compile(
    r"(?:T|Tab|Cap|Inj|Syp|Syr)\.?\s[A-Z][\w-]+\s\d{1,4}(?:\.\d)?\s?(?:mg|mcg|ml|g\b|SOS|OD|BD|TDS|HS|QID|stat|x\b|[01]-[01]-[01])",
    re.I,
)
_ON_A_SUBJECT = re.compile(r"(?:^|\n)\s*(?:re|subject|topic|title)\s?:\s*$", re.I)
#: "Apgars 8/9", read as one
_NAMED_SCORE = re.compile(r"[A-Za-z]{2,10}\s(\d{1,2}(?:/\d{1,2}){1,2})(?:,?\s\d{1,2}(?:/\d{1,2}){1,2}){0,3}")
#: "0715 rec'd"
_CLOCK_FIRST = re.compile(r"(?:[01]\d|2[0-4])[0-5]\d\s[a-z]")
_MONTHS_AND_NAMES = frozenset({"April", "May", "June", "August", "Jan"})
_WHEN_BEFORE = re.compile(r"\b(?:every|each|in|since|by|until|last|next|early|late|mid)\s$", re.I)
_FRENCH_SIZE = re.compile(r"\d{1,2}(?:\.\d)?\s?F[rG]?\b")
#: said in place of a name
_ANSWERS = frozenset(
    "hospitalist telehealth virtual withheld declined self none unknown various pending anonymous".split()
)
_SPECIALIST = re.compile(
    r"(?:ologist|iatrist|iatrician|surgeon|physician|practitioner|therapist|dietitian|dietician|pharmacist|registrar|consultant|sonographer|technologist)s?$"
)
