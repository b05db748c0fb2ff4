"""Other names for what was typed: abbreviations, everyday names, spellings on either side of the Atlantic.

They widen the question in the app, never in the index: every one is shown ("also searched: …") and can be switched off.
An abbreviation with several meanings follows the specialty that is searched; otherwise all its meanings count and the
person is offered the choice.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from search import words
from search.language.names import Name, key, names
from search.query import Query, Term

WIDEST = 6  # terms one name may span
MOST_OF_A_NAME, MOST_OF_A_QUERY = 5, 24


@dataclass(frozen=True)
class Expanded:
    """One other name for neighbouring terms. `kind` as in `Name`; `short` is the abbreviation it explains, if it does."""

    of: tuple[Term, ...]
    text: str
    kind: str
    short: str = ""

    @property
    def typed(self) -> str:
        """What it stands for, as typed."""
        return " ".join(term.text for term in self.of)


@dataclass(frozen=True)
class Choice:
    """An abbreviation with several meanings, the usual one first; `chosen` is the one decided on, or ""."""

    form: str
    meanings: tuple[str, ...]
    chosen: str = ""


@dataclass(frozen=True)
class Understanding:
    """What else is searched, what the person switched off, and what they may choose between."""

    expanded: tuple[Expanded, ...] = ()
    left_out: tuple[Expanded, ...] = ()
    choices: tuple[Choice, ...] = ()


@dataclass
class _Found:
    expanded: list[Expanded] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)


def understand(
    query: Query, chosen: Mapping[str, str] | None = None, left_out: frozenset[str] = frozenset(), specialty: str = ""
) -> Understanding:
    """Look every term of the query and every run of neighbouring terms up in the list of names.

    Args:
        chosen: abbreviation to the meaning the person chose.
        left_out: other names they do not want searched.
        specialty: slug; decides between meanings where no choice was made.
    """
    found = _Found()
    specialty = specialty or next((item.value for item in query.filters if item.field == "specialty"), "")
    for span in _spans(query):
        typed = " ".join(term.text for term in span)
        candidates = [name for name in names().get(key(typed), []) if _applies(name, typed)]
        meanings, others = _split(candidates)
        form = meanings[0].form if meanings else ""
        if len(meanings) > 1:
            choice = _decided(form, meanings, (chosen or {}).get(form, ""), specialty)
            found.choices.append(choice)
            meanings = [name for name in meanings if choice.chosen in ("", name.text)]
        others += _short_forms(others)
        found.expanded += [
            Expanded(span, name.text, name.kind, "" if name.is_short else name.form)
            for name in _differing(typed, [*meanings, *others])[:MOST_OF_A_NAME]
        ]
    kept = [item for item in found.expanded if item.text not in left_out][:MOST_OF_A_QUERY]
    dropped = [item for item in found.expanded if item.text in left_out]
    return Understanding(tuple(kept), tuple(dropped), tuple(dict.fromkeys(found.choices)))


def _spans(query: Query) -> Iterator[tuple[Term, ...]]:
    """Runs of neighbouring words that have an entry, the widest first and none inside another but single words."""
    nodes = [node for node in query.should if isinstance(node, Term) and node.kind == "word"]
    terms = [term for term in nodes if term.text.lower() not in words.EMPTY_WORDS or term.text[1:].isupper()]
    at = 0
    while at < len(terms):
        for width in range(min(WIDEST, len(terms) - at), 0, -1):
            span = tuple(terms[at : at + width])
            if key(" ".join(term.text for term in span)) in names():
                yield span
                at += width - 1
                break
        at += 1


def _applies(name: Name, typed: str) -> bool:
    """An abbreviation that is an English word counts only in capitals: AS is not as, ALL is not all. A letter is no name."""
    return len(typed) > 1 and (name.is_short or name.kind != "cased" or typed == name.form)


def _split(candidates: list[Name]) -> tuple[list[Name], list[Name]]:
    """Meanings of an abbreviation, each once, and all other names."""
    meanings = {name.text: name for name in candidates if name.form and not name.is_short}
    return list(meanings.values()), [name for name in candidates if not name.form or name.is_short]


def _short_forms(others: list[Name]) -> list[Name]:
    """Abbreviations of the clinical name behind an everyday one: heart attack, myocardial infarction, MI."""
    behind = [name for name in others if name.kind == "lay"]
    return [short for name in behind for short in names().get(key(name.text), []) if short.is_short]


def _decided(form: str, meanings: list[Name], chosen: str, specialty: str) -> Choice:
    texts = tuple(name.text for name in meanings)
    if chosen not in texts:
        fitting = [name.text for name in meanings if specialty and name.specialty == specialty]
        chosen = fitting[0] if len(fitting) == 1 else ""
    return Choice(form, texts, chosen)


def _differing(typed: str, candidates: list[Name]) -> list[Name]:
    """Each other name once, without those that stem to what was typed anyway."""
    seen = {tuple(words.stems(typed))}
    different = []
    for name in candidates:
        stems = tuple(words.stems(name.text))
        if stems not in seen:
            seen.add(stems)
            different.append(name)
    return different
