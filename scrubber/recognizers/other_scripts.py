"""Words in another script inside an English text: nearly always a name, and nothing our rules could read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrubber.findings import Candidate
from scrubber.registry import Document

#: Cyrillic, Armenian, Hebrew, Arabic, Indic, Thai to Tibetan, Burmese, Georgian, Hangul, Ethiopic, Khmer, kana, Han;
#: Greek is left out, because medicine writes it
_LETTER = (
    r"[\u0400-\u058f\u05d0-\u06ff\u0750-\u077f\u0900-\u0fff\u1000-\u10ff\u1100-\u11ff\u1200-\u137f\u1780-\u17ff"
    r"\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\ufb1d-\ufdff\ufe70-\ufefc]"
)
_RUN = re.compile(rf"{_LETTER}{{2,}}(?:[\s·.\-]{_LETTER}{{1,}}){{0,4}}")
#: a text with a larger share of such letters is not an English one
_MOST = 0.3


class OtherScripts:
    """Runs of letters of another script."""

    name = "other_scripts"

    def find(self, document: Document) -> Iterator[Candidate]:
        """Candidates of category NAME."""
        text = document.view.text
        if text.isascii():
            return
        runs = list(_RUN.finditer(text))
        if sum(match.end() - match.start() for match in runs) > _MOST * len(text):
            return
        for match in runs:
            yield document.candidate(*match.span(), "NAME", 0.8, "name.script", "Words in another script.")


RECOGNIZER = OtherScripts()
