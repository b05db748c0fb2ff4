"""A question in the terms both engines share: fields, words, phrases, conditions. Each engine only translates it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from search import words
from search.engines.base import Ask, Expansion
from search.filters import Filter
from search.query import Group, Node, Query, Term

# Fields of words. `text` holds the title twice, the body and the outcome: BM25F with weight 2, in any engine.
TEXT, CODES, PLAIN = "text", "codes", "_plain"
ALL_WORDS_LIFT = 0.5  # share of its score that a document with all words gains
PHRASE_BOOST = 1.5
CODE_BOOST = 1.0
LONGEST_LIFTED = 12  # words; a longer question has no document with all of them


@dataclass(frozen=True)
class Word:
    """A plain word in a field; fields not ending in `_plain` match it stemmed."""

    field: str
    word: str


@dataclass(frozen=True)
class Phrase:
    """Words one after the other."""

    field: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Prefix:
    """A beginning of a word, in a `_plain` field. Every match scores 1."""

    field: str
    start: str


@dataclass(frozen=True)
class Is:
    """An exact field with one of the values. Scores nothing."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Between:
    """A number field: low ≤ value < high. Scores nothing."""

    field: str
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True)
class AnyOf:
    """At least one; the scores add up. Without clauses: nothing."""

    clauses: tuple["Clause", ...]


@dataclass(frozen=True)
class AllOf:
    """All, and none of `without`; the scores add up. Without clauses: everything but `without`."""

    clauses: tuple["Clause", ...]
    without: tuple["Clause", ...] = ()


@dataclass(frozen=True)
class Best:
    """At least one; the best score counts."""

    clauses: tuple["Clause", ...]


@dataclass(frozen=True)
class Scaled:
    """The score times a factor."""

    clause: "Clause"
    factor: float


Clause = Word | Phrase | Prefix | Is | Between | AnyOf | AllOf | Best | Scaled
NOTHING = AnyOf(())


@dataclass(frozen=True)
class Plan:
    """What to run: `ranked` scores and must match (None: everything matches), `conditions` must, `without` must not.

    `order`: "" by score, or a number field, largest first.
    """

    ranked: Clause | None
    conditions: tuple[Clause, ...] = ()
    without: tuple[Clause, ...] = ()
    order: str = ""


def plan(ask: Ask) -> Plan:
    """Plan a question, with the audience as the first condition."""
    query, compiled = ask.query, _Compiler(ask)
    conditions: list[Clause] = [Is("audience", ask.audience)]
    if ask.only:
        conditions.append(Is("id", ask.only))
    conditions += [compiled.node(item) for item in (*query.filters, *query.conditions) if not _negated(item)]
    without = [compiled.positive(item) for item in query.filters if item.negated]
    without += [compiled.node(node) for node in query.without]
    if query.scope and query.scope_negated:
        without += [_term(term, query.scope) for term in query.terms()]
    order = {"new": "updated", "active": "active"}.get(query.sort, "")
    return Plan(compiled.ranked(), tuple(conditions), tuple(without), order)


def plan_titles(typed: str, audience: Sequence[str], kinds: Sequence[str]) -> Plan:
    """Titles that hold every typed word, the last one as a beginning."""
    typed_words = words.tokens(typed)
    if not typed_words:
        return Plan(NOTHING)
    *whole, last = typed_words
    clauses = (*(Prefix("title_plain", word) for word in whole), Prefix("title_plain", last))
    conditions = (Is("audience", tuple(audience)), Is("kind", tuple(kinds)), *clauses)
    return Plan(None, conditions, order="active")


def plan_around(audience: Sequence[str], kinds: Sequence[str], leave_out: Sequence[str]) -> Plan:
    """Everything of some kinds but the ids to leave out: where similar documents are looked for."""
    conditions: tuple[Clause, ...] = (Is("audience", tuple(audience)),)
    conditions += (Is("kind", tuple(kinds)),) if kinds else ()
    return Plan(None, conditions, (Is("id", tuple(leave_out)),) if leave_out else ())


def seconds(moment: datetime) -> int:
    """A time as both engines store it."""
    return int(moment.timestamp())


