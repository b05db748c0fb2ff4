"""Notices as e-mail: one sentence and a link, nothing of the content."""

from django.conf import settings
from django.core.mail import send_mail

from core.notifications import kinds
from core.notifications.models import Notice
from core.outbox.queueing import handler


@handler("notice.mail")
def mail_notice(object_id: str) -> None:
    """Send one notice; a notice deleted meanwhile needs no mail."""
    notice = Notice.objects.select_related("recipient").filter(pk=object_id).first()
    if notice is None:
        return
    words = kinds.sentence(notice.kind)
    body = f"{words}\n\n{settings.SITE_URL}{notice.url}\n\nThis concerns your own account or content."
    send_mail(f"Consilium: {words}", body, None, [notice.recipient.email])
