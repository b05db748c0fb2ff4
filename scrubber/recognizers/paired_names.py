"""Names without a cue, by the lexicon: a first name and a surname, "Last, First", a name with an initial."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrubber import lexicon, persons, unidentifying
from scrubber.findings import Candidate
from scrubber.registry import Document, watch

WORD = r"[A-Z\u00c0-\u00de][\w'\-\u00c0-\u024f]{0,24}"
PARTICLE = r"(?:de la|de los|de las|van der|van den|van de|von der|de|del|della|di|da|dos|das|van|von|der|den|bin|bint|ibn|al|el|la|le|ter|ten|y|abu|ben|st\.)"
NOT_NAME = frozenset(
    "thank thanks regarding diagnosis further the a an and or but if in on at of for with without by from to as is was has had have he she they his her their it this that these those who which what when where why how not no yes patient history "
    "reports denies states presents today yesterday tomorrow currently also however then there here please plan assessment impression chief complaint past medical surgical family social review systems physical exam "
    "medications allergies labs imaging monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december i we you my our your me us "
    "negative positive normal abnormal mild moderate severe acute chronic left right bilateral pain fever cough blood heart chest ct mri ed er icu us male female man woman syndrome disease sign test score criteria "
    "hosp univ dept ctr hospital mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sept oct nov dec trial study procedure maneuver manoeuvre catheter tube line classification stage grade scale index fracture reflex phenomenon".split()
)
_REVERSED = re.compile(r"(?<![\w'])([A-Z][\w'\-]{1,22},\s(?:[A-Z][\w'\-]{1,20}|[A-Z]\.)(?:\s[A-Z]\.?(?!/))?)(?![\w'])")
_PAIR = re.compile(
    r"(?<![\w'\-])("
    + WORD
    + r")((?:\s[A-Z]\.?)?(?:\s\"[A-Z]\w{1,15}\")?\s(?:"
    + PARTICLE
    + r"\s)?)("
    + WORD
    + r")(?![\w\-])"
)
_INITIAL = re.compile(
    r"(?<![\w'])([A-Z][a-z'\-]{2,20} [A-Z]\.)(?=[\s,;:)?]|$)|(?<![\w'])(?<!\d\s)((?:[A-Z]\.\s?){1,2}[A-Z][a-z'\-]{2,20})(?![\w])"
)
#: "LA grade C. Hill grade 3": the letter is a grade
_GRADE_BEFORE = re.compile(
    r"\b(?:grade|stage|type|class|group|category|hepatitis|vitamin|zone|influenza|factor|figure|panel|weber|child|model|arm|score)\s$",
    re.I,
)
_INITIAL_FIRST = re.compile(r"(?<![\w'.-])(?<!\d\s)((?:[A-Z]\.\s?){1,2}[A-Z][a-z'\-]{3,20})(?![\w])")
#: a strength or how often: what stands before it is a tablet
_DOSED = re.compile(
    r"\s(?:\d{1,4}(?:\.\d+)?\s?(?:mg|mcg|ml|g\b|%|SOS|OD|BD|TDS|HS|x|[01]-[01]-[01]|bd|od|tds|hs|daily)|[01]-[01]-[01])"
)


def plausible_surname(word: str) -> bool:
    """In the lexicon and no everyday word."""
    word = word.lower().removesuffix("'s").strip("'.")
    rank = lexicon.word_class(word)
    return (
        lexicon.surname(word) >= (1 if rank == 0 else 4)
        and not (0 < rank <= 2 and lexicon.surname(word) < 6)
        and (not lexicon.is_medical(word) or lexicon.surname(word) >= 7)
    )


def plausible_first(word: str) -> bool:
    """A first name that is common enough, or common as a name though also a word."""
    word = word.lower().removesuffix("'s").strip("'.")
    rank = lexicon.word_class(word)
    return lexicon.first_name(word) >= (2 if rank == 0 else 6) and word not in NOT_NAME


def _surely_called(first: str, last: str) -> bool:
    """ "Denise Pfeiffer": so common a first name makes a person of an eponym too."""
    return (
        lexicon.first_name(first.lower()) >= 6
        and not lexicon.word_class(first.lower())
        and lexicon.surname(last.lower()) >= 4
    )


def abbreviates(word: str) -> bool:
    """ "Lenora GBS unknown": an abbreviation or a label behind a name that is not in capitals itself."""
    return word.isupper() and len(word) > 1 and (lexicon.is_abbreviation(word) or word.lower() in unidentifying.LABELS)


def nobodys_word(word: str) -> bool:
    """Neither English nor medicine, and known as a name or at least long enough to be one."""
    found = lexicon.bits(word)
    if lexicon.word_class(word) or lexicon.is_medical(word) or lexicon.is_drug(word) or lexicon.is_clinical_name(word):
        return False
    return bool(found & 0x3F) or (len(word) >= 6 and not found)


#: how words end that a lexicon may lack and that are hardly anybody's name
_WORDLIKE = re.compile(
    r"(?:ed|ing|tion|sion|ema|aemia|emia|osis|itis|ous|ical|ity|ment|ness|ate|ated|ally|ised|ized|able|graphy|scopy|ectomy|stomy|pathy|idone|amine|ium|phil)$"
)


def _listed(text: str, match: re.Match[str]) -> bool:
    """True inside a list: "Crohn, Graves, Hashimoto" is three diseases and no person."""
    before, behind = text[max(0, match.start() - 3) : match.start()], text[match.end() : match.end() + 8]
    return before.rstrip(" ").endswith(",") or bool(re.match(r"(?:,|\s(?:and|or|&))\s[A-Z][a-z]", behind))


def _clinical_pair(first: str, last: str) -> bool:
    words = (first.lower(), last.lower().removesuffix("'s"))
    return any(map(lexicon.is_drug, words)) or (
        all(map(lexicon.is_clinical_name, words)) and any(map(lexicon.is_rare_name, words))
    )


def _abbreviated_pair(first: str, last: str) -> bool:
    """ "ANCA MPO", "ROTEM EXTEM", "Hamilton G5": a test or a device and what follows it."""
    if (
        last[-1].isdigit()
        or re.fullmatch(r"[IVX]+[a-c]?", last)
        or (not first.isupper() and abbreviates(last))
        or (first.isupper() and abbreviates(first) and not last.isupper())
    ):
        return True
    return (
        first.isupper()
        and last.isupper()
        and lexicon.first_name(first.lower()) < 5
        and lexicon.surname(last.lower()) < 4
    )


def _paired(document: Document) -> Iterator[Candidate]:
    text = document.view.text
    why = "A known first name is followed by a surname."
    for match in document.matches(_PAIR):
        first, last = match.group(1), match.group(3)
        if (
            plausible_first(first)
            and (
                plausible_surname(last)
                or _surely_called(first, last)
                or not lexicon.bits(last.lower().removesuffix("'s"))
            )
            and last.lower() not in NOT_NAME
            and not _clinical_pair(first, last)
            and not _abbreviated_pair(first, last)
            and not persons.beside_a_thing(text, *match.span())
        ):
            yield document.candidate(match.start(), match.end(), "NAME", 0.78, "name.pair", why)


def _reversed(document: Document) -> Iterator[Candidate]:
    why = "A surname, then a known first name."
    for match in document.matches(_REVERSED):
        last, first = re.split(r",\s", match.group(1), maxsplit=1)
        given = first.split()[0].strip(".")
        if first.isupper() and not last.isupper() and len(given) > 2:
            continue
        if not first.isupper() and abbreviates(last):
            continue
        if _listed(document.view.text, match) or (
            lexicon.is_eponym(last.lower()) and lexicon.first_name(given.lower()) < 5
        ):
            continue
        if plausible_surname(last) and len(given) > 1 and plausible_first(given):
            yield document.candidate(*match.span(1), "NAME", 0.78, "name.reversed", why)


def _with_initial(document: Document) -> Iterator[Candidate]:
    text, why = document.view.text, "A name with an initial."
    for match in document.matches(_INITIAL_FIRST):
        word = match.group(1).split()[-1].lower().removesuffix("'s")
        if _is_no_initial(text, match) or (
            lexicon.place(word) > 1 and lexicon.surname(word) < 4
        ):  # "Prague C and M. Seattle biopsies"
            continue
        if nobodys_word(word) and (lexicon.bits(word) or not _WORDLIKE.search(word)):
            yield document.candidate(*match.span(1), "NAME", 0.75, "name.initial", why)
    for match in document.matches(_INITIAL):
        if _is_no_initial(text, match):
            continue
        group = 1 if match.group(1) else 2
        word = match.group(group).split()[0 if group == 1 else -1].strip(".")
        if plausible_first(word) if group == 1 else plausible_surname(word):
            yield document.candidate(*match.span(group), "NAME", 0.75, "name.initial", why)


def _is_no_initial(text: str, match: re.Match[str]) -> bool:
    """The letter ends a line or is a grade ("TASC C."), or a dose follows ("T. Dolo 650")."""
    if "\n" in match.group() or _DOSED.match(text, match.end()):
        return True
    return _GRADE_BEFORE.search(text, max(0, match.start() - 12), match.start()) is not None


def uncued(document: Document) -> Iterator[Candidate]:
    """Candidates of category NAME that the lexicon alone speaks for."""
    yield from _paired(document)
    yield from _reversed(document)
    yield from _with_initial(document)


watch(_PAIR, _REVERSED, _INITIAL_FIRST, _INITIAL)
