"""How content answers to moderation: each content app registers one adapter per kind of content.

Moderation imports no content app. It keeps a kind, a target id and a revision id, and asks the adapter for the rest.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, runtime_checkable

from accounts.models import User
from core.errors import Refused


class NotThere(Refused):
    """The content does not exist, or this person may not know that it does."""

    status = 404


@dataclass(frozen=True)
class SnapshotFile:
    """A file as the moderator sees it.

    Args:
        url: opens the cleaned copy (shown blurred); "" while there is none.
        state: the content's own word for it.
        judge_url: a POST of `decision` (approve or decline) there decides on this file alone; "" where it cannot.
        viewing: where the viewer asks for all frames or pages; "" where one picture is all.
        covered: what was covered and how often, in words.
        masks: outlines of what was covered: x, y, w, h in a picture of `size` (width, height).
        consent: reference of a recorded consent, for the moderator who holds the item; "" where none is needed.
    """

    alt: str
    url: str
    state: str
    note: str = ""
    judge_url: str = ""
    viewing: str = ""
    covered: str = ""
    masks: list[dict[str, Any]] = field(default_factory=list)
    size: tuple[int, int] = (0, 0)
    consent: str = ""


@dataclass(frozen=True)
class SnapshotDispute:
    """A redaction the author disputes: its id, the category, and only the surroundings of that span (plain text)."""

    id: str
    category: str
    context: str


@dataclass(frozen=True)
class Snapshot:
    """What is judged: one revision of one target, already scrubbed.

    Args:
        title: one line, plain text.
        url: path of the content's own page.
        html: safe HTML; doubtful spans are `<mark class="doubtful" title="…">`.
        files: pictures and documents.
        receipt: content-free scrub receipt (counts, categories, rules, verdict).
        excerpt: plain text for the queue, cut at 200 characters.
        specialty: slug of `accounts.specialties`, or "".
        disputes: redactions the author disputes.
        risk: combination risk: {"level", "score", "factors": [{"kind", "why"}]}, or None.
    """

    title: str
    url: str
    html: str
    files: list[SnapshotFile] = field(default_factory=list)
    receipt: dict[str, Any] = field(default_factory=dict)
    excerpt: str = ""
    specialty: str = ""
    disputes: list[SnapshotDispute] = field(default_factory=list)
    risk: dict[str, Any] | None = None


@runtime_checkable
class Reviewable(Protocol):
    """What a content app offers for one kind of content.

    Every verb runs inside moderation's transaction, after moderation checked rights and claim. It changes the content's
    state, records its own audit event and sends its own domain signals and live events. It does NOT notify the author
    and does not touch review items: moderation tells author and reporters. Every verb is idempotent.

    Attributes:
        kind: short slug stored on review items, e.g. "case", "post".
        label: singular word for people, e.g. "Case".
        notices: outcome -> notice kind where the general words ("content.…") do not fit,
            e.g. {"approve": "case.published", "return": "case.returned", "reject": "case.rejected"}. May be empty.
    """

    kind: str
    label: str
    notices: Mapping[str, str]

    def snapshot(self, target_id: str, revision_id: str) -> Snapshot:
        """The revision as a moderator may see it (`revision_id` "" means the current one).

        Called by `open_review` too, so rows must be written before a review is opened. Raises NotThere.
        """

    def author(self, target_id: str) -> User:
        """Who wrote it. Raises NotThere."""

    def visible_to(self, target_id: str, viewer: User) -> bool:
        """Whether this member may see the target now; False where it does not exist."""

    def approve(self, target_id: str, *, revision_id: str, by: User, decision_id: int) -> None:
        """Publish this revision. Also called when an appeal overturns a rejection (rejected -> published).

        Raises Stale when the revision is no longer the submitted one.
        """

    def return_to_author(self, target_id: str, *, revision_id: str, by: User, decision_id: int, rationale: str) -> None:
        """Back to the author for changes."""

    def reject(self, target_id: str, *, revision_id: str, by: User, decision_id: int, rationale: str) -> None:
        """Not published, and not to be sent in again unchanged."""

    def hide(self, target_id: str, *, by: User) -> None:
        """At once out of sight for everyone but author and moderators. `by` may be the member who flagged it."""

    def restore(self, target_id: str, *, by: User) -> None:
        """Visible again after hide or remove."""

    def remove(self, target_id: str, *, by: User) -> None:
        """Out of sight for good; kept so that an appeal can restore it."""

    def purge(self, target_id: str, *, by: User) -> dict[str, Any]:
        """Remove and erase text, files, versions and index entries. Returns a content-free receipt (counts)."""


@runtime_checkable
class SettlesDisputes(Protocol):
    """Offered beside `Reviewable` by content whose redactions can be disputed."""

    def settle_dispute(self, target_id: str, *, dispute_id: str, accept: bool, by: User) -> None:
        """Lift the disputed redaction (accept) or keep it; either way the stored surroundings are erased."""


_adapters: dict[str, Reviewable] = {}


def register(adapter: Reviewable) -> None:
    """Make a kind reviewable; called from `AppConfig.ready`. A second adapter of a kind replaces the first."""
    _adapters[adapter.kind] = adapter


def reviewable(kind: str) -> Reviewable:
    """The adapter of a kind.

    Raises:
        NotThere: nobody registered this kind.
    """
    try:
        return _adapters[kind]
    except KeyError:
        raise NotThere("There is nothing of this kind to review.") from None


def kinds() -> dict[str, str]:
    """Registered kinds and their labels, for filters."""
    return {kind: adapter.label for kind, adapter in sorted(_adapters.items())}
