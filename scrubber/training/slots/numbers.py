"""Record, insurance, account, licence, vehicle and device numbers."""

from __future__ import annotations

from scrubber.training.slots.base import ONES, Draw, Segment

_RECORD = (
    "999999", "9999999", "99999999", "9999999999", "AA999999", "A9999999", "AAA-99999", "999-999-999", "99-99999",
    "AA-9999-999", "#999999", "9999AA99", "A99-99999", "999 999 99", "AA-999999", "99-99-99", "AAA999999", "9-999-999", "999999-9",
)  # fmt: skip
_SERIAL = (
    "AAA999999A",
    "AA9999999",
    "999999999",
    "AAA-9999-A",
    "A9A99A999",
    "99AA9999",
    "SN-999999",
    "AA-99-9999",
    "99999-999",
)


class NumberSlots(Draw):
    """Slots for numbers that lead to one person."""

    def s_mrn(self, _: str) -> list[Segment]:
        """A medical record number."""
        return [Segment(self.patterned(*_RECORD), "MRN")]

    def s_plan(self, _: str) -> list[Segment]:
        """A health plan number."""
        return [Segment(self.patterned(*_RECORD, "AAA999A99999", "W999999999", "999999999-01"), "HEALTHPLAN")]

    def s_acct(self, _: str) -> list[Segment]:
        """An account number."""
        return [Segment(self.patterned(*_RECORD, "9999 9999 9999 9999", "99999-99999"), "ACCOUNT")]

    def s_lic(self, _: str) -> list[Segment]:
        """A licence number."""
        return [
            Segment(
                self.patterned("A9999999", "AA999999", "99999999", "A999-9999-9999", "MD99999", "RN-999999"), "LICENSE"
            )
        ]

    def s_otherid(self, _: str) -> list[Segment]:
        """Any other unique number."""
        return [Segment(self.patterned(*_RECORD, "99-999", "AAA-99-999", "S-99999", "9999"), "OTHERID")]

    def s_serial(self, _: str) -> list[Segment]:
        """A device serial number."""
        return [Segment(self.patterned(*_SERIAL), "DEVICE")]

    def s_lot(self, _: str) -> list[Segment]:
        """A lot number."""
        return [Segment(self.patterned(*_SERIAL, "A9999", "99A99", "L99999"), "DEVICE")]

    def s_udi(self, _: str) -> list[Segment]:
        """A unique device identifier in GS1 notation."""
        return [
            Segment(self.patterned("(01)99999999999999(17)999999(10)A9999", "(01)99999999999999(21)AA999999"), "DEVICE")
        ]

    def s_acc(self, _: str) -> list[Segment]:
        """A specimen or accession number."""
        year = str(self.rng.randint(10, 26))
        return [
            Segment(
                self.patterned("A", "AA").replace(" ", "") + year + "-" + self.digits(self.rng.choice((3, 4, 5))),
                "OTHERID",
            )
        ]

    def s_mbi(self, _: str) -> list[Segment]:
        """A Medicare Beneficiary Identifier."""
        return [Segment(str(self.rng.randint(1, 9)) + self.patterned("AA99AA9AA99", "A99-AA9-AA99"), "HEALTHPLAN")]

    def s_ssn(self, _: str) -> list[Segment]:
        """A Social Security number."""
        sep = self.rng.choice("-- ")
        number = f"{self.rng.randint(100, 665)}{sep}{self.rng.randint(10, 99)}{sep}{self.rng.randint(1000, 9999)}"
        return [Segment(number, "SSN")]

    def s_ssn4(self, _: str) -> list[Segment]:
        """The last digits of one."""
        return [Segment(self.digits(4), "SSN")]

    def s_ssnw(self, _: str) -> list[Segment]:
        """A disguised Social Security number."""
        number = self.digits(9)
        spelled = " ".join(ONES[int(char)] for char in number)
        text = self.one(
            spelled, " ".join(number), f"{number[:3]} - {number[3:5]} - {number[5:]}", "\u200b".join(number)
        )
        return [Segment(text, "SSN", ("obfuscated",))]

    def s_mrnw(self, _: str) -> list[Segment]:
        """A disguised record number."""
        number = self.digits(self.rng.choice((6, 7, 8)))
        text = self.one(
            " ".join(ONES[int(char)] for char in number), " ".join(number), "-".join(number), ".".join(number)
        )
        return [Segment(text, "MRN", ("obfuscated",))]

    def s_npi(self, _: str) -> list[Segment]:
        """A National Provider Identifier."""
        return [Segment("1" + self.digits(9), "LICENSE")]

    def s_dea(self, _: str) -> list[Segment]:
        """A DEA registration."""
        return [Segment(self.patterned("AA9999999"), "LICENSE")]

    def s_vin(self, _: str) -> list[Segment]:
        """A vehicle identification number."""
        letters = self.patterned("9AAAA99A9AA", "AA9AA99A9AA", "9A9AA99A9A9")
        return [Segment(letters + self.digits(6), "VEHICLE")]

    def s_plate(self, _: str) -> list[Segment]:
        """A licence plate."""
        return [
            Segment(
                self.patterned(
                    "AAA 9999", "9AAA999", "AAA-999", "AA 99999", "999 AAA", "AA99 AAA", "AAA999", "9AA 99A"
                ),
                "VEHICLE",
            )
        ]

    def s_bio(self, _: str) -> list[Segment]:
        """A biometric record."""
        prefix = self.one("FP-", "IRIS_", "VP-", "voiceprint_", "face-", "fingerprint-", "RET-", "palm_")
        return [Segment(prefix + self.digits(5) + self.letters(1), "BIOMETRIC")]
