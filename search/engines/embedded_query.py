"""The shared plan in tantivy's terms."""

import tantivy
from tantivy import Occur
from tantivy import Query as Q

from search import words
from search.plan import AllOf, AnyOf, Best, Between, Clause, Is, Phrase, Plan, Prefix, Scaled, Word


def compiled(plan: Plan, schema: tantivy.Schema) -> Q:
    """The query that finds and ranks what a plan describes."""
    parts = [(Occur.Must, _unscored(_clause(clause, schema))) for clause in plan.conditions]
    if plan.ranked is not None:
        parts.append((Occur.Must, _clause(plan.ranked, schema)))
    parts = parts or [(Occur.Must, _unscored(Q.all_query()))]
    parts += [(Occur.MustNot, _clause(clause, schema)) for clause in plan.without]
    return Q.boolean_query(parts)


def _clause(clause: Clause, schema: tantivy.Schema) -> Q:
    match clause:
        case Word(field, word):
            return Q.term_query(schema, field, _indexed(field, word))
        case Phrase(field, several):
            return Q.phrase_query(schema, field, [_indexed(field, word) for word in several])
        case Prefix(field, start):
            return Q.regex_query(schema, field, f"{start.replace('.', '[.]')}.*")  # plain words hold no other sign
        case Is(field, values):
            few = len(values) == 1
            found = Q.term_query(schema, field, values[0]) if few else Q.term_set_query(schema, field, list(values))
            return _unscored(found)
        case Between(field, low, high):
            last = None if high is None else high - 1
            return _unscored(Q.range_query(schema, field, tantivy.FieldType.Integer, low, last))
        case AnyOf(clauses):
            inner = [(Occur.Should, _clause(item, schema)) for item in clauses]
            return Q.boolean_query(inner) if inner else Q.empty_query()
        case AllOf(clauses, without):
            inner = [(Occur.Must, _clause(item, schema)) for item in clauses]
            inner = inner or [(Occur.Must, _unscored(Q.all_query()))]
            return Q.boolean_query([*inner, *((Occur.MustNot, _clause(item, schema)) for item in without)])
        case Best(clauses):
            return Q.disjunction_max_query([_clause(item, schema) for item in clauses])
        case Scaled(inside, factor):
            return Q.boost_query(_clause(inside, schema), factor)


def _indexed(field: str, word: str) -> str:
    return word if field.endswith("_plain") or field == "codes" else words.stem(word)


def _unscored(query: Q) -> Q:
    return Q.const_score_query(query, 0.0)
