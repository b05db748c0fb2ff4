"""People beside what they are on a ward, without a title: "w/ Papanikolaou CNM", "MD Qiu paged", "Surgeon was Whitcombe"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrubber import lexicon
from scrubber.findings import Candidate
from scrubber.recognizers.bare_names import NO_PERSON
from scrubber.registry import Document, watch
from scrubber.unidentifying import COUNTRIES, LABELS, PEOPLES

_ONE = r"[A-Z\u00c0-\u00de](?:['’][A-Z])?[a-z\u00df-\u024f'’]{1,20}(?:-?[A-Z][a-z\u00df-\u024f]{1,18}){0,2}"
_FULL = rf"(?:[A-Z]\.\s?)?{_ONE}(?:\s(?:(?:de|van|von|al|bin|del|da|dos|la|di)\s)?{_ONE}){{0,2}}"
#: degrees and grades that are written behind a name; those of the second line also stand for something else
_DEGREE = re.compile(
    r"(?<=\w),?\s(?:(?:RN|LPN|LVN|CNA|NP|PA-C|MD|MBBS|CNM|CRNA|LCSW|LICSW|LMSW|LMFT|LPC|PsyD|PharmD|RPh|RRT|SLP|DPT|PTA|COTA|OTR|RDN|CDCES|CDE|IBCLC|"
    r"RPSGT|RDCS|RDMS|RVT|CHW|FNP|ARNP|APRN|AGACNP|ACNP|PMHNP|WHNP|DPM|DDS|DMD|AuD|BCBA|PGY-?\d|SHO|SpR|RMN|HCA|CMA|FRANZCR|FRCP|FRCS|FACC|FACS|FACEP|MPH|EMT-P|NRP|BSN|"
    r"the (?:med(?:ical)? student|resident|intern|nurse|fellow|attending|tech|midwife|registrar|NP|PA|RN|scribe|sitter))(?:-[A-Z]{1,3})?|"
    r"(PT|OT|RT|PA|DO|RD|MSW|SW|CNS|EMT|MS[1-4]|R[1-5]|FY[12]|CT[12]|ST[1-8]|MA|tech|np|rn|md|pa-c|cna|lpn))(?![\w/-])"
)
_NAME_BEFORE = re.compile(rf"(?<![\w'’.-])({_FULL})$")
_LOWER_BEFORE = re.compile(r"(?<![\w'’./-])([a-z]{3,14})$")
#: "MD Qiu", "charge debbie", "Surgeon was Whitcombe", "Driver: neighbor Vern"
_ROLE = re.compile(
    r"(?<![\w/-])(?:MD|NP|PA|RN|CRNA|LPN|CNA|PCT|MSW|LCSW|SW|PharmD|MS[34]|PGY\d|[Tt]ech|[Pp]hleb|[Pp]hlebotomist|[Ss]itter|[Cc]harge(?:\s(?:nurse|RN))?|[Pp]receptor|[Aa]ttending|[Ss]urgeon|"
    r"[Aa]na?esthesia|[Aa]na?esthe(?:siolog)?ist|[Hh]ospitalist|[Ii]ntensivist|[Nn]octurnist|[Ff]ellow|[Rr]esident|[Ii]ntern|[Cc]ase\s?(?:manager|worker)|[Cc]oordinator|[Dd]ispatcher|[Mm]anager|"
    r"[Ss]upervisor|[Cc]lerk|[Ii]nterpreter|[Cc]haplain|(?:[Pp]ara)?[Mm]edic|[Ss]cribe|[Ee]ndoscopist|[Rr]ep|[Pp]roctor|[Ss]crub|[Cc]irculator|[Rr]unner|[Rr]ecorder|[Pp]erfusionist|[Aa]irway|"
    r"[Ss]onographer|[Rr]adiologist|[Pp]athologist|[Dd]ietitian|[Pp]sychologist|[Cc]ouns?ell?or|[Ss]ponsor|[Ll]andlord|[Nn]eighbou?r|[Cc]aregiver|[Aa]ide|[Dd]river|[Rr]ide|[Oo]perator|[Ss]cout|"
    r"[Cc]oach|[Tt]eacher|[Tt]rainer|[Oo]fficer|[Aa]ccepting|[Rr]eferring|[Cc]osigner|[Ww]itness|[Tt]herapist|[Rr]oommate|[Bb]oss|[Cc]o-?worker|[Bb]arber|[Ll]awyer|[Aa]ttorney|"
    r"[Mm]idwife|[Dd]oula|[Pp]sychiatrist|[Cc]ardiologist|[Nn]ephrologist|[Oo]ncologist|[Nn]eurologist|[Uu]rologist|[Pp]ulmonologist|[Pp]ediatrician|[Rr]heumatologist|[Dd]ermatologist|[Pp]odiatrist|[Dd]entist)"
    rf"(?:\s(?:is|was|will\sbe|today\sis|on\sis|tonight\sis)\s|:\s|\s=\s|\s)(?:(?:[Dd]r|[Mm]r|[Mm]rs|[Mm]s)\.?\s)?({_FULL}|[a-z]{{3,14}})(?![\w'’-])"
)
#: "handoff to Oona", "staffed with Vandermeer", "relieved by Tuttle", "f/u w/ Gunderson"
_PASSED = re.compile(
    r"\b(?:[Hh]and(?:-?off|over|ed\s(?:off|over))|[Rr]eport|[Ss]ign(?:ed)?-?\s?out|[Ss]taffed|[Pp]recepted|[Rr]ounded|[Ss]wapped|[Cc]onfirmed|[Rr]eviewed|[Dd]iscussed|[Rr]elieved|[Aa]ssisted|"
    r"[Cc]overed|[Ss]een|[Ss]een\sand\sexamined|[Cc]osigned|[Ww]itnessed|[Pp]erformed|[Pp]laced|[Pp]ulled|[Ii]nserted|[Dd]rawn|[Dd]/[Ww]|[Ff]/[Uu]|[Ff]ollow[\s-]?up|[Aa]ppt|[Aa]ppointment|"
    r"[Cc]leared|[Oo]k'?d|[Aa]rgument|[Tt]exted|[Mm]eeting|RTC(?:\s\d{1,2}\s\w{1,6})?|[Mm]anaged|[Ff]ollowed|[Ss]wabbed|[Cc]alled|[Pp]aged|[Tt]old)\s(?:(?:to|from|with|w/|by|per|off\sto|out\sto|over\sto)\s?)?"
    rf"({_FULL})(?![\w'’-]|\s\d|\s[a-z]+\s(?:score|criteria|scale))"
)
#: "Toua aware", "Qiu at bedside": what staff do, and no thing
_BUSY = re.compile(
    r"(?<=\w)(?:,)?\s(?:(?:was\s|is\s|has\sbeen\s)?(?:paged|notified|aware|updated|scrubbed|cosigned|at\sbedside|bedside|on\scall|rounding|covering|at\sthe\sbedside|called\sback|consented|reached|present)(?!\w)|"
    r"(?:agrees|concurs|ok'?d|wants\supdate|sees\spt))"
)
#: ward words that many people bear as names, and things that are clipped like names
_WARD = frozenset(
    "day night home charge float travel street school ward floor clinic office triage new primary staff head nurse nursing wound hospice lead admit transport doctor patient "
    "client family mother father team unit care shift main desk security medicine surgery tech charting rehab chole remi heli anes harley sunday may june april august summer "
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


class StaffRecognizer:
    """Names by the degree behind them, the role before them, or what staff do."""

    name = "staff"

    def find(self, document: Document) -> Iterator[Candidate]:
        """Candidates of category NAME."""
        text = document.view.text
        for match in document.matches(_DEGREE):
            found = _NAME_BEFORE.search(text, max(0, match.start() - 48), match.start())
            if found and (_is_person(found.group(1)) or (not match.group(1) and _is_unlisted(found.group(1)))):
                yield document.candidate(*found.span(1), "NAME", 0.8, "name.degree", "A name before a degree.")
            elif lower := _LOWER_BEFORE.search(text, max(0, match.start() - 16), match.start()):
                if _is_person(lower.group(1), 4) and not lexicon.word_class(lower.group(1)):
                    yield document.candidate(*lower.span(1), "NAME", 0.75, "name.degree", "A name before a degree.")
        for match in document.matches(_ROLE):
            if _has_role(match.group(1)):
                yield document.candidate(*match.span(1), "NAME", 0.75, "name.staffrole", "A name follows a role.")
        for match in document.matches(_PASSED):
            if _is_person(match.group(1), 3):
                yield document.candidate(*match.span(1), "NAME", 0.7, "name.passed", "Work is handed to this person.")
        for match in document.matches(_BUSY):
            found = _NAME_BEFORE.search(text, max(0, match.start() - 40), match.start())
            if found and _is_person(found.group(1), 2):
                yield document.candidate(*found.span(1), "NAME", 0.7, "name.busy", "Does what staff do.")


def _has_role(name: str) -> bool:
    """Behind a role a name may be rare; in lower case it must be common."""
    if name[0].islower():
        return _is_person(name, 4) and not lexicon.word_class(name)
    return _is_person(name)


watch(_DEGREE, _ROLE, _PASSED, _BUSY)
RECOGNIZER = StaffRecognizer()
