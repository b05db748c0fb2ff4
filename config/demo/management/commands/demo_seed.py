"""`manage.py demo_seed`: fill an empty installation with the demo's people, cases and discussions."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from config.demo import loading
from config.demo.seed import seed
from config.server.filling import end_with_parent

SHOWN = ("author", "colleague", "moderator", "second_moderator", "registrar", "unverified", "stranger")


class Command(BaseCommand):
    help = "Seed the demo through the real services; a second run changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--workers", type=int, default=None, help="threads that scrub pictures (default: cores)")
        parser.add_argument("--people-only", action="store_true", help="only the accounts, in a few seconds")
        parser.add_argument("--with-parent", action="store_true", help="end when the process that started this ends")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["with_parent"]:
            end_with_parent()
        begun = time.monotonic()
        for line in seed(workers=options["workers"], people_only=options["people_only"]):
            self.stderr.write(f"  left out, {line}")
        if not options["people_only"]:
            self.stdout.write(f"  Demo ready in {time.monotonic() - begun:.1f} s.")
        self.stdout.write("  Sign in with one of these addresses; the code arrives at /dev/mail/.\n")
        for person in loading.people():
            if person.role in SHOWN:
                self.stdout.write(f"    {person.role.replace('_', ' '):18}{person.email}")
