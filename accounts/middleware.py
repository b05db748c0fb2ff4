"""Enforces the access mark of every view. Closed unless opened."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts.second_factor import is_missing
from core.web.access import Access, access_of

# allauth's own pages decide for themselves; they hold no community content.
ALLAUTH_PREFIX = "accounts/"


class AccessMiddleware:
    """Anonymous visitors go to sign-in, unfinished members to their verification, the rest get 403."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        route = request.resolver_match.route if request.resolver_match else ""
        access = Access.ANYONE if route.startswith(ALLAUTH_PREFIX) else access_of(view)
        if access is Access.ANYONE:
            return None
        user = request.user
        if not user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if access is Access.SIGNED_IN:
            return None
        if access is Access.REGISTRAR:
            return _staff_only(request, user.is_registrar and user.suspended_at is None)
        if not user.is_member:
            return redirect("verification:status")
        return _staff_only(request, user.is_moderator) if access is Access.MODERATOR else None


def _staff_only(request: HttpRequest, allowed: bool) -> HttpResponse | None:
    if not allowed:
        raise PermissionDenied
    if is_missing(request.user):
        messages.warning(request, "Your role needs a second factor. Set it up once; then you can go on.")
        return redirect("mfa_index")
    return None
