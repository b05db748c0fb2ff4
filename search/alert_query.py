"""What an alert asks: a document that holds every word of a search, or another name in its place."""

from collections.abc import Sequence
from dataclasses import replace

from search import words
from search.language.expanding import Expanded, understand
from search.query import Group, Node, Query, Term


def all_words(query: Query) -> Query:
    """The same question as conditions: a ranked search finds documents with any of its words, an alert needs all."""
    nodes = [node for node in query.should if not (isinstance(node, Term) and node.text.lower() in words.EMPTY_WORDS)]
    expanded = understand(query).expanded
    needed, at = [], 0
    while at < len(nodes):
        names = _starting(expanded, nodes[at:])
        width = len(names[0].of) if names else 1
        needed.append(_either(nodes[at : at + width], names))
        at += width
    return replace(query, should=[], conditions=[*query.conditions, *needed])


def _starting(expanded: Sequence[Expanded], nodes: Sequence[Node]) -> list[Expanded]:
    """Other names of the widest run of terms that begins here."""
    here = [item for item in expanded if tuple(nodes[: len(item.of)]) == item.of]
    widest = max((len(item.of) for item in here), default=0)
    return [item for item in here if len(item.of) == widest]


def _either(nodes: Sequence[Node], names: Sequence[Expanded]) -> Group:
    """All of the nodes, or one of their names."""
    together = Group(filters=[Group([node]) for node in nodes])
    return Group([together, *(Term(name.text) for name in names)])
