"""Where a value begins and ends: what belongs to a word the taggers found though they did not find all of it, and what does not."""

from __future__ import annotations

import re

from scrubber import edges, lexicon, unidentifying

#: characters looked at before and behind
_FAR = 52

#: labels of what is written without blanks: what is glued to one of its parts belongs to it, "1XK" to "-4QT" and "6/" to "7"
_IN_ONE_PIECE = frozenset({"DATE", "ID", "PHONE"})
_RUN_BEFORE = re.compile(r"(?:(?<![^\W_])[^\W_]{1,12}[-/.]){1,4}$")
_RUN_BEHIND = re.compile(r"(?:[-/.][^\W_]{1,12}(?![^\W_])){1,4}")

#: numbers in groups have letters before them and short groups behind: "SCX 0098 4417 2"
_GROUPS = re.compile(r"\d\s\d")
_LETTERS_BEFORE = re.compile(r"(?<![\w-])([A-Z]{2,4})\s$")
_GROUP_BEHIND = re.compile(
    r"\s\d{1,4}(?![\w%]|[.,/]\d|\s?(?:mg|mcg|ml|units?|x|tabs?|tablets?|caps?|capsules?|pills?|puffs?|doses?|times|days?|weeks?|years?)\b)"
)

#: a name is whole with what a hyphen ties to it, an account with every letter, digit and sign around it
_TIED = {
    "NAME": (re.compile(r"(?:[A-Z][\w']+-){1,2}$"), re.compile(r"-?(?<=-)[A-Z]\w+|-[A-Z]\w+")),
    "WEB": (re.compile(r"[\w.-]+$"), re.compile(r"[\w-]+")),
}
#: what is written without a blank is one code, number or account
_GLUED_BEFORE, _GLUED_BEHIND = re.compile(r"[A-Za-z0-9]{1,6}$"), re.compile(r"[A-Za-z0-9]{1,6}(?![A-Za-z0-9])")
#: "Sze-" goes on though it goes on small
_SMALL_BEHIND = re.compile(r"[a-z]{2,8}(?![\w'-])")
#: a surname that is a word of English too, "Ximena Young"; it does not open a sentence or a heading
_ONE_NAME = re.compile(r"[A-Z][a-z]+(?:[-'’][A-Z][a-z]+)?")
_WORD_BEHIND = re.compile(r" (So|To|Do|An|Go|[A-Z][a-z]{2,14})(?=[,.;/)\n]|['’]s\b| [a-z(\d–—-]|\s?$)")
#: words that go on with the name of a firm or place of care: "Androscoggin Pediatric Audiology"
_NAMED_ON = re.compile(r"[ ]([A-Z][a-z]{2,15})(?![\w'’-])")
_MOST_WORDS = 3
#: which part of a hospital: "Sarat Memorial NICU"
_UNIT = re.compile(r"\s(?:[NPMSC]ICU|SCBU|IHS|VAMC)(?!\w)")
#: "Itzel Cordero Family Medicine": the surname of a person and what they do
_FIRST_WORD = re.compile(r"[A-Z][a-z]+\s(?=[A-Z])")
_GIVEN_BEFORE = re.compile(r"(?<![\w'’-])([A-Z][a-z]+)\s$")
#: part of a name though written small: "Parvathy ammal"
_HONORIFIC = re.compile(
    r"\s(?:ammal|amma|bai|devi|kumari|ben|bhai|begum|khatun|khatoon|bibi|garu|ji|saheb|sahib|appa|akka|anna|effendi|hanım|bey)(?![\w'-])"
)
#: what many places are called besides a name of their own
_SORT_OF_PLACE = re.compile(
    r"(?:City|Springs?|Falls|Creek|Beach|Hills?|Heights|Lake|Bay|Valley|Ridge|Grove|Point|Harbou?r|Junction|Farms?|Mills?|Town|Bluffs?|Landing|Crossing|Corners?|Hollow|Gap|Rapids|Forks?|Pines|Meadows?)"
)
_NAME_OF_ITS_OWN = re.compile(r"(?:(?<![\w'-])[A-Z][a-z'’]{2,15}\s){1,2}$")

#: what stands before a value and is none of it: "Operated 14 June", "-boned at Hwy 14"
_BEFORE_A_VALUE = {
    "DATE": re.compile(
        r"(?!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|early|mid|late|the\b|end\b|start\b))[a-z]+\s(?=\d)",
        re.I,
    ),
    "NAME": re.compile(r"[1-8]?\d\s?(?:yo|y/o|y)?\s?[MF]\s"),
    "PHONE": re.compile(
        r"(?:extension|ext|phone|tel|pager|bleep|cell|mobile|fax|call|text|ring|at|on|to)\.?:?\s", re.I
    ),
    "PLACE": re.compile(r"[-a-z\s]*\b(?:at|in|on|near|by|from|off|of|to|outside|behind|around)\s(?=[A-Z])"),
}


