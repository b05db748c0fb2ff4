"""The figures of the dashboard: is the clock kept, how much comes in, how fast, how often wrong."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncDate, TruncMonth
from django.utils import timezone

from core.outbox.models import OutboxRow
from moderation.models import Appeal, Incident, ReviewItem
from moderation.models.item import LIVE_STATES
from moderation.states import CLOCKS, AppealState, ItemState, Severity

DAYS = 14
WINDOW = timedelta(days=28)
APPEAL_WINDOW = timedelta(days=180)


@dataclass(frozen=True)
class Backlog:
    """Live items of one severity against their clock."""

    severity: int
    label: str
    clock_hours: int
    within: int
    late: int


@dataclass(frozen=True)
class Speed:
    """Time to decision of one severity over the last 28 days, in minutes; None without decisions."""

    severity: int
    label: str
    decided: int
    median_minutes: float | None
    p90_minutes: float | None
    kept: float | None  # share decided within the clock, 0..1

    @property
    def median_words(self) -> str:
        return _in_words(self.median_minutes)

    @property
    def p90_words(self) -> str:
        return _in_words(self.p90_minutes)

    @property
    def kept_words(self) -> str:
        return "–" if self.kept is None else f"{self.kept:.0%}"


@dataclass(frozen=True)
class Day:
    """One day: what came in, what was decided, what waited when it ended, and how fast it went."""

    day: date
    opened: int
    decided: int
    waiting: int
    median_hours: float | None


@dataclass(frozen=True)
class Overturns:
    """Appeals of the last 180 days."""

    decided: int
    overturned: int
    waiting: int

    @property
    def rate(self) -> float | None:
        return self.overturned / self.decided if self.decided else None


def backlog() -> list[Backlog]:
    """Most severe first."""
    now = timezone.now()
    live = ReviewItem.objects.filter(state__in=LIVE_STATES)
    rows = (
        live.values("severity").order_by("severity").annotate(n=Count("pk"), late=Count("pk", filter=Q(due_at__lt=now)))
    )
    found = {row["severity"]: row for row in rows}
    return [
        Backlog(
            severity=level,
            label=Severity(level).label,
            clock_hours=int(CLOCKS[level].total_seconds() // 3600),
            within=found.get(level, {"n": 0, "late": 0})["n"] - found.get(level, {"late": 0})["late"],
            late=found.get(level, {"late": 0})["late"],
        )
        for level in sorted(Severity.values, reverse=True)
    ]


def flow(days: int = DAYS) -> list[Day]:
    """The last days (UTC), oldest first, today last."""
    today = timezone.now().date()
    first = today - timedelta(days=days - 1)
    opened = _per_day(ReviewItem.objects, "opened_at", first)
    ended = _per_day(ReviewItem.objects.exclude(state__in=LIVE_STATES), "decided_at", first)
    hours = _hours_per_day(first)
    waiting = ReviewItem.objects.filter(state__in=LIVE_STATES).count()
    rows = []
    for day in (today - timedelta(days=n) for n in range(days)):  # backwards: from what waits now
        spent = hours.get(day, [])
        middle = median(spent) if spent else None
        rows.append(Day(day, opened.get(day, 0), len(spent), waiting, middle))
        waiting += ended.get(day, 0) - opened.get(day, 0)
    return rows[::-1]


def speed() -> list[Speed]:
    """Median and 90th percentile, and how often the clock was kept."""
    since = timezone.now() - WINDOW
    decided = ReviewItem.objects.filter(state=ItemState.DECIDED, decided_at__gte=since)
    taken: dict[int, list[tuple[float, bool]]] = {level: [] for level in Severity.values}
    for severity, opened, end, due in decided.values_list("severity", "opened_at", "decided_at", "due_at"):
        taken[severity].append(((end - opened).total_seconds() / 60, end <= due))
    return [_speed(level, taken[level]) for level in sorted(taken, reverse=True)]


def overturns() -> Overturns:
    """Decided appeals, how many were overturned, and how many wait."""
    since = timezone.now() - APPEAL_WINDOW
    recent = Q(decided_at__gte=since)
    return Overturns(
        **Appeal.objects.aggregate(
            decided=Count("pk", filter=recent),
            overturned=Count("pk", filter=recent & Q(state=AppealState.OVERTURNED)),
            waiting=Count("pk", filter=Q(state=AppealState.WAITING)),
        )
    )


def overturned_by_month() -> list[tuple[str, float]]:
    """Share of the appeals decided in each of the last six months that were overturned, in per cent."""
    since = timezone.now() - APPEAL_WINDOW
    rows = (
        Appeal.objects.filter(decided_at__gte=since)
        .annotate(month=TruncMonth("decided_at"))
        .values_list("month")
        .annotate(n=Count("pk"), lost=Count("pk", filter=Q(state=AppealState.OVERTURNED)))
        .order_by("month")
    )
    return [(f"{month:%b %Y}", round(100 * lost / n)) for month, n, lost in rows]


def open_incidents() -> QuerySet[Incident]:
    """Incidents whose notification clock still runs, the most pressing first."""
    running = Incident.objects.filter(notify_by__gte=timezone.now())
    return running.select_related("decision__item").order_by("notify_by")


def parked_rows() -> QuerySet[OutboxRow]:
    """Side effects that failed eight times, oldest first."""
    return OutboxRow.objects.filter(state=OutboxRow.State.PARKED)


def _speed(level: int, taken: list[tuple[float, bool]]) -> Speed:
    minutes = sorted(spent for spent, _ in taken)
    kept = sum(in_time for _, in_time in taken) / len(taken) if taken else None
    middle = median(minutes) if minutes else None
    return Speed(level, Severity(level).label, len(taken), middle, _percentile(minutes, 90), kept)


def _in_words(minutes: float | None) -> str:
    """As "12 min", "3.5 h", or a dash without decisions."""
    if minutes is None:
        return "–"
    return f"{minutes:.0f} min" if minutes < 120 else f"{minutes / 60:.1f} h"


def _percentile(ordered: list[float], percent: int) -> float | None:
    """Nearest rank."""
    if not ordered:
        return None
    return ordered[max(0, -(-percent * len(ordered) // 100) - 1)]


def _hours_per_day(first: date) -> dict[date, list[float]]:
    """Hours to decision, by the day of the decision."""
    decided = ReviewItem.objects.filter(state=ItemState.DECIDED, decided_at__date__gte=first)
    spent: dict[date, list[float]] = {}
    for opened, end in decided.values_list("opened_at", "decided_at"):
        spent.setdefault(end.date(), []).append((end - opened).total_seconds() / 3600)
    return spent


def _per_day(rows: QuerySet, field: str, first: date) -> dict[date, int]:
    counted: Iterable[tuple[date, int]] = (
        rows.filter(**{f"{field}__date__gte": first})
        .annotate(day=TruncDate(field))
        .values_list("day")
        .annotate(n=Count("pk"))
        .order_by("day")
    )
    return dict(counted)
