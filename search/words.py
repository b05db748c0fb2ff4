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
_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[a-zA-Z]")
_POSSESSIVE = re.compile(r"['’][sS]$")
_APOSTROPHE = re.compile(r"['’]")
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
    if not _DIGIT.search(text):
        return []
    text = unicodedata.normalize("NFKC", text)
    words = [word.lower() for word in _cut(text)]
    found = {_ratio(match) for match in _RATIO.finditer(text)}
    for at in (at for at, word in enumerate(words) if _DIGIT.search(word)):
        for start in range(max(0, at - WIDEST_CODE + 1), at + 1):
            found.update(_squeezed(words[start:end]) for end in range(at + 1, start + WIDEST_CODE + 1))
    return sorted(found - {""})


def code_of(text: str) -> str:
    """The one code a query term asks for; "" when it is an ordinary word or too long for one."""
    text = unicodedata.normalize("NFKC", text).strip()
    ratio = _RATIO.fullmatch(text)
    words = _cut(text)
    if ratio:
        return _ratio(ratio)
    return _squeezed([word.lower() for word in words]) if len(words) <= WIDEST_CODE and _DIGIT.search(text) else ""


def pieces(text: str) -> list[str]:
    """Parts of words that mix letters and digits, at changes of case and of kind: "HbA1c" holds hb, a1c, hba, c."""
    found: set[str] = set()
    for word in _cut(unicodedata.normalize("NFKC", text)):
        if _DIGIT.search(word) and _LETTER.search(word):
            parts = (*_RUNS.findall(word), *(() if "." in word else _CASED.findall(word)))
            found.update(part.lower() for part in parts)
    return sorted(part for part in found if len(part) > 1)


def _cut(text: str) -> list[str]:
    found = _WORD.findall(text)
    if "'" in text or "’" in text:
        found = [_APOSTROPHE.sub("", _POSSESSIVE.sub("", word)) for word in found]
    return [word for word in found if word and len(word) <= LONGEST_WORD]


def _squeezed(words: list[str]) -> str:
    """Lower-case words as one, when they mix letters and digits and no empty word stands behind another."""
    joined = "".join(words)
    if len(joined) > LONGEST_CODE or not joined.isascii() or not _LETTER.search(joined):
        return ""
    return joined if EMPTY_WORDS.isdisjoint(words[1:]) else ""


def _ratio(match: re.Match[str]) -> str:
    return f"{match[1]}_{match[2]}"
