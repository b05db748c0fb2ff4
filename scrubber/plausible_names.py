"""Second thoughts about what the tagger takes for a person: names of medicine and lone words are people only where they stand like people."""

from __future__ import annotations

import re

from scrubber import density, lexicon, persons
from scrubber import plausible_numbers as numbers

#: how sure the tagger must be that an eponym is a person here
_SURE = 0.75
IMPLAUSIBLE, DOUBTFUL = 0.1, 0.4
_IN_CAPITALS = re.compile(r"\b[A-Z]{6,}\b")
#: "A. Colon, sigmoid"
_SPECIMEN = re.compile(r"(?:^|\n)?[A-Z][.:)]\s[A-Z][a-z]+$")
#: what is set before a colon and is also a name
_HEADINGS = frozenset(
    "disch adm cons ord coll recd rpt comp prov serv disp dest orig rend pcp pharm pearl pearls loc mag rec recs sol dom val cal hal gen art neb soc fam dev cons barb peds geri dispo lan les mel hope faith joy rose dot penny bill mark grace".split()
)
#: "Seen by: Kroeber", "Attending - Kroeber": the label says enough
_KNOWN_LINE = re.compile(r"(?:^|\n|\s)[A-Za-z /]{2,30}\s?[:=]\s{0,3}$")
#: "Lindegaard 4.1", "Hinchey Ib": a value or a stage follows
_GRADED = re.compile(
    r"\s(?:\d{1,3}\.\d{1,2}(?![\d.])|(?:II|III|IV|V|VI|I[a-c]|[IV]{2,3}[a-c])(?=[\s,.;)])|[A-Z]\d{1,2}(?![\w/])|"
    r"\d{1,2}(?:/\d{1,2})?(?=[,.;)]|\s(?:to|and|at|min|after|before|on|with|then)\b|\s?$)(?!,\s\d|\.\d))"
)
#: also behind another field on the same line
_OPENS_FIELD = re.compile(r"(?:^|\n|[.!?:|;]\s|\s\s|[|\t])\s?$")
#: "MR." in capitals without its full stop is the mitral valve, "MS" the sclerosis
_TITLED = re.compile(r"\b(?:(?:Mrs?|mrs?|Ms|ms|Miss|miss|Mx|MRS|MISS|[Dd]rs?|DRS?|[Pp]rof)\.?|M[RS]\.)\s$")
_OPENS_SENTENCE = re.compile(r"(?:^|\n|[.!?:]\s)\s?$")

#: "Livedo of the thighs": somebody is hardly ever "of the" or "in both"
_OF_A_PART = re.compile(r"\s(?:of|in|on|over)\s(?:the|both|his|her|all)\b")


def limit(text: str, start: int, span: str, words: list[str], score: float) -> float:
    """Names of medicine, and lone words nobody is known by, are people only where they stand like people."""
    end = start + len(span)
    if _TITLED.search(text, max(0, start - 6), start):
        return 1.0
    if len(words) > 1 and all(
        0 < lexicon.word_class(word) <= 3 and lexicon.first_name(word) < 4 and lexicon.surname(word) < 6
        for word in words
    ):
        return 1.0 if persons.beside_a_person(text, start, end) else DOUBTFUL
    if (
        span.islower()
        and written_with_capitals(text, start)
        and all(bears_no_name(word) or 0 < lexicon.word_class(word) <= 5 for word in words)
    ):
        return 1.0 if persons.beside_a_person(text, start, end) else DOUBTFUL
    if score < _SURE and all(map(lexicon.is_named_after, words)):
        return DOUBTFUL
    if (
        is_heading(text, start, end, words)
        or (len(words) == 1 and words[0] in _HEADINGS and text[end : end + 1] == ":")
        or _is_order(span)
    ):
        return DOUBTFUL
    if ":" in span and all(map(lexicon.is_clinical_name, re.findall(r"[^\W\d_]{2,}", span.lower().rpartition(":")[2]))):
        return DOUBTFUL  # "Abd: Murphy's"
    if density.nobodys(words) and density.thick_with_medicine(text, start, end):
        return 1.0 if _is_addressed(text, start, end) else DOUBTFUL
    if score < _SURE and bears_no_name(words[0]) and _ends_in_medicine(text, start, span, words):
        return 1.0 if persons.beside_a_person(text, start, end) else DOUBTFUL
    if all(map(lexicon.is_clinical_name, words)) and sum(map(bears_no_name, words)) * 2 >= len(words):
        return 1.0 if persons.beside_a_person(text, start, end) else DOUBTFUL
    if len(words) == 1 and len(span) > 2 and span.isupper() and _shouts(text, start, end, words[0]):
        return DOUBTFUL
    if _IN_CAPITALS.search(span) and all(map(bears_no_name, words)) and written_small(text, start, end):
        return 1.0 if persons.beside_a_person(text, start, end) else DOUBTFUL
    if is_specimen(text, start, end) and lexicon.is_medical(words[-1]):
        return DOUBTFUL
    if len(words) > 1 or _KNOWN_LINE.search(text, max(0, start - 40), start):
        return 1.0
    return _limit_alone(text, start, span, words[0], score)


