"""Names that came to light in the discussion of a case and stand in its published text, where no cue gave them away."""

from typing import NamedTuple

from cases.models import Case, CaseRevision
from cases.sections import TEXT_FIELDS
from core.known_names import recognised
from core.scrubbing import scrub_fields


class NamedSpan(NamedTuple):
    """Offsets in the text of one field, and the category the scrubber gave it."""

    field: str
    start: int
    end: int
    category: str


def names_left_in(revision: CaseRevision, case: Case) -> list[NamedSpan]:
    """What the scrubber would take out of a revision now that it knows the names of its discussion."""
    texts = {name: getattr(revision, name) for name in TEXT_FIELDS if getattr(revision, name)}
    known = recognised("\n".join(texts.values()), case.known_names, discussion=case.discussion)
    if not known:
        return []
    return [
        NamedSpan(name, finding.start, finding.end, finding.category)
        for name, result in scrub_fields(texts, known_names=known).items()
        for finding in result.findings
    ]
