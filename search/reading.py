"""A query in plain words, shown above the results."""

from search.filters import Filter
from search.query import Group, Node, Query, Term

ORDERS = {"new": "newest first", "active": "latest activity first"}


def reading(query: Query, *, every: bool = False) -> str:
    """E.g. “giant” or “cell”, not “biopsy”, solved, newest first. Empty for an empty query.

    `every`: as a saved search asks it, for what has all of the words.
    """
    parts = []
    if query.should:
        parts.append((" and " if every else " or ").join(_words(node) for node in query.should) + _scope(query))
    parts += [f"not {_words(node)}" for node in query.without]
    parts += [_words(node) for node in (*query.filters, *query.conditions)]
    if parts and query.sort in ORDERS:
        parts.append(ORDERS[query.sort])
    return ", ".join(parts)


def _scope(query: Query) -> str:
    if not query.scope:
        return ""
    return f" but not in {query.scope}s" if query.scope_negated else f" in {query.scope}s"


def _words(node: Node) -> str:
    if isinstance(node, Term):
        shape = {"phrase": "exactly “{}”", "prefix": "words starting with “{}”"}.get(node.kind, "“{}”")
        return shape.format(node.text)
    if isinstance(node, Filter):
        return f"not {node.words}" if node.negated else node.words
    return f"({_inside(node)})"


def _inside(group: Group) -> str:
    parts = [" or ".join(_words(child) for child in group.should)] if group.should else []
    parts += [_words(child) for child in group.filters]
    parts += [f"not {_words(child)}" for child in group.without]
    return " and ".join(parts)
