"""Single names in posts: "discharged Kowalczyk yesterday", "Shaniqua's rash"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrubber import lexicon, persons, unidentifying, unlisted_names
from scrubber.findings import Candidate
from scrubber.registry import Document, watch
from scrubber.unidentifying import COUNTRIES, STATE_NAMES

RARE = 7  # class of English words that hardly anybody writes
NO_PERSON = COUNTRIES | frozenset(
    f"gen monday tuesday wednesday thursday friday saturday sunday mea april june july august {STATE_NAMES.lower().replace('|', ' ')}".split()
)
_NAME = r"([A-Z\u00c0-\u00de][a-z\u00df-\u024f]{2,20}(?:[-'’][A-Z][a-z]{2,15})?)"
#: what is done to people and to nothing else
_HANDLED = re.compile(
    r"\b(?:admitted|transferred|examined|discharged|readmitted|consented|clerked|extubated|intubated|reassured|counsel+ed|phoned|texted|bleeped|restrained|sectioned|escorted|hoisted|"
    r"bathed|warned|reminded|convinced|persuaded|begged|comforted|nursed|babysat|chaperoned|repatriated)\s"
    + _NAME
    + r"(?=\s(?:yesterday|today|tonight|home|from|to|at|on|this|last|that|who|again|and|about|after|before|in|for|back|because|when|is|was|twice|early|myself)\b|"
    r"[.,;!?]|\s?$)",
    re.MULTILINE,
)
#: "the Hargreaves twins", "baby girl Vang"
_KIN = re.compile(
    r"\b(?:(?:[Tt]he|both|these)\s"
    + _NAME
    + r"(?=\s(?:twins?|triplets|family|kids|boys|girls|baby|babies|sisters|brothers|siblings|household)\b)|"
    r"[Bb]aby\s(?:girl|boy)\s" + _NAME + r"(?![\w'’-]))"
)
#: "I met Sunny and his mother": whoever is met with a relative of theirs, whatever else the word means
_ACCOMPANIED = re.compile(
    r"\b(?i:met|saw|seen|called|phoned|rang|visited|examined|reviewed|updated|consented|reassured|counsel+ed|spoke\s(?:to|with)|talked\s(?:to|with))\s([A-Za-z\u00c0-\u00de][a-z\u00df-\u024f]{1,20})"
    r"(?=,?\s(?:and|with|&)\s(?:his|her|their)\s(?:mother|father|mom|mum|dad|parents|wife|husband|partner|son|daughter|sister|brother|family|grand\w+|aunt|uncle|carer|girlfriend|boyfriend|fianc\w+|kids|children)\b)"
)
#: "Grace turned thirty-two": only people turn an age
_TURNED = re.compile(
    r"(?:\A|\n|[.!?]\s)([A-Z][a-z]{2,20})(?=\sturned\s(?:\d{1,3}\b(?!\s?(?:degrees|°))|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b))"
)
#: what people are to somebody or by trade, and, in small letters only, words for anybody: "Kid" with a capital is a nickname
_ROLES = frozenset(
    "patient pt mum mom mother dad father family parents wife husband son daughter baby child client resident nurse doctor consultant surgeon team twin twins sister brother carer guardian".split()
)
_ANYBODYS = _ROLES | frozenset(
    "him her them me us you it one both all everyone he she boy girl man woman lady gentleman kid couple teen teenager infant toddler friend caregiver case back again".split()
)
_ANY = re.compile(
    r"(?<![\w'’.-])"
    + _NAME
    + r"(?![\w'’-])(?!\s(?:lens|sulcus|sign|test|score|index|scale|line|tube|stage|grade|criteria|lines?|nodes?|fax|facs|half|white|arch|bars?|graft)\b)(?!\s\d{1,2}(?:\.\d)?(?:[,.;)]|\s(?:after|to|on|at|and)\b))"
)
_OWNED = re.compile(r"(?<![\w'’-])" + _NAME + r"(?=['’]s\s[a-z]{3,})")


#: "Loc: left calf", "Mag: 1.8"
_HEADS_A_FIELD = re.compile(
    r"(?:Loc|Mag|Sol|Dom|Val|Cal|Gen|Art|Soc|Fam|Dev|Les|Mel|Dot|Pearl|Hope|Joy|Rose|Geri|Peds|Lan|Nas|Neo)(?::|\s?-\s)"
)


#: days of the week in short, and drugs by their first syllables
_CLIPPED = frozenset(
    "mon tue tues wed thu thur thurs fri sat sun spiro neo dara dex carbo doce pred levo vanco clinda gent tobra roc sux ket fent mida prop precede cipro levi kepp dilan".split()
)

#: what makes a person of an eponym too: "Ludwig says his throat hurts"
_SPEAKS = re.compile(
    r"\s(?:says|said|tells|told|asks|asked|denies|denied|refuses|refused|wants|wanted|complains|thinks|thought|feels|felt)\s(?:he|she|his|her|they|that|me|us|to)\b"
)


#: what is owned, bought or used, and not a person: "owns a Harley"
_ARTICLE = re.compile(r"(?<![\w'’])(?:[Aa]n?|[Tt]he)\s$")


class BareNameRecognizer:
    """Names without title or surname: by what was done to their bearer or belongs to them, or known as nothing else."""

    name = "bare_names"

    def find(self, document: Document) -> Iterator[Candidate]:
        """Candidates of category NAME."""
        anybody = list(document.matches(_ANY))
        for pattern, called, score, rule, why in (
            (_HANDLED, _can_be_called, 0.75, "name.handled", "A name follows what is done to a person."),
            (_KIN, _can_be_called, 0.75, "name.kin", "The name of a family."),
            (_OWNED, _is_first_name, 0.75, "name.owner", "Something belongs to this person."),
            (_ANY, _is_given, 0.6, "name.given", "Hardly anything but people is called so."),
        ):
            for match in anybody if pattern is _ANY else document.matches(pattern):
                word, span = match.group(match.lastindex or 1).lower(), match.span(match.lastindex or 1)
                if called(word) and not (rule == "name.given" and _is_no_name(document.view.text, word, *span)):
                    yield document.candidate(*span, "NAME", score, rule, why)
        for pattern, why in (
            (_ACCOMPANIED, "Somebody whose relative was there too."),
            (_TURNED, "Only people turn an age."),
        ):
            for match in document.matches(pattern):
                if _is_somebody(match.group(1)):
                    yield document.candidate(*match.span(1), "NAME", 0.75, "name.accompanied", why)
        for match in anybody:
            word = match.group(1).lower()
            if unlisted_names.holds(word):
                yield document.candidate(
                    *match.span(1), "NAME", 0.7, "name.unlisted", "Hardly anything but people is called so."
                )
            elif (_is_borne(word) or _is_in_no_list(word)) and persons.AFTER.match(document.view.text, match.end()):
                yield document.candidate(*match.span(1), "NAME", 0.65, "name.acts", "Does what only people do.")
            elif lexicon.surname(word) >= 4 and _SPEAKS.match(document.view.text, match.end()):
                yield document.candidate(*match.span(1), "NAME", 0.7, "name.speaks", "Only people speak and feel.")


def _is_no_name(text: str, word: str, start: int, end: int) -> bool:
    """Whether a first name in the text stands for a day, a drug or a field of a form, or is the name of a thing."""
    return bool(
        word in _CLIPPED
        or _HEADS_A_FIELD.match(text, start)
        or _ARTICLE.search(text, max(0, start - 4), start)
        or (lexicon.first_name(word) < 6 and persons.beside_a_thing(text, start, end))  # but "not Greg"
    )


def _is_somebody(word: str) -> bool:
    """No word for people in general, and a name somebody bears."""
    nobody = _ANYBODYS if word.islower() else _ROLES
    lowered = word.lower()
    return (
        lowered not in nobody
        and lowered not in unidentifying.LABELS
        and max(lexicon.first_name(lowered), lexicon.surname(lowered)) >= 2
    )


def _can_be_called(word: str) -> bool:
    """No word of English or of medicine; a known name, or in no list at all."""
    if word in NO_PERSON or 0 < lexicon.word_class(word) < RARE or lexicon.is_technical(word):
        return False
    if lexicon.is_medical(word) or lexicon.is_drug(word) or lexicon.is_clinical_name(word):
        return False
    return lexicon.first_name(word) >= 2 or lexicon.surname(word) >= 2 or not lexicon.bits(word)


def _is_borne(word: str) -> bool:
    """Known as a name to some extent, and as nothing else."""
    return (
        _can_be_called(word)
        and max(lexicon.surname(word), lexicon.first_name(word)) >= 3
        and lexicon.place(word) <= (2 if lexicon.first_name(word) >= 4 else 0)
    )


def _is_in_no_list(word: str) -> bool:
    """Long enough to be a name, and nothing a list or the making of words explains."""
    return (
        word.isalpha()
        and len(word) >= 5
        and not lexicon.bits(word)
        and not lexicon.is_derived(word)
        and _can_be_called(word)
    )


def _is_first_name(word: str) -> bool:
    """A first name far more than a surname: signs and diseases are called after surnames."""
    return _can_be_called(word) and lexicon.first_name(word) >= 4 and lexicon.first_name(word) > lexicon.surname(word)


def _is_given(word: str) -> bool:
    """A first name at least as much as a surname, and no place, day or month."""
    return (
        word not in unidentifying.MONTHS
        and _can_be_called(word)
        and lexicon.first_name(word) >= max(4, lexicon.surname(word))
        and lexicon.place(word) <= 1
    )


watch(_ACCOMPANIED, _TURNED, _HANDLED, _KIN, _OWNED, _ANY)
RECOGNIZER = BareNameRecognizer()
