"""Who signed, dictated, treated or operated: where a name must stand, words of English are names too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrubber import lexicon, unidentifying
from scrubber.findings import Candidate
from scrubber.prefilter import prefilter
from scrubber.recognizers.staff import borne
from scrubber.registry import Document, watch

#: "grace long", "grace m. long", "maria de la cruz"; all of this is looked for in the text in lower case
_NAME = r"([a-z][a-z'-]{1,15}(?: [a-z]\.?)?(?: (?:de|la|van|von|al|bin)){0,2} [a-z][a-z'-]{1,19})"
#: "with kind regards,\ngrace long"
_SIGNED = re.compile(
    r"(?:regards|best wishes|many thanks|sincerely|faithfully|truly)[,.]?\s{0,3}\n\s{0,6}"
    + _NAME
    + r"(?=\s{0,3}(?:\n|,|$))"
)
#: "dictated by grace long", "operated by will young and peter park"
_DONE_BY = re.compile(
    r"(?:\b(?:discussed|operated|operation|performed|done|dictated|typed|written|transcribed|signed|reported|reviewed|assisted|witnessed|referred|cosigned|prepared|"
    r"authored|completed|supervised|examined|seen|assessed|treated|managed|followed|counsel+ed)\s(?:on\s)?|\n\s{0,4})(?:by:?|(?<=discussed )with)\s"
    + _NAME
    + r"(?:\sand\s"
    + _NAME
    + r")?(?=\s?(?:[,.;:)\n]|$)|\s(?:and|md|who|on|at|for|in|after|before|today)\b)"
)
#: "will “bear” young, 67"
_NICKNAMED = re.compile(
    r"(?<![\w'-])([a-z][a-z'-]{1,15}\s[\"“'][a-z][a-z-]{1,15}[\"”']\s[a-z][a-z'-]{1,19})(?=,?\s(?:aged?\s|\()?\d{1,3}\b|,?\s(?:dob|mrn)\b)"
)
#: "She was under Long at BFH for years": whose patient somebody was, and where
_UNDER = re.compile(
    r"\b(?:was|is|been|still)\sunder\s(?:Dr\.?\s|Mr\.?\s|Prof\.?\s)?([A-Za-z\u00c0-\u024f][\w'’-]{1,20})\sat\s(?:the\s)?([A-Z\u00c0-\u00de][\w'’-]{1,20}(?:\s[A-Z\u00c0-\u00de][\w'’-]{1,20}){0,3}(?![\w]))?"
)
#: classes of how common a first name and a surname are, from which two words make a person where a person must stand
_GIVEN, _FAMILY = 3, 3
#: and from which one word does that medicine knows too
_WIDELY = 5
#: "young people", "grace house"
_NO_SURNAMES = frozenset(
    "people adult adults man men woman women child children boy girl team group service services clinic house hall ward unit home care".split()
)


def _is_person(name: str) -> bool:
    """Whether the first word is a first name and the last a surname, whatever else they mean."""
    words = name.split()
    last = words[-1]
    if last in _NO_SURNAMES or lexicon.is_drug(last):
        return False
    return lexicon.first_name(words[0]) >= _GIVEN and borne(last) >= _FAMILY


class SignatureRecognizer:
    """First and last names behind a closing formula or "dictated by", or with a nickname in the middle."""

    name = "signatures"

    def find(self, document: Document) -> Iterator[Candidate]:
        """Candidates of category NAME."""
        for number, pattern in _WATCHED:
            for match in pattern.finditer(document.lowered) if number in document.possible else ():
                for group, name in enumerate(match.groups(), 1):
                    if name and _is_person(name):
                        yield document.candidate(
                            *match.span(group),
                            "NAME",
                            0.8,
                            "name.signed",
                            "Whoever signs or did something is a person.",
                        )
        for match in document.matches(_UNDER):
            yield from _under(document, match)


def _under(document: Document, match: re.Match[str]) -> Iterator[Candidate]:
    """A doctor by one name, and the house they work in; nothing where it was anaesthesia or a service."""
    word = match.group(1).lower()
    means_more = lexicon.is_medical(word) or lexicon.is_technical(word)
    if word in unidentifying.SERVICES or borne(word) < (_WIDELY if means_more else 2):
        return
    yield document.candidate(*match.span(1), "NAME", 0.75, "name.signed", "Whose patient somebody is.")
    if match.group(2):
        yield document.candidate(*match.span(2), "HOSPITAL", 0.75, "hospital.under", "Where the doctor works.")


watch(_UNDER)
_WATCHED = tuple((prefilter.watch(pattern, lowered=True), pattern) for pattern in (_SIGNED, _DONE_BY, _NICKNAMED))
RECOGNIZER = SignatureRecognizer()
