"""The one door through which a member's words enter the forum."""

from collections import Counter
from collections.abc import Mapping
from typing import Any, NamedTuple

from community.addressing import scrub_but_colleagues
from community.models import Topic
from core.errors import Refused
from core.known_names import recognised
from core.scrubbing import assess_risk, scrub
from scrubber import Verdict

CATEGORY_WORDS = {
    "MRN": "record number",
    "SSN": "social security number",
    "IP": "internet address",
    "URL": "web address",
    "ID": "identifying number",
}


class SafeText(NamedTuple):
    """Scrubbed text and what was done to it (counts and categories, never the words).

    `names` are the words taken out that name people: for `core.known_names` only, never stored.
    """

    text: str
    receipt: dict[str, Any]
    names: tuple[str, ...] = ()


def safe_text(text: str, *, field: str, longest: int, topic: Topic | None = None) -> SafeText:
    """Scrub what a person typed, before anything is stored.

    Args:
        text: as typed; the caller must not store, log or pass it on.
        field: form field the refusal belongs to.
        longest: in characters, of the text as typed and of the result.
        topic: where it will stand; names taken out there before are taken out again, with or without a cue.

    Raises:
        Refused: empty, too long, or not to be made safe (the message names the categories, never the words).
    """
    text = text.replace("\x00", "").strip()
    if not text:
        raise Refused("Write something first.", field=field)
    if len(text) > longest:
        raise Refused(f"This is too long: at most {longest:,} characters.", field=field)
    known = recognised(text, topic.known_names, discussion=topic.discussion) if topic else ()
    result = scrub_but_colleagues(text, lambda held: scrub(held, known_names=known))
    if result.verdict == Verdict.BLOCKED:
        found = sorted({finding.category for finding in (*result.findings, *result.doubtful)})
        named = ", ".join(category_words(category) for category in found) or "something that identifies a person"
        raise Refused(
            f"We could not make this text safe. It seems to hold: {named}. "
            "Nothing was stored. Take it out and send it again.",
            field=field,
        )
    counts = Counter(finding.category for finding in result.findings)
    return SafeText(
        result.text.strip()[:longest],
        {
            "verdict": str(result.verdict),
            "counts": dict(sorted(counts.items())),
            "doubts": len(result.doubtful),
            "scrubber": result.receipt(),
        },
        result.names,
    )


def risk_of(text: str, *, context: Mapping[str, str]) -> dict[str, Any]:
    """What safe text gives away together with what its author said before in the same place (`context`).

    Places are those of `text`; the answer holds no words. `requires_review` only when `text` itself adds a detail.
    """
    risk = assess_risk({**context, "text": text})
    own = [factor for factor in risk.factors if factor.field == "text"]
    return {
        "level": risk.level,
        "score": round(risk.score, 3),
        "people": risk.people_words,
        "requires_review": risk.requires_review and bool(own),
        "factors": [{"kind": f.kind, "why": f.why, "start": f.start, "end": f.end} for f in own],
    }


def redaction_notice(receipt: dict[str, Any]) -> str:
    """What the author is told after posting, e.g. "We removed 2 identifiers: name, phone." Empty when all is well."""
    counts = receipt.get("counts", {})
    total = sum(counts.values())
    said = []
    if total:
        noun = "identifier" if total == 1 else "identifiers"
        said.append(f"We removed {total} {noun}: {', '.join(category_words(category) for category in counts)}.")
    risk = receipt.get("risk", {})
    if risk.get("requires_review"):
        kinds = ", ".join(dict.fromkeys(factor["kind"] for factor in risk["factors"]))
        said.append(
            f"It may still point to one person ({kinds}): it seems to fit {risk['people']}. A moderator will look at it. "
            "You can edit it and say it more broadly."
        )
    return " ".join(said)


def category_words(category: str) -> str:
    """A category as a physician reads it."""
    return CATEGORY_WORDS.get(category, category.replace("_", " ").lower())
