"""The notices page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from core.notifications.notifying import mark_all_read, notices_of
from core.notifications.subjects import with_subjects
from core.web.access import signed_in_required

PAGE = 50


@signed_in_required
@require_GET
def notice_list(request: HttpRequest) -> HttpResponse:
    """Own notices, newest first, by keyset (`?before=<id>`)."""
    notices = notices_of(request.user)
    before = request.GET.get("before", "")
    if before.isdigit():
        notices = notices.filter(pk__lt=int(before))
    rows = list(notices[: PAGE + 1])
    more = rows[PAGE - 1].pk if len(rows) > PAGE else None
    return render(
        request, "notifications/list.html", {"notices": with_subjects(rows[:PAGE], request.user), "more": more}
    )


@signed_in_required
@require_GET
def open_notice(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark one read and go where it points."""
    notice = get_object_or_404(notices_of(request.user), pk=pk)
    if notice.read_at is None:
        notice.read_at = timezone.now()
        notice.save(update_fields=["read_at"])
    return redirect(notice.url)


@signed_in_required
@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    mark_all_read(by=request.user)
    return redirect("notices:list")
