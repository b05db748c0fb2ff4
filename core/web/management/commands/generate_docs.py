"""`manage.py generate_docs`: write docs/states.md from the transition tables, so that the diagrams never drift."""

from importlib import import_module
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

# Where the tables live, by dotted name: core imports no app, it only reads what it is pointed at.
TABLES = {
    "A case": "cases.states.CASE_TRANSITIONS",
    "A file": "cases.states.FILE_TRANSITIONS",
    "A disputed redaction": "cases.states.DISPUTE_TRANSITIONS",
    "A verification": "accounts.states.TRANSITIONS",
    "A review item": "moderation.states.ITEM_TRANSITIONS",
    "An appeal": "moderation.states.APPEAL_TRANSITIONS",
    "A topic": "community.states.TOPIC_TRANSITIONS",
    "A post": "community.states.POST_TRANSITIONS",
}
HEAD = "# States\n\nGenerated from the tables in `*/states.py` by `make docs`. Do not edit.\n"


class Command(BaseCommand):
    help = "Write docs/states.md; --check fails when it is out of date."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        path = Path(settings.BASE_DIR) / "docs" / "states.md"
        text = "\n".join([HEAD, *(_diagram(title, _table(name)) for title, name in TABLES.items())])
        if options["check"]:
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                raise CommandError("docs/states.md is out of date: make docs")
            return
        path.write_text(text, encoding="utf-8")


def _table(name: str) -> dict[tuple[str, str], str]:
    module, attribute = name.rsplit(".", 1)
    return getattr(import_module(module), attribute)


def _diagram(title: str, table: dict[tuple[str, str], str]) -> str:
    lines = [f"  {state} --> {after}: {verb}" for (state, verb), after in table.items()]
    return "\n".join([f"## {title}\n", "```mermaid", "stateDiagram-v2", *lines, "```", ""])
