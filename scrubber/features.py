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
_CLOSING = {
    **dict.fromkeys(
        "hospital hospitals clinic clinics center centre medical infirmary hospice hosp ctr institute rehabilitation".split(),
        "care",
    ),
    **dict.fromkeys(
        "street st avenue ave road rd lane ln drive boulevard blvd court parkway highway terrace circle trail".split(),
        "street",
    ),
    **dict.fromkeys(
        "inc llc ltd corp company school college university academy foods logistics industries manufacturing "
        "bakery brewery farms airlines motors steel department bank church factory".split(),
        "work",
    ),
    **dict.fromkeys("bridge park dam stadium mall lighthouse falls beach lake pier museum zoo airport".split(), "mark"),
}


@lru_cache(maxsize=65_536)
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
    return word, shape, lex, f"{lex}p{place}m{medical}", tuple(spelling)


@lru_cache(maxsize=65_536)
def everyday(token: str) -> bool:
    """True for a word that names nobody when written like this: lower case, or opening a sentence; never for a digit."""
    if not token[0].isalpha():
        return not token[0].isdigit() and token[0] != "["
    lower = token.lower()
    bits = lexicon.bits(lower)
    common = 0 < (bits >> 6 & 7) <= 3 or bool(bits & lexicon.MEDICAL)
    return common and (token.islower() or (token[1:].islower() and (bits >> 3 & 7) < 4 and (bits & 7) < 5))


def featurize(words: list[str], *, cased: str, before: str = "") -> list[list[str]]:
    """One feature list for each token of a line; ``cased`` says how the document uses capitals, ``before`` is the
    last word of the line above."""
    info = [describe(word) for word in words]
    size = len(words)
    label = _label(words)
    ahead = _ahead(words)
    pad = ("<s>", "<s>", "<s>", "<s>", ())
    out = []
    for i in range(size):
        w, s, x, c, spelling = info[i]
        w1, s1, x1, c1, _a = info[i - 1] if i else pad
        w2, _s2, x2, _c2, _b = info[i - 2] if i > 1 else pad
        v1, t1, y1, d1, _d = info[i + 1] if i + 1 < size else pad
        v2, t2, y2, _d2, _e = info[i + 2] if i + 2 < size else pad
        w3 = info[i - 3][0] if i > 2 else "<s>"
        features = [
            "w:" + w, "s:" + s + cased, "x:" + x, "c:" + c + s, "-1:" + w1, "+1:" + v1, "-2:" + w2, "+2:" + v2, "-3:" + w3,
            "-1s:" + s1 + s, "+1s:" + s + t1, "sss:" + s1 + s + t1, "-1x:" + c1 + "|" + x, "+1x:" + x + "|" + d1, "-1c:" + c1, "+1c:" + d1,
            "-1w:" + w1 + "|" + x + s, "+1w:" + v1 + "|" + x + s, "-2w:" + w2 + "|" + w1 + "|" + s, "+2w:" + v1 + "|" + v2 + "|" + s,
            "-2x:" + x2 + x1 + s, "+2x:" + s + y1 + y2 + t2, "w-1w:" + w1 + "|" + w, "l:" + label, "l:" + label + "|" + x + s,
        ]  # fmt: skip
        features += spelling
        if cased:
            features += ["k:" + cased + x + s, "kw:" + cased + w1 + "|" + x]
        if ahead[i]:
            features.append(ahead[i] + s)
        if i < 2:
            features.append(f"i{i}:{before}|{s}")
        out.append(features)
    return out


def _ahead(words: list[str]) -> list[str]:
    """For each token, which kind of closing word ("Hospital", "Street", "Inc") ends the phrase it stands in."""
    out = [""] * len(words)
    kind, distance = "", 0
    for i in range(len(words) - 1, -1, -1):
        closing = _CLOSING.get(words[i].lower(), "")
        if closing:
            kind, distance = closing, 0
            out[i] = "end:" + closing
            continue
        distance += 1
        if distance > 5 or (words[i] in ".,;:?!()\n" and not (words[i] == "." and i and len(words[i - 1]) < 4)):
            kind = ""
        if kind:
            out[i] = f"to{min(distance, 3)}:{kind}"
    return out


def _label(words: list[str]) -> str:
    """The label of a labelled line ("Patient: ..."), or nothing."""
    for position, word in enumerate(words[:5]):
        if word in (":", "=", "#") and position:
            return " ".join(words[:position]).lower()[:24]
    return "caps" if len(words) > 1 and all(word.isupper() or not word.isalpha() for word in words) else ""


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
