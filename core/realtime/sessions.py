"""Which of the sessions behind open sockets still exist."""

from importlib import import_module

from django.conf import settings
from django.utils import timezone


def live_sessions(keys: set[str]) -> set[str]:
    """The keys whose session has neither ended nor run out (one query where sessions live in the database)."""
    store = import_module(settings.SESSION_ENGINE).SessionStore
    if hasattr(store, "get_model_class"):
        rows = store.get_model_class().objects.filter(session_key__in=keys, expire_date__gt=timezone.now())
        return set(rows.values_list("session_key", flat=True))
    return {key for key in keys if key and store().exists(key)}
