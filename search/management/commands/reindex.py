"""`manage.py reindex`: write the search index anew from the database."""

from typing import Any

from django.core.management.base import BaseCommand

from search.indexing import rebuild


class Command(BaseCommand):
    help = "Forget the search index and write it anew from the database, with progress."

    def handle(self, *args: Any, **options: Any) -> None:
        def progress(done: int, total: int) -> None:
            self.stdout.write(f"\r{done} of {total}", ending="")
            self.stdout.flush()

        count = rebuild(progress)
        self.stdout.write(f"\nindexed {count} documents")
