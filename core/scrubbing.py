"""The scrubber as this site wants it. Product code calls it here, so that no text can pass under a weaker policy."""

from collections.abc import Collection, Mapping, Sequence

from django.conf import settings

import scrubber
from core.errors import Refused
from core.web.words import kind_words
from scrubber import DEFAULT_POLICY, Operator, Policy, RiskAssessment, ScrubResult, Verdict

LONGEST_WORDS = 2000


def site_policy() -> Policy:
    """The default policy, tightened by `settings.SCRUB_POLICY`.

    Raises:
        LooserPolicy: when any value there is weaker than Safe Harbor's default; the product does not start then.
    """
    wanted = dict(settings.SCRUB_POLICY)
    operators = {category: Operator[name] for category, name in wanted.pop("operators", {}).items()}
    return DEFAULT_POLICY.tightened(operators=operators, **wanted)


def scrub(text: str, *, known_names: Sequence[str] = ()) -> ScrubResult:
    """One text; see `scrubber.scrub`."""
    return scrubber.scrub(text, policy=site_policy(), known_names=known_names)


def scrub_fields(
    fields: Mapping[str, str], *, must_hide: Sequence[str] = (), known_names: Sequence[str] = ()
) -> dict[str, ScrubResult]:
    """The fields of one document; see `scrubber.scrub_fields`."""
    return scrubber.scrub_fields(fields, must_hide=must_hide, known_names=known_names, policy=site_policy())


def assess_risk(
    fields: Mapping[str, str], *, age: int | None = None, sex: str | None = None, guesses: Collection[str] = ()
) -> RiskAssessment:
    """What scrubbed fields still give away in combination; see `scrubber.assess_risk`."""
    return scrubber.assess_risk(fields, age=age, sex=sex, guesses=guesses, policy=site_policy())


def scrubbed(text: str, *, field: str, longest: int = LONGEST_WORDS) -> str:
    """A short text people write beside content (a note, a rationale, a description), safe to store.

    Raises:
        Refused: on `field`, when it cannot be made safe or is too long; the kinds are named, never the words.
    """
    result = scrub(text.replace("\x00", "").strip())
    if result.verdict == Verdict.BLOCKED:
        kinds = ", ".join(sorted({kind_words(finding.category) for finding in result.findings}))
        raise Refused(f"This may identify a person{f' ({kinds})' if kinds else ''}. Say it without.", field=field)
    if len(result.text) > longest:
        raise Refused(f"Keep it under {longest} characters.", field=field)
    return result.text
