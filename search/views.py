"""The search page."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from accounts.specialties import SPECIALTIES
from core.web.access import member_required
from core.web.words import PILLS
from search.engines.base import Answer
from search.query import LONGEST_QUERY, Query, parse
from search.reading import reading
from search.selectors import ask_for

FACET_TITLES = {
    "kind": ("Kind", "kind"),
    "label": ("State", "is"),
    "specialty": ("Specialty", "specialty"),
    "has": ("With", "has"),
}
EXAMPLES = (
    ("troponin chest pain", "any of the words; cases with all of them first"),
    ('"giant cell arteritis"', "exactly this phrase"),
    ("headache -migraine", "without a word"),
    ("kind:case is:solved specialty:neurology", "solved neurology cases"),
    ("has:image rash after:30d", "with a picture, of the last month"),
    ("from:calm-otter sort:new", "by one colleague, newest first"),
)


@member_required
@require_GET
def results(request: HttpRequest) -> HttpResponse:
    """One field; the query in words, notices, facets with counts, hits with the best passage. The URL is the query."""
    text = request.GET.get("q", "")[: LONGEST_QUERY + 1]
    query = parse(text)
    answer, rows = ask_for(request.user, query, after=request.GET.get("after", ""))
    context = {
        "q": text,
        "query": query,
        "reading": reading(query),
        "answer": answer,
        "rows": rows,
        "facets": _facets(text, query, answer),
        "next_url": f"?{urlencode({'q': text, 'after': answer.next})}" if answer.next else "",
        "examples": EXAMPLES,
    }
    return render(request, "search/results.html", context)


def _facets(text: str, query: Query, answer: Answer) -> list[dict[str, Any]]:
    """Links that add a filter to the query, or take it away where it is set."""
    groups = []
    for field, (title, operator) in FACET_TITLES.items():
        chosen = {item.value for item in query.filters if item.field == field and not item.negated}
        items = [
            {
                "label": _name(field, value),
                "href": f"?{urlencode({'q': _toggled(text, f'{operator}:{value}', value in chosen)})}",
                "count": count,
                "current": value in chosen,
            }
            for value, count in answer.facets.get(field, [])
            if value and value not in {"no-answer", "discussion"}
        ]
        if items:
            groups.append({"title": title, "items": items})
    return groups


def _toggled(text: str, term: str, is_set: bool) -> str:
    words = [word for word in text.split() if word != term]
    return " ".join(words if is_set else [*words, term])


KIND_WORDS = {"post": "Reply", "topic": "Discussion"}  # as the rows say


def _name(field: str, value: str) -> str:
    if field == "specialty":
        return SPECIALTIES.get(value, value)
    if field == "label" and value in PILLS:
        return PILLS[value].word
    return KIND_WORDS.get(value, value.capitalize()) if field == "kind" else value.capitalize()
