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
_NAME = r"((?<![\w'-])[a-z][a-z'-]{1,15}(?: [a-z]\.?)?(?: (?:de|la|van|von|al|bin)){0,2} [a-z][a-z'-]{1,19})"
#: "with kind regards,\ngrace long"
_SIGNED = re.compile(
    r"(?:regards|wishes|thanks|sincerely|faithfully|truly|cheers|yours|respectfully|cordially|yours ever)[,.]?\s{0,3}\n\s{0,6}"
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
#: "grace long, his daughter, flew in", "will young called again"
_RELATED = re.compile(
    _NAME
    + r"(?=,\s(?:his|her|their|the\s(?:patient|pt)'s)\s(?:mother|father|mom|mum|dad|wife|husband|partner|son|daughter|sister|brother|aunt|uncle|niece|nephew|cousin|grand\w+|carer|neighbou?r|friend)\b|"
    r"\s(?:called|rang|phoned|texted|emailed|messaged)\s(?:again|back|from|in|to|about)\b)"
)
#: "discussed with j long": one letter and a surname
_SHORTENED = re.compile(
    r"\b(?:discussed|spoke|reviewed|seen)\s(?:with|by)\s([b-hj-wyz]\.?\s[a-z][a-z'-]{2,19})(?=\s?[,.;)\n]|\s?$)"
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
_GIVEN, _FAMILY = 2, 2
#: the same where both are words of English too: "med student", "art line"
_GIVEN_IF_WORD, _FAMILY_IF_WORD = 4, 5
#: although some people are called so
_NO_NAMES = frozenset(
    "the he she her his him my our an in to so see of and at on off it no not all any some one two be do go get got can let need ask call try was has had is are with for from by as but "
    "you we they me us them who what when then now here there more most new old best good first last next same other another each every both case pt mom dad nurse a d h v x i am or sir dear doctor per low how per lab".split()
)
#: and from which one word does that medicine knows too
_WIDELY = 3
#: the same for a surname behind a single letter: "hep c", "t cells"
_SURELY_FAMILY = 6
#: "under General at": services that are names too
_SERVICES = unidentifying.SERVICES | frozenset("general care pain eye hand burns chest stroke".split())
#: "young people", "grace team"
_NO_SURNAMES = frozenset(
    "people adult adults man men woman women child children boy girl team group service services clinic unit care".split()
)


def _is_person(name: str) -> bool:
    """Whether the first word is a first name and the last a surname, whatever else they mean."""
    words = name.split()
    last = words[-1]
    if last in _NO_SURNAMES or lexicon.is_drug(last) or not _NO_NAMES.isdisjoint((words[0], last)):
        return False
    if len(words[0].rstrip(".")) == 1:
        return borne(last) >= _SURELY_FAMILY
    are_words = lexicon.means(words[0]) and lexicon.means(last)
    given, family = (_GIVEN_IF_WORD, _FAMILY_IF_WORD) if are_words else (_GIVEN, _FAMILY)
    return lexicon.first_name(words[0]) >= given and borne(last) >= family


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
    if word in _SERVICES or borne(word) < (_WIDELY if means_more else 2):
        return
    yield document.candidate(*match.span(1), "NAME", 0.75, "name.signed", "Whose patient somebody is.")
    if match.group(2):
        yield document.candidate(*match.span(2), "HOSPITAL", 0.75, "hospital.under", "Where the doctor works.")


watch(_UNDER)
_WATCHED = tuple(
    (prefilter.watch(pattern, lowered=True), pattern)
    for pattern in (_SIGNED, _DONE_BY, _RELATED, _SHORTENED, _NICKNAMED)
)
RECOGNIZER = SignatureRecognizer()
