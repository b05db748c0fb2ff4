"""What is known about a single word: is it a surname, a first name, an English word, a place, a clinical term?

The table is a sorted array of CRC-32 keys beside 16-bit fields, so 450,000 words cost about 3 MB of memory and
no start-up time. Bits: 0-2 surname class, 3-5 first-name class (1 rare .. 7 very common), 6-8 English word class
(1 most common .. 7 rare, 0 not a word), 9 clinical word, 10-11 part of a place name (size), 12 eponym in ICD-10-CM,
13 name of a drug, 14 eponym, trial or instrument of our own list, 15 seen in lower case in biomedical prose.
"""

from __future__ import annotations

import lzma
import re
import unicodedata
import zlib
from array import array
from bisect import bisect_left
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent
_PATH = FOLDER / "words.bin.xz"
SURNAME_SHIFT, FIRST_SHIFT, WORD_SHIFT, PLACE_SHIFT = 0, 3, 6, 10
MEDICAL, EPONYM, DRUG, NAMED_AFTER, TECHNICAL = 1 << 9, 1 << 12, 1 << 13, 1 << 14, 1 << 15
_TECHNICAL_ENDING = re.compile(
    r"\w{3,}(?:a?emia|uria|itis|osis|pathy|graphy|gram|scopy|ectomy|otomy|ostomy|plasty|penia|cytes?|cytosis|philia|mab|nib|sartan|"
    r"statin|azole|cillin|mycin|cycline|parin|gliptin|gliflozin|triptan|setron|prazole|olol|dipine|phrine|amine|globin|tropin|tinine|"
    r"granin|ferrin|kinase|ptase|idase|therapy|metry|genesis|lysis|trophy|plasia|ectasis|algia|megaly|rrho?ea|rrhage)s?"
)


@lru_cache(maxsize=1)
def _table() -> tuple[array[int], bytes]:
    raw = lzma.decompress(_PATH.read_bytes())
    count = int.from_bytes(raw[:4], "little")
    keys = array("I")
    keys.frombytes(raw[4 : 4 + 4 * count])
    total = 0
    for index, delta in enumerate(keys):
        total += delta
        keys[index] = total
    return keys, raw[4 + 4 * count :]


def folded(word: str) -> str:
    """``word`` without accents, as the lists of names write it: "rocío" stands in them as "rocio"."""
    return "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))


@lru_cache(maxsize=32_768)
def bits(word: str) -> int:
    """The bit field of a lower-case word, 0 when it is in no list."""
    keys, values = _table()
    if not word.isascii():
        word = folded(word)
    key = zlib.crc32(word.encode("utf-8", "surrogatepass"))
    index = bisect_left(keys, key)
    if index == len(keys) or keys[index] != key:
        return 0
    return values[2 * index] | values[2 * index + 1] << 8


def surname(word: str) -> int:
    """0 when not a known surname, else 1 (rare) .. 7 (very common)."""
    return bits(word) & 7


def first_name(word: str) -> int:
    """0 when not a known first name, else 1 (rare) .. 7 (very common)."""
    return bits(word) >> FIRST_SHIFT & 7


def word_class(word: str) -> int:
    """0 when not an English word, else 1 (most common) .. 7 (rare)."""
    return bits(word) >> WORD_SHIFT & 7


def place(word: str) -> int:
    """0 when not part of a place name, else 1 .. 3 (a city above half a million)."""
    return bits(word) >> PLACE_SHIFT & 3


def is_medical(word: str) -> bool:
    """True for a word of the ICD-10-CM tabular list."""
    return bool(bits(word) & MEDICAL)


def is_eponym(word: str) -> bool:
    """True for a capitalised word inside an ICD-10-CM description (Crohn, Hodgkin)."""
    return bool(bits(word) & EPONYM)


def _rare_name(found: int) -> bool:
    return (found & 7) < 5 and (found >> FIRST_SHIFT & 7) < 4


def is_rare_name(word: str) -> bool:
    """True unless the word is a common name of people."""
    return _rare_name(bits(word))


def is_drug(word: str) -> bool:
    """True for the name of a drug that is no common name of people."""
    found = bits(word)
    return bool(found & DRUG) and _rare_name(found)


def is_named_after(word: str) -> bool:
    """True for an eponym, trial or instrument that is no common name of people."""
    found = bits(word)
    return bool(found & (NAMED_AFTER | EPONYM)) and _rare_name(found)


@lru_cache(maxsize=4)
def _listed(file: str) -> frozenset[str]:
    lines = (FOLDER / file).read_text(encoding="utf-8").splitlines()
    return frozenset(folded(word) for line in lines if not line.startswith("#") for word in line.lower().split())


def is_clinical_name(word: str) -> bool:
    """True for a lower-case word that medicine uses as a name of a thing, however many people bear it too."""
    plain = word if word.isascii() else folded(word)
    return plain in _listed("clinical_names.txt") or plain in _listed("brands.txt") or bool(bits(word) & NAMED_AFTER)


def is_abbreviation(word: str) -> bool:
    """True for capitals that medicine writes for a ward, test, drug, disease or unit ("ITU", "ERCP")."""
    return word.isupper() and word.lower() in _listed("abbreviations.txt")


_PREFIX = re.compile(
    r"(?:sub|supra|infra|retro|peri|endo|epi|hyper|hypo|immuno|neuro|cardio|pseudo|intra|inter|extra|trans|post|pre|anti|micro|macro|poly|mono|multi|non|un|"
    r"re|bi|tri|para|dys|hemi|semi|mega|photo|radio|chemo|electro|cyto|histo|myelo|vaso|broncho|gastro|entero|hepato|nephro|osteo|arthro|thrombo|angio|lympho|"
    r"over|under|auto|haemo|hemo|glyco|lipo|patho|physio|psycho|seborr|sero|muco|fibro|tracheo|cerebro|cranio|thoraco|abdomino|pyelo|uro|veno|hydro)(?=\w{4})"
)
_SUFFIX = re.compile(r"(?<=\w{3})(?:ed|ing|s|es|ly|er|ers|ation|ations|ability|ness)$")


@lru_cache(maxsize=4096)
def is_derived(word: str) -> bool:
    """True for a word in no list that a known one makes with a prefix or an ending ("immunostains", "proned")."""
    if bits(word) & 0x3F:
        return False
    stems = {_PREFIX.sub("", word), word}
    stems |= {_SUFFIX.sub("", stem) for stem in stems}
    stems |= {stem + "e" for stem in stems} | {stem[:-1] for stem in stems if stem[-1:] == stem[-2:-1]}
    stems.discard(word)
    return any(len(stem) > 3 and (word_class(stem) or is_medical(stem) or bits(stem) & TECHNICAL) for stem in stems)


def is_technical(word: str) -> bool:
    """True for a term of medicine or biology that is neither an everyday word nor anybody's known name."""
    found = bits(word)
    if found & 7 > 2 or found >> FIRST_SHIFT & 7 > 1 or found >> PLACE_SHIFT & 3:
        return False
    everyday = 0 < (found >> WORD_SHIFT & 7) < 5
    return not everyday and bool(found & (TECHNICAL | MEDICAL) or _TECHNICAL_ENDING.fullmatch(word))


def means(word: str) -> bool:
    """Whether a word in lower case is one of English, medicine or wards, whatever else it is."""
    return bool(
        word_class(word)
        or is_medical(word)
        or is_drug(word)
        or is_technical(word)
        or is_clinical_name(word)
        or is_abbreviation(word.upper())
    )
