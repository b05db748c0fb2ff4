"""While typing: what one may mean, and which cases are like this one."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET, require_POST

from cases.sections import TEXT_FIELDS
from core.web.access import member_required
from search.engines.base import Hit
from search.engines.choosing import engine
from search.loading import load
from search.rows import Row, plain_rows
from search.selectors import channels_named, members_named, readable_by, recent_searches
from search.semantic.texts import text_of
from search.similar import SHOWN, similar_to
from search.viewers import audience_of

LONGEST_TYPED = 100  # characters
MOST_TITLES = 6


@member_required
@require_GET
def suggest(request: HttpRequest) -> HttpResponse:
    """Options of the search field: own recent searches, titles, channels, members. Nothing typed is kept or logged."""
    typed = " ".join(request.GET.get("q", "")[:LONGEST_TYPED].split())
    page = reverse("search:results")
    options: list[dict[str, Any]] = [
        {"group": "Searched lately", "icon": "clock", "text": text, "url": f"{page}?{urlencode({'q': text})}"}
        for text in recent_searches(request.user, typed, limit=4 if typed else 8)
    ]
    if typed:
        hits = engine().titles(typed, audience=audience_of(request.user), limit=MOST_TITLES, kinds=("case", "topic"))
        options += [
            {
                "group": "Titles",
                "icon": "case" if row.kind == "case" else "discussion",
                "text": row.title,
                "url": row.url,
            }
            for row in plain_rows(request.user, hits)
        ]
        options += [
            {"group": "Channels", "icon": "channels", "text": channel.name, "url": reverse("channels:detail", args=[channel.slug])}
            for channel in channels_named(typed)
        ]  # fmt: skip
        options += [
            {"group": "Members", "icon": "user", "text": member.handle,
             "url": f"{page}?{urlencode({'q': f'from:{member.handle} sort:new'})}"}
            for member in members_named(typed)
        ]  # fmt: skip
    return render(request, "search/suggestions.html", {"options": options, "typed": typed})


@member_required
@require_POST
def similar_to_draft(request: HttpRequest) -> HttpResponse:
    """Cases like the one being written. The text is compared in memory and forgotten: neither stored nor logged."""
    typed = "\n".join(request.POST.get(name, "") for name in TEXT_FIELDS).strip()
    hits = similar_to(typed, request.user)
    return render(request, "search/similar.html", {"rows": _solved_first(request, hits), "composing": True})


@member_required
@require_GET
def similar_to_case(request: HttpRequest, pk: int) -> HttpResponse:
    """Cases like a published one; nothing where the viewer may not read it."""
    key = f"case:{pk}"
    document = load(key) if readable_by(request.user, [key]) else None
    hits = similar_to(text_of(document), request.user, leave_out=(key,)) if document else []
    return render(request, "search/similar.html", {"rows": _solved_first(request, hits), "composing": False})


def _solved_first(request: HttpRequest, hits: list[Hit]) -> list[Row]:
    """Those whose outcome is known first: they answer something."""
    rows = plain_rows(request.user, hits)
    return sorted(rows, key=lambda row: not row.outcome)[:SHOWN]
