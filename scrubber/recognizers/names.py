"""Names by cue and lexicon: titles, relatives, "named", "Last, First", first name followed by surname."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrubber import lexicon, persons, unidentifying
from scrubber.findings import Candidate
from scrubber.registry import Document, watch

_WORD = r"[A-Z\u00c0-\u00de][\w'\-\u00c0-\u024f]{0,24}"
_PARTICLE = r"(?:de la|de los|de las|van der|van den|van de|von der|de|del|della|di|da|dos|das|van|von|der|den|bin|bint|ibn|al|el|la|le|ter|ten|y|abu|ben|st\.)"
_FULL = _WORD + r"(?:(?:\s" + _PARTICLE + r")?\s(?:" + _WORD + r"|[A-Z]\.)){0,3}"
_TITLE = r"(?:Drs?|dr|DR|mr|mrs|prof|Doctor|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Rev|Reverend|Sgt|Hon|Sra|Señora?|Herr|Frau|Mme|Monsieur|Madame|Master)"
#: also ordinary or clinical words ("14 Fr Foley", "Lt knee", "PA view", "Major bleeding"): the name must be one
_WEAK_TITLE = r"(?:Sir|Dame|Father|Fr|Sr|Sister|Brother|Pastor|Rabbi|Imam|Judge|Officer|Sergeant|Capt|Captain|Lt|Lieutenant|Col|Colonel|Maj|Major|Nurse|RN|NP|PA|CNA|Coach|Deacon|Chaplain|Chief|Uncle|Aunt|Auntie|Tía|Tío|Grandma|Grandpa|Nana|Mayor|Senator|Trooper|Detective|Deputy|Paramedic|Midwife|Therapist|Tech)"
_RELATION = r"(?:husband|wife|spouse|partner|son|daughter|mother|father|mom|mum|dad|sister|brother|aunt|uncle|niece|nephew|cousin|grandson|granddaughter|grandmother|grandfather|grandma|grandpa|stepson|stepdaughter|stepmother|stepfather|fianc[eé]e?|boyfriend|girlfriend|friend|neighbou?r|roommate|guardian|caregiver|carer|caretaker|twin|baby|infant|mother-in-law|father-in-law|son-in-law|daughter-in-law|sister-in-law|brother-in-law|ex-husband|ex-wife|landlord|coworker|colleague|boss|teacher|coach|pastor|aide|interpreter|nurse|resident|intern|fellow|attending|surgeon|social worker|doula|secretary|sonographer|sponsor|scribe|midwife|therapist|oncologist|cardiologist|neurologist|pharmacist|gp|pcp)"
_NOT_NAME = frozenset(
    "the a an and or but if in on at of for with without by from to as is was has had have he she they his her their it this that these those who which what when where why how not no yes patient history "
    "reports denies states presents today yesterday tomorrow currently also however then there here please plan assessment impression chief complaint past medical surgical family social review systems physical exam "
    "medications allergies labs imaging monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december i we you my our your me us "
    "negative positive normal abnormal mild moderate severe acute chronic left right bilateral pain fever cough blood heart chest ct mri ed er icu us male female man woman syndrome disease sign test score criteria "
    "hosp univ dept ctr hospital mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sept oct nov dec trial study procedure maneuver manoeuvre catheter tube line classification stage grade scale index fracture reflex phenomenon".split()
)
_TITLED = re.compile(
    r"(?<![\w])"
    + _TITLE
    + r"\b\.?\s{1,2}(?!"
    + _TITLE
    + r"\b|Scholl'?s|Seuss|Google|Bronner's|Browns?'?s?\s(?:[Uu]ltra|[Bb]ottle|[Nn]ipple|[Ll]evel|[Pp]reemie|[Tt]ransition|[Oo]ptions))("
    + _FULL
    + r")"
)
_WEAKLY_TITLED = re.compile(r"(?<![\w])(?<!\d\s)" + _WEAK_TITLE + r"\b\.?\s(" + _FULL + r")")
_TITLED_LOWER = re.compile(r"(?<![\w])(?:dr|mr|mrs|ms|prof)\b\.?\s([a-z][a-z'\-]{2,20})(?![\w])", re.I)
#: these two introduce a name; they are looked for in the text in lower case, which is much faster than to ignore the case
_RELATED = re.compile(r"\b" + _RELATION + r"(?:\s?\(|,\s|\s(?:is |was )?(?:named|called)\s|\s|:\s)")
_NAMED = re.compile(
    r"\b(?:named|called|goes by|known as|nicknamed|my name is|name is|name's|aka|a\.k\.a\.?|alias|prefers|nickname(?: is)?|likes to be called|answers to|n[ée]e|nee|signed by|spoke (?:with|to)|discussed with|d/w|seen by|per|signed,?|paged|called|cosigned by|referred by|under the care of|care of|accompanied by|interpreter)\s"
)
_INTRODUCED = re.compile(r"(?:(?:Dr|Mr|Mrs|Ms|Prof)\.?\s)?[\"'“]?(" + _FULL + r")")
_BARE = re.compile("(" + _FULL + ")")
_AGED = re.compile(
    r"(?<![\w'])("
    + _WORD
    + r"(?:\s(?:"
    + _PARTICLE
    + r"\s)?(?:"
    + _WORD
    + r"|[A-Z]\.)){0,3})(?:,?\s(?:is|was)\s(?:a|an)\s(?:\w+\s){0,2}\d{1,3}[\s-](?:year|y|month|week|day)|,\s(?:a|an)?\s?\d{1,3}[\s-]?(?:y|year|month|yo|[MF]\b)|\s\(\d{1,3}\s?(?:y|yo|[MF])|,\s(?:DOB|MRN|age))"
)
_REVERSED = re.compile(r"(?<![\w'])([A-Z][\w'\-]{1,22},\s(?:[A-Z][\w'\-]{1,20}|[A-Z]\.)(?:\s[A-Z]\.?(?!/))?)(?![\w'])")
_PAIR = re.compile(
    r"(?<![\w'\-])("
    + _WORD
    + r")((?:\s[A-Z]\.?)?(?:\s\"[A-Z]\w{1,15}\")?\s(?:"
    + _PARTICLE
    + r"\s)?)("
    + _WORD
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
#: "per Fleischner Society"
_BODY = re.compile(
    r"\b(?:Society|College|Association|Academy|Collaboration|Foundation|Guidelines?|Protocol|Task Force|Network|Group)$"
)
_INITIAL_FIRST = re.compile(r"(?<![\w'.-])(?<!\d\s)((?:[A-Z]\.\s?){1,2}[A-Z][a-z'\-]{3,20})(?![\w])")
#: a strength or how often: what stands before it is a tablet
_DOSED = re.compile(
    r"\s(?:\d{1,4}(?:\.\d+)?\s?(?:mg|mcg|ml|g\b|%|SOS|OD|BD|TDS|HS|x|[01]-[01]-[01]|bd|od|tds|hs|daily)|[01]-[01]-[01])"
)
_WHY_TITLE = "A name follows a title."


def _clean(name: str) -> str:
    """The name without trailing words that are no part of it."""
    words = name.split()
    owner = next((index for index, word in enumerate(words) if word.endswith("'s")), None)
    if owner is not None:  # "Abernathy's K 2.4"
        words = words[: owner + 1]
    while words and (
        words[-1].strip(".,'").lower().removesuffix("'s") in _NOT_NAME
        or (len(words) > 1 and not words[0].isupper() and _abbreviates(words[-1]))
    ):
        words.pop()
    return " ".join(words)


def _abbreviates(word: str) -> bool:
    """ "Lenora GBS unknown": an abbreviation or a label behind a name that is not in capitals itself."""
    return word.isupper() and len(word) > 1 and (lexicon.is_abbreviation(word) or word.lower() in unidentifying.LABELS)


def _span(match: re.Match[str], group: int) -> tuple[int, int] | None:
    name = _clean(match.group(group))
    if not name or name.split()[0].lower().strip(".,'") in _NOT_NAME:
        return None
    start = match.start(group)
    return start, start + len(name)


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
    return lexicon.first_name(word) >= (2 if rank == 0 else 6) and word not in _NOT_NAME


def _surely_called(first: str, last: str) -> bool:
    """ "Denise Pfeiffer": so common a first name makes a person of an eponym too."""
    return (
        lexicon.first_name(first.lower()) >= 6
        and not lexicon.word_class(first.lower())
        and lexicon.surname(last.lower()) >= 4
    )


def _behind(document: Document, cue: re.Pattern[str], name: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Names behind a cue, which is written in lower case."""
    for match in cue.finditer(document.lowered):
        found = name.match(document.view.text, match.end())
        if found:
            yield found


