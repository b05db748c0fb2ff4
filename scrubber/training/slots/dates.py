"""Ways to write a date. A year alone is no identifier and stays plain text."""

from __future__ import annotations

from scrubber.training.slots.base import MONTHS, Draw, Segment
from scrubber.training.values import identities

_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun".split()


def suffix(day: int) -> str:
    """The ordinal ending of a day."""
    return ("th", "st", "nd", "rd")[day % 10] if day % 10 < 4 and day not in (11, 12, 13) else "th"


def ordinal(day: int) -> str:
    """A day of the month in words."""
    if day <= 20:
        return _ORDINALS[day - 1]
    return "twenty-" + _ORDINALS[day - 21] if day < 30 else "thirtieth"


class DateSlots(Draw):
    """Slots for dates with and without year, months, ranges and holidays."""

    def _day(self) -> tuple[int, int, int]:
        return self.year + self.rng.choice((0, 0, 0, -1)), self.rng.randint(1, 12), self.rng.randint(1, 28)

    def _dated(self, y: int, m: int, d: int) -> list[Segment]:
        name, short = MONTHS[m - 1], MONTHS[m - 1][:3]
        kind = self.rng.choice((self.style, self.rng.randrange(18)))
        th = suffix(d)
        plain = {
            0: f"{m}/{d}/{y}", 1: f"{m:02}/{d:02}/{y}", 2: f"{m}/{d}/{y % 100:02}", 4: f"{y}-{m:02}-{d:02}", 6: f"{d:02}-{short}-{y}",
            8: f"{d:02}.{m:02}.{y}", 9: f"{m:02}-{d:02}-{y}", 10: f"{y}{m:02}{d:02}", 12: f"{m}-{d}-{y % 100:02}",
            13: f"{d}/{m}/{y}", 14: f"{d:02}{short.upper()}{y}", 15: f"{y}/{m:02}/{d:02}",
        }  # fmt: skip
        if kind in plain:
            return [Segment(plain[kind], "DATE")]
        text, year = {
            3: (f"{name} {d}", f", {y}"), 5: (f"{d} {name}", f" {y}"), 7: (f"{short} {d}{th}", f" {y}"),
            11: (f"{name} {d}{th}", f", {y}"), 16: (f"{self.rng.choice(_WEEKDAYS)}, {name} {d}", f", {y}"),
            17: (f"{d}{th} of {name}", f" {y}"),
        }[kind]  # fmt: skip
        return [Segment(text, "DATE"), Segment(year)]

    def s_date(self, _: str) -> list[Segment]:
        """A date with its year."""
        return self._dated(*self._day())

    def s_dob(self, _: str) -> list[Segment]:
        """A birth date."""
        _y, m, d = self._day()
        return self._dated(self.rng.randint(1930, 2022), m, d)

    def s_md(self, _: str) -> list[Segment]:
        """A date without its year."""
        y, m, d = self._day()
        name, short = MONTHS[m - 1], MONTHS[m - 1][:3]
        text = self.one(
            f"{m}/{d}", f"{m}/{d}", f"{m:02}/{d:02}", f"{name} {d}", f"{short} {d}", f"{d} {short}", f"{name} {d}{suffix(d)}",
            f"the {d}{suffix(d)} of {name}", name, f"{m}/{d}/{y % 100:02}", f"{short}. {d}", f"{d}{suffix(d)} {name}",
            f"{self.rng.choice(_WEEKDAYS)} {m}/{d}", f"{name} the {d}{suffix(d)}", f"{short} {d}{suffix(d)}",
        )  # fmt: skip
        return [Segment(text, "DATE")]

    def s_range(self, _: str) -> list[Segment]:
        """A range of days."""
        _y, m, d = self._day()
        later = min(28, d + self.rng.randint(1, 9))
        name, short = MONTHS[m - 1], MONTHS[m - 1][:3]
        text = self.one(
            f"{m}/{d}-{m}/{later}", f"{m}/{d} - {m}/{later}", f"{name} {d}-{later}", f"{name} {d} to {later}", f"{m}/{d}-{later}",
            f"{short} {d} through {short} {later}", f"{d}-{later} {name}", f"{m}/{d} to {m}/{later}", f"{m}/{d}/{self.year}-{m}/{later}/{self.year}",
        )  # fmt: skip
        return [Segment(text, "DATE")]

    def s_month(self, _: str) -> list[Segment]:
        """A month alone."""
        return [Segment(self.rng.choice(MONTHS), "DATE")]

    def s_monthyear(self, _: str) -> list[Segment]:
        """A month with its year."""
        y, m, _d = self._day()
        name = MONTHS[m - 1]
        if self.rng.random() < 0.3:
            return [Segment(self.one(f"{m:02}/{y}", f"{m}/{y}", f"{name[:3]}-{y % 100:02}"), "DATE")]
        return [
            Segment(self.one(name, name, name[:3], f"early {name}", f"mid-{name}").split()[-1], "DATE"),
            Segment(self.one(f" {y}", f" of {y}", f", {y}")),
        ]

    def s_datew(self, _: str) -> list[Segment]:
        """A date disguised in words or spread out."""
        y, m, d = self._day()
        year = f"{y // 1000} {y // 100 % 10} {y // 10 % 10} {y % 10}"
        text = self.one(
            f"{MONTHS[m - 1].lower()} {ordinal(d)}",
            f"{MONTHS[m - 1]} the {ordinal(d)}",
            f"the {ordinal(d)} of {MONTHS[m - 1]}",
            f"{m // 10} {m % 10} / {d // 10} {d % 10} / {year}",
            f"{m:02} . {d:02} . {y}",
            f"{m:02} / {d:02} / {y}",
            f"{m:02}\u200b/{d:02}\u200b/{y}",
            f"{m} slash {d} slash {y}",
            f"{m} dash {d} dash {y}",
        )
        return [Segment(text, "DATE", ("obfuscated",))]

    def s_holiday(self, _: str) -> list[Segment]:
        """A holiday."""
        return [Segment(self.people.own(identities.HOLIDAY), "DATE", ("holiday",))]
