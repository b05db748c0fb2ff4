"""`manage.py ensure_channels`: one channel a specialty, and a general one."""

from typing import Any

from django.core.management.base import BaseCommand

from community.services import ensure_channels


class Command(BaseCommand):
    help = "Create the channels that are missing; changes none that exist."

    def handle(self, *args: Any, **options: Any) -> None:
        ensure_channels()
