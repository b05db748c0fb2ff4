"""Words people type here pass the scrubber before they are stored or sent."""

from core.errors import Refused
from scrubber import Verdict, scrub

LONGEST = 2000


def scrubbed(text: str, *, field: str, longest: int = LONGEST) -> str:
    """The safe text.

    Raises:
        Refused: on `field`, when it cannot be made safe or is too long; the categories are named, never the words.
    """
    result = scrub(text.strip())
    if result.verdict == Verdict.BLOCKED:
        kinds = sorted({finding.category.lower().replace("_", " ") for finding in result.findings})
        found = f" ({', '.join(kinds)})" if kinds else ""
        raise Refused(f"This may identify a person{found}. Say it without.", field=field)
    if len(result.text) > longest:
        raise Refused(f"Keep it under {longest} characters.", field=field)
    return result.text
