"""Hits as rows of the page: loaded again for the viewer, with the best passage and why it matched."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.safestring import SafeString

from accounts.models import User
from cases.models import Case
from community.models import Post
from community.subjects import topic_url
from search import words
from search.documents import Document
from search.engines.base import Hit
from search.loading import load_many
from search.passages import best_passage
from search.ranking import Result
from search.selectors import load_visible


@dataclass(frozen=True)
class Row:
    """A hit as the page shows it.

    Attributes:
        why: one line: which words were found where, or that it is near in meaning.
        outcome: final diagnosis of a case whose outcome is known.
        more: further hits of the same discussion.
    """

    id: str
    kind: str
    title: str
    url: str
    label: str
    line: str
    excerpt: SafeString
    author: Any
    at: Any
    why: str = ""
    outcome: str = ""
    more: list["Row"] = field(default_factory=list)


def rows_of(viewer: Any, result: Result) -> list[Row]:
    """A row a discussion, in the order of the hits; what the viewer may not see is dropped."""
    hits = [*result.hits, *(hit for hits in result.together.values() for hit in hits)]
    loaded, documents = load_visible(viewer, hits), load_many(hit.id for hit in hits)
    sought = [*result.query.words(), *(item.text for item in result.understanding.expanded)]

    def row(hit: Hit) -> Row | None:
        if hit.id not in loaded or hit.id not in documents:
            return None
        return _row(hit.id, loaded[hit.id], documents[hit.id], sought, hit.id in result.by_words)

    rows = []
    for hit in result.hits:
        found = [row(one) for one in (hit, *result.together.get(hit.id, ()))]
        shown = [one for one in found if one]
        if shown:
            head = _head(shown) if hit.id in result.by_words else shown[0]
            head.more.extend(one for one in shown if one is not head)
            rows.append(head)
    return rows


def _head(shown: Sequence[Row]) -> Row:
    """The best hit that holds a word itself: a reply found by the title of its discussion stands behind the case."""
    return next((row for row in shown if row.kind != "post" or "<mark>" in row.excerpt), shown[0])


def plain_rows(viewer: Any, hits: Sequence[Hit]) -> list[Row]:
    """Rows without passages: suggestions, similar cases."""
    loaded: Mapping[str, Any] = load_visible(viewer, hits)
    documents = load_many(loaded)
    return [
        _row(hit.id, loaded[hit.id], documents[hit.id], (), True)
        for hit in hits
        if hit.id in loaded and hit.id in documents
    ]


def _row(document_id: str, item: Any, document: Document, sought: Iterable[str], by_words: bool) -> Row:
    sought = list(sought)
    text = "\n".join(part for part in (document.outcome, document.body) if part)
    title, url, label, line, at = _facts(item)
    why = _why(document, sought) if by_words else "Near in meaning, in other words"
    excerpt = best_passage(text, sought)
    author = item if isinstance(item, User) else item.author
    outcome = item.outcome.final_diagnosis if isinstance(item, Case) and hasattr(item, "outcome") else ""
    why = why if sought else ""
    return Row(document_id, document.kind, title, url, label, line, excerpt, author, at, why, outcome)


def _facts(item: Any) -> tuple[str, str, str, str, Any]:
    """Title, address, label, second line, time."""
    if isinstance(item, Case):
        revision = item.published_revision
        url = reverse("cases:detail", args=[item.pk])
        return revision.title, url, item.topic.label, revision.patient_line, item.published_at
    if isinstance(item, Post):
        return (
            item.topic.title, f"{topic_url(item.topic)}#post-{item.pk}", item.topic.label, "Reply", item.created_at,
        )  # fmt: skip
    if isinstance(item, User):
        url = f"{reverse('search:results')}?{urlencode({'q': f'from:{item.handle} sort:new'})}"
        return item.handle, url, "", "Member", item.created_at
    return item.title, topic_url(item), item.label, item.channel.name, item.created_at


def _why(document: Document, sought: list[str]) -> str:
    """Where the words stand: “fever” in the title; 3 of 4 words in all."""
    places = {"the title": document.title, "the outcome": document.outcome, "the text": document.body}
    stems = {place: set(words.stems(text)) for place, text in places.items()}
    found = {}
    for word in dict.fromkeys(sought):
        wanted = set(words.stems(word)) - words.EMPTY_WORDS
        place = next((name for name, held in stems.items() if wanted and wanted <= held), "")
        if place:
            found.setdefault(place, []).append(f"“{word}”")
    return "; ".join(f"{', '.join(named[:4])} in {place}" for place, named in found.items())
