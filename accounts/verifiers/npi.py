"""The US National Provider Identifier: ten digits with a Luhn check digit over the prefix 80840.

Source: CMS, "Requirements for National Provider Identifier (NPI) and NPI Check Digit" (45 CFR 162.406).
"""

from accounts.models import RegisterRow
from core.errors import Refused

PREFIX = "80840"


def is_valid(npi: str) -> bool:
    """Ten ASCII digits, first 1 or 2, whose Luhn sum with the prefix 80840 is a multiple of ten."""
    if len(npi) != 10 or not (npi.isascii() and npi.isdigit()) or npi[0] not in "12":
        return False
    total = 0
    for place, digit in enumerate(reversed(PREFIX + npi)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def look_up(npi: str) -> RegisterRow:
    """The active register row of a claimed number.

    Raises:
        Refused: field "npi", when malformed, unknown or deactivated.
    """
    if not is_valid(npi):
        raise Refused("This is not a valid NPI. It has ten digits; check for a typing error.", field="npi")
    row = RegisterRow.objects.filter(npi=npi).first()
    if row is None:
        raise Refused("This NPI is not in our copy of the register. Ask the registrar for help.", field="npi")
    if not row.active:
        raise Refused("The register lists this NPI as deactivated.", field="npi")
    return row