class _Compiler:
    def __init__(self, ask: Ask) -> None:
        self.ask = ask
        self.scope = "" if ask.query.scope_negated else ask.query.scope

    def ranked(self) -> Clause | None:
        query = self.ask.query
        nodes = _telling(query)
        if not nodes:
            return None
        clauses = self._expanded(nodes)
        spans = [Word(CODES, code) for code in _codes_of_neighbours(nodes)] if not self.scope else []
        everything: tuple[Clause, ...] = ()
        if 1 < len(clauses) <= LONGEST_LIFTED:
            everything = (Scaled(AllOf(tuple(clauses)), ALL_WORDS_LIFT),)
        return AnyOf((*clauses, *spans, *everything)) if len(clauses) + len(spans) > 1 else clauses[0]

    def _expanded(self, nodes: list[Node]) -> list[Clause]:
        """A clause a node; nodes that an expansion stands for together share one."""
        clauses, at = [], 0
        while at < len(nodes):
            here = [item for item in self.ask.expansions if _starts(item, nodes, at)]
            width = max((len(item.of) for item in here), default=1)
            original = [self._with_expansions(node, here) for node in nodes[at : at + width]]
            wide = [_expansion(item, self.scope) for item in here if len(item.of) == width > 1]
            clauses += [Best((AnyOf(tuple(original)), *wide))] if wide else original
            at += width
        return clauses

    def _with_expansions(self, node: Node, among: list[Expansion]) -> Clause:
        # Expansions of this very term, also of one inside a wider span.
        others = [item for item in self.ask.expansions if item.of == (node,)]
        found = self.node(node)
        return Best((found, *(_expansion(item, self.scope) for item in others))) if others else found

    def node(self, node: Node) -> Clause:
        if isinstance(node, Term):
            return _term(node, self.scope)
        if isinstance(node, Filter):
            return AllOf((), (self.positive(node),)) if node.negated else self.positive(node)
        return self._group(node)

    def _group(self, group: Group) -> Clause:
        clauses: list[Clause] = [self.node(child) for child in group.filters]
        if group.should:
            children = [
                self._with_expansions(child, []) if isinstance(child, Term) else self.node(child)
                for child in group.should
            ]
            clauses.append(AnyOf(tuple(children)))
        return AllOf(tuple(clauses), tuple(self.node(child) for child in group.without))

    def positive(self, condition: Filter) -> Clause:
        """The condition itself, whatever its sign."""
        if condition.field == "viewer" and condition.value == "mine":
            return Is("author", (self.ask.handle,)) if self.ask.handle else NOTHING
        if condition.field == "viewer":
            topics = tuple(sorted(self.ask.topics.get(condition.value, ())))
            return Is("topic", topics) if topics else NOTHING
        if condition.operator == "is":
            return Is(condition.field, (condition.value,))
        if condition.field == "updated":
            value = seconds(datetime.fromisoformat(condition.value).replace(tzinfo=UTC))
        else:
            value = int(condition.value)
        low, high = (value, None) if condition.operator == "from" else (None, value)
        return Between(condition.field, low, high)


def _telling(query: Query) -> list[Node]:
    """What ranks: empty words only when there is nothing else."""
    telling = [node for node in query.should if not (isinstance(node, Term) and _is_empty_word(node))]
    return telling or query.should


def _is_empty_word(term: Term) -> bool:
    # IT, WHO, AS in capitals are abbreviations here.
    return term.kind == "word" and term.text.lower() in words.EMPTY_WORDS and not term.text[1:].isupper()


def _term(term: Term, scope: str) -> Clause:
    shape: Callable[[Term, tuple[str, ...], str], Clause] = {"phrase": _phrase, "prefix": _prefix}.get(term.kind, _word)
    found = tuple(words.tokens(term.text))
    return shape(term, found, scope or TEXT) if found else NOTHING


def _word(term: Term, found: tuple[str, ...], field: str) -> Clause:
    stemmed = _together(found, field)
    code = words.code_of(term.text) if field == TEXT else ""
    return Best((stemmed, Scaled(Word(CODES, code), CODE_BOOST))) if code else stemmed


def _phrase(term: Term, found: tuple[str, ...], field: str) -> Clause:
    exact = Scaled(_together(found, field + PLAIN), PHRASE_BOOST)
    code = words.code_of(term.text) if field == TEXT else ""
    return Best((exact, Scaled(Word(CODES, code), CODE_BOOST))) if code else exact


def _prefix(term: Term, found: tuple[str, ...], field: str) -> Clause:
    *whole, start = found
    begins = Prefix(field + PLAIN, start)
    return AllOf((*(Word(field + PLAIN, word) for word in whole), begins)) if whole else begins


def _together(found: tuple[str, ...], field: str) -> Clause:
    return Word(field, found[0]) if len(found) == 1 else Phrase(field, found)


def _expansion(item: Expansion, scope: str) -> Clause:
    found = tuple(words.tokens(item.text))
    return Scaled(_together(found, scope or TEXT), item.weight) if found else NOTHING


def _starts(item: Expansion, nodes: list[Node], at: int) -> bool:
    return tuple(nodes[at : at + len(item.of)]) == item.of


def _codes_of_neighbours(nodes: list[Node]) -> list[str]:
    """Codes written as several words: "Hb A1c", "5 mg/kg"."""
    found = set()
    for start in range(len(nodes)):
        for end in range(start + 2, min(start + words.WIDEST_CODE, len(nodes)) + 1):
            inside = nodes[start:end]
            if all(isinstance(node, Term) and node.kind == "word" for node in inside):
                found.add(words.code_of(" ".join(node.text for node in inside if isinstance(node, Term))))
    return sorted(found - {""})


def _negated(item: Filter | Group) -> bool:
    return isinstance(item, Filter) and item.negated
