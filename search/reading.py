"""A query in plain words, shown above the results."""

from search.query import Group, Node, Query, Term

SCOPES = {"title": " in titles", "outcome": " in outcomes"}
ORDERS = {"new": "newest first", "active": "latest activity first"}


def reading(query: Query) -> str:
    """E.g. “giant” or “cell”, not “biopsy”, solved, newest first. Empty for an empty query."""
    parts = []
    if query.should:
        parts.append(" or ".join(_words(node) for node in query.should) + SCOPES.get(query.scope, ""))
    parts += [f"not {_words(node)}" for node in query.without]
    parts += [f"not {item.words}" if item.negated else item.words for item in query.filters]
    if parts and query.sort in ORDERS:
        parts.append(ORDERS[query.sort])
    return ", ".join(parts)


def _words(node: Node) -> str:
    if isinstance(node, Term):
        shape = {"phrase": "exactly “{}”", "prefix": "words starting with “{}”"}.get(node.kind, "“{}”")
        return shape.format(node.text)
    inner = " or ".join(_words(child) for child in node.should)
    without = "".join(f" but not {_words(child)}" for child in node.without)
    return f"({inner}{without})" if isinstance(node, Group) else inner
