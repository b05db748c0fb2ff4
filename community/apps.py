from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


def _ensure_channels(**kwargs: Any) -> None:
    from community.services import ensure_channels

    ensure_channels()


class CommunityConfig(AppConfig):
    name = "community"

    def ready(self) -> None:
        """Tell moderation how to judge replies, sockets what can be watched, the outbox who does its jobs."""
        from core.notifications.subjects import register_namer
        from moderation.registry import register

        post_migrate.connect(_ensure_channels, sender=self)
        from community import jobs, live  # noqa: F401  (jobs registers its outbox handler)
        from community.reviewables import PostReviewable, TopicReviewable
        from community.selectors import titles_for

        live.register()
        register_namer("topics", titles_for)
        register(PostReviewable())
        register(TopicReviewable())
