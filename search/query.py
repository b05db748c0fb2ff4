"""The query language: text to a syntax tree, the same for both engines.

Words are ranked OR; `"exact phrase"`, `-x`, `a OR b`, parentheses to depth 5, `word*` and `name:value` filters, each of
which can be negated. What cannot be understood becomes a visible notice and is searched as text; parsing never fails.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from search.filters import FILTERS, NOT_CARRIED, Filter, FilterError

MOST_TERMS = 128
MOST_BEGINNINGS = 12  # of words ("claud*"): each may stand for thousands
DEEPEST = 5
LONGEST_QUERY = 2000  # characters
SORTS = ("relevance", "new", "active")
SCOPES = ("title", "outcome")

_TOKEN = re.compile(
    r'(?P<open>-?\()|(?P<close>\))|(?P<minus>-)?(?:(?P<name>[A-Za-z]+):(?P<value>"[^"]*"|[^\s()"]+)|"(?P<phrase>[^"]*)"?'
    r"|(?P<word>[^\s()\"]+))"
)


@dataclass(frozen=True)
class Term:
    """One word, exact phrase or prefix; `kind` is word, phrase or prefix."""

    text: str
    kind: str = "word"


@dataclass
class Group:
    """Parentheses, or alternatives joined by OR.

    Attributes:
        should: at least one must match when there are any.
        without: none may match.
        filters: all must match.
    """

    should: list["Node"] = field(default_factory=list)
    without: list["Node"] = field(default_factory=list)
    filters: list["Filter | Group"] = field(default_factory=list)

    @property
    def is_condition(self) -> bool:
        """Nothing but filters inside: it narrows and does not rank."""
        inside = (*self.should, *self.without, *self.filters)
        return bool(inside) and all(isinstance(n, Filter) or (isinstance(n, Group) and n.is_condition) for n in inside)


Node = Term | Filter | Group


@dataclass
class Query:
    """What a person asked.

    Attributes:
        should: terms and groups that rank; at least one must match when there are any.
        without: terms and groups that must not match.
        filters: conditions that every hit meets.
        conditions: groups of conditions ("is:solved OR is:unsolved") that every hit meets.
        scope: "" for everything, or one of `SCOPES`; `scope_negated`: the words must not stand there.
        sort: one of `SORTS`.
        notices: sentences about what was not understood.
    """

    text: str = ""
    should: list[Node] = field(default_factory=list)
    without: list[Node] = field(default_factory=list)
    filters: list[Filter] = field(default_factory=list)
    conditions: list[Group] = field(default_factory=list)
    scope: str = ""
    scope_negated: bool = False
    sort: str = "relevance"
    notices: list[str] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Nothing to look for, not even a filter."""
        return not (self.should or self.without or self.filters or self.conditions)

    def terms(self) -> list[Term]:
        """Every term that is looked for, in order."""
        return list(_terms(self.should))

    def words(self) -> list[str]:
        """Every positive word and phrase, for highlighting."""
        return [term.text for term in self.terms()]

    def viewer_conditions(self) -> set[str]:
        """Which conditions depend on who asks: mine, following, unread."""
        nodes = (*self.should, *self.without, *self.filters, *self.conditions)
        return {item.value for item in _filters(nodes) if item.field == "viewer"}


def parse(text: str, *, today: date | None = None) -> Query:
    """Read a query. Never raises: what is wrong becomes a notice."""
    query = Query(text=_clean(text))
    if len(text) > LONGEST_QUERY:
        query.notices.append(f"Only the first {LONGEST_QUERY} characters were used.")
    _Parser(query, today or date.today()).run()
    return query


@dataclass
class _Level:
    """One open parenthesis (or the whole query) while it is being read."""

    group: Group = field(default_factory=Group)
    negated: bool = False
    joins: bool = False  # OR was read: the next node is an alternative to the one before
    latest: list | None = None  # where the node before went


