"""What is indexed: one document a case, topic, reply or member that members may read."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime

MEMBERS = "members"  # the audience of everything published
VECTOR_SIZE = 384  # of MiniLM-L6-v2


@dataclass(frozen=True)
class Document:
    """One thing to find.

    Attributes:
        id: "case:12", "post:34", "topic:5", "member:6"; unique.
        topic: id of the topic it belongs to, so that a case and its replies can be collapsed.
        author: handle.
        audience: tokens of who may read it; a search carries the viewer's tokens as a filter.
        updated: when it was published or written, UTC.
        active: when something last happened to it, UTC.
        sequence: grows with every change; an engine never replaces a document by one with a lower sequence.
        vector: the meaning of the text, L2-normalised, `VECTOR_SIZE` numbers; None: found by its words only.
    """

    id: str
    kind: str
    title: str
    body: str
    outcome: str = ""
    topic: str = ""
    specialty: str = ""
    channel: str = ""
    author: str = ""
    label: str = ""
    has: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    votes: int = 0
    updated: datetime = field(default_factory=lambda: datetime.now(UTC))
    active: datetime = field(default_factory=lambda: datetime.now(UTC))
    audience: tuple[str, ...] = (MEMBERS,)
    sequence: int = 1
    vector: Sequence[float] | None = field(default=None, compare=False, repr=False)

    @property
    def year(self) -> str:
        return str(self.updated.year)

    @property
    def digest(self) -> str:
        """Fingerprint of everything that is indexed but the sequence and the vector: an index is verified by it."""
        names = [item.name for item in fields(self) if item.name not in {"sequence", "vector"}]
        return hashlib.sha256(repr([getattr(self, name) for name in names]).encode()).hexdigest()[:24]
