"""The front door: the landing page for visitors, the home page for members."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from core.web.access import open_to_anyone


@open_to_anyone
def home(request: HttpRequest) -> HttpResponse:
    """Landing page, the person's own verification, or what needs the member."""
    if not request.user.is_authenticated:
        return render(request, "landing.html")
    if not request.user.is_member:
        return redirect("registrar:queue" if request.user.is_registrar else "verification:status")
    return render(request, "home.html", {})
