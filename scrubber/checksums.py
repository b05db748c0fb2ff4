"""Checksums that separate a real number from a look-alike. Sources are named at each function."""

from __future__ import annotations

import re


def luhn(digits: str) -> bool:
    """ISO/IEC 7812-1 Annex B."""
    total = 0
    for index, char in enumerate(reversed(digits)):
        value = int(char) * (1 + index % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def npi(digits: str) -> bool:
    """45 CFR 162.406: Luhn over the number with the prefix 80840."""
    return len(digits) == 10 and digits[0] in "12" and luhn("80840" + digits)


def dea(number: str) -> bool:
    """DEA registration: two letters, six digits and a check digit."""
    match = re.fullmatch(r"[A-Za-z][A-Za-z9](\d{7})", number)
    if not match:
        return False
    digits = [int(char) for char in match.group(1)]
    return (sum(digits[0:6:2]) + 2 * sum(digits[1:6:2])) % 10 == digits[6]


_VIN_VALUES = dict(
    zip(
        "ABCDEFGHJKLMNPRSTUVWXYZ",  # pragma: allowlist secret
        (1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 7, 9, 2, 3, 4, 5, 6, 7, 8, 9),
        strict=True,
    )
)
_VIN_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)


def vin(number: str) -> bool:
    """49 CFR 565.15: the ninth character checks the other sixteen."""
    number = number.upper()
    if len(number) != 17 or not re.search(r"\d", number) or not re.search(r"[A-Z]", number):
        return False
    total = 0
    for char, weight in zip(number, _VIN_WEIGHTS, strict=True):
        value = int(char) if char.isdigit() else _VIN_VALUES.get(char, -1)
        if value < 0:
            return False
        total += value * weight
    return "0123456789X"[total % 11] == number[8]


def ssn(number: str) -> bool:
    """SSA: area 000, 666 and 900-999, group 00 and serial 0000 are never issued (ITINs, 9xx, are still hidden)."""
    digits = re.sub(r"\D", "", number)
    return len(digits) == 9 and digits[:3] not in ("000",) and digits[3:5] != "00" and digits[5:] != "0000"


def nhs(digits: str) -> bool:
    """NHS number, modulus 11."""
    if len(digits) != 10:
        return False
    check = 11 - sum(int(digits[i]) * (10 - i) for i in range(9)) % 11
    return (0 if check == 11 else check) == int(digits[9])
