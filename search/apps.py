from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "search"

    def ready(self) -> None:
        """Listen to the news of content and register what indexes it."""
        from search import indexing, rebuilding, receivers  # noqa: F401
        from search.services import alerting  # noqa: F401
