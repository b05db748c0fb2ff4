"""Names colleagues see. Made up when none is given, so that an e-mail address never becomes a handle."""

import re
import secrets

from core.errors import Refused
from core.scrubbing import scrub

RESERVED = {"admin", "consilium", "moderator", "registrar", "staff", "support", "system"}
SHAPE = re.compile(r"[a-z][a-z0-9-]{2,29}")
_FIRST = "amber brisk calm clear deft eager fair gentle keen lucid mellow noble patient quiet steady swift".split()
_SECOND = "ash birch cedar elm fern hazel heron kestrel lark maple otter plover robin tern wren yew".split()


def check_handle(handle: str) -> str:
    """The handle in lower case.

    Raises:
        Refused: field "handle"; wrong shape, reserved, or made of an identifier such as a phone number.
    """
    handle = handle.strip().lower()
    if not SHAPE.fullmatch(handle):
        raise Refused("Use 3 to 30 letters, digits or hyphens, starting with a letter.", field="handle")
    if handle in RESERVED:
        raise Refused("This name is reserved.", field="handle")
    if any(_has_digit(handle[finding.start : finding.end]) for finding in scrub(handle).findings):
        raise Refused("This looks like a number or address that identifies someone. Choose another.", field="handle")
    return handle


def _has_digit(part: str) -> bool:
    """A handle is words the member chose to be known by; it is numbers that identify (a phone, a record, a birth date)."""
    return any(char.isdigit() for char in part)


def made_up_handle() -> str:
    """Three parts, e.g. "calm-otter-4821"."""
    return f"{secrets.choice(_FIRST)}-{secrets.choice(_SECOND)}-{secrets.randbelow(9000) + 1000}"
