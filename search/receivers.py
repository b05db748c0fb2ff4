"""News of content becomes outbox rows, in the transaction of the cause (ADR 1). Nothing else happens here."""

from typing import Any

from django.dispatch import receiver

from accounts.signals import member_changed
from cases.signals import case_changed
from community.signals import post_changed, topic_changed
from core.outbox.queueing import enqueue
from search.indexing import INDEX, INDEX_TOPIC, written_engines

ALERTS = "search.alerts"  # saved searches, asked of what is new


@receiver(case_changed)
def on_case(sender: Any, case_id: int, **_: Any) -> None:
    _enqueue(INDEX, f"case:{case_id}")
    enqueue(topic=ALERTS, object_id=f"case:{case_id}")


@receiver(topic_changed)
def on_topic(sender: Any, topic_id: int, **_: Any) -> None:
    """A topic's state or label changes what its replies and its case look like, too."""
    _enqueue(INDEX_TOPIC, str(topic_id))
    enqueue(topic=ALERTS, object_id=f"topic:{topic_id}")


@receiver(post_changed)
def on_post(sender: Any, post_id: int, **_: Any) -> None:
    _enqueue(INDEX, f"post:{post_id}")
    enqueue(topic=ALERTS, object_id=f"post:{post_id}")


@receiver(member_changed)
def on_member(sender: Any, user_id: int, **_: Any) -> None:
    _enqueue(INDEX, f"member:{user_id}")


def _enqueue(topic: str, object_id: str) -> None:
    """One row for each engine, so that one that is down holds up no other."""
    for name in written_engines():
        enqueue(topic=f"{topic}.{name}", object_id=object_id)
