"""Builds the whole corpus."""

import random
from pathlib import Path

from tests.corpus.media.burned_in import add_burned_in
from tests.corpus.media.controls import add_controls
from tests.corpus.media.dicom_headers import add_dicom_headers
from tests.corpus.media.dicom_pixels import add_dicom_pixels
from tests.corpus.media.documents import add_documents
from tests.corpus.media.hard import add_hard
from tests.corpus.media.hostile import add_hostile
from tests.corpus.media.manifest import Corpus
from tests.corpus.media.picture_files import add_picture_files

SEED = 20_240_317


def build(folder: Path, seed: int = SEED) -> str:
    """Write files, truth and manifest below `folder`; returns a line of counts."""
    corpus = Corpus(folder)
    parts = (
        add_picture_files,
        add_burned_in,
        add_dicom_headers,
        add_dicom_pixels,
        add_documents,
        add_hard,
        add_controls,
        add_hostile,
    )
    for part in parts:
        part(corpus, random.Random(f"{seed} {part.__name__}"))
    return corpus.write_manifest()
