"""The URL is the query: what a search page was asked, and the addresses of the same page asked a little differently.

q: the question. after: cursor. names=off: no other names. not: a name left out (many). as: "PE:pulmonary embolism" (many).
meaning=off: words alone.
"""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict

from search.query import LONGEST_QUERY
from search.ranking import Options

MOST_SWITCHES = 20


@dataclass(frozen=True)
class Address:
    """A search page's parameters."""

    q: str = ""
    after: str = ""
    left_out: tuple[str, ...] = ()
    chosen: tuple[tuple[str, str], ...] = ()
    names: bool = True
    meaning: bool = True

    @classmethod
    def read(cls, parameters: QueryDict) -> "Address":
        """From a request; what is odd is ignored."""
        pairs = [value.split(":", 1) for value in parameters.getlist("as")[:MOST_SWITCHES] if ":" in value]
        return cls(
            parameters.get("q", "")[: LONGEST_QUERY + 1],
            parameters.get("after", "")[:200],
            tuple(parameters.getlist("not")[:MOST_SWITCHES]),
            tuple((form, meaning) for form, meaning in pairs),
            parameters.get("names") != "off",
            parameters.get("meaning") != "off",
        )

    def options(self, *, specialty: str = "") -> Options:
        """How to answer it."""
        return Options(self.names, self.meaning, dict(self.chosen), frozenset(self.left_out), specialty)

    def url(self, **changes: object) -> str:
        """The address of this page with some things changed, from its first page unless `after` is among them."""
        other = replace(self, **{"after": "", **changes})
        pairs = [("q", other.q)]
        pairs += [("not", name) for name in other.left_out]
        pairs += [("as", f"{form}:{meaning}") for form, meaning in other.chosen]
        pairs += [("names", "off")] * (not other.names) + [("meaning", "off")] * (not other.meaning)
        pairs += [("after", other.after)] * bool(other.after)
        return f"?{urlencode(pairs)}"

    def without(self, name: str) -> str:
        """One other name less."""
        return self.url(left_out=(*self.left_out, name))

    def with_again(self, name: str) -> str:
        """A name that was left out is searched again."""
        return self.url(left_out=tuple(other for other in self.left_out if other != name))

    def choosing(self, form: str, meaning: str) -> str:
        """An abbreviation means this; "" for any of its meanings."""
        kept = tuple(pair for pair in self.chosen if pair[0] != form)
        return self.url(chosen=(*kept, (form, meaning)) if meaning else kept)

    def toggled(self, term: str, *, is_set: bool) -> str:
        """A filter more or less in the question."""
        words = [word for word in self.q.split() if word != term]
        return self.url(q=" ".join(words if is_set else [*words, term]))
