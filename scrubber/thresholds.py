"""How likely a word must be an identifier to be taken for one: by its type, and by the company it keeps.

A text that surely holds identifiers is about somebody, and holds more of them; where nothing is sure, what merely looks
like one seldom is. So the same probability means different things in the two, and the limits follow.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

#: the lowest probability of being an identifier at which a word of that type is taken; the rest is doubt
THRESHOLD: Mapping[str, float] = {
    "NAME": 0.1,
    "DATE": 0.18,
    "ID": 0.12,
    "PHONE": 0.12,
    "WEB": 0.06,
    "PLACE": 0.05,
    "HOSP": 0.05,
    "WORK": 0.07,
    "ROOM": 0.4,
    "AGE": 0.4,
}
#: this many words this sure are company
COMPANY, CERTAIN = 2, 0.95
#: no word this sure, in a text of at least so many words, and it is probably about nobody; a short message has no room for company
LIKELY, LONG = 0.9, 40
#: share of the limits in company, and when alone. Chosen on the corpora that may be read: there the lower limits took away a sixth
#: of the leaks and added no word in texts without identifiers, and the higher ones left out a fifth of those and one identifier
IN_COMPANY, ALONE = 0.3, 4.0
#: the highest of the raised limits
_HIGHEST = 0.5
#: probability below which no limit lies
LEAST = 0.04 * IN_COMPANY

_USUAL = THRESHOLD
_IN_COMPANY = {label: limit * IN_COMPANY for label, limit in THRESHOLD.items()}
_ALONE = {label: max(limit, min(limit * ALONE, _HIGHEST)) for label, limit in THRESHOLD.items()}


def limits(probabilities: Iterable[float], words: int) -> Mapping[str, float]:
    """The limit of each type in a text of so many ``words``, whose words have these ``probabilities`` of being inside an identifier."""
    sure = sorted(probabilities, reverse=True)[:COMPANY]
    if len(sure) == COMPANY and sure[-1] >= CERTAIN:
        return _IN_COMPANY
    return _ALONE if words >= LONG and (not sure or sure[0] < LIKELY) else _USUAL


def scaled(probability: float, limit: float) -> float:
    """A score that crosses 0.5 exactly at the limit, so that policy thresholds mean the same everywhere."""
    return 0.5 + 0.5 * (probability - limit) / (1 - limit) if probability >= limit else 0.5 * probability / limit
