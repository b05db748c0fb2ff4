"""Words worth hiding, taken from what a file says about itself."""

import re
from collections.abc import Iterable

from scrubber.media.vocabulary import WORDS

SHORTEST_WORD = 4
SHORTEST_NUMBER = 4
MOST_WORDS = 400
LONGEST_VALUE = 4000
# words of file formats and of devices: in every file, and naming nobody
COMMON = frozenset(
    "adobe exif jfif icc_profile srgb http https www xmlns begin xpacket meta true false none null image picture version "
    "software photoshop windows linux canon nikon apple sony samsung google iphone camera default created document "
    "date time name patient hospital study series description comment title author subject copyright rdf about parsetype "
    "bag alt seq lang date original digitized horizontal vertical center centered pixels inches unknown other".split()
)
# the standard Huffman tables (ITU-T T.81, annex K.3) of a preview inside the metadata read like words
TABLES = "456789:CDEFGHIJSTUVWXYZcdefghijstuvwxyz"
AGAIN = re.compile(r"(.)\1{5}")  # a preview of one colour, read as letters
WORD = re.compile(r"[^\W_]{4,}|\d[\d\-/.]{3,}\d")


def must_hide_words(values: Iterable[str]) -> tuple[str, ...]:
    """Words and numbers of at least four characters in `values`, without those of the file formats themselves."""
    words: dict[str, None] = {}
    for value in values:
        for word in WORD.findall(value[:LONGEST_VALUE]):
            if word.lower() not in COMMON | WORDS and word not in TABLES and not AGAIN.search(word):
                words[word] = None
        if len(words) >= MOST_WORDS:
            break
    return tuple(words)[:MOST_WORDS]
