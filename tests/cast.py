"""Run as a module inside a product's environment: the people the browser tests sign in as, and a register row."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.local")
django.setup()

from allauth.account.models import EmailAddress  # noqa: E402

from accounts.models import RegisterRow, User  # noqa: E402
from community.services import ensure_channels  # noqa: E402
from tests.factories.accounts import make_member, make_user  # noqa: E402

NEWCOMER_NPI = "1245319599"


def make_cast() -> None:
    """Idempotent: an author, a colleague, a stranger, two moderators, a registrar."""
    ensure_channels()
    if User.objects.exists():
        return
    make_member("author")
    make_member("colleague")
    make_member("stranger")
    make_member("moderator", is_moderator=True)
    make_member("second-moderator", is_moderator=True)
    make_user("registrar", is_registrar=True)
    for user in User.objects.all():
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    RegisterRow.objects.create(
        npi=NEWCOMER_NPI, first_name="Synthetic", last_name="Person", taxonomy_code="207RC0000X",
        profession="Cardiologist", specialty="cardiology", state="MA",
    )  # fmt: skip


if __name__ == "__main__":
    make_cast()
