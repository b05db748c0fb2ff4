"""The statistical tagger (placeholder until the model is trained)."""

from __future__ import annotations

from collections.abc import Iterator

from scrubber.findings import Candidate
from scrubber.registry import Document


class Tagger:
    """Proposes nothing yet."""

    name = "tagger"

    def find(self, document: Document) -> Iterator[Candidate]:
        """No candidates."""
        return iter(())


RECOGNIZER = Tagger()
