"""Relative times in words."""

from datetime import datetime

from django.utils.formats import date_format

MINUTE, HOUR, DAY = 60, 3600, 86400


def ago(moment: datetime, *, now: datetime) -> str:
    """How long ago: "just now", "5 min ago", "3 h ago", "yesterday", "4 days ago", then the date."""
    seconds = (now - moment).total_seconds()
    if seconds < 0:
        return until(moment, now=now)
    if seconds < MINUTE:
        return "just now"
    if seconds < HOUR:
        return f"{int(seconds // MINUTE)} min ago"
    if seconds < DAY:
        return f"{int(seconds // HOUR)} h ago"
    days = int(seconds // DAY)
    if days == 1:
        return "yesterday"
    if days < 14:
        return f"{days} days ago"
    return date_format(moment, "j M" if moment.year == now.year else "j M Y")


def until(moment: datetime, *, now: datetime) -> str:
    """Time left or overdue: "due in 20 min", "due in 3 h", "due in 2 days", "4 h late"."""
    seconds = (moment - now).total_seconds()
    length = _length(abs(seconds))
    return f"due in {length}" if seconds >= 0 else f"{length} late"


def left(moment: datetime, *, now: datetime) -> str:
    """What is left of a span: "29 min left", or "ran out"."""
    seconds = (moment - now).total_seconds()
    return f"{_length(seconds)} left" if seconds > 0 else "ran out"


def _length(seconds: float) -> str:
    if seconds < HOUR:
        return f"{max(1, int(seconds // MINUTE))} min"
    if seconds < 2 * DAY:
        return f"{int(seconds // HOUR)} h"
    return f"{int(seconds // DAY)} days"
