"""How a topic that belongs to another app's page (a case) finds that page. The owner registers; we never import it."""

from collections.abc import Callable

from django.urls import reverse

from community.models import Topic

UrlFor = Callable[[str], str]
_urls: dict[str, UrlFor] = {}


def register_subject(kind: str, url_for: UrlFor) -> None:
    """Name the page of a kind of subject.

    Args:
        kind: as stored in `Topic.subject_kind`, e.g. "case".
        url_for: subject id -> path.

    Raises:
        ValueError: when two functions claim one kind.
    """
    if _urls.get(kind, url_for) is not url_for:
        raise ValueError(f"subject kind {kind} is registered twice")
    _urls[kind] = url_for


def has_page(topic: Topic) -> bool:
    """Whether the topic is shown on its subject's page instead of its own."""
    return topic.subject_kind in _urls


def topic_url(topic: Topic) -> str:
    """Path of the page that shows the topic."""
    if has_page(topic):
        return _urls[topic.subject_kind](topic.subject_id)
    return reverse("topics:detail", kwargs={"pk": topic.pk})
