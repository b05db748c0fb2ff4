"""People by their role or relation where :mod:`names` does not look: "RMO Brodie", "officers Bray and Nolan"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrubber import lexicon
from scrubber.findings import Candidate
from scrubber.recognizers.paired_names import nobodys_word
from scrubber.registry import Document, watch
from scrubber.unidentifying import COUNTRIES

_NAME = r"[A-Z\u00c0-\u00de](?:['’][A-Z])?[a-z\u00df-\u024f'’]{1,20}(?:[-'’]?[A-Z][a-z\u00df-\u024f]{1,15})?"
_NAMES = rf"{_NAME}(?:\s{_NAME})?"
#: grades, uniforms and forms of address of other languages, in the case they are written in
_ROLE = re.compile(
    r"(?<![\w-])(?:RMO|SHO|JHO|JMO|CMO|FY[12]|F[12]|SpR|StR|CT\d|ST\d|IMT\d?|PGY-?\d|CNS|ANP|ACP|PHN|HV|ODP|HCA|CNM|LPN|LVN|EMT|PC|DC|DS|WPC|[Aa]djuster|"
    r"[Pp]harmacist|[Rr]egistrar|[Tt]rainee|[Ss]tudent nurse|[Pp]hysio|[Dd]ietitian|[Ll]ocum|[Cc]arer|[Ss]olicitor|[Pp]atient|[Cc]lient|[Hh]ousekeeper|[Pp]aramedic|"
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
#: "Consultant Nic Lochlainn"
_GAELIC = re.compile(
    r"(?<![\w'’-])((?:Ó|Ní|Nic|Uí|Ua|Mac Giolla|Mag|Ui|Ni)\s(?:\s?[A-Z\u00c0-\u00de][a-z\u00df-\u024f]{3,16}){1,2})(?![\w'’-])"
)
#: "Nomvula, who died"
_WHO = re.compile(rf"(?<=[a-z,;(]\s)({_NAME})(?=,\swho\s)")
#: "52F Ngozi A, node positive"
_AGE_SEX = re.compile(rf"(?<![\w./-])\d{{1,3}}\s?(?:yo\s?)?[MF]\s({_NAME}(?:\s{_NAME}|\s[A-Z]\b\.?)?)(?![\w'’])")
#: "68 M, Keith Durrant, on Xarelto", "36 yo Xu Zhilan": two words that only people are called by
_AGE_THEN_NAME = re.compile(
    rf"(?<![\w./-])\d{{1,3}}\s?(?:(?:yo\s?|y/o\s?)?[MF],|y/?o,?|(?:yo\s?|y/o\s?)?[MF])\s({_NAME}\s{_NAME})(?![\w'’])"
)
#: "B/o Chellamma", the baby of; "S/o", "D/o"; "b/o" is because of
_CHILD_OF = re.compile(rf"(?<![\w/])(?:[BSD]/[Oo]|[sd]/o)\s({_NAMES})(?![\w'’])")
#: "ông đoàn văn lực", in small letters; one of them has a mark
_ANH = re.compile(r"(?<!\w)(?:ông|bà|anh|chị|cô|chú|bác)\s((?:[^\W\d_A-Z]{2,7})(?:\s[^\W\d_A-Z]{2,7}){1,3})(?!\w)")
#: "6F Terumo" is a catheter
_FRENCH = re.compile(r"(?:[4-9]|1\d|2[0-8])\s?F\b")
#: "a boy, Selvam, with cyanosis"
_APPOSED = re.compile(
    r"\b(?:boy|girl|man|woman|lady|gentleman|nurse|student|doctor|child|toddler|teenager|lad|teacher|farmer|porter|cleaner|driver|pilot|widow|widower|volunteer|"
    rf"refugee|lawyer|accountant|priest|soldier|surgeon|resident|intern|registrar|midwife|medic|guy|fellow|colleague),\s({_NAME}),(?=\s[a-z])"
)
#: "did vasquez get her mri", "is nguyen still npo"
_ASKED = re.compile(
    r"\b(?:is|did|does|has|was|can|will)\s([a-z]{4,12})\s(?:still|get|got|have|had|need|needs|go|going|ok|okay|back|awake|better|home|npo|here|in|out|on|allowed|ready|done)\b"
)
#: "pt henley is septic"
_PT_LOWER = re.compile(
    r"\b(?:pt|patient)\s([a-z]{4,12})\s(?:is|was|has|had|needs|wants|still|gcs|bp|hr|ready|for|back|in|on)\b"
)
#: "pao ger her 39m hep b", at the head of a line
_HEAD_LOWER = re.compile(r"(?m)^\s{0,3}([a-z]{2,12}(?:\s[a-z]{2,12}){1,2})\s(?=\d{1,3}\s?(?:m|f|yo|y/o|yr)\b)")
#: "shoutout rusty"
_THANKED = re.compile(r"\b(?:shout ?out(?: to)?|props to|kudos to|thx|ty|cheers|thanks)\s([a-z]{3,12})(?![\w-])")
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


_RELATIVE_LOWER = re.compile(
    r"\b(?:husband|wife|mom|mum|dad|mother|father|son|daughter|sister|brother|sister in law|brother in law|aunt|uncle|cousin|nephew|niece|grandma|grandpa|coach|doula|twin|roommate|partner|boyfriend|girlfriend)"
    r"\s((?:[a-z][a-z'\-]{2,15}))(?:\s((?:[a-z][a-z'\-]{3,15})))?(?![\w])",
)


#: "my son will is 17": behind "will" stands no second verb unless somebody is called so
_CALLED_WILL = re.compile(
    r"\b(?:son|mate|brother|husband|dad|father|partner|friend|boyfriend|uncle|nephew|cousin|grandson|neighbou?r|colleague)\s(will)(?=\s(?:is|was|has|had|says|said|went|got|came)\b)"
)


def _surely_named(document: Document) -> Iterator[Candidate]:
    """Names whose place says so much that the taggers are not asked: these rules are strict."""
    for match in document.matches(_AGE_THEN_NAME):
        if all(map(_is_called, match.group(1).split())):
            yield document.candidate(*match.span(1), "NAME", 0.8, "name.aged.behind", "A name behind age and sex.")
    for match in document.matches(_CHILD_OF):
        if all(map(_may_be_called, match.group(1).split())):
            yield document.candidate(*match.span(1), "NAME", 0.8, "name.title.child", "Whose child somebody is.")
    for match in document.matches(_CALLED_WILL):
        yield document.candidate(*match.span(1), "NAME", 0.8, "name.title.will", "The name of a relative or friend.")
    for match in document.matches(_ANH):
        if not match.group(1).isascii():
            yield document.candidate(
                *match.span(1), "NAME", 0.8, "name.title.vietnamese", "A Vietnamese title stands before it."
            )


def _hyphenated(document: Document) -> Iterator[Candidate]:
    for match in document.matches(_HYPHENATED):
        family = (match.group(1) or match.group(2)).lower()
        if family not in _VERBS and lexicon.surname(family) >= (6 if lexicon.is_medical(family) else 3):
            yield document.candidate(
                *match.span(), "NAME", 0.85, "name.hyphenated", "A surname beside a hyphenated given name."
            )


def _is_called(word: str) -> bool:
    """A name, or in no list at all, and neither a word of English nor of medicine."""
    lowered = word.lower().replace("’", "'").removesuffix("'s")
    if not _may_be_called(word) or 0 < lexicon.word_class(lowered) <= 6 or lexicon.is_derived(lowered):
        return False
    return lexicon.first_name(lowered) >= 2 or lexicon.surname(lowered) >= 3 or not lexicon.bits(lowered)


def _means(word: str) -> bool:
    return bool(lexicon.word_class(word)) or lexicon.is_medical(word) or lexicon.is_technical(word)


def _lower_relatives(document: Document) -> Iterator[Candidate]:
    """ "mom kia xiong", "husband manjit": names in lower case behind a relative."""
    text = document.view.text
    for match in _RELATIVE_LOWER.finditer(document.lowered):
        if not text[match.start(1) : match.end()].islower() or not nobodys_word(match.group(1)):
            continue
        end = match.end(2) if match.group(2) and nobodys_word(match.group(2)) else match.end(1)
        yield document.candidate(match.start(1), end, "NAME", 0.8, "name.relative", "The name of a relative or carer.")


#: "Young, Grace 67 - ": a line of a list of patients
_LISTED = re.compile(
    r"(?m)^\s{0,4}(?:\d{1,2}[.)]\s)?([A-Z][a-z'’-]{1,20},\s([A-Z][a-z'’-]{1,20})(?:\s[A-Z][a-z'’-]{1,20})?),?\s\(?\d{1,3}(?:\s?(?:[yYMF]\b|yo\b|yrs?\b|years?\b)|(?=\s?[-–—(;/]\s?[A-Za-z(]))"
)
#: an Arabic parent's name ("Umm Khalil"), but for towns and public figures
_KUNYA = re.compile(
    r"(?<![\w'’-])((?:Umm?|Oum|Abu|Abou)[\s-](?!Dhabi|Simbel|Ghraib|Mena|Gosh|Sayyaf|Hassan's)[A-Z][a-z]{2,15})(?![\w'’-])"
)


def _listed(document: Document) -> Iterator[Candidate]:
    """Lines of a list of patients, and parents called by a child's name."""
    for match in document.matches(_LISTED):
        surname, first = match.group(1).split(",")[0].lower(), match.group(2).lower()
        given = lexicon.first_name(first) >= 3 or (" " in match.group(1).split(", ")[1] and not _means(first))
        if given and lexicon.surname(surname) >= 1:
            yield document.candidate(*match.span(1), "NAME", 0.85, "name.aged", "A name stands before an age.")
    for match in document.matches(_KUNYA):
        if match.group(1).startswith("Um ") and lexicon.word_class(match.group(1)[3:].lower()):  # "Um Yes"
            continue
        yield document.candidate(*match.span(1), "NAME", 0.8, "name.kunya", "A parent called by a child's name.")


