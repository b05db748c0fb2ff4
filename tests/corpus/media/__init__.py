"""Builds some 200 files with planted, invented identifiers: `python -m tests.corpus.media OUT`.

`OUT/files` holds the files, `OUT/manifest.json` what was planted where and what must stay, `OUT/truth` the pixels as drawn.
Nothing here comes from `scrubber`. Names, numbers, days and addresses are invented; telephone numbers are of ranges
reserved for fiction. `astronaut.jpg` is part of NASA's portrait of Eileen Collins (public domain), as in scikit-image.
"""
