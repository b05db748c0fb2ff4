"""The queue by keyset, and single objects loaded together with the check that allows it."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from accounts.models import User
from moderation.models import Appeal, Decision, Flag, ReviewItem
from moderation.models.item import LIVE_STATES
from moderation.policies import check_can_moderate, check_can_read_decision, check_can_review
from moderation.registry import NotThere
from moderation.states import AppealState, ItemState

PAGE = 30
_NUMBER = re.compile(r"[0-9]{1,17}")  # 17 digits of microseconds stay within what a datetime can hold
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True)
class QueueFilter:
    """What part of the queue one looks at; every field "" means all."""

    kind: str = ""
    specialty: str = ""
    severity: str = ""
    mine: str = ""
    late: str = ""

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> "QueueFilter":
        """From a query string; unknown keys are dropped."""
        return cls(**{name: query.get(name, "")[:40] for name in cls.__dataclass_fields__})

    def query(self, **changes: str) -> str:
        """The query string with changes, "" when nothing is chosen: "?kind=case"."""
        chosen = {name: value for name, value in (asdict(self) | changes).items() if value}
        return f"?{urlencode(chosen)}" if chosen else ""


@dataclass(frozen=True)
class QueuePage:
    """One page of the queue; `after` continues it ("" at the end)."""

    items: list[ReviewItem]
    after: str


def queue_page(*, viewer: User, chosen: QueueFilter, after: str = "", size: int = PAGE) -> QueuePage:
    """Most severe first, then the shortest clock. Items carry `flag_count`, `is_own` and `flagged_by_viewer`."""
    rows = _after(_queue(viewer, chosen), after)[: size + 1]
    items = list(rows)
    more = len(items) > size
    items = items[:size]
    for item in items:
        item.is_own = item.author_id == viewer.pk  # type: ignore[attr-defined]
    return QueuePage(items=items, after=_cursor(items[-1]) if more else "")


def next_for(viewer: User, chosen: QueueFilter, *, but: int | None = None) -> ReviewItem | None:
    """The first item this moderator could work on now."""
    now = timezone.now()
    free = ~Q(state=ItemState.CLAIMED, lease_until__gt=now) | Q(claimed_by=viewer)
    rows = _queue(viewer, chosen).filter(free, flagged_by_viewer=False).exclude(author=viewer).exclude(pk=but)
    return rows.first()


def tab_counts(viewer: User) -> dict[str, int]:
    """Numbers of the queue's tabs, in two queries."""
    now = timezone.now()
    counts = ReviewItem.objects.filter(state__in=LIVE_STATES).aggregate(
        waiting=Count("pk"),
        late=Count("pk", filter=Q(due_at__lt=now)),
        mine=Count("pk", filter=Q(state=ItemState.CLAIMED, claimed_by=viewer, lease_until__gt=now)),
    )
    return counts | {"appeals": waiting_appeals().count()}


def live_by(field: str) -> list[tuple[str, int]]:
    """How many live items per kind or specialty, for the filter."""
    rows = ReviewItem.objects.filter(state__in=LIVE_STATES).values_list(field).annotate(n=Count("pk")).order_by(field)
    return [(value, number) for value, number in rows if value]


def access_item(*, viewer: User, pk: int) -> ReviewItem:
    """An item this moderator may look at.

    Raises:
        NotThere: no such item.
        NotAllowed: own content or own flag, or not a moderator.
    """
    check_can_moderate(viewer)
    item = ReviewItem.objects.select_related("author", "claimed_by").filter(pk=pk).first()
    if item is None:
        raise NotThere("This item does not exist.")
    check_can_review(viewer, item)
    return item


def access_decision(*, viewer: User, pk: int) -> Decision:
    """A decision for its author, those who flagged the content, and moderators.

    Raises:
        NotThere: no such decision, or not for this person.
    """
    decision = Decision.objects.select_related("item__author", "appeal", "by").filter(pk=pk).first()
    if decision is None:
        raise NotThere("There is no decision here that concerns you.")
    check_can_read_decision(viewer, decision)
    return decision


def access_appeal(*, viewer: User, pk: int) -> Appeal:
    """An appeal this moderator may look at. Raises NotThere, NotAllowed."""
    check_can_moderate(viewer)
    appeal = Appeal.objects.select_related("decision__item__author", "decision__by").filter(pk=pk).first()
    if appeal is None:
        raise NotThere("This appeal does not exist.")
    check_can_review(viewer, appeal.decision.item)
    return appeal


def waiting_appeals() -> QuerySet[Appeal]:
    """Appeals another moderator has to decide, oldest first."""
    return Appeal.objects.filter(state=AppealState.WAITING).select_related("decision__item", "decision__by")


def earlier_decisions(item: ReviewItem) -> QuerySet[Decision]:
    """What was decided about this target before."""
    of_target = Decision.objects.filter(item__kind=item.kind, item__target_id=item.target_id)
    return of_target.exclude(item=item).select_related("by")


def _queue(viewer: User, chosen: QueueFilter) -> QuerySet[ReviewItem]:
    rows = ReviewItem.objects.filter(state__in=LIVE_STATES).select_related("claimed_by")
    if chosen.kind:
        rows = rows.filter(kind=chosen.kind)
    if chosen.specialty:
        rows = rows.filter(specialty=chosen.specialty)
    if _NUMBER.fullmatch(chosen.severity):
        rows = rows.filter(severity=int(chosen.severity))
    if chosen.mine:
        rows = rows.filter(state=ItemState.CLAIMED, claimed_by=viewer, lease_until__gt=timezone.now())
    if chosen.late:
        rows = rows.filter(due_at__lt=timezone.now())
    own_flags = Flag.objects.filter(item=OuterRef("pk"), reporter=viewer)
    # Said aloud: the count groups the rows, and a grouped query forgets the order of the model.
    rows = rows.order_by("-severity", "due_at", "pk")
    return rows.annotate(flag_count=Count("flags"), flagged_by_viewer=Exists(own_flags))


def _cursor(item: ReviewItem) -> str:
    return f"{item.severity}.{(item.due_at - _EPOCH) // _MICROSECOND}.{item.pk}"


def _after(rows: QuerySet[ReviewItem], cursor: str) -> QuerySet[ReviewItem]:
    parts = cursor.split(".")
    if len(parts) != 3 or not all(_NUMBER.fullmatch(part) for part in parts):
        return rows
    severity, micros, pk = (int(part) for part in parts)
    due = _EPOCH + timedelta(microseconds=micros)
    same = Q(severity=severity)
    return rows.filter(Q(severity__lt=severity) | same & Q(due_at__gt=due) | same & Q(due_at=due, pk__gt=pk))
