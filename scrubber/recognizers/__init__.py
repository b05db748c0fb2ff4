"""All recognizers; importing this package registers them in the order they run."""

from scrubber import registry
from scrubber.recognizers import (
    ages,
    bare_names,
    contact,
    dates,
    disguised,
    facilities,
    fields,
    files,
    names,
    numbers,
    other_scripts,
    places,
    roles,
    rooms,
    rosters,
    spelled,
    tagger,
    work,
)  # fmt: skip

for _module in (
    contact,
    numbers,
    dates,
    ages,
    places,
    rooms,
    facilities,
    work,
    files,
    fields,
    disguised,
    spelled,
    names,
    bare_names,
    rosters,
    roles,
    other_scripts,
    tagger,
):
    registry.register(_module.RECOGNIZER)