def _limit_alone(text: str, start: int, span: str, word: str, score: float) -> float:
    """Of one word in a line where nobody is spoken of."""
    end = start + len(span)
    if persons.beside_a_thing(text, start, end) or _GRADED.match(text, end):
        return DOUBTFUL
    if span.isupper() and lexicon.is_medical(word) and lexicon.first_name(word) < 5:
        return DOUBTFUL
    if lexicon.is_derived(word) and not persons.beside_a_person(text, start, end):
        return DOUBTFUL
    if bears_no_name(word) and _OF_A_PART.match(text, end) and _OPENS_SENTENCE.search(text, max(0, start - 3), start):
        return DOUBTFUL
    everyday = 0 < lexicon.word_class(word) <= 5 and lexicon.first_name(word) < 5
    if everyday and score < _SURE and _OPENS_SENTENCE.search(text, max(0, start - 3), start):
        return 1.0 if persons.AFTER.match(text, end) else DOUBTFUL
    return 1.0


def is_specimen(text: str, start: int, end: int) -> bool:
    """ "A. Colon" of a report on tissue."""
    return bool(_SPECIMEN.match(text, start - 1 if start else 0, end))


def is_heading(text: str, start: int, end: int, words: list[str]) -> bool:
    """ "Abd: soft", "Flexi: Mayo 3": a clipped word before a colon, and nobody's known name."""
    if text[end : end + 1] != ":" or not _OPENS_FIELD.search(text, max(0, start - 3), start):
        return False
    return all(max(lexicon.surname(word), lexicon.first_name(word)) < (4 if _is_known(word) else 2) for word in words)


def _is_known(word: str) -> bool:
    """A word of English or of medicine: "flexi" is one, "spektor" none."""
    return lexicon.word_class(word) > 0 or lexicon.is_medical(word) or lexicon.is_clinical_name(word)


def _is_order(span: str) -> bool:
    """ "Clamp NG": a word of English and an abbreviation."""
    first, *rest = span.split()
    plain = 0 < lexicon.word_class(first.lower()) <= 5 and lexicon.first_name(first.lower()) < 4
    return plain and bool(rest) and all(map(lexicon.is_abbreviation, rest))


def _is_addressed(text: str, start: int, end: int) -> bool:
    """A title, a label or a greeting before it, or behind it what only people do."""
    return bool(numbers.ADDRESSED.search(text, max(0, start - 20), start) or persons.AFTER.match(text, end))


def written_small(text: str, start: int, end: int) -> bool:
    """Whether the line around is not all capitals."""
    line = text[max(0, start - 60) : start] + text[end : end + 60]
    return sum(map(str.islower, line)) > sum(map(str.isupper, line))


def _shouts(text: str, start: int, end: int, word: str) -> bool:
    """ "per RAPIDO": capitals in a line of small letters, nobody's known name, and no title or greeting before."""
    if max(lexicon.surname(word), lexicon.first_name(word)) >= 4 or not written_small(text, start, end):
        return False
    return not (numbers.ADDRESSED.search(text, max(0, start - 20), start) or persons.AFTER.match(text, end))


def _ends_in_medicine(text: str, start: int, span: str, words: list[str]) -> bool:
    """ "morbilliform rash"; "Icteric, alert" at the beginning of a sentence."""
    if not lexicon.is_medical(words[-1]):
        return False
    return span.islower() or (len(words) == 1 and bool(_OPENS_SENTENCE.search(text, max(0, start - 3), start)))


def bears_no_name(word: str) -> bool:
    """True for a word that at most a few hundred people are called, and no town."""
    return lexicon.surname(word) <= 2 and lexicon.first_name(word) <= 2 and not lexicon.place(word)


def written_with_capitals(text: str, start: int) -> bool:
    """Whoever writes capitals elsewhere would have written this name with one."""
    near = text[max(0, start - 200) : start]
    return sum(map(str.isupper, near)) >= 2