def completed(label: str, text: str, start: int, end: int, *, sure: bool) -> tuple[int, int]:
    """Start and end of the whole value.

    Args:
        label: of the taggers.
        text: as they read it; ``start`` and ``end`` are what they found.
        sure: whether it is more than a doubt; of doubts only the beginning is mended.
    """
    if sure and label in {"ID", "PHONE", "WEB"}:
        start, end = _with_what_is_glued(text, start, end)
    if sure and label in _IN_ONE_PIECE:
        start, end = _whole_run(text, start, end)
    if sure and label == "ID" and _GROUPS.search(text, start, end):
        start, end = _with_all_groups(text, start, end)
    if sure and label in _TIED:
        start, end = _with_what_is_tied(label, text, start, end)
    if sure and label == "NAME":
        end = _with_surname(text, start, end)
    if sure and label in {"PLACE", "HOSP"} and _SORT_OF_PLACE.fullmatch(text, start, end):
        before = _NAME_OF_ITS_OWN.search(text, max(0, start - _FAR), start)
        start = before.start() if before else start
    if label == "HOSP" and (surname := _FIRST_WORD.match(text, start, end)) and _is_called(text, start):
        start = surname.end()
    if sure and label in {"WORK", "HOSP"}:
        end = _named_on(text, end)
    if sure and label == "HOSP" and (unit := _UNIT.match(text, end)):
        end = unit.end()
    if (pattern := _BEFORE_A_VALUE.get(label)) and (before := pattern.match(text, start, end)):
        start = before.end() if before.end() < end else start
    return start, end


def _with_surname(text: str, start: int, end: int) -> int:
    """The end of "Ximena Young" where only "Ximena" was found: a surname that is a word of English too."""
    word = _WORD_BEHIND.match(text, end)
    if word is None or not _ONE_NAME.fullmatch(text, start, end):
        return end
    lower = word[1].lower()
    is_one = lexicon.surname(lower) >= 4 and 0 < lexicon.word_class(lower) <= 4
    return word.end(1) if is_one and word[1] not in edges.STAND_BESIDE_NAMES else end


def _whole_run(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with what hyphens, strokes and full stops tie to it, when it holds a digit where it is tied."""
    if text[start].isalnum() or text[start] in "-/.":
        low = start + (text[start] in "-/.")
        before = _RUN_BEFORE.search(text, max(0, low - _FAR), low)
        start = before.start() if before and any(map(str.isdigit, before.group())) else start
    if text[end - 1].isalnum() or text[end - 1] in "-/.":
        high = end - (text[end - 1] in "-/.")
        behind = _RUN_BEHIND.match(text, high, high + _FAR)
        end = behind.end() if behind and any(map(str.isdigit, behind.group())) else end
    return start, end


def _with_all_groups(text: str, start: int, end: int) -> tuple[int, int]:
    before = _LETTERS_BEFORE.search(text, max(0, start - _FAR), start)
    if before and before.group(1).lower() not in unidentifying.LABELS:
        start = before.start(1)
    behind = _GROUP_BEHIND.match(text, end)
    return start, behind.end() if behind else end


def _with_what_is_tied(label: str, text: str, start: int, end: int) -> tuple[int, int]:
    behind, ahead = _TIED[label]
    before = behind.search(text, max(0, start - _FAR), start)
    after = ahead.match(text, end, end + _FAR)
    start, end = before.start() if before else start, after.end() if after else end
    if label == "NAME" and text[end - 1] == "-" and (small := _SMALL_BEHIND.match(text, end)):
        end = small.end()
    if label == "NAME" and (honorific := _HONORIFIC.match(text, end)):
        end = honorific.end()
    return start, end


def _with_what_is_glued(text: str, start: int, end: int) -> tuple[int, int]:
    before = _GLUED_BEFORE.search(text, max(0, start - _FAR), start) if text[start].isalnum() else None
    behind = _GLUED_BEHIND.match(text, end) if text[end - 1].isalnum() else None
    return before.start() if before else start, behind.end() if behind else end


def _named_on(text: str, end: int) -> int:
    """The end of a name that goes on with words of the language or of medicine, written large."""
    for _ in range(_MOST_WORDS):
        word = _NAMED_ON.match(text, end)
        if word is None or not _may_name_a_firm(word[1]):
            break
        end = word.end()
    return end


def _may_name_a_firm(word: str) -> bool:
    lower = word.lower()
    if word in edges.STAND_BESIDE_NAMES or lexicon.first_name(lower) >= 4:
        return False
    return 0 < lexicon.word_class(lower) <= 6 or lexicon.is_medical(lower) or lexicon.is_technical(lower)


def _is_called(text: str, start: int) -> bool:
    """Whether a first name stands before ``start``."""
    given = _GIVEN_BEFORE.search(text, max(0, start - _FAR), start)
    return given is not None and lexicon.first_name(given[1].lower()) >= 2 and not lexicon.word_class(given[1].lower())
