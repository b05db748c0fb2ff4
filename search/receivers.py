"""News of content becomes outbox rows, in the transaction of the cause (ADR 1). Nothing else happens here."""

from typing import Any

from django.dispatch import receiver

from cases.signals import case_changed
from community.signals import post_changed, topic_changed
from core.outbox.queueing import enqueue

TOPIC = "search.index"


@receiver(case_changed)
def on_case(sender: Any, case_id: int, **_: Any) -> None:
    enqueue(topic=TOPIC, object_id=f"case:{case_id}")


@receiver(topic_changed)
def on_topic(sender: Any, topic_id: int, **_: Any) -> None:
    """A topic's state or label changes what its replies and its case look like, too."""
    enqueue(topic="search.index_topic", object_id=topic_id)


@receiver(post_changed)
def on_post(sender: Any, post_id: int, **_: Any) -> None:
    enqueue(topic=TOPIC, object_id=f"post:{post_id}")