class _Parser:
    def __init__(self, query: Query, today: date) -> None:
        self.query = query
        self.today = today
        self.count = self.beginnings = 0
        self.ignored = 0  # parentheses beyond the depth that are still open
        self.levels = [_Level()]

    def run(self) -> None:
        for match in _TOKEN.finditer(self.query.text):
            if self.count >= MOST_TERMS:
                self._notice(f"Only the first {MOST_TERMS} terms were used.")
                break
            self._take(match)
        while len(self.levels) > 1:
            self._close()
        root, query = self.levels[0].group, self.query
        query.should, query.without = root.should, root.without
        query.filters = [item for item in root.filters if isinstance(item, Filter)]
        query.conditions = [item for item in root.filters if isinstance(item, Group)]

    def _take(self, match: re.Match[str]) -> None:
        negated = bool(match["minus"])
        if match["open"]:
            self._open(match["open"].startswith("-"))
        elif match["close"]:
            self._close()
        elif match["name"]:
            self._operator(match["name"], match["value"].strip('"').strip(), negated)
        elif match["phrase"] is not None:
            self._term(match["phrase"].strip(), "phrase", negated)
        elif match["word"] == "OR":
            self.levels[-1].joins = self.levels[-1].latest is not None
        else:
            self._word(match["word"], negated)

    def _open(self, negated: bool) -> None:
        if len(self.levels) > DEEPEST:
            self.ignored += 1
            self._notice(f"Parentheses deeper than {DEEPEST} were ignored.")
        else:
            self.levels.append(_Level(negated=negated))

    def _close(self) -> None:
        if self.ignored:
            self.ignored -= 1
        elif len(self.levels) > 1:
            level = self.levels.pop()
            group = level.group
            inside = [*group.should, *group.filters]
            if len(inside) == 1 and not group.without:
                self._add(inside[0], level.negated)
            elif inside or group.without:
                self._add(group, level.negated)

    def _word(self, word: str, negated: bool) -> None:
        if word.endswith("*") and len(word.rstrip("*")) >= 2 and self.beginnings < MOST_BEGINNINGS:
            self.beginnings += 1
            self._term(word.rstrip("*"), "prefix", negated)
        else:
            if "*" in word:
                self._notice(
                    f"* stands for the rest of a word, after at least two letters, {MOST_BEGINNINGS} times at most."
                )
            self._term(word.replace("*", ""), "word", negated)

    def _term(self, text: str, kind: str, negated: bool) -> None:
        if any(character.isalnum() for character in text):
            self.count += 1
            self._add(Term(text, kind), negated)

    def _add(self, node: Node, negated: bool) -> None:
        """Put a node where it belongs; after OR, together with the one before it."""
        level = self.levels[-1]
        if level.joins and level.latest:
            before, was_negated = level.latest.pop(), level.latest is level.group.without
            node = _alternatives(_not(before) if was_negated else before, _not(node) if negated else node)
            negated = False
        level.joins = False
        if negated and isinstance(node, Filter):
            node, negated = _not(node), False
        if negated:
            level.latest = level.group.without
        elif isinstance(node, Filter) or (isinstance(node, Group) and node.is_condition):
            level.latest = level.group.filters
        else:
            level.latest = level.group.should
        level.latest.append(node)

    def _operator(self, written: str, value: str, negated: bool) -> None:
        name = written.lower()
        self.count += 1
        if name == "sort" and value in SORTS and not negated:
            self.query.sort = value
        elif name == "in" and value.lower() in SCOPES:
            self.query.scope, self.query.scope_negated = value.lower(), negated
        elif name in FILTERS:
            self._filter(name, value, negated)
        elif name in {"sort", "in"}:
            choices = ", ".join(SORTS if name == "sort" else SCOPES)
            self._as_text(name, value, negated, f"choose one of {choices}.")
        else:
            self._notice(f"“{written}:” is not a filter here; it was searched as text.")
            self._term(f"{written}:{value}", "word", negated)

    def _filter(self, name: str, value: str, negated: bool) -> None:
        try:
            condition = FILTERS[name](value, negated, self.today)
        except FilterError as error:
            self._as_text(name, value, negated, str(error))
            return
        missing = NOT_CARRIED.get(name) or NOT_CARRIED.get(f"{name}:{value.lower()}")
        if missing:
            self._notice(f"{missing}, so {name}:{value} matches nothing.")
        self._add(condition, False)

    def _as_text(self, name: str, value: str, negated: bool, why: str) -> None:
        self._notice(f"{name}:{value} was searched as text: {why}")
        self._term(f"{name}:{value}", "word", negated)

    def _notice(self, notice: str) -> None:
        if notice[:200] not in self.query.notices:
            self.query.notices.append(notice[:200])


def _not(node: Node) -> Node:
    return replace(node, negated=not node.negated) if isinstance(node, Filter) else Group(without=[node])


def _alternatives(before: Node, after: Node) -> Group:
    """`a OR b OR c` is one group; a parenthesis before OR stays a group of its own."""
    chained = isinstance(before, Group) and before.should and not (before.without or before.filters)
    return Group([*before.should, after] if isinstance(before, Group) and chained else [before, after])


def _terms(nodes: Iterable[Node]) -> Iterator[Term]:
    for node in nodes:
        if isinstance(node, Term):
            yield node
        elif isinstance(node, Group):
            yield from _terms(node.should)


def _filters(nodes: Iterable[Node]) -> Iterator[Filter]:
    for node in nodes:
        if isinstance(node, Filter):
            yield node
        elif isinstance(node, Group):
            yield from _filters((*node.should, *node.without, *node.filters))


def _clean(text: str) -> str:
    """NFKC, straight quotes, no control characters, cut at the limit."""
    text = unicodedata.normalize("NFKC", text[:LONGEST_QUERY]).translate({0x201C: '"', 0x201D: '"', 0x201E: '"'})
    text = "".join(" " if unicodedata.category(character).startswith("C") else character for character in text)
    return text[:LONGEST_QUERY].strip()  # NFKC can lengthen: one ligature may become eighteen letters
