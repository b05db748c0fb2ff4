"""Health, the styleguide, the developer's mail page and the error pages."""

import email
import email.policy
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import mail
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from core.web import samples
from core.web.access import open_to_anyone


@open_to_anyone
def healthz(request: HttpRequest) -> HttpResponse:
    """200 once the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})


@open_to_anyone
def styleguide(request: HttpRequest) -> HttpResponse:
    """Every component in every state."""
    return render(request, "styleguide.html", samples.styleguide())


@open_to_anyone
def dev_mail(request: HttpRequest) -> HttpResponse:
    """Mails the embedded mode wrote to disk, newest first, so that a sign-up code can be read without a mail server.

    Only routed where `DEV_MAIL_PAGE` is on, which production settings forbid.
    """
    messages = [_readable(message) for message in _written_mails()]
    return render(request, "web/dev_mail.html", {"mails": messages[:30]})


def _written_mails() -> list[Any]:
    if hasattr(mail, "outbox"):
        return [message.message() for message in reversed(mail.outbox)]
    folder = Path(settings.MAIL_DIR)
    files = sorted(folder.glob("*.log"), key=lambda path: path.stat().st_mtime, reverse=True)[:30]
    found = []
    for path in files:
        for part in reversed(path.read_bytes().split(b"-" * 79)):
            if part.strip():
                found.append(email.message_from_bytes(part.strip(), policy=email.policy.default))
    return found


def _readable(message: Any) -> dict[str, str]:
    body = message.get_payload(decode=True) or b""
    return {
        "to": str(message["To"]),
        "subject": str(message["Subject"]),
        "date": str(message["Date"]),
        "body": body.decode("utf-8", "replace"),
    }


@open_to_anyone
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "errors/400.html", status=400)


@open_to_anyone
def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "errors/403.html", status=403)


@open_to_anyone
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "errors/404.html", status=404)


@open_to_anyone
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose token went stale: what was typed is still in the browser's own store."""
    return render(request, "errors/403.html", {"stale_form": True}, status=403)


@open_to_anyone
def server_error(request: HttpRequest) -> HttpResponse:
    """Rendered without request context: the error may lie in a context processor."""
    return HttpResponse(render_to_string("errors/500.html"), status=500)