class RoleRecognizer:
    """Names behind roles, groups of relatives and at the head of reports."""

    name = "roles"

    def find(self, document: Document) -> Iterator[Candidate]:
        """Candidates of category NAME."""
        for pattern, rule, score, why in (
            (_ROLE, "name.grade", 0.75, "A name follows a grade or a form of address."),
            (_SEVERAL, "name.several", 0.75, "The names of several people."),
            (_AGED, "name.aged.who", 0.8, "A name stands before an age."),
        ):
            for match in document.matches(pattern):
                if all(map(_may_be_called, re.findall(_NAME, match.group(1)))):
                    yield document.candidate(*match.span(1), "NAME", score, rule, why)
        yield from _surely_named(document)
        yield from _hyphenated(document)
        yield from _lower_relatives(document)
        for match in document.matches(_PARTICLED):
            if lexicon.first_name(match.group(1).split()[0].lower()) >= 2:
                yield document.candidate(*match.span(1), "NAME", 0.8, "name.particle", "A first name and a particle.")
        yield from _listed(document)
        for match in document.matches(_GAELIC):
            if not _means(match.group(1).split()[-1].lower()):
                yield document.candidate(*match.span(1), "NAME", 0.75, "name.gaelic", "A surname with its particle.")
        for match in document.matches(_WHO):
            if _may_be_called(match.group(1)) and not lexicon.word_class(match.group(1).lower()):
                yield document.candidate(*match.span(1), "NAME", 0.7, "name.who", "Only people are told of like this.")
        for match in document.matches(_AGE_SEX):
            called = all(_is_called(word) for word in re.findall(_NAME, match.group(1)))
            if called and not (_FRENCH.match(match.group()) and lexicon.first_name(match.group(1).lower()) < 3):
                yield document.candidate(*match.span(1), "NAME", 0.75, "name.agesex", "A name behind age and sex.")
        for match in document.matches(_APPOSED):
            word = match.group(1).lower()
            if _is_called(match.group(1)) or (lexicon.first_name(word) >= 3 and not lexicon.is_medical(word)):
                yield document.candidate(*match.span(1), "NAME", 0.75, "name.apposed", "A name set between commas.")
        for match in (*document.matches(_ASKED), *document.matches(_PT_LOWER)):
            word = match.group(1)
            borne = max(lexicon.surname(word), lexicon.first_name(word))
            if borne >= 5 and not lexicon.word_class(word) and not lexicon.is_medical(word):
                yield document.candidate(*match.span(1), "NAME", 0.7, "name.asked", "Somebody is asked about.")
        for match in document.matches(_HEAD_LOWER):
            first = match.group(1).split()[0]
            if max(lexicon.first_name(first), lexicon.surname(first)) >= 2 and not lexicon.means(first):
                yield document.candidate(*match.span(1), "NAME", 0.75, "name.head", "A name before age and sex.")
        for match in document.matches(_THANKED):
            if lexicon.first_name(match.group(1)) >= 4 and not 0 < lexicon.word_class(match.group(1)) <= 3:
                yield document.candidate(*match.span(1), "NAME", 0.65, "name.thanked", "Somebody is thanked.")
        for match in document.matches(_NICKED):
            if lexicon.first_name(match.group(1)) >= 5 and not lexicon.word_class(match.group(1)):
                yield document.candidate(*match.span(1), "NAME", 0.7, "name.nicked", "A nickname.")
        for match in document.matches(_HEAD):
            if lexicon.surname(match.group(1).split(",")[0].lower()) >= 3:
                yield document.candidate(*match.span(1), "NAME", 0.8, "name.head", "A name at the head of a report.")


watch(
    _ROLE,
    _SEVERAL,
    _AGED,
    _PARTICLED,
    _LISTED,
    _KUNYA,
    _GAELIC,
    _WHO,
    _AGE_SEX,
    _APPOSED,
    _ASKED,
    _PT_LOWER,
    _HEAD_LOWER,
    _HEAD,
    _THANKED,
    _NICKED,
    _HYPHENATED,
    _AGE_THEN_NAME,
    _CHILD_OF,
    _CALLED_WILL,
    _ANH,
)
RECOGNIZER = RoleRecognizer()
