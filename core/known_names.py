"""Names taken out of a discussion are recognised when they come again, though none of them is kept.

"Give Priyanka fluids" holds no cue that Priyanka is a person; the case that said "Ms Priyanka Rao" did. What is kept is a
keyed digest of each part of a name (HMAC-SHA256 under the site's secret and the discussion), cut to 64 bits: it recognises a
word somebody types, and cannot be turned back into one without the secret.
"""

from collections.abc import Collection, Iterable

from django.utils.crypto import salted_hmac

from scrubber import name_parts

DIGITS = 16  # hexadecimal
MOST = 400  # digests a discussion keeps, the latest


def digests(names: Iterable[str], *, discussion: str) -> list[str]:
    """What is kept of `names`, which themselves must not be stored or logged; `discussion` is a key such as "case:7"."""
    return [_digest(part, discussion) for part in _parts(names)]


def recognised(text: str, known: Collection[str], *, discussion: str) -> tuple[str, ...]:
    """The words of `text` that are parts of names behind the `known` digests; for the scrubber only."""
    if not known:
        return ()
    held = frozenset(known)
    return tuple(part for part in _parts([text]) if _digest(part, discussion) in held)


def together(known: Iterable[str], more: Iterable[str]) -> list[str]:
    """Digests of both, each once, the latest `MOST`."""
    return list(dict.fromkeys([*known, *more]))[-MOST:]


def _parts(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(part.casefold() for text in texts for part in name_parts(text)))


def _digest(part: str, discussion: str) -> str:
    return salted_hmac(f"known names of {discussion}", part, algorithm="sha256").hexdigest()[:DIGITS]
