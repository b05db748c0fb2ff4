"""What the tagger sees of each token. Words that are in no word list are described by shape and spelling only, so the
model can learn how names behave and not which names exist."""

from __future__ import annotations

from functools import lru_cache

from scrubber import genre, lexicon

#: the casing of published writing
PUBLISHED = "p"
#: the casing is still to be judged by the text
UNJUDGED = "?"
_CUES = frozenset(
    "dr mr mrs ms miss prof md do rn np pa pt mrn dob ssn dea npi ed er icu st apt ave rd blvd hwy po".split()
)


def describe(token: str) -> tuple[str, str, str, str, tuple[str, ...]]:
    """(word, shape, lexicon class, case-free class, spelling features) of a token."""
    first = token[0]
    if first == "[" and len(token) > 1:
        return "[token]", "[]", "-", "-", ()
    if first.isdigit():
        size = len(token)
        word = token if size <= 2 and token != "00" else f"d{size}"
        kind = f"d{min(size, 11)}"
        if size == 4 and token[:2] in ("19", "20"):
            word = "year"
        small = "m" if size <= 2 and 1 <= int(token) <= 12 else "dd" if size <= 2 and int(token) <= 31 else "o"
        if size <= 3 and 90 <= int(token) <= 112:
            small += "90"
        return word if size <= 2 else kind, kind, small, kind + small, ()
    if not first.isalpha():
        return token, token, "-", "-", ()
    lower = token.lower()
    stem = lower[:-2] if lower.endswith("'s") else lower
    bits = lexicon.bits(stem)
    rank, sur, given = bits >> 6 & 7, bits & 7, bits >> 3 & 7
    medical, place = bits >> 9 & 1, bits >> 10 & 3
    if not bits and "'" in stem:
        head, _, tail = stem.partition("'")
        sur = lexicon.surname(head + tail) or lexicon.surname(tail)
    if token.isupper():
        shape = "X" if len(token) == 1 else "XX" if len(token) < 4 else "XXX"
    elif first.isupper():
        shape = "Xx" if token[1:].islower() else "XxX"
    else:
        shape = "x" if token.islower() else "xX"
    known = 0 < rank <= 5 or medical or stem in _CUES or len(stem) <= 2
    word = stem if known else "?"
    lex = f"w{(0, 1, 1, 2, 2, 3, 3, 4)[rank]}s{(0, 1, 1, 2, 2, 3, 3, 4)[sur]}g{(0, 1, 1, 2, 2, 3, 3, 4)[given]}"
    spelling = [
        f"s={sur}",
        f"g={given}",
        f"w={rank}",
        f"p={place}",
        f"m={medical}e={bits >> 12 & 1}",
        f"n={min(len(stem), 12)}",
    ]
    if not known or sur > 2 or given > 2 or place:
        spelling += ["<" + stem[:2], "<" + stem[:3], stem[-2:] + ">", stem[-3:] + ">", stem[-4:] + ">"]
    if lower != stem:
        spelling.append("'s")
    kind = _of_medicine(token, stem)
    if kind:
        spelling.append("q=" + kind + shape)
    return word, shape, lex, f"{lex}p{place}m{medical}{kind}", tuple(spelling)


def of(token: str) -> tuple[str, ...]:
    """The names of all features of a token; a line break has one of its own."""
    if token == "\n":
        return ("line",)
    word, shape, lex, free, spelling = describe(token)
    return ("w:" + word, "s:" + shape, "x:" + lex, "c:" + free + shape, *spelling)


def _of_medicine(token: str, stem: str) -> str:
    """Which list of medicine knows the word: an abbreviation, a drug, a term, a name of a thing; or none."""
    if lexicon.is_abbreviation(token):
        return "a"
    if lexicon.is_drug(stem):
        return "d"
    if lexicon.is_clinical_name(stem):
        return "n"
    if lexicon.is_technical(stem):
        return "t"
    return "v" if lexicon.is_derived(stem) else ""


@lru_cache(maxsize=65_536)
def everyday(token: str) -> bool:
    """True for a word that names nobody when written like this: lower case, or opening a sentence; never for a digit."""
    if not token[0].isalpha():
        return not token[0].isdigit() and token[0] != "["
    lower = token.lower()
    bits = lexicon.bits(lower)
    common = 0 < (bits >> 6 & 7) <= 3 or bool(bits & lexicon.MEDICAL)
    return common and (token.islower() or (token[1:].islower() and (bits >> 3 & 7) < 4 and (bits & 7) < 5))


def casing(text: str) -> str:
    """``p`` for published writing, ``l`` when a text hardly uses capitals, ``u`` when it hardly uses anything else."""
    if genre.published(text):
        return PUBLISHED
    sample = text[:4000]
    letters = sum(map(str.isalpha, sample))
    if letters < 8:
        return ""
    share = sum(map(str.isupper, sample)) / letters
    return "u" if share > 0.6 else "l" if share < 0.008 else ""
