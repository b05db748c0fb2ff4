from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "core.web"
    label = "web"

    def ready(self) -> None:
        """A site whose policy is looser than Safe Harbor must not start."""
        from core.scrubbing import site_policy

        site_policy()
