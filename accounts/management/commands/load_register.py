"""`manage.py load_register FILE.csv`: insert or update a snapshot of the provider register."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.services import load_register


class Command(BaseCommand):
    help = "Load a register snapshot (CSV: npi, first_name, last_name, taxonomy_code, profession, specialty, state,…)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            count = load_register(path=options["path"])
        except (OSError, ValueError, KeyError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{count} register rows loaded")
