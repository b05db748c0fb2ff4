"""People beside what they are on a ward, without a title: "w/ Papanikolaou CNM", "MD Qiu paged", "Surgeon was Whitcombe"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from scrubber import lexicon, persons, unlisted_names
from scrubber.findings import Candidate
from scrubber.recognizers.bare_names import NO_PERSON
from scrubber.recognizers.paired_names import nobodys_word
from scrubber.registry import Document
from scrubber.unidentifying import COUNTRIES, LABELS, PEOPLES

_ONE = r"[A-Z\u00c0-\u00de](?:['’][A-Z])?[a-z\u00df-\u024f'’]{1,20}(?:-?[A-Z][a-z\u00df-\u024f]{1,18}){0,2}"
#: words with a capital that stand together
_CAPITALS = re.compile(
    rf"(?<![\w'’.-])(?:{_ONE}(?:\s(?:(?:de|van|von|al|bin|del|da|dos|la|di)\s)?{_ONE}){{0,3}})(?![\w'’])"
)
#: degrees and grades that are written behind a name; those of the group also stand for something else
_DEGREE = re.compile(
    r",?\s(?:(?:RN|LPN|LVN|CNA|NP|PA-C|MD|MBBS|CNM|CRNA|LCSW|LICSW|LMSW|LMFT|LPC|PsyD|PharmD|RPh|RRT|SLP|DPT|PTA|COTA|OTR|RDN|CDCES|CDE|IBCLC|"
    r"RPSGT|RDCS|RDMS|RVT|CHW|FNP|ARNP|APRN|AGACNP|ACNP|PMHNP|WHNP|DPM|DDS|DMD|AuD|BCBA|PGY-?\d|SHO|SpR|RMN|HCA|CMA|FRANZCR|FRCP|FRCS|FACC|FACS|FACEP|MPH|EMT-P|NRP|BSN|"
    r"the (?:med(?:ical)? student|resident|intern|nurse|fellow|attending|tech|midwife|registrar|NP|PA|RN|scribe|sitter))(?:-[A-Z]{1,3})?|"
    r"(PT|OT|RT|PA|DO|RD|MSW|SW|CNS|EMT|MS[1-4]|R[1-5]|FY[12]|CT[12]|ST[1-8]|MA|tech|np|rn|md|pa-c|cna|lpn))(?![\w/-])"
)
#: "MD Qiu", "charge debbie", "Surgeon was Whitcombe", "Driver: neighbor Vern"
_ROLE = re.compile(
    r"(?<![\w/-])(?:MD|NP|PA|RN|RT|CRNA|LPN|CNA|PCT|MSW|LCSW|SW|PharmD|MS[34]|PGY\d|tech|phleb|phlebotomist|sitter|charge(?:\s(?:nurse|RN))?|preceptor|attending|surgeon|ana?esthesia|"
    r"ana?esthe(?:siolog)?ist|hospitalist|intensivist|nocturnist|fellow|resident|intern|case\s?(?:manager|worker)|coordinator|dispatcher|manager|supervisor|clerk|interpreter|chaplain|"
    r"(?:para)?medic|scribe|endoscopist|rep|proctor|scrub|circulator|runner|recorder|perfusionist|airway|sonographer|radiologist|pathologist|dietitian|psychologist|couns?ell?or|sponsor|landlord|"
    r"neighbou?r|caregiver|aide|driver|ride|operator|scout|coach|teacher|trainer|officer|accepting|referring|cosigner|witness|therapist|roommate|boss|co-?worker|barber|lawyer|attorney|midwife|doula|"
    r"psychiatrist|cardiologist|nephrologist|oncologist|neurologist|urologist|pulmonologist|p(?:a)?ediatrician|rheumatologist|dermatologist|podiatrist|dentist|escort|signout|responding|"
    r"child life|pastor|elder|auntie|uncle|cousin|nephew|niece)"
    r"(?:\s(?:is|was|will\sbe|today\sis|on\sis|tonight\sis)\s|:\s|\s=\s|\s)(?:(?:dr|mrs?|ms)\.?\s)?$",
    re.I,
)
#: "handoff to Oona", "staffed with Vandermeer", "relieved by Tuttle", "f/u w/ Gunderson"
_PASSED = re.compile(
    r"\b(?:hand(?:-?off|over|ed\s(?:off|over))|report|sign(?:ed)?-?\s?out|staffed|precepted|rounded|swapped|confirmed|reviewed|discussed|relieved|assisted|assisting|covered|seen|"
    r"seen\sand\sexamined|cosigned|witnessed|performed|placed|pulled|inserted|drawn|d/w|f/u|follow[\s-]?up|appt|appointment|cleared|ok'?d|argument|texted|meeting|RTC(?:\s\d{1,2}\s\w{1,6})?|"
    r"managed|followed|swabbed|called|paged|told|w/|spoke|prelim|copy|cc|path\srev|scope)\s(?:(?:to|from|with|w/|by|per|off\sto|out\sto|over\sto)\s?)?$",
    re.I,
)
_VALUED = re.compile(r"\s\d|\s[a-z]+\s(?:score|criteria|scale)|\s(?:score|criteria|scale|sign|protocol|rules?)\b")
#: "Toua aware", "Qiu at bedside": what staff do, and no thing
_BUSY = re.compile(
    r",?\s(?:(?:was\s|is\s|has\sbeen\s)?(?:paged|notified|aware|updated|scrubbed|cosigned|at\sbedside|bedside|on\scall|rounding|covering|at\sthe\sbedside|called\sback|consented|reached|present|assisting)(?!\w)|"
    r"(?:agrees|concurs|ok'?d|wants\supdate|sees\spt)(?!\w))"
)
_LOWER = re.compile(r"(?<![\w'’@./_-])[a-z]{4,14}(?![\w@/_-]|\.\w)")
_SPOKEN_TO = re.compile(r"(?<![\w-])(?:dr|mrs?|ms|miss|nurse|by|per|told|paged|named|called|texted|pt|patient)\.?\s$")
#: ward words that many people bear as names, and things that are clipped like names
_WARD = frozenset(
    "day night home charge float travel street school ward floor clinic office triage new primary staff head nurse nursing wound hospice lead admit transport doctor patient "
    "client family mother father team unit care shift main desk security medicine surgery tech charting rehab chole remi heli anes harley sunday may june april august summer "
    "para cont circ geri quintana sitz poss alexa siri athena jesus christ oscar claude skyla mickey nora kali bari barbie zeus apollo rosa elmo santa buddha allah mary gemini epic "
    "will mark bill grant chase rich drew hope faith grace joy art gene pat rob sue bob jack frank ray dean max cole wade clay reed cliff rose dawn eve ivy iris lily olive holly".split()
)


def _means_something(word: str) -> bool:
    """A word of medicine, of the ward, of a people, a country or a town."""
    if word in NO_PERSON or word in COUNTRIES or word in PEOPLES or word in LABELS or word in _WARD:
        return True
    return (
        lexicon.is_medical(word)
        or lexicon.is_drug(word)
        or lexicon.is_technical(word)
        or lexicon.is_clinical_name(word)
        or lexicon.is_abbreviation(word.upper())
        or lexicon.is_derived(word)
    )


def _parts(name: str) -> list[str]:
    return [part for part in re.split(r"[\s.\-]+", name.lower().replace("’", "'").removesuffix("'s")) if len(part) > 1]


def borne(word: str) -> int:
    """How common a name the word is, or its second half behind an apostrophe ("o'shea")."""
    plain = word.replace("'", "")
    return max(lexicon.surname(word), lexicon.first_name(word), lexicon.surname(plain), lexicon.first_name(plain))


def _is_person(name: str, least: int = 2) -> bool:
    """Every part of it is a name that so many people bear and nothing else; a common name may be a rare word too."""
    parts = _parts(name)
    return bool(parts) and all(_names_one(part, least) for part in parts)


def _names_one(word: str, least: int) -> bool:
    if word in {"de", "van", "von", "al", "bin", "del", "da", "dos", "la", "di"}:
        return True
    known = borne(word)
    if _means_something(word):
        return (
            known >= 6 and word not in _WARD and word not in NO_PERSON and word not in PEOPLES and not _is_thing(word)
        )
    rank = lexicon.word_class(word)
    if rank:
        return known >= (5 if rank >= 4 else 6) and word not in COUNTRIES
    return known >= least and lexicon.place(word) <= (1 if known < 4 else 2)


def _is_thing(word: str) -> bool:
    """Known by more as a drug, a disease or a device than as a name."""
    return lexicon.is_drug(word) or lexicon.is_technical(word) or 0 < lexicon.word_class(word) <= 3


def _is_unlisted(name: str) -> bool:
    """In no list of words, and long enough to be a name."""
    return all(
        (len(part) >= 5 and not lexicon.bits(part) and not _means_something(part)) or _names_one(part, 2)
        for part in _parts(name)
    )


@lru_cache(maxsize=16_384)
def _person_in(name: str, *, graded: bool, unlisted: bool) -> int:
    """Where in these words with a capital the name of a person begins; -1 when they end in none."""
    starts = [0, *(match.end() for match in re.finditer(r"\s", name))]
    return next((start for start in starts if _can_be(name[start:], graded=graded, unlisted=unlisted)), -1)


def _can_be(name: str, *, graded: bool, unlisted: bool) -> bool:
    if _is_person(name, 1 if graded else 2) or _is_double(name):
        return True
    return unlisted and (_is_unlisted(name) or _is_common(name.lower()))


def _is_double(name: str) -> bool:
    """ "Eisenmenger-Hale": one half is borne by many, and the other is no drug."""
    first, hyphen, last = name.lower().partition("-")
    if not hyphen or not (first.isalpha() and last.isalpha()) or any(map(lexicon.is_drug, (first, last))):
        return False
    return max(borne(first), borne(last)) >= 5 and min(borne(first), borne(last)) >= 3


def _is_common(word: str) -> bool:
    """ "Bishop RN": a word of English that very many people are called by."""
    return word.isalpha() and borne(word) >= 6 and word not in _WARD and not lexicon.is_drug(word)


@lru_cache(maxsize=16_384)
def _called_so(word: str) -> int:
    """How common a name a word in small letters is that means nothing else; 0 where it means something."""
    if unlisted_names.holds(word):
        return 2
    if lexicon.word_class(word) or _means_something(word) or lexicon.place(word) > 1:
        return 0
    given, family = lexicon.first_name(word), lexicon.surname(word)
    return 2 if given >= 4 or family >= 6 else 1 if family >= 4 else 0


class StaffRecognizer:
    """Names by the degree behind them, the role before them, or what staff do; and names in small letters."""

    name = "staff"

    def find(self, document: Document) -> Iterator[Candidate]:
        """Candidates of category NAME."""
        text = document.view.text
        named = list(_CAPITALS.finditer(text))
        for match in named:
            degree = _DEGREE.match(text, match.end())
            graded = degree is not None and not degree.group(1)
            offset = _person_in(match.group(), graded=graded, unlisted=graded)
            if offset < 0:
                offset = match.group().rfind(" ") + 1
                found = _unheard(text, match.start() + offset, match.end())
            else:
                found = _rule(text, match.start() + offset, match.end(), has_degree=bool(degree))
            if found:
                yield document.candidate(match.start() + offset, match.end(), "NAME", *found)
        yield from _in_small_letters(document)
        for start, end in _lists(text, named):
            yield document.candidate(start, end, "NAME", 0.7, "name.listed.with", "A list of people.")


_BETWEEN = re.compile(r",\s(?:and\s|&\s)?|\s?/\s?|\s(?:and|&)\s")


def _lists(text: str, named: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Spans of people in lists of three single names or more."""
    run: list[re.Match[str]] = []
    for match in named:
        if run and not _BETWEEN.fullmatch(text, run[-1].end(), match.start()):
            yield from _listed(text, run)
            run = []
        if " " in match.group():
            yield from _listed(text, run)
            run = []
        else:
            run.append(match)
    yield from _listed(text, run)


