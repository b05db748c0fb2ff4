"""What stands around the hits: chips to switch other names, facets, examples."""

from typing import Any

from accounts.specialties import SPECIALTIES
from core.web.words import PILLS
from search.address import Address
from search.engines.base import Answer
from search.filters import Filter
from search.language.expanding import Understanding
from search.query import Query

FACETS = {
    "kind": ("Kind", "kind"),
    "label": ("Status", "is"),
    "specialty": ("Specialty", "specialty"),
    "channel": ("Channel", "channel"),
    "has": ("With", "has"),
    "year": ("Year", "year"),
}
KIND_WORDS = {"post": "Reply", "topic": "Discussion"}  # as the rows say
NOT_SHOWN = {"", "no-answer", "discussion"}
LONGEST_FACET = 8
EXAMPLES = (
    ("troponin chest pain", "any of the words; what has all of them comes first"),
    ('"giant cell arteritis"', "exactly this phrase"),
    ("headache -migraine", "without a word"),
    ("rash (amoxicillin OR penicillin)", "one or the other"),
    ("kind:case is:solved specialty:neurology", "solved neurology cases"),
    ("has:image rash after:30d", "with a picture, of the last month"),
    ("in:outcome vasculitis", "where it turned out to be that"),
    ("from:calm-otter sort:new", "by one colleague, newest first"),
    ("pneumo*", "words that begin like this"),
)
ORDERS = (("", "Best match"), ("sort:new", "Newest"), ("sort:active", "Latest activity"))


def chips(address: Address, understanding: Understanding) -> list[dict[str, Any]]:
    """Other names that are searched or were switched off, each once, with the link that changes it."""
    found = [(item, True) for item in understanding.expanded] + [(item, False) for item in understanding.left_out]
    shown: dict[str, dict[str, Any]] = {}
    offered = {meaning for choice in understanding.choices for meaning in choice.meanings}  # chips of their own
    for item, is_on in found:
        if item.text in offered:
            continue
        href = address.without(item.text) if is_on else address.with_again(item.text)
        shown.setdefault(item.text, {"text": item.text, "typed": item.typed, "is_on": is_on, "href": href})
    return list(shown.values())


def choices(address: Address, understanding: Understanding) -> list[dict[str, Any]]:
    """Abbreviations with several meanings, with a link for each."""
    return [
        {
            "form": choice.form,
            "items": [
                {
                    "text": meaning,
                    "current": meaning == choice.chosen,
                    "href": address.choosing(choice.form, "" if meaning == choice.chosen else meaning),
                }
                for meaning in choice.meanings
            ],
        }
        for choice in understanding.choices
    ]


def orders(address: Address, query: Query) -> list[dict[str, Any]]:
    """The three orders as links."""
    kept = [word for word in address.q.split() if not word.startswith("sort:")]
    current = "" if query.sort == "relevance" else f"sort:{query.sort}"
    return [
        {"label": label, "href": address.url(q=" ".join([*kept, term]).strip()), "current": term == current}
        for term, label in ORDERS
    ]


def facets(address: Address, query: Query, answer: Answer, channels: dict[str, str]) -> list[dict[str, Any]]:
    """Links that add a filter to the query, or take it away where it is set."""
    groups = []
    for field, (title, operator) in FACETS.items():
        terms = _terms_of(field, operator, query)
        items = [
            {
                "label": _name(field, value, channels),
                "href": _link(address, field, operator, value, terms),
                "count": count,
                "current": value in terms,
            }
            for value, count in answer.facets.get(field, [])
            if value not in NOT_SHOWN
        ]
        if items:
            groups.append({"title": title, "items": items[:LONGEST_FACET]})
    return groups


def _terms_of(field: str, operator: str, query: Query) -> set[str]:
    """Values of a facet that are set."""
    if field == "year":
        return {item.value[:4] for item in _set(query) if item.field == "updated" and item.operator == "from"}
    return {item.value for item in _set(query) if item.field == field and not item.negated}


def _set(query: Query) -> list[Filter]:
    return query.filters


def _link(address: Address, field: str, operator: str, value: str, terms: set[str]) -> str:
    if field != "year":
        return address.toggled(f"{operator}:{value}", is_set=value in terms)
    words = [word for word in address.q.split() if not word.startswith(("after:", "before:"))]
    span = [] if value in terms else [f"after:{value}", f"before:{int(value) + 1}"]
    return address.url(q=" ".join([*words, *span]))


def _name(field: str, value: str, channels: dict[str, str]) -> str:
    if field == "specialty":
        return SPECIALTIES.get(value, value)
    if field == "channel":
        return channels.get(value, value)
    if field == "label" and value in PILLS:
        return PILLS[value].word
    return KIND_WORDS.get(value, value.capitalize()) if field == "kind" else value.capitalize()