def _no_person_by_cue(word: str, cue: str) -> bool:
    """ "insulin per Portland", "deferred per Step-by-Step", "insurance prefers Natera": a town, English, a firm."""
    if cue == " prefers " and lexicon.first_name(word) < 3:
        return True
    if "-" in word and all(0 < lexicon.word_class(part) <= 4 for part in word.split("-")):
        return True
    return lexicon.place(word) > 1 and lexicon.first_name(word) < 4


_TITLE_ALONE = re.compile(_TITLE + r"\.?")


def _cued(document: Document) -> Iterator[Candidate]:
    text = document.view.text
    for matches, rule, score, why in (
        (document.matches(_TITLED), "name.title", 0.97, _WHY_TITLE),
        (document.matches(_WEAKLY_TITLED), "name.role", 0.8, "A name follows a role."),
        (_behind(document, _NAMED, _INTRODUCED), "name.cue", 0.8, "A name follows words that introduce a person."),
        (document.matches(_AGED), "name.aged", 0.85, "A name stands before an age."),
        (_behind(document, _RELATED, _BARE), "name.relative", 0.8, "The name of a relative or carer."),
    ):
        for match in matches:
            span = _span(match, 1)
            if span is None:
                continue
            first = text[span[0] : span[1]].split()[0].lower().strip(".,'")
            if rule != "name.title" and not (
                lexicon.first_name(first) or lexicon.surname(first) or not lexicon.bits(first)
            ):
                continue
            if rule != "name.title" and (
                (0 < lexicon.word_class(first) <= 4 and lexicon.first_name(first) < 5)
                or (lexicon.is_medical(first) and lexicon.first_name(first) < 6)
            ):
                continue
            if rule == "name.cue" and _no_person_by_cue(first, text[: span[0]][-9:]):
                continue
            name = text[span[0] : span[1]]
            if (
                rule == "name.aged"
                and " " not in name
                and lexicon.is_clinical_name(first)
                and lexicon.is_rare_name(first)
            ):
                continue
            known = lexicon.first_name(first) or (rule == "name.aged" and " " in name)
            if (
                rule != "name.title"
                and name.isupper()
                and (len(name) < 4 or not known or lexicon.is_abbreviation(name))
            ):
                continue
            if _TITLE_ALONE.fullmatch(name):  # "per Dr on call"
                continue
            if rule != "name.title" and _BODY.search(name):
                continue
            yield document.candidate(*span, "NAME", score, rule, why)
    for match in document.matches(_TITLED_LOWER):
        word = match.group(1).lower()
        if (
            word[0].islower()
            and word not in _NOT_NAME
            and (lexicon.surname(word) or lexicon.first_name(word) or not lexicon.bits(word))
            and not 0 < lexicon.word_class(word) <= 1
            and not lexicon.is_technical(word)  # "MR enterography" is no Mr Enterography
            and not (lexicon.is_clinical_name(word) and lexicon.is_rare_name(word))
            and not (match.group().startswith("MR ") and not _borne(word))  # nor is "MR BRAIN" a Mr Brain
        ):
            yield document.candidate(*match.span(1), "NAME", 0.85, "name.title.lower", _WHY_TITLE)


