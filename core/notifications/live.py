"""The group "user:<id>": a person's own notices. Only their number travels."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth import get_user_model

from core.notifications.models import Notice
from core.realtime.frames import Frame, event_frame
from core.realtime.groups import GroupKind, register_group
from core.realtime.publishing import publish

MOST_COUNTED = 100


def unread_count(user: Any) -> int:
    """Unread notices, counted up to 100."""
    return len(Notice.objects.filter(recipient=user, read_at=None).values_list("pk")[:MOST_COUNTED])


def tell_count(user: Any) -> None:
    """Send a person's open tabs the number of their unread notices, once the transaction commits."""
    publish(group=f"user:{user.pk}", seq=0, kind="notices.counted", ids={"unread": unread_count(user)})


def _may_watch(user: Any, pk: int) -> bool:
    return bool(user.pk == pk)


def _heads(pks: Sequence[int]) -> dict[int, int]:
    return {}


def _replay(pk: int, after: int, limit: int) -> list[Frame]:
    unread = unread_count(get_user_model()(pk=pk))
    return [event_frame(group=f"user:{pk}", seq=0, kind="notices.counted", ids={"unread": unread})]


def register() -> None:
    """Called once, when Django is ready."""
    register_group("user", GroupKind(may_watch=_may_watch, heads=_heads, replay=_replay))