def _listed(text: str, names: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """ "Ramaswamy, Stubbs, Okonedo, Feig": where two of a list are people, those in no list of words are too."""
    if len(names) < 3 or text[max(0, names[0].start() - 1)] == "(":  # "the literature (Jones, Perez) looks"
        return
    people = [name for name in names if _is_person(name.group(), 3)]
    if len(people) < 2 or any(_means_something(name.group().lower()) for name in names if name not in people):
        return
    for name in names:
        if name in people or _is_unlisted(name.group()):
            yield name.span()


#: what is only done with people
_HANDED = re.compile(
    r"\b(?:(?:hand(?:-?off|over|ed\s(?:off|over))|report|sign(?:ed)?-?\s?out|care)\s(?:to|from|by)|(?:staffed|precepted|rounded|argument|spoke)\s(?:with|w/)|"
    r"(?:precepted|relieved|cosigned|assisted|witnessed|dictated|accompanied|chaperoned)\sby)\s$",
    re.I,
)


def _unheard(text: str, start: int, end: int) -> tuple[float, str, str] | None:
    """The rule of a word in no list that stands where only a name can."""
    if not _is_unlisted(text[start:end]) or _VALUED.match(text, end):
        return None
    low = max(0, start - 34)
    if _HANDED.search(text, low, start) or _ROLE.search(text, low, start):
        return 0.7, "name.unheard", "A word in no list stands where a name does."
    return None


def _rule(text: str, start: int, end: int, *, has_degree: bool) -> tuple[float, str, str] | None:
    """Score, rule and reason of a name by what stands around it."""
    if has_degree:
        return 0.8, "name.degree", "A name before a degree."
    if _BUSY.match(text, end):
        return 0.7, "name.busy", "Does what staff do."
    low = max(0, start - 34)
    if _ROLE.search(text, low, start):
        return 0.75, "name.staffrole", "A name follows a role."
    if _PASSED.search(text, low, start) and not _VALUED.match(text, end) and _is_person(text[start:end], 3):
        return 0.7, "name.passed", "Work is handed to this person."
    return None


def _in_small_letters(document: Document) -> Iterator[Candidate]:
    """ "and bryce the med student", "tackett np": common first names anywhere, surnames with a sign that they are one."""
    text = document.view.text
    names = {word for word in set(_LOWER.findall(text)) if _called_so(word)}
    if not names:
        return
    for match in _LOWER.finditer(text):
        word = match.group()
        if word not in names:
            continue
        sure = _called_so(word) > 1 or _DEGREE.match(text, match.end()) or _BUSY.match(text, match.end())
        if (
            sure
            or persons.AFTER.match(text, match.end())
            or _SPOKEN_TO.search(text, max(0, match.start() - 10), match.start())
        ):
            end = _end_of_name(text, match.end())
            yield document.candidate(match.start(), end, "NAME", 0.65, "name.small", "A name in small letters.")


_NEXT = re.compile(r"\s(?:([a-z][a-z'-]{2,16})(?![\w@/'-]|\.\w)|[b-hj-z](?=\s|[.,;)]|$))")


def _end_of_name(text: str, end: int) -> int:
    """Behind the surname or the initial that follows a first name in small letters."""
    match = _NEXT.match(text, end)
    if match and (match.group(1) is None or nobodys_word(match.group(1))):
        return match.end()
    return end


RECOGNIZER = StaffRecognizer()
