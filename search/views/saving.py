"""A member's saved searches: keep, pause, change how often, delete, open."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from core.errors import Refused
from core.web.access import member_required
from search.models import Frequency
from search.query import parse
from search.reading import reading
from search.selectors import own_saved, saved_searches
from search.services import change_saved, delete_saved, open_saved, save_search


@member_required
@require_GET
def saved(request: HttpRequest) -> HttpResponse:
    """One's saved searches in words, with how many results are new."""
    rows = [{"saved": item, "reading": _reading(item.text)} for item in saved_searches(request.user)]
    return render(request, "search/saved.html", {"rows": rows, "frequencies": Frequency.choices})


def _reading(text: str) -> str:
    """The question in plain words; empty where that is what was typed anyway."""
    words = reading(parse(text), every=True)
    return "" if words == f"“{text}”" else words


@member_required
@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Save the search of the page one comes from; refused, the page says why and keeps the question."""
    text = request.POST.get("q", "")
    try:
        save_search(text=text, frequency=request.POST.get("frequency", ""), by=request.user)
    except Refused as error:
        messages.error(request, str(error))
        return redirect(f"{reverse('search:results')}?{urlencode({'q': text})}")
    messages.success(request, "Saved. You will hear of new results; what you may not read is never among them.")
    return redirect("search:saved")


@member_required
@require_GET
def open_one(request: HttpRequest, pk: int) -> HttpResponse:
    """The results of a saved search, the newest first; nothing counts as new any more."""
    item = own_saved(viewer=request.user, pk=pk)
    open_saved(saved=item, by=request.user)
    kept = " ".join(word for word in item.text.split() if not word.startswith("sort:"))
    return redirect(f"{reverse('search:results')}?{urlencode({'q': f'{kept} sort:new'})}")


@member_required
@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """How often, or paused."""
    item = own_saved(viewer=request.user, pk=pk)
    try:
        change_saved(
            saved=item,
            frequency=request.POST.get("frequency", item.frequency),
            is_paused=request.POST.get("paused", "1" if item.is_paused else "") == "1",
            by=request.user,
        )
    except Refused as error:
        messages.error(request, str(error))
    return redirect("search:saved")


@member_required
@require_POST
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Gone, with what it found."""
    delete_saved(saved=own_saved(viewer=request.user, pk=pk), by=request.user)
    messages.success(request, "Deleted.")
    return redirect("search:saved")
