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
_MIXED = re.compile(r"[A-Za-z].*[_\d].*|.*[_\d].*[A-Za-z]")


def _is_chosen(word: str) -> bool:
    """A user name is made of more than one word or means nothing."""
    plain = word.lower().strip(".-")
    return "_" in word or not (lexicon.means(plain) or lexicon.is_derived(plain))


class ChatRecognizer:
    """User names of a chat in which at least one of them speaks twice."""

    name = "chats"

    def find(self, document: Document) -> Iterator[Candidate]:
        """Candidates of category HANDLE."""
        lines = [match for match in document.matches(_LINE) if _is_chosen(match.group(1))]
        often = {word for word, count in Counter(match.group(1) for match in lines).items() if count >= _OFTEN}
        if not often:
            return
        for match in lines:
            if match.group(1) in often or _MIXED.fullmatch(match.group(1)):
                yield document.candidate(
                    *match.span(1), "HANDLE", 0.8, "handle.speaker", "Who speaks in a chat has an account."
                )


watch(_LINE)
RECOGNIZER = ChatRecognizer()
