"""`manage.py demo_seed`: fill an empty installation with the demo's people, cases and discussions."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from config.demo import loading
from config.demo.seed import seed

SHOWN = ("author", "colleague", "moderator", "second_moderator", "registrar", "unverified", "stranger")


class Command(BaseCommand):
    help = "Seed the demo through the real services; a second run changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--workers", type=int, default=None, help="threads that scrub pictures (default: cores)")

    def handle(self, *args: Any, **options: Any) -> None:
        begun = time.monotonic()
        for line in seed(workers=options["workers"]):
            self.stderr.write(f"  left out, {line}")
        self.stdout.write(f"  Demo ready in {time.monotonic() - begun:.1f} s. Sign in with one of these addresses;")
        self.stdout.write("  the code arrives at /dev/mail/.\n")
        for person in loading.people():
            if person.role in SHOWN:
                self.stdout.write(f"    {person.role.replace('_', ' '):18}{person.email}")
