"""Who signed, dictated or operated, in small letters: where a name must stand, words of English are names too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrubber import lexicon
from scrubber.findings import Candidate
from scrubber.recognizers.staff import borne
from scrubber.registry import Document, watch

#: "grace long", "j. park", "maria de la cruz"
_NAME = r"([a-z][a-z'-]{1,15}(?:\s[a-z]\.?)?(?:\s(?:de|la|van|von|al|bin)){0,2}\s[a-z][a-z'-]{1,19})"
#: "with kind regards,\ngrace long"
_SIGNED = re.compile(
    r"(?:regards|best wishes|many thanks|sincerely|faithfully|truly)[,.]?\s{0,3}\n\s{0,6}"
    + _NAME
    + r"(?=\s{0,3}(?:\n|,|$))"
)
#: "dictated by grace long", "operated by will young and peter park"
_DONE_BY = re.compile(
    r"(?:\b(?:operated|operation|performed|done|dictated|typed|written|transcribed|signed|reported|reviewed|assisted|witnessed|referred|cosigned|prepared|"
    r"authored|completed|supervised|examined|seen|assessed)\s(?:on\s)?|\n\s{0,4})by:?\s"
    + _NAME
    + r"(?:\sand\s"
    + _NAME
    + r")?(?=\s?(?:[,.;:)\n]|$)|\s(?:and|md|who|on|at|for|in|after|before|today)\b)"
)
#: "will “bear” young, 67"
_NICKNAMED = re.compile(
    r"(?<![\w'-])([a-z][a-z'-]{1,15}\s[\"“'][a-z][a-z-]{1,15}[\"”']\s[a-z][a-z'-]{1,19})(?=,?\s(?:aged?\s|\()?\d{1,3}\b|,?\s(?:dob|mrn)\b)"
)
#: classes of how common a first name and a surname are, from which two words make a person where a person must stand
_GIVEN, _FAMILY = 3, 3


def _is_person(name: str) -> bool:
    """Whether the first word is a first name and the last a surname, whatever else they mean."""
    words = name.split()
    return lexicon.first_name(words[0]) >= _GIVEN and borne(words[-1]) >= _FAMILY and not lexicon.is_drug(words[-1])


class SignatureRecognizer:
    """Names in small letters behind a closing formula or "dictated by", or with a nickname in the middle."""

    name = "signatures"

    def find(self, document: Document) -> Iterator[Candidate]:
        """Candidates of category NAME."""
        for pattern in (_SIGNED, _DONE_BY, _NICKNAMED):
            for match in document.matches(pattern):
                for group, name in enumerate(match.groups(), 1):
                    if name and _is_person(name):
                        yield document.candidate(
                            *match.span(group),
                            "NAME",
                            0.8,
                            "name.signed",
                            "Whoever signs or did something is a person.",
                        )


watch(_SIGNED, _DONE_BY, _NICKNAMED)
RECOGNIZER = SignatureRecognizer()
