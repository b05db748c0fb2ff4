"""Reading cases for pages."""

from collections.abc import Collection
from typing import Any

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404

from accounts.models import User
from accounts.selectors import members
from cases.models import Attachment, Case, CaseRevision
from cases.states import CaseState, FileState


def access_case(*, viewer: Any, pk: int) -> Case:
    """Load and check at once.

    Raises:
        Http404: unknown or not visible; the two look alike.
    """
    case = (
        Case.objects.visible_to(viewer)
        .select_related("author", "topic__channel", "published_revision", "outcome")
        .filter(pk=pk)
        .first()
    )
    if case is None:
        raise Http404
    return case


def own_case(*, author: Any, pk: int) -> Case:
    """One's own case in any state but withdrawn; 404 otherwise."""
    case = access_case(viewer=author, pk=pk)
    if case.author_id != author.pk:
        raise Http404
    return case


def published_cases(viewer: Any) -> QuerySet[Case]:
    """Published cases, newest first, with what a list row shows."""
    return (
        Case.objects.visible_to(viewer)
        .filter(state=CaseState.PUBLISHED)
        .select_related("author", "topic", "published_revision", "outcome")
        .order_by("-published_at", "-id")
    )


def published_receipts() -> list[dict[str, Any]]:
    """The scrub receipts of what is published now: counts and categories, no content."""
    published = Case.objects.filter(state=CaseState.PUBLISHED)
    return list(published.values_list("published_revision__receipt", flat=True))


def own_cases(author: Any) -> QuerySet[Case]:
    """One's own cases with their latest revision first, withdrawn ones left out."""
    revisions = Prefetch("revisions", to_attr="revision_list")
    mine = Case.objects.visible_to(author).filter(author=author).exclude(state=CaseState.WITHDRAWN)
    return mine.prefetch_related(revisions).order_by("-updated_at")


def outcomes_due(author: Any) -> QuerySet[Case]:
    """One's own published cases whose outcome is not recorded yet."""
    return published_cases(author).filter(author=author, outcome=None)


def titles_for(viewer: Any, ids: Collection[int]) -> dict[int, str]:
    """Titles of the cases among these that the viewer may see: as published, else as last written."""
    latest = CaseRevision.objects.filter(case=OuterRef("pk")).order_by("-number").values("title")[:1]
    found = Case.objects.visible_to(viewer).filter(pk__in=ids)
    rows = found.annotate(shown=Coalesce("published_revision__title", Subquery(latest))).values_list("pk", "shown")
    return {pk: title or "Untitled draft" for pk, title in rows}


def attachments_for(*, case: Case, viewer: Any) -> list[Attachment]:
    """Files this viewer may see: colleagues only approved ones, author and moderators all."""
    files = case.attachments.all()
    if case.author_id != viewer.pk and not viewer.is_moderator:
        files = files.filter(state=FileState.APPROVED)
    return list(files)


def access_attachment(*, viewer: Any, key: str) -> Attachment:
    """Load a file and check it through its case; 404 when either is not visible."""
    attachment = Attachment.objects.select_related("case__author").filter(key=key).first()
    if attachment is None:
        raise Http404
    case = access_case(viewer=viewer, pk=attachment.case_id)
    if attachment not in attachments_for(case=case, viewer=viewer):
        raise Http404
    return attachment


def participants(case: Case) -> QuerySet[User]:
    """Members who answered the case."""
    return members().filter(posts__topic=case.topic_id).distinct()
