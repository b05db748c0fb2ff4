"""One way to rank, for the page, for alerts and for the evaluation: words, their other names, and meaning."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from search import words
from search.engines.base import Answer, Ask, Engine, Expansion, Hit
from search.fusion import fused, weight_of_meaning
from search.language.expanding import Expanded, Understanding, understand
from search.prose import is_prose, read_prose
from search.query import Query, Term, parse
from search.semantic.choosing import model as language_model

CANDIDATES = 200  # hits by words that take part in the fusion; one can page through them and those by meaning
BY_MEANING = 100
LEAST_LIKENESS = (
    0.3  # cosine from which a document without any of the words is shown; chance is about 0.1, relevant 0.6
)
FEW_STRONG = 3  # readable documents that hold the words as typed; with fewer, other names count more
MOST_TOGETHER = 5  # further hits shown under the best one of a discussion
WEIGHT, WEIGHT_WHEN_FEW = 0.3, 0.5


@dataclass(frozen=True)
class Asker:
    """Who asks: the tokens of what they may read, their handle, and the topics that is:following and is:unread mean."""

    audience: tuple[str, ...]
    handle: str = ""
    topics: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Options:
    """How to answer.

    Attributes:
        expand: search other names too.
        meaning: search by meaning too.
        chosen: abbreviation to the reading the person chose for it.
        left_out: other names the person switched off.
        specialty: decides between the readings of an abbreviation.
    """

    expand: bool = True
    meaning: bool = True
    chosen: Mapping[str, str] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    specialty: str = ""


@dataclass(frozen=True)
class Result:
    """A page of hits, and how they came about.

    Attributes:
        by_words: ids found by their words; the others are near in meaning only.
        together: id of a hit to the further hits of its discussion on this page.
    """

    query: Query
    hits: list[Hit]
    answer: Answer
    understanding: Understanding = field(default_factory=Understanding)
    by_words: frozenset[str] = frozenset()
    next: str = ""
    together: Mapping[str, list[Hit]] = field(default_factory=dict)


def read(text: str) -> Query:
    """A question as typed, as a query: sentences by what they tell, anything else by the query language."""
    return read_prose(text) if is_prose(text) else parse(text)


def answer(
    engine: Engine, text: str, asker: Asker, options: Options = Options(), *, limit: int = 20, after: str = ""
) -> Result:
    """Answer a question as typed. A question whose quotes, signs and parentheses leave nothing is asked again in words."""
    query = read(text)
    result = rank(engine, query, asker, options, limit=limit, after=after)
    if result.hits or after or query.is_empty:
        return result
    plain = as_plain_words(query)
    if not plain.should or plain.should == query.should:
        return result
    plain.notices.append("Nothing matched exactly, so every word was searched.")
    return rank(engine, plain, asker, options, limit=limit)


def rank(
    engine: Engine, query: Query, asker: Asker, options: Options = Options(), *, limit: int = 20, after: str = ""
) -> Result:
    """Answer a question for somebody. Never finds what the asker may not read: the engine trims by audience."""
    understanding = understand(query, options.chosen, options.left_out, options.specialty) if options.expand else None
    understanding = understanding or Understanding()
    by_relevance = query.sort == "relevance" and bool(query.should)
    ask = Ask(
        query, asker.audience, asker.handle, asker.topics,
        limit=CANDIDATES if by_relevance else limit,
        after="" if by_relevance else after,
        expansions=_weighted(engine, asker, understanding.expanded),
        vector=_vector(query) if options.meaning and by_relevance else None,
        vector_limit=BY_MEANING,
    )  # fmt: skip
    answer = engine.ask(ask)
    by_words = frozenset(hit.id for hit in answer.hits)
    if not by_relevance:
        hits, together = _collapsed(answer.hits)
        return Result(query, hits, answer, understanding, by_words, answer.next, together)
    near = [hit for hit in answer.vector_hits if hit.score >= LEAST_LIKENESS or hit.id in by_words]
    weight = weight_of_meaning(len(query.text.split())) if near else 0.0
    hits, together = _collapsed(fused(answer.hits, near, weight=weight))
    hits, following = _page(hits, limit, after)
    return Result(query, hits, answer, understanding, by_words, following, together)


def as_plain_words(query: Query) -> Query:
    """The same question without its phrases and parentheses, for when they left nothing; filters stay."""
    plain = read_prose(" ".join(query.words()))
    return replace(query, should=plain.should)


def _weighted(engine: Engine, asker: Asker, items: Sequence[Expanded]) -> tuple[Expansion, ...]:
    """Other names with their weights: what hardly any readable document says as typed may be said otherwise."""
    typed = {item: words.tokens(item.typed) for item in items}
    counts = engine.readable([word for found in typed.values() for word in found], audience=asker.audience)
    few = {item for item, found in typed.items() if min(counts.get(word, 0) for word in found) < FEW_STRONG}
    return tuple(Expansion(item.of, item.text, WEIGHT_WHEN_FEW if item in few else WEIGHT) for item in items)


def _vector(query: Query) -> list[float] | None:
    """The meaning of a question, when it has words to take it from and asks for nothing exact."""
    model = language_model()
    exact = query.scope or any(not isinstance(node, Term) or node.kind != "word" for node in query.should)
    if model is None or exact:
        return None
    text = " ".join(query.words()) if query.filters else query.text
    return [float(number) for number in model.vectors([text])[0]]


def _collapsed(hits: Sequence[Hit]) -> tuple[list[Hit], dict[str, list[Hit]]]:
    """The best hit of each discussion in order, and the others of it (a few) by its id."""
    first: dict[str, str] = {}
    together: dict[str, list[Hit]] = {}
    shown = []
    for hit in hits:
        head = first.setdefault(hit.topic or hit.id, hit.id)
        if head == hit.id:
            shown.append(hit)
        elif len(together.setdefault(head, [])) < MOST_TOGETHER:
            together[head].append(hit)
    return shown, together


def _page(hits: list[Hit], limit: int, after: str) -> tuple[list[Hit], str]:
    """The hits behind the one whose id is the cursor; a cursor that vanished ends paging, it never repeats a hit."""
    start = 0
    if after:
        ids = [hit.id for hit in hits]
        start = ids.index(after) + 1 if after in ids else len(ids)
    shown = hits[start : start + limit]
    return shown, shown[-1].id if shown and len(hits) > start + limit else ""
