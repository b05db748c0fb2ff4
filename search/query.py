"""The query language: text to a syntax tree, the same for both engines.

Words are ranked OR; `"exact phrase"`, `-x`, `a OR b`, parentheses to depth 5, `word*` and `name:value` filters, each of
which can be negated. What cannot be understood becomes a visible notice and is searched as text; parsing never fails.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date

from search.filters import FILTERS, Filter, FilterError

MOST_TERMS = 48
DEEPEST = 5
LONGEST_QUERY = 1000
SORTS = ("relevance", "new", "active")

_TOKEN = re.compile(
    r'(?P<open>-?\()|(?P<close>\))|(?P<minus>-)?(?:(?P<name>[a-z]+):(?P<quoted>"[^"]*"|[^\s()"]+)|"(?P<phrase>[^"]*)"?'
    r"|(?P<word>[^\s()\"]+))"
)


@dataclass(frozen=True)
class Term:
    """One word, exact phrase or prefix; `kind` is word, phrase or prefix."""

    text: str
    kind: str = "word"


@dataclass
class Group:
    """Alternatives in parentheses or joined by OR: at least one of `should` must match, none of `without`."""

    should: list["Node"] = field(default_factory=list)
    without: list["Node"] = field(default_factory=list)


Node = Term | Group


@dataclass
class Query:
    """What a person asked.

    Attributes:
        should: terms and groups that rank; at least one must match when there are any.
        without: terms and groups that must not match.
        filters: conditions that every hit meets.
        scope: "" for everything, or "title" or "outcome".
        sort: one of `SORTS`.
        notices: sentences about what was not understood.
    """

    text: str = ""
    should: list[Node] = field(default_factory=list)
    without: list[Node] = field(default_factory=list)
    filters: list[Filter] = field(default_factory=list)
    scope: str = ""
    sort: str = "relevance"
    notices: list[str] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Nothing to look for, not even a filter."""
        return not (self.should or self.without or self.filters)

    def words(self) -> list[str]:
        """Every positive word and phrase, for highlighting."""
        return [term.text for term in _terms(self.should)]


def parse(text: str, *, today: date | None = None) -> Query:
    """Read a query. Never raises: what is wrong becomes a notice."""
    query = Query(text=_clean(text))
    if len(text) > LONGEST_QUERY:
        query.notices.append(f"Only the first {LONGEST_QUERY} characters were used.")
    _Parser(query, today or date.today()).run()
    return query


class _Parser:
    def __init__(self, query: Query, today: date) -> None:
        self.query = query
        self.today = today
        self.count = 0
        self.stack: list[tuple[Group, bool]] = []
        self.alternative = False

    def run(self) -> None:
        for match in _TOKEN.finditer(self.query.text):
            if self.count >= MOST_TERMS:
                self.query.notices.append(f"Only the first {MOST_TERMS} terms were used.")
                break
            self._take(match)
        while self.stack:
            self._close()

    def _take(self, match: re.Match[str]) -> None:
        if match["open"]:
            self._open(match["open"].startswith("-"))
        elif match["close"]:
            if self.stack:
                self._close()
        elif match["name"]:
            self._filter(match)
        elif match["phrase"] is not None:
            self._term(match["phrase"].strip(), "phrase", bool(match["minus"]))
        elif match["word"] == "OR":
            self.alternative = True
        else:
            self._word(match["word"], bool(match["minus"]))

    def _open(self, negated: bool) -> None:
        if len(self.stack) >= DEEPEST:
            self._notice(f"Parentheses deeper than {DEEPEST} were ignored.")
            return
        self.stack.append((Group(), negated))

    def _close(self) -> None:
        group, negated = self.stack.pop()
        if group.should or group.without:
            self._add(group, negated)

    def _word(self, word: str, negated: bool) -> None:
        if word.endswith("*") and len(word.rstrip("*")) >= 2:
            self._term(word.rstrip("*"), "prefix", negated)
        else:
            self._term(word.replace("*", ""), "word", negated)

    def _term(self, text: str, kind: str, negated: bool) -> None:
        if not any(character.isalnum() for character in text):
            return
        self.count += 1
        self._add(Term(text, kind), negated)

    def _add(self, node: Node, negated: bool) -> None:
        target = self.stack[-1][0] if self.stack else self.query
        if negated:
            target.without.append(node)
        elif self.alternative and target.should:
            before = target.should.pop()
            joined = before if isinstance(before, Group) and not before.without else Group([before])
            joined.should.append(node)
            target.should.append(joined)
        else:
            target.should.append(node)
        self.alternative = False

    def _filter(self, match: re.Match[str]) -> None:
        name, value = match["name"], match["quoted"].strip('"').strip()
        negated = bool(match["minus"])
        self.count += 1
        if name == "sort" and value in SORTS:
            self.query.sort = value
        elif name == "in" and value in {"title", "outcome"}:
            self.query.scope = value
        elif name in FILTERS:
            try:
                self.query.filters.append(FILTERS[name](value, negated, self.today))
            except FilterError as error:
                self._as_text(match, f"{name}:{value} was searched as text: {error}")
        elif name in {"sort", "in"}:
            choices = ", ".join(SORTS) if name == "sort" else "title, outcome"
            self._as_text(match, f"{name}:{value} was searched as text: choose one of {choices}.")
        else:
            self._as_text(match, f"“{name}:” is not a filter here; it was searched as text.")

    def _as_text(self, match: re.Match[str], notice: str) -> None:
        self._notice(notice)
        self._term(f"{match['name']} {match['quoted']}".replace('"', ""), "phrase", bool(match["minus"]))

    def _notice(self, notice: str) -> None:
        if notice not in self.query.notices:
            self.query.notices.append(notice[:200])


def _terms(nodes: list[Node]) -> list[Term]:
    found: list[Term] = []
    for node in nodes:
        found += [node] if isinstance(node, Term) else _terms(node.should)
    return found


def _clean(text: str) -> str:
    """NFKC, straight quotes, no control characters, cut at the limit."""
    text = unicodedata.normalize("NFKC", text[:LONGEST_QUERY]).translate({0x201C: '"', 0x201D: '"', 0x201E: '"'})
    return "".join(" " if unicodedata.category(character).startswith("C") else character for character in text).strip()
