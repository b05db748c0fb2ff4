"""Errors a person may read. Services raise them; `core.web.middleware` turns what a view did not catch into a page."""


class Refused(Exception):
    """The request cannot be done. `str(error)` is a plain sentence for the person who asked.

    Args:
        message: what went wrong and what to do, without any text the person typed.
        field: name of the form field it concerns, or "" for the whole form.
    """

    status = 400

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(message)
        self.field = field


class NotAllowed(Refused):
    """The person may know the thing exists but may not do this to it."""

    status = 403


class Stale(Refused):
    """Somebody else acted first (lost claim, changed revision). Reload and look again."""

    status = 409
