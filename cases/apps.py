from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "cases"

    def ready(self) -> None:
        """Tell the forum where a case's topic lives, moderation how to judge a case, the outbox who does its jobs."""
        from django.urls import reverse

        from cases import jobs  # noqa: F401  (registers outbox handlers)
        from cases.reviewables import CaseReviewable
        from cases.selectors import titles_for
        from community.subjects import register_subject
        from core.notifications.subjects import register_namer
        from moderation.registry import register

        register(CaseReviewable())
        register_namer("cases", titles_for)
        register_subject("case", lambda subject_id: reverse("cases:detail", args=[subject_id]))
