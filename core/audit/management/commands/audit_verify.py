"""`manage.py audit_verify`: recompute the audit chain."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from core.audit.recording import verify_chain


class Command(BaseCommand):
    help = "Recompute every hash of the audit chain; exits with an error at the first that does not fit."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            count = verify_chain()
        except ValueError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"audit chain intact: {count} events")
