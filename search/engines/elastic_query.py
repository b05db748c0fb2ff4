"""The shared plan in the terms of elasticsearch.dsl."""

from elasticsearch.dsl import Q, Search
from elasticsearch.dsl.query import Query

from search.engines.base import FACETS, MOST_BUCKETS
from search.engines.cursors import Cursor
from search.plan import AllOf, AnyOf, Best, Between, Clause, Is, Phrase, Plan, Prefix, Scaled, Word


def search_for(plan: Plan, *, limit: int, after: Cursor | None = None, facets: bool = True) -> Search:
    """One page of what a plan finds, with counts."""
    order = plan.order or ("" if plan.ranked is not None else "active")
    search = Search().query(compiled(plan)).sort({order or "_score": "desc"}, {"id": "asc"})
    search = search.extra(size=limit + 1, track_total_hits=True).source(False)
    search = search.extra(docvalue_fields=["topic"])
    if after is not None:
        value = int(after.value) if order else after.value
        search = search.extra(search_after=[value, after.id])
    for name in FACETS if facets else ():
        search.aggs.bucket(name, "terms", field=name, size=MOST_BUCKETS)
    return search


def compiled(plan: Plan) -> Query:
    """The query that finds and ranks what a plan describes."""
    return Q(
        "bool",
        must=[_clause(plan.ranked)] if plan.ranked is not None else [],
        filter=[_clause(clause) for clause in plan.conditions] or [Q("match_all")],
        must_not=[_clause(clause) for clause in plan.without],
    )


def _clause(clause: Clause, boost: float = 1.0) -> Query:
    match clause:
        case Word(field, word):
            return Q("match", **{field: {"query": word, "boost": boost}})
        case Phrase(field, several):
            return Q("match_phrase", **{field: {"query": " ".join(several), "boost": boost}})
        case Prefix(field, start):
            return Q("prefix", **{field: {"value": start, "boost": boost}})
        case Is(field, values):
            return Q("constant_score", filter=Q("terms", **{field: list(values)}), boost=0)
        case Between(field, low, high):
            limits = {name: value for name, value in (("gte", low), ("lt", high)) if value is not None}
            return Q("constant_score", filter=Q("range", **{field: limits}), boost=0)
        case AnyOf(()):
            return Q("match_none")
        case AnyOf(clauses):
            return Q("bool", should=[_clause(item) for item in clauses], minimum_should_match=1, boost=boost)
        case AllOf(clauses, without):
            must, must_not = [_clause(item) for item in clauses], [_clause(item) for item in without]
            everything = {} if must else {"filter": [Q("match_all")]}
            return Q("bool", must=must, must_not=must_not, boost=boost, **everything)
        case Best(clauses):
            return Q("dis_max", queries=[_clause(item) for item in clauses], boost=boost)
        case Scaled(inside, factor):
            return _clause(inside, boost * factor)
