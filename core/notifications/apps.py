from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "core.notifications"
    label = "notifications"

    def ready(self) -> None:
        from core.notifications import live, mailing  # noqa: F401  (mailing registers its outbox handler)

        live.register()
