"""People by their role or relation where :mod:`names` does not look: "RMO Brodie", "officers Bray and Nolan"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrubber import lexicon
from scrubber.findings import Candidate
from scrubber.registry import Document
from scrubber.unidentifying import COUNTRIES

_NAME = r"[A-Z\u00c0-\u00de][a-z\u00df-\u024f'’]{1,20}(?:[-'’]?[A-Z][a-z\u00df-\u024f]{1,15})?"
_NAMES = rf"{_NAME}(?:\s{_NAME})?"
#: grades, uniforms and forms of address of other languages, in the case they are written in
_ROLE = re.compile(
    r"(?<![\w-])(?:RMO|SHO|JHO|JMO|CMO|FY[12]|F[12]|SpR|StR|CT\d|ST\d|IMT\d?|PGY-?\d|CNS|ANP|ACP|PHN|HV|ODP|HCA|CNM|LPN|LVN|EMT|PC|DC|DS|WPC|[Aa]djuster|"
    r"[Pp]harmacist|[Rr]egistrar|[Tt]rainee|[Ss]tudent nurse|[Pp]hysio|[Dd]ietitian|[Ll]ocum|[Cc]arer|[Ss]olicitor|[Hh]ousekeeper|[Pp]aramedic|"
    r"Smt|Shri|Sri|Kumari|Hajja?|Hajia|Alhaji|Alhaja|Sheikh|Shaykh|Ustaz|Mallam|Baba|Mama|Mzee|Oga|Kuya|Ate|Bhai|Didi|Tante|Oma|Opa|Abuela|Abuelo|Lola|Lolo)\.?\s("
    + _NAMES
    + r")(?![\w'’])"
)
#: "officers Bray and Nolan", "her dads, Piers and Anselm"
_SEVERAL = re.compile(
    r"\b(?:[Pp]arents|[Dd]ads|[Mm]ums|[Mm]oms|[Ss]ons|[Dd]aughters|[Bb]rothers|[Ss]isters|[Cc]hildren|[Kk]ids|[Ss]iblings|[Tt]wins|[Cc]ousins|[Oo]fficers|[Nn]urses|"
    r"[Gg]randparents|[Hh]ousemates|[Rr]oommates|[Ff]riends|[Cc]arers|[Nn]eighbou?rs|[Ww]itnesses|[Rr]esidents|[Rr]egistrars|[Ii]nterns|[Mm]idwives|[Ss]tudents|[Dd]octors|[Dd]rs)"
    rf"(?:,|:|\s\(|\sare|\snamed|\scalled)?\s\(?({_NAMES}(?:,\s{_NAMES}){{0,4}}(?:,)?\s(?:and|&)\s{_NAMES})(?![\w'’])"
)
#: "Wren, who is 7"
_AGED = re.compile(
    rf"(?<![\w'’.-])({_NAME}),\s(?:who\s(?:is|was|turns|turned)|now|aged|just)\s\d{{1,3}}(?!\d|\.\d|%|/)"
)
#: "Conor Mac Giolla Phádraig", "Amal bint Khalid"
_PARTICLED = re.compile(
    r"(?<![\w'’-])([A-Z\u00c0-\u00de][a-z\u00df-\u024f]{2,14}\s(?:Mac|Mc|Ó|Ní|Nic|Uí|Ui|Nan|Al|El|Abu|Bin|bin|Binti|bint|ibn|De|Van|Von|Vander|St\.)\s[A-Z\u00c0-\u00de][\w'’-]{2,20}(?:\s[A-Z\u00c0-\u00de][a-z\u00df-\u024f]{2,15})?)(?![\w'’-])"
)
#: "Nomvula, who died"
_WHO = re.compile(rf"(?<=[a-z,;(]\s)({_NAME})(?=,\swho\s)")
#: "is big dave on nights"
_NICKED = re.compile(
    r"(?<![\w-])(?:big|little|wee|auntie|aunty|uncle|nan|nanny|granny|grandad)\s([a-z]{3,12})(?![\w-])"
)
#: "ANTONOV, P CXR" at the head of a report
_HEAD = re.compile(r"(?m)^\s{0,4}([A-Z][A-Z'-]{2,22},\s[A-Z])(?![\w.'’])")


#: "Choi Eun-bi", "Bae, Sung-min", "Min-jun Park"
_HYPHENATED = re.compile(
    r"(?<![\w'\-])(?:([A-Z][a-z]{1,8}),?\s[A-Z][a-z]{1,6}-[A-Za-z][a-z]{1,6}|[A-Z][a-z]{1,6}-[a-z]{1,6}\s([A-Z][a-z]{1,8}))(?![\w\-])"
)


#: "Will re-check", "May co-exist"
_VERBS = frozenset("will may can must shall should could would do did to in at on no not for and or the".split())


def _may_be_called(word: str) -> bool:
    """No country, medicine or everyday word, unless many people bear it as a first name."""
    word = word.lower().replace("’", "'").removesuffix("'s")
    if max(lexicon.first_name(word), lexicon.surname(word)) >= 5 and not 0 < lexicon.word_class(word) <= 3:
        return word not in COUNTRIES
    if word in COUNTRIES or lexicon.is_medical(word) or lexicon.is_technical(word) or lexicon.is_drug(word):
        return False
    if lexicon.is_clinical_name(word) and lexicon.first_name(word) < 4:
        return False
    return not 0 < lexicon.word_class(word) <= 5 or lexicon.first_name(word) >= 3


def _hyphenated(document: Document) -> Iterator[Candidate]:
    for match in _HYPHENATED.finditer(document.view.text):
        family = (match.group(1) or match.group(2)).lower()
        if family not in _VERBS and lexicon.surname(family) >= (6 if lexicon.is_medical(family) else 3):
            yield document.candidate(
                *match.span(), "NAME", 0.85, "name.hyphenated", "A surname beside a hyphenated given name."
            )


class RoleRecognizer:
    """Names behind roles, groups of relatives and at the head of reports."""

    name = "roles"

    def find(self, document: Document) -> Iterator[Candidate]:
        """Candidates of category NAME."""
        text = document.view.text
        for pattern, rule, score, why in (
            (_ROLE, "name.grade", 0.75, "A name follows a grade or a form of address."),
            (_SEVERAL, "name.several", 0.75, "The names of several people."),
            (_AGED, "name.aged.who", 0.8, "A name stands before an age."),
        ):
            for match in pattern.finditer(text):
                if all(map(_may_be_called, re.findall(_NAME, match.group(1)))):
                    yield document.candidate(*match.span(1), "NAME", score, rule, why)
        yield from _hyphenated(document)
        for match in _PARTICLED.finditer(text):
            if lexicon.first_name(match.group(1).split()[0].lower()) >= 2:
                yield document.candidate(*match.span(1), "NAME", 0.8, "name.particle", "A first name and a particle.")
        for match in _WHO.finditer(text):
            if _may_be_called(match.group(1)) and not lexicon.word_class(match.group(1).lower()):
                yield document.candidate(*match.span(1), "NAME", 0.7, "name.who", "Only people are told of like this.")
        for match in _NICKED.finditer(text):
            if lexicon.first_name(match.group(1)) >= 5 and not lexicon.word_class(match.group(1)):
                yield document.candidate(*match.span(1), "NAME", 0.7, "name.nicked", "A nickname.")
        for match in _HEAD.finditer(text):
            if lexicon.surname(match.group(1).split(",")[0].lower()) >= 3:
                yield document.candidate(*match.span(1), "NAME", 0.8, "name.head", "A name at the head of a report.")


RECOGNIZER = RoleRecognizer()
