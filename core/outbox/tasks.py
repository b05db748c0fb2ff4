"""The Celery task behind the doorbell and the beat sweep."""

from celery import shared_task

from core.outbox.draining import drain


@shared_task(name="core.outbox.tasks.drain_outbox", ignore_result=True)
def drain_outbox() -> int:
    """Drain until nothing is due; at most 500 rows a task so that workers stay fair."""
    return drain(limit=500)
