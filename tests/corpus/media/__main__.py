"""`python -m tests.corpus.media OUT`."""

import sys
from pathlib import Path

from tests.corpus.media.building import build

if len(sys.argv) != 2:
    sys.exit("usage: python -m tests.corpus.media OUT")
print(build(Path(sys.argv[1])))
