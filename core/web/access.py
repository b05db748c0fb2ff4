"""Who a view is open to: a mark enforced by `accounts.middleware`. A view without a mark is for members."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])


class Access(StrEnum):
    """The five doors of the product, from open to narrow."""

    ANYONE = "anyone"
    SIGNED_IN = "signed in"
    MEMBER = "member"
    MODERATOR = "moderator"
    REGISTRAR = "registrar"


def _marked(access: Access) -> Callable[[View], View]:
    def mark(view: View) -> View:
        view.access = access
        return view

    return mark


open_to_anyone = _marked(Access.ANYONE)
signed_in_required = _marked(Access.SIGNED_IN)
member_required = _marked(Access.MEMBER)
moderator_required = _marked(Access.MODERATOR)
registrar_required = _marked(Access.REGISTRAR)


def access_of(view: Callable[..., Any]) -> Access:
    """The mark of a view; closed (members only) where nobody opened it."""
    return getattr(view, "access", Access.MEMBER)
