"""What every template may need."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from core.notifications.notifying import notices_of


def site(request: HttpRequest) -> dict[str, Any]:
    """Site name, the CSP nonce under a short name, and the number of unread notices (capped, lazily counted)."""

    def unread() -> int:
        if not request.user.is_authenticated:
            return 0
        return len(notices_of(request.user).filter(read_at=None).values_list("pk")[:100])

    return {
        "site_name": settings.SITE_NAME,
        "csp_nonce": getattr(request, "csp_nonce", ""),
        "unread_notices": unread,
        "dev_mail_page": settings.DEV_MAIL_PAGE,
    }
