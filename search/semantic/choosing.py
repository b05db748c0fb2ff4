"""Whether this installation searches by meaning, and with what."""

from django.conf import settings

from search.semantic import encoder


def model() -> encoder.Encoder | None:
    """The model, or None where it is switched off (SEARCH_BY_MEANING) or cannot be used."""
    return encoder.encoder() if settings.SEARCH_BY_MEANING else None


def status() -> encoder.Status:
    """Whether meaning is searched, and why not."""
    return encoder.status() if settings.SEARCH_BY_MEANING else encoder.Status(False, "Searching by meaning is off.")
