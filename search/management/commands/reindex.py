"""`manage.py reindex`: write the search index anew from the database."""

from typing import Any

from django.core.management.base import BaseCommand

from search.engines.choosing import engine
from search.rebuilding import rebuild

BAR = 40  # characters


class Command(BaseCommand):
    help = "Build the search index anew beside the one that answers, verify it against the database, swap."

    def handle(self, *args: Any, **options: Any) -> None:
        def progress(done: int, total: int) -> None:
            filled = BAR * done // max(1, total)
            self.stdout.write(f"\r[{'#' * filled}{'.' * (BAR - filled)}] {done} of {total}", ending="")
            self.stdout.flush()

        count = rebuild(engine(), progress)
        self.stdout.write(f"\nverified {count} documents against the database; the new index answers")
