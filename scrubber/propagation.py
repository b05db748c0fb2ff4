"""Every accepted name is hidden wherever it stands again, in full or in part, in any letter case."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

import ahocorasick

from scrubber import lexicon, persons, unidentifying
from scrubber.findings import Candidate
from scrubber.normalise import in_lower_case

_OWNING = re.compile(r"['’]s$")
_PIECE = re.compile(r"[^\W\d_][\w'’\-]*")
_WORD = re.compile(r"\w+")
_NUMBERS = frozenset(
    "PHONE FAX EMAIL SSN MRN HEALTHPLAN ACCOUNT LICENSE VEHICLE DEVICE URL IP BIOMETRIC PHOTO HANDLE OTHERID".split()
)
#: characters; nothing longer is looked for again: no name or number is, and a word that repeats itself would be tried over and over
_LONGEST = 100
_PARTICLES = frozenset(
    "de la del der van von bin al el le da dos das di y and the ben abu ibn bint ter ten of dr mr mrs ms miss md jr sr ii iii".split()
)


def pieces(name: str) -> list[str]:
    """The parts of a name worth looking for alone."""
    found = []
    for piece in _PIECE.findall(name):
        piece = _OWNING.sub("", piece)
        if 3 <= len(piece) <= _LONGEST and piece.lower() not in _PARTICLES:
            found.append(piece)
    return found


def _everyday(word: str) -> bool:
    lowered = word.lower()
    return 0 < lexicon.word_class(lowered) <= 5 or lexicon.is_medical(lowered)


#: rules that see a cue for a person; what they accept is a name wherever it stands
_CUED = ("name.title", "name.cue", "name.relative", "name.aged", "field.", "must_hide", "known")


def seeds(text: str, accepted: Iterable[Candidate]) -> tuple[str, ...]:
    """Accepted names worth looking for in the rest of the text and of the thread.

    A name without a cue must be a word people are called by, or be accepted at most places where it stands: an unknown
    abbreviation that was taken once ("Tregs") would otherwise disappear from a whole text.
    """
    people = [item for item in accepted if item.category == "NAME" and item.rule != "spaced.letters"]
    taken = Counter(piece.lower() for item in people for piece in pieces(text[item.start : item.end]))
    standing = Counter(piece.lower() for piece in _PIECE.findall(text)) if people else Counter()
    found = []
    for item in people:
        name = text[item.start : item.end]
        parts = [piece.lower() for piece in pieces(name)]
        if item.rule.startswith(_CUED) or all(_called(part) or 2 * taken[part] >= standing[part] for part in parts):
            found.append(name)
    return tuple(dict.fromkeys(found))


#: class of first names from which a word of English is looked for again: "Mark"
_COMMON = 6


def _called(word: str) -> bool:
    if _everyday(word):
        return lexicon.first_name(word) >= _COMMON and word not in unidentifying.MONTHS
    return lexicon.first_name(word) >= 4 or lexicon.surname(word) >= 4


def _never(_start: int, _end: int) -> bool:
    return False


def propagate(
    text: str,
    names: Iterable[str],
    *,
    rule: str = "propagated",
    suspected: Callable[[int, int], bool] = _never,
) -> Iterator[Candidate]:
    """Candidates for every repetition of ``names`` in ``text``.

    A piece that is also an everyday word ("Grace", "Young", "Long") is only taken when capitalised inside a sentence, or at the
    beginning of one that goes on as those about people do ("Mark denied pain") or where the taggers have ``suspected`` a name.
    """
    everyday = {part: _everyday(part) for part in {part.lower() for name in names for part in pieces(name)}}
    for start, part in _standing(text, everyday):
        found = text[start : start + len(part)]
        if everyday[part] and (
            found.islower()
            or found.isupper()
            or (_opens_a_sentence(text, start, start + len(part)) and not suspected(start, start + len(part)))
        ):
            continue
        yield Candidate(start, start + len(part), "NAME", 0.9, rule, "This name was found elsewhere in the text.")


def numbers(text: str, found: Mapping[str, str]) -> Iterator[Candidate]:
    """Candidates for repetitions of numbers and addresses; ``found`` gives the category of each, in lower case.

    A record number is a record number wherever it stands again, with or without its label.
    """
    for start, item in _standing(text, found):
        reason = "This was found to be an identifier elsewhere in the text."
        yield Candidate(start, start + len(item), found[item], 0.9, "propagated.number", reason)


def worth_repeating(item: Candidate, text: str) -> str:
    """What to look for again, in lower case; "" when too short or too common to be sure."""
    words = text[item.start : item.end].lower()
    if item.category not in _NUMBERS or not 5 <= len(words) <= _LONGEST or not _WORD.match(words):
        return ""
    return words if any(char.isdigit() or char == "@" for char in words) else ""


def _standing(text: str, parts: Collection[str]) -> Iterator[tuple[int, str]]:
    """(offset, which) for every one of ``parts``, in lower case, that stands in ``text`` as whole words; what is longest wins."""
    if not parts:
        return
    wanted = ahocorasick.Automaton()
    for part in parts:
        wanted.add_word(part, part)
    wanted.make_automaton()
    found = ((last + 1 - len(part), part) for last, part in wanted.iter(in_lower_case(text)))
    standing = [(start, part) for start, part in found if _is_whole(text, start, start + len(part))]
    reached = 0
    for start, part in sorted(standing, key=lambda one: (one[0], -len(one[1]))):
        if start >= reached:
            reached = start + len(part)
            yield start, part


def _is_whole(text: str, start: int, end: int) -> bool:
    return not (start and _WORD.match(text, start - 1)) and not _WORD.match(text, end)


#: what has happened or been done, behind its subject
_DID = re.compile(r"\s(?:is|was|has|had|does|did|also|now|then|still|\w{2,}[^e\W]ed)\b(?!\s(?:to|by)\b)")


def _opens_a_sentence(text: str, start: int, end: int) -> bool:
    """Whether any word would have a capital here, and nothing tells that it is the name of somebody."""
    before = text[max(0, start - 3) : start].rstrip(" ")
    if before and before[-1] not in ".!?\n:*#-•":
        return False
    return not (persons.AFTER.match(text, end) or _DID.match(text, end))


def exact(text: str, strings: Iterable[str], *, rule: str = "must_hide") -> Iterator[Candidate]:
    """Candidates for strings that must not survive, whatever they are."""
    for string in strings:
        wanted = string.strip()
        if len(wanted) < 2:
            continue
        pattern = re.compile(
            r"(?<!\w)" + re.escape(wanted) + r"(?!\w)"
            if wanted[0].isalnum() and wanted[-1].isalnum()
            else re.escape(wanted),
            re.IGNORECASE,
        )
        for match in pattern.finditer(text):
            yield Candidate(
                match.start(),
                match.end(),
                "NAME" if wanted.replace(" ", "").isalpha() else "OTHERID",
                1.0,
                rule,
                "You asked for this to be hidden.",
            )