def _borne(word: str) -> bool:
    """A surname that is neither an English word nor medicine."""
    return lexicon.surname(word) >= 3 and not lexicon.word_class(word) and not lexicon.is_medical(word)


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
        or (not first.isupper() and _abbreviates(last))
        or (first.isupper() and _abbreviates(first) and not last.isupper())
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
            and last.lower() not in _NOT_NAME
            and not _clinical_pair(first, last)
            and not _abbreviated_pair(first, last)
            and not persons.beside_a_thing(text, *match.span())
        ):
            yield document.candidate(match.start(), match.end(), "NAME", 0.78, "name.pair", why)
    for match in document.matches(_REVERSED):
        last, first = re.split(r",\s", match.group(1), maxsplit=1)
        given = first.split()[0].strip(".")
        if first.isupper() and not last.isupper() and len(given) > 2:
            continue
        if not first.isupper() and _abbreviates(last):
            continue
        if _listed(text, match) or (lexicon.is_eponym(last.lower()) and lexicon.first_name(given.lower()) < 5):
            continue
        if plausible_surname(last) and len(given) > 1 and plausible_first(given):
            yield document.candidate(
                *match.span(1), "NAME", 0.78, "name.reversed", "A surname, then a known first name."
            )
    for match in document.matches(_INITIAL_FIRST):
        if "\n" in match.group(1) or _DOSED.match(text, match.end()):  # "TASC C.", "T. Dolo 650"
            continue
        word = match.group(1).split()[-1].lower().removesuffix("'s")
        if _GRADE_BEFORE.search(text, max(0, match.start() - 12), match.start()):
            continue
        if lexicon.place(word) > 1 and lexicon.surname(word) < 4:  # "Prague C and M. Seattle biopsies"
            continue
        if nobodys_word(word) and (lexicon.bits(word) or not _WORDLIKE.search(word)):
            yield document.candidate(*match.span(1), "NAME", 0.75, "name.initial", "A name with an initial.")
    for match in document.matches(_INITIAL):
        if "\n" in match.group() or _DOSED.match(text, match.end()):
            continue
        if _GRADE_BEFORE.search(text, max(0, match.start() - 12), match.start()):
            continue
        group = 1 if match.group(1) else 2
        word = match.group(group).split()[0 if group == 1 else -1].strip(".")
        if plausible_first(word) if group == 1 else plausible_surname(word):
            yield document.candidate(*match.span(group), "NAME", 0.75, "name.initial", "A name with an initial.")


class NameRecognizer:
    """Names by cue and lexicon."""

    name = "names"

    def find(self, document: Document) -> Iterator[Candidate]:
        """Candidates of category NAME."""
        yield from _cued(document)
        yield from _paired(document)


watch(_TITLED, _WEAKLY_TITLED, _AGED, _TITLED_LOWER, _PAIR, _REVERSED, _INITIAL_FIRST, _INITIAL)
RECOGNIZER = NameRecognizer()
