"""Questions written as people write to a colleague: whole sentences are searched by what they tell, not by each word.

Operators are still read in prose, but a stray colon, quote or hyphen in a sentence must never hide anything.
"""

import re

from search import words
from search.query import FILTERS, Query, Term

LONG = 12  # words from which a text is read as prose unless it holds a filter
MOST_WORDS = 64  # different words of a long text that are searched
_FILTER = re.compile(rf"(?<!\S)-?({'|'.join([*FILTERS, 'in', 'sort'])}):\S", re.IGNORECASE)
_OPERATORS = re.compile(r'(?<!\S)-\S|\bOR\b|"[^"]+"|(?<!\S)\(|\w\*')
DIGITS_TELL = 4  # letters that a digit is worth when words are weighed by length
# What a question to a colleague or a doctor is wrapped in. Left out where the text says something else.
WRAPPING = words.EMPTY_WORDS | frozenset(
    "about after all also am any anyone anything advice because before being best between both call cause causes cannot cant"
    " come dear doctor dont doing during each else ever every few find found get gets getting give given go going good got"
    " great greatly hello help hi hope however id im ive just kind know let like little looking lot made make many maybe"
    " mean might more most much must name need never new now only other others ought out over own person please possible"
    " question questions read really regards right said same say says see seem send since sir some someone something soon"
    " still sure take tell thank thanks thing things think though through too try trying understand until up us use used"
    " using usually very want wanted wanting way well went were what whats while whom whose wish wondering write yes yet"
    " appreciate information info subject message hear heard answer explain description often".split()
)


def is_prose(text: str) -> bool:
    """Whether a text is a question in sentences rather than a list of words with operators."""
    if _FILTER.search(text) or (len(text.split()) <= LONG and _OPERATORS.search(text)):
        return False
    return len(text.split()) > LONG or "?" in text


def read_prose(text: str) -> Query:
    """The words of a text that tell something, once each, in their order. All words when it is nothing but wrapping."""
    found = list(_each_once(text, WRAPPING)) or list(_each_once(text, frozenset()))
    return Query(text=text.strip(), should=[Term(word) for word in _longest(found)])


def _each_once(text: str, left_out: frozenset[str]) -> list[str]:
    seen: dict[str, str] = {}
    for word in words.spaced(text).split():
        is_wrapping = word.lower() in left_out and not (len(word) > 1 and word.isupper() and not text.isupper())
        if not is_wrapping:
            seen.setdefault(words.stem(word), word)
    return list(seen.values())


def _longest(found: list[str]) -> list[str]:
    """At most `MOST_WORDS`; of more, the longest and those with digits: what a text is about is rarely short."""
    if len(found) <= MOST_WORDS:
        return found
    best = sorted(found, key=lambda word: -len(word) - DIGITS_TELL * any(map(str.isdigit, word)))[:MOST_WORDS]
    return [word for word in found if word in set(best)]
