"""Loading a snapshot of the provider register."""

import csv
from pathlib import Path

from django.db import transaction

from accounts.models import RegisterRow
from accounts.verifiers.npi import is_valid

FIELDS = ["first_name", "last_name", "taxonomy_code", "profession", "specialty", "state", "active"]


@transaction.atomic
def load_register(*, path: Path) -> int:
    """Insert or update the rows of a CSV (npi, first_name, …, status) in one go.

    Returns:
        the number of rows.

    Raises:
        ValueError: naming the line of a malformed NPI; nothing is stored then.
    """
    rows = []
    with path.open(newline="", encoding="utf-8") as file:
        for number, line in enumerate(csv.DictReader(row for row in file if not row.startswith("#")), start=2):
            if not is_valid(line["npi"]):
                raise ValueError(f"{path.name} line {number}: not a valid NPI")
            active = line.pop("status") == "active"
            rows.append(RegisterRow(active=active, **line))
    RegisterRow.objects.bulk_create(rows, update_conflicts=True, unique_fields=["npi"], update_fields=FIELDS)
    return len(rows)
