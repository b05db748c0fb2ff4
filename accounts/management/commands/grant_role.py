"""`manage.py grant_role EMAIL moderator|registrar`."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.models import User
from accounts.services import grant_role
from core.audit.recording import SYSTEM


class Command(BaseCommand):
    help = "Make an account a moderator or a registrar."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("role", choices=["moderator", "registrar"])

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(email__iexact=options["email"]).first()
        if user is None:
            raise CommandError("no account with this e-mail address")
        grant_role(user=user, role=options["role"], by=SYSTEM)
        self.stdout.write(f"{user.handle} is now {options['role']}")
