"""Nothing that runs in our process is under a licence that would bind the whole."""

import re
from importlib.metadata import distribution
from pathlib import Path

LOCK = Path(__file__).resolve().parents[3] / "requirements.lock"
COPYLEFT = re.compile(r"(?<!L)GPL|AGPL|(?<!Lesser )General Public License", re.IGNORECASE)
# Offers several licences to choose from, one of them permissive, or uses an LGPL name our pattern misses.
CHOSEN = {"text-unidecode": "Artistic License", "chardet": "LGPL"}


def licence_of(name):
    metadata = distribution(name).metadata
    classifiers = [line for line in metadata.get_all("Classifier") or [] if line.startswith("License")]
    return " ".join([metadata.get("License-Expression") or "", (metadata.get("License") or "")[:60], *classifiers])


def test_no_package_of_the_runtime_is_under_the_gpl_or_agpl():
    names = re.findall(r"^([a-z0-9._-]+)==", LOCK.read_text(), re.MULTILINE)
    found = {name: licence_of(name) for name in names if name not in CHOSEN}
    bound = {name: text for name, text in found.items() if COPYLEFT.search(text.replace("LGPL", ""))}
    bound = {name: text for name, text in bound.items() if "Lesser General Public" not in text}
    assert len(names) > 50
    assert bound == {}
