"""`manage.py reindex`: write the search indices anew from the database."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from search.engines.base import EngineDown
from search.engines.choosing import engines
from search.rebuilding import AlreadyRunning, NotVerified, alone, rebuild

BAR = 40  # characters


class Command(BaseCommand):
    help = "Build each search index anew beside the one that answers, verify it against the database, swap."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--engine", choices=["embedded", "elastic"], help="only this one")

    def handle(self, *args: Any, **options: Any) -> None:
        chosen = {name: one for name, one in engines().items() if options["engine"] in {None, name}}
        if not chosen:
            raise CommandError("ELASTICSEARCH_URL is not set: there is only the embedded index here.")
        for name, one in chosen.items():
            try:
                with alone():
                    count = rebuild(one, self._progress)
            except AlreadyRunning:
                raise CommandError("Another process is rebuilding; wait for it.") from None
            except EngineDown:
                raise CommandError(f"{name}: not reached; nothing was changed.") from None
            except NotVerified as error:
                raise CommandError(f"{name}: {error}; the old index goes on answering.") from None
            self.stdout.write(f"\n{name}: {count} documents verified against the database; the new index answers")

    def _progress(self, done: int, total: int) -> None:
        filled = BAR * done // max(1, total)
        self.stdout.write(f"\r[{'#' * filled}{'.' * (BAR - filled)}] {done} of {total}", ending="")
        self.stdout.flush()
