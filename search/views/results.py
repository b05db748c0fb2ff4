"""The search page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from core.web.access import member_required
from search import page
from search.address import Address
from search.engines.choosing import engine
from search.language.spelling import did_you_mean
from search.models import Frequency
from search.ranking import Asker, Result, answer, read
from search.reading import reading
from search.rows import rows_of
from search.selectors import channel_names, saved_searches
from search.services import remember
from search.viewers import audience_of, topics_of

PAGE = 20
FEW = 3  # hits; with fewer, another spelling is looked for


@member_required
@require_GET
def results(request: HttpRequest) -> HttpResponse:
    """One field; the query in words, chips to switch, facets with counts, hits with the best passage."""
    address = Address.read(request.GET)
    return render(request, "search/results.html", context_of(request, address))


def context_of(request: HttpRequest, address: Address) -> dict[str, Any]:
    """Everything the search page shows for an address."""
    query = read(address.q)
    if query.is_empty:
        return {
            "q": address.q, "query": query, "examples": page.EXAMPLES, "saved_count": saved_searches(request.user).count(),
        }  # fmt: skip
    asker = Asker(audience_of(request.user), request.user.handle, topics_of(request.user, query))
    result = answer(engine(), address.q, asker, address.options(), limit=PAGE, after=address.after)
    if not address.after and result.hits:
        remember(text=address.q, by=request.user)
    return {
        "q": address.q,
        "query": result.query,
        "reading": reading(result.query),
        "answer": result.answer,
        "total": result.answer.total,
        "near": sum(hit.id not in result.by_words for hit in result.hits),
        "rows": rows_of(request.user, result),
        "chips": page.chips(address, result.understanding),
        "choices": page.choices(address, result.understanding),
        "all_names_url": address.url(names=not address.names, left_out=()),
        "names_are_on": address.names,
        "orders": page.orders(address, result.query),
        "facets": page.facets(address, result.query, result.answer, channel_names()),
        "next_url": address.url(after=result.next) if result.next else "",
        "first_url": address.url() if address.after else "",
        "correction": _correction(address, result, asker),
        "examples": page.EXAMPLES[:5],
        "frequencies": Frequency.choices,
        "is_saved": saved_searches(request.user).filter(text=" ".join(address.q.split())).exists(),
    }


def _correction(address: Address, result: Result, asker: Asker) -> dict[str, Any] | None:
    if address.after or result.answer.total > FEW * PAGE:
        return None
    found = did_you_mean(address.q, result.query.words(), engine(), asker.audience)
    return {"text": found.text, "href": address.url(q=found.text)} if found else None
