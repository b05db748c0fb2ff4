"""Keeping searches: the text passes the scrubber first, and what it finds is never stored."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from core.errors import Refused
from core.scrubbing import scrub
from search.models import Frequency, RecentSearch, SavedSearch, SavedSearchHit
from search.models.saved import LONGEST_SAVED, RECENT_KEPT

MOST_SAVED = 50


@transaction.atomic
def save_search(*, text: str, frequency: str, by: Any) -> SavedSearch:
    """Keep a search and tell its owner of new results. Saving it again changes its frequency.

    Raises:
        Refused: empty, too long, too many, or it seems to hold something that identifies a person.
    """
    text = " ".join(text.split())
    if not text:
        raise Refused("Search for something first, then save it.", field="q")
    if len(text) > LONGEST_SAVED:
        raise Refused(f"This is too long to save: at most {LONGEST_SAVED} characters.", field="q")
    if not _is_clean(text):
        raise Refused("This seems to hold something that identifies a person. Nothing was saved.", field="q")
    if frequency not in Frequency.values:
        raise Refused("Choose how often you want to hear of new results.", field="frequency")
    if SavedSearch.objects.filter(owner=by).exclude(text=text).count() >= MOST_SAVED:
        raise Refused(f"You have {MOST_SAVED} saved searches. Delete one first.", field="q")
    saved, _ = SavedSearch.objects.update_or_create(
        owner=by, text=text, defaults={"frequency": frequency, "is_paused": False}
    )
    return saved


@transaction.atomic
def change_saved(*, saved: SavedSearch, frequency: str, is_paused: bool, by: Any) -> bool:
    """Change how often, or pause. Returns whether anything changed.

    Raises:
        Refused: not one's own, or no such frequency.
    """
    _check_own(saved, by)
    if frequency not in Frequency.values:
        raise Refused("Choose how often you want to hear of new results.", field="frequency")
    if (saved.frequency, saved.is_paused) == (frequency, is_paused):
        return False
    saved.frequency, saved.is_paused = frequency, is_paused
    saved.save(update_fields=["frequency", "is_paused"])
    return True


@transaction.atomic
def delete_saved(*, saved: SavedSearch, by: Any) -> None:
    """Delete a saved search with what it found. Raises Refused: not one's own."""
    _check_own(saved, by)
    saved.delete()


def open_saved(*, saved: SavedSearch, by: Any) -> int:
    """Its owner looks at the results: nothing is new any more. Returns how many were. Raises Refused: not one's own."""
    _check_own(saved, by)
    return SavedSearchHit.objects.filter(saved=saved, is_seen=False).update(is_seen=True, is_told=True)


@transaction.atomic
def remember(*, text: str, by: Any) -> bool:
    """Keep a question among the owner's last ones; one in which the scrubber finds something is not kept."""
    text = " ".join(text.split())
    if not text or len(text) > LONGEST_SAVED:
        return False
    known = RecentSearch.objects.filter(owner=by, text=text).update(asked_at=timezone.now())
    if not known:
        if not _is_clean(text):
            return False
        RecentSearch.objects.create(owner=by, text=text)
        kept = RecentSearch.objects.filter(owner=by).values_list("pk", flat=True)[:RECENT_KEPT]
        RecentSearch.objects.filter(owner=by).exclude(pk__in=list(kept)).delete()
    return True


def _is_clean(text: str) -> bool:
    result = scrub(text)
    return not result.findings and not result.doubtful


def _check_own(saved: SavedSearch, by: Any) -> None:
    if saved.owner_id != by.pk:
        raise Refused("This saved search is somebody else's.")
