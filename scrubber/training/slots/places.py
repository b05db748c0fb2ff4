"""Places, institutions, work, rooms and ages over 89."""

from __future__ import annotations

from scrubber.training.slots.base import Draw, Segment
from scrubber.training.values import identities
from scrubber.training.values.clinical import items


def _article(text: str, kind: str) -> list[Segment]:
    """The article in front is no part of the identifier."""
    return [Segment("the "), Segment(text[4:], kind)] if text.startswith("the ") else [Segment(text, kind)]


class PlaceSlots(Draw):
    """Slots for where a person is, works or lives."""

    def s_city(self, form: str) -> list[Segment]:
        """A town."""
        city = self.people.city()
        return [Segment({"uc": city.upper(), "lc": city.lower()}.get(form, city), "CITY")]

    def s_street(self, _: str) -> list[Segment]:
        """A street address."""
        rng = self.rng
        name = self.people.own(identities.STREET_NAME) if rng.random() < 0.5 else self.people.word("L")
        side = rng.choice(("", "", "", "N ", "West ", "S. ", "NE "))
        unit = rng.choice(
            ("", "", "", f", Apt {rng.randint(1, 40)}", f" #{rng.randint(1, 99)}B", f" Unit {rng.randint(1, 30)}")
        )
        return [
            Segment(
                f"{rng.randint(1, 9999)} {side}{name} {self.people.pick(identities.STREET_TAIL)}{rng.choice(('', '', '.'))}{unit}",
                "STREET",
            )
        ]

    def s_streetname(self, _: str) -> list[Segment]:
        """A street without a number."""
        name = self.people.own(identities.STREET_NAME) if self.rng.random() < 0.5 else self.people.word("L")
        return [Segment(f"{name} {self.people.pick(identities.STREET_TAIL)}", "STREET")]

    def s_zip(self, _: str) -> list[Segment]:
        """A ZIP code."""
        return [
            Segment(
                f"{self.rng.randint(1001, 99950):05}" + ("-" + self.digits(4) if self.rng.random() < 0.15 else ""),
                "ZIP",
            )
        ]

    def s_landmark(self, _: str) -> list[Segment]:
        """A landmark."""
        return _article(self.people.landmark(), "LOCATION")

    def s_gps(self, _: str) -> list[Segment]:
        """Coordinates."""
        return [Segment(f"{self.rng.uniform(25, 49):.4f}, -{self.rng.uniform(70, 120):.4f}", "LOCATION")]

    def s_hosp(self, form: str) -> list[Segment]:
        """The distinctive part of a hospital's name."""
        name = self.hospital if self.rng.random() < 0.5 else self.people.hospital()
        return [Segment({"uc": name.upper(), "lc": name.lower()}.get(form, name), "HOSPITAL")]

    def s_hwuc(self, _: str) -> list[Segment]:
        """What comes behind a hospital's name, in capitals."""
        return [Segment(self.people.pick(identities.HOSP_TAIL).upper())]

    def s_hw(self, _: str) -> list[Segment]:
        """What comes behind a hospital's name."""
        return [Segment(self.people.pick(identities.HOSP_TAIL))]

    def s_emp(self, _: str) -> list[Segment]:
        """An employer, school or club."""
        return _article(self.people.employer(), "EMPLOYER")

    def s_rareocc(self, _: str) -> list[Segment]:
        """A rare occupation with its article."""
        article, _sp, text = self.people.own(identities.RAREOCC).partition(" ")
        return [Segment(article + " "), Segment(text, "OCCUPATION")]

    def s_room(self, _: str) -> list[Segment]:
        """A room with its label."""
        labels = items(
            "room |Room |bed |Bed |Rm |rm |ICU bed |bay |ward |room #|Room: |Bay |Ward |cubicle |bed number |room no. |MICU |SICU bed |"
            "ED bed |trauma bay |hallway bed |OR |theatre |exam room |bedspace |pod |NICU bed |LDR |suite |unit |station |"
            "Room number |ER bed |PACU bay |side room "
        )
        out = [Segment(self.rng.choice(labels)), *self.s_roomn("")]
        if self.rng.random() < 0.12:
            out += [Segment(self.one(", bed ", " bed ", ", Bed ")), Segment(self.one(*"1234", "A", "B"), "ROOM")]
        return out

    def s_roomn(self, _: str) -> list[Segment]:
        """The number of a room."""
        rng = self.rng
        text = self.one(str(rng.randint(100, 999)), f"{rng.randint(1, 12)}{self.letters(1)}", f"{rng.randint(100, 999)}-{rng.randint(1, 4)}",
                        f"{self.letters(1)}{rng.randint(1, 40)}", str(rng.randint(1, 60)), f"{rng.randint(1000, 9000)}", f"{rng.randint(2, 9)}{self.one('N', 'S', 'E', 'W')}-{rng.randint(1, 40)}")  # fmt: skip
        return [Segment(text, "ROOM")]

    def s_a90(self, _: str) -> list[Segment]:
        """An age over 89."""
        words = items(
            "ninety-two|ninety-seven|ninety-nine|one hundred and one|a hundred|nineties|ninety|ninety-one|ninety-three|ninety-four|ninety-six|ninety-eight|ninety five|one hundred|a hundred and one|one hundred and two|one hundred four"
        )
        return [Segment(self.rng.choice(words) if self.rng.random() < 0.25 else str(self.rng.randint(90, 106)), "AGE")]
