"""Who speaks in a chat that was copied: a user name before a colon, line after line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from scrubber import lexicon
from scrubber.findings import Candidate
from scrubber.registry import Document, watch

#: "bilirubinstein: who knows the family", "[14:02] @uro_kai: clots?"
_LINE = re.compile(
    r"(?m)^[ \t]{0,4}(?:\[?\d{1,2}[:.]\d\d(?::\d\d)?\]?[ \t]{1,2}|[↳>*-][ \t]?)?@?([A-Za-z0-9][\w.-]{3,23}):[ \t]"
)
#: who speaks once may be a heading
_OFTEN = 2
#: classes of how common a name is that is a word too, and one that is none; how many of these speak
_CALLED, _KNOWN, _OTHERS = 4, 2, 2
#: "Will: yes yes yes", "12/06, 07:14 - Page: which slide"
_NAMED_LINE = re.compile(
    r"(?m)^[ \t]{0,4}(?:\[?[\d/., :apmAPM-]{3,24}\]?[ -]{1,3})?([A-Z\u00c0-\u00de][a-z\u00df-\u024f'’]{1,15})(?:[ ][A-Z][\w.]{0,15})?:[ ]\S"
)
#: headings of a note that people are called too
_HEADINGS = frozenset(
    "plan social hx exam pain skin bowel mark note notes case page drain lines art neuro heart lung gait may summer".split()
)
#: "ToxTodd wrote:" above what is quoted
_QUOTED = re.compile(r"(?m)^[ \t>]{0,4}@?([A-Za-z0-9][\w.-]{3,23})[ ](?:wrote|said|posted|replied)[ ]?:[ \t]*$")
_MIXED = re.compile(r"[A-Za-z].*[_\d].*|.*[_\d].*[A-Za-z]")


def _is_chosen(word: str) -> bool:
    """A user name is made of more than one word or means nothing."""
    plain = word.lower().strip(".-")
    return "_" in word or not (lexicon.means(plain) or lexicon.is_derived(plain))


def _speakers(document: Document) -> Iterator[tuple[int, int]]:
    """Who speaks in turn with two people whose names are no words (or again and again with one), under a name that is one: "Will"."""
    lines = list(document.matches(_NAMED_LINE))
    plain = {word for word in (match.group(1).lower() for match in lines) if _is_name(word)}
    often = Counter(match.group(1) for match in lines)
    for match in lines:
        enough = _OTHERS if often[match.group(1)] == 1 else _OTHERS - 1
        if len(plain) >= enough and _is_called(match.group(1)):
            yield match.span(1)


def _is_name(word: str) -> bool:
    """No word of English or medicine, and people are called so."""
    return not lexicon.means(word) and max(lexicon.first_name(word), lexicon.surname(word)) >= _KNOWN


def _is_called(word: str) -> bool:
    word = word.lower()
    return word not in _HEADINGS and max(lexicon.first_name(word), lexicon.surname(word) - 1) >= _CALLED


class ChatRecognizer:
    """User names of a chat in which at least one of them speaks twice."""

    name = "chats"

    def find(self, document: Document) -> Iterator[Candidate]:
        """Candidates of category HANDLE, and NAME for who speaks under a name that is a word too."""
        for span in _speakers(document):
            yield document.candidate(*span, "NAME", 0.75, "speaker.named", "Among people who speak in turn.")
        for match in document.matches(_QUOTED):
            if _is_chosen(match.group(1)):
                yield document.candidate(
                    *match.span(1), "HANDLE", 0.8, "handle.quoted", "Who is quoted has an account."
                )
        lines = [match for match in document.matches(_LINE) if _is_chosen(match.group(1))]
        often = {word for word, count in Counter(match.group(1) for match in lines).items() if count >= _OFTEN}
        if not often:
            return
        for match in lines:
            if match.group(1) in often or _MIXED.fullmatch(match.group(1)):
                yield document.candidate(
                    *match.span(1), "HANDLE", 0.8, "handle.speaker", "Who speaks in a chat has an account."
                )


watch(_LINE, _QUOTED, _NAMED_LINE)
RECOGNIZER = ChatRecognizer()
