"""Words as both engines see them: cut here, once, so that the engines and the page agree on what a word is.

Text reaches the engines as plain words with single spaces between them; the engines only lower, fold accents and stem. Terms
with digits (HbA1c, CHA2DS2-VASc, 5 mg/kg, 2:1) are written in many ways, so they are also kept as *codes*: the same letters
and digits without anything between them, and the pieces they are made of.
"""

import re
import unicodedata
from functools import lru_cache

from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

LONGEST_WORD = 60  # characters; longer runs are no words
WIDEST_CODE = 3  # neighbouring words one code may span: "5 mg/kg"
LONGEST_CODE = 24

STEMMER = (
    TextAnalyzerBuilder(Tokenizer.whitespace())
    .filter(Filter.lowercase())
    .filter(Filter.ascii_fold())
    .filter(Filter.stemmer("english"))
    .build()
)
FOLDER = TextAnalyzerBuilder(Tokenizer.whitespace()).filter(Filter.lowercase()).filter(Filter.ascii_fold()).build()

_WORD = re.compile(r"\d+\.\d+[^\W_]*|[^\W_]+(?:['’][^\W_]+)*")
_RATIO = re.compile(r"(?<![\d:/.])(\d+)\s?[:/]\s?(\d+)(?![\d:/])")
_RUNS = re.compile(r"\d+|[^\W\d_]+")
_CASED = re.compile(r"[A-Z]+[a-z]*\d*[a-z]*|[a-z]+\d*|\d+[a-z]*")
# Words that carry no meaning of their own: left out of the ranking of a question when it has others.
EMPTY_WORDS = frozenset(
    "a an and are as at be been but by can could did do does for from had has have he her him his how i if in into is it its"
    " may me my no not of on or our she should so such than that the their them then there these they this to was we were"
    " what when where which who why will with would you your".split()
)


def spaced(text: str) -> str:
    """The text as single words with spaces between, possessives cut: what both engines are given."""
    return " ".join(_cut(unicodedata.normalize("NFKC", text)))


def tokens(text: str) -> list[str]:
    """Its words, lower case and without accents: unstemmed, for phrases, prefixes and the vocabulary."""
    return FOLDER.analyze(spaced(text))


def stems(text: str) -> list[str]:
    """Its words stemmed (Snowball English, "porter2" in Elasticsearch)."""
    return STEMMER.analyze(spaced(text))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """One plain word, stemmed."""
    return STEMMER.analyze(word)[0]


def codes(text: str) -> list[str]:
    """Codes of every term with digits: "Hb A1c" and "HbA1c" share hba1c; "5 mg/kg" holds 5mg and 5mgkg, "2 : 1" 2_1."""
    text = unicodedata.normalize("NFKC", text)
    words = _cut(text)
    found = {_ratio(match) for match in _RATIO.finditer(text)}
    for at in (at for at, word in enumerate(words) if _has_digit(word)):
        for start in range(max(0, at - WIDEST_CODE + 1), at + 1):
            for end in range(at + 1, min(start + WIDEST_CODE, len(words)) + 1):
                found.add(_squeezed(words[start:end]))
    return sorted(found - {""})


def code_of(text: str) -> str:
    """The one code a query term asks for; "" when it is an ordinary word or too long for one."""
    text = unicodedata.normalize("NFKC", text).strip()
    ratio = _RATIO.fullmatch(text)
    words = _cut(text)
    if ratio:
        return _ratio(ratio)
    return _squeezed(words) if len(words) <= WIDEST_CODE and any(map(_has_digit, words)) else ""


def pieces(text: str) -> list[str]:
    """Parts of words that mix letters and digits, at changes of case and of kind: "HbA1c" holds hb, a1c, hba, c."""
    found: set[str] = set()
    for word in _cut(unicodedata.normalize("NFKC", text)):
        if _has_digit(word) and any(map(str.isalpha, word)):
            parts = (*_RUNS.findall(word), *(() if "." in word else _CASED.findall(word)))
            found.update(part.lower() for part in parts)
    return sorted(part for part in found if len(part) > 1)


def _cut(text: str) -> list[str]:
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        if "'" in word or "’" in word:
            word = re.sub(r"['’][sS]$", "", word).replace("'", "").replace("’", "")
        if word and len(word) <= LONGEST_WORD:
            found.append(word)
    return found


def _squeezed(words: list[str]) -> str:
    """The words as one, when they mix letters and digits and none of them is an empty word."""
    joined = "".join(words).lower()
    if len(joined) > LONGEST_CODE or not joined.isascii() or not any(map(str.isalpha, joined)):
        return ""
    return "" if any(word.lower() in EMPTY_WORDS for word in words[1:]) else joined


def _ratio(match: re.Match[str]) -> str:
    return f"{match[1]}_{match[2]}"


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))
