"""Fills the slots of the templates with made-up values; each value knows whether it is an identifier and of which type."""
from __future__ import annotations

import random
from dataclasses import dataclass

from scrubber.training import values as v
from scrubber.training.people import People, Person

Segment = tuple[str, str | None]
_MONTHS = "January February March April May June July August September October November December".split()
_ONES = "zero one two three four five six seven eight nine".split()
_CLINICAL = {
    "dx": v.DX, "sx": v.SX, "drug": v.DRUG, "eponym": v.EPONYM, "eponym2": v.EPONYM2, "bug": v.BUG, "lab": v.LAB, "proc": v.PROC, "study": v.STUDY,
    "finding": v.FINDING, "devmodel": v.DEVMODEL, "instrument": v.INSTRUMENT, "device": v.DEVICE, "trial": v.TRIAL, "criteria": v.CRITERIA, "score": v.SCORE,
    "gene": v.GENE, "society": v.SOCIETY, "journal": v.JOURNAL, "agent": v.AGENT, "spec": v.SPEC, "occ": v.OCC2, "occ2": v.OCC2, "state": v.STATE, "st": v.ST,
    "rel": v.REL, "sex": v.AGE_SEX, "title": v.TITLE, "deg": v.DEG, "hw": v.HOSP_TAIL,
}  # fmt: skip


@dataclass
class Cast:
    """The people of one document."""

    p: Person
    d: Person
    d2: Person
    r: Person
    r2: Person


class Slots:
    """Draws values for one document; the same person keeps the same name throughout."""

    def __init__(self, rng: random.Random, people: People) -> None:
        self.rng, self.people = rng, people
        r = people.person()
        self.cast = Cast(people.person(), people.person(), people.person(), r, people.person())
        self.hospital = people.hospital()
        self.year = rng.randint(2008, 2026)
        self.style = rng.randrange(10)

    def fill(self, slot: str) -> list[Segment]:
        """Segments of text with their label (None for plain text)."""
        who, _, form = slot.partition(".")
        if who in ("p", "d", "d2", "r", "r2"):
            return self.name(getattr(self.cast, who), form, doctor=who[0] == "d")
        if slot in _CLINICAL:
            return [(self.people.pick(_CLINICAL[slot]), None)]
        if hasattr(self, "s_" + who):
            return getattr(self, "s_" + who)(form)
        raise KeyError(slot)

    def name(self, who: Person, form: str, *, doctor: bool) -> list[Segment]:
        """One way to write a person."""
        rng = self.rng
        middle = f" {who.middle[0]}." if rng.random() < 0.15 else f" {who.middle}" if rng.random() < 0.05 else ""
        full = f"{who.first}{middle} {who.last}"
        if not form and doctor and rng.random() < 0.15:
            full = f"{who.first[0]}. {who.last}"
        if not form and rng.random() < 0.04:
            full = f'{who.first} "{who.nick}" {who.last}'
        initials = rng.choice(("{0}.{1}.", "{0}{1}", "{0}. {1}.", "{0}.{1}")).format(who.first[0], who.last[0])
        texts = {
            "": full, "f": who.first, "l": who.last, "lf": f"{who.last}, {who.first}{middle}", "fi": f"{who.first} {who.last[0]}.", "n": who.nick, "uc": full.upper(),
            "luc": who.last.upper(), "fuc": who.first.upper(), "i": initials, "i2": who.last[0] + rng.choice((".", "")),
        }  # fmt: skip
        text = texts[form]
        return [(text, "NAME")]

    # dates ---------------------------------------------------------------------------------------------------------
    def _day(self) -> tuple[int, int, int]:
        return self.year + self.rng.choice((0, 0, 0, -1)), self.rng.randint(1, 12), self.rng.randint(1, 28)

    def s_date(self, _: str) -> list[Segment]:
        """A date with its year; the year is plain text."""
        y, m, d = self._day()
        name, short = _MONTHS[m - 1], _MONTHS[m - 1][:3]
        kind = self.rng.choice((self.style, self.rng.randrange(12)))
        th = ("th", "st", "nd", "rd")[d % 10] if d % 10 < 4 and d not in (11, 12, 13) else "th"
        forms: list[list[Segment]] = [
            [(f"{m}/{d}/{y}", "DATE")], [(f"{m:02}/{d:02}/{y}", "DATE")], [(f"{m}/{d}/{y % 100:02}", "DATE")], [(f"{name} {d}", "DATE"), (f", {y}", None)],
            [(f"{y}-{m:02}-{d:02}", "DATE")], [(f"{d} {name}", "DATE"), (f" {y}", None)], [(f"{d:02}-{short}-{y}", "DATE")], [(f"{short} {d}{th}", "DATE"), (f" {y}", None)],
            [(f"{d:02}.{m:02}.{y}", "DATE")], [(f"{m:02}-{d:02}-{y}", "DATE")], [(f"{y}{m:02}{d:02}", "DATE")], [(f"{name} {d}{th}", "DATE"), (f", {y}", None)],
        ]  # fmt: skip
        return forms[kind]

    s_dob = s_date

    def s_md(self, _: str) -> list[Segment]:
        """A date without its year."""
        _y, m, d = self._day()
        name, short = _MONTHS[m - 1], _MONTHS[m - 1][:3]
        kind = self.rng.randrange(9)
        texts = (f"{m}/{d}", f"{m}/{d}", f"{m:02}/{d:02}", f"{name} {d}", f"{short} {d}", f"{d} {short}", f"the {d}th of {name}" if 3 < d < 21 else f"{name} {d}", f"{name}", f"{m}/{d}/{_y % 100:02}")
        return [(texts[kind], "DATE")]

    def s_month(self, _: str) -> list[Segment]:
        return [(self.rng.choice(_MONTHS), "DATE")]

    def s_datew(self, _: str) -> list[Segment]:
        y, m, d = self._day()
        return [(self.rng.choice((f"{_MONTHS[m - 1].lower()} {self._ordinal(d)}", f"{m // 10} {m % 10} / {d // 10} {d % 10} / {y // 1000} {y // 100 % 10} {y // 10 % 10} {y % 10}", f"{m:02} . {d:02} . {y}")), "DATE")]

    def _ordinal(self, day: int) -> str:
        words = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()
        return words[day - 1] if day <= 20 else "twenty-" + words[day - 21] if day < 30 else "thirtieth"

    def s_holiday(self, _: str) -> list[Segment]:
        return [(self.people.pick(v.HOLIDAY), "DATE")]

    # numbers -------------------------------------------------------------------------------------------------------
    def digits(self, count: int) -> str:
        return "".join(self.rng.choice("0123456789") for _ in range(count))

    def letters(self, count: int) -> str:
        return "".join(self.rng.choice("ABCDEFGHJKLMNPRSTUVWXYZ") for _ in range(count))  # pragma: allowlist secret

    def _id(self) -> str:
        d, ell, pick = self.digits, self.letters, self.rng.choice
        return pick((d(6), d(7), d(8), d(10), ell(2) + d(6), ell(1) + d(7), ell(3) + "-" + d(5), d(3) + "-" + d(3) + "-" + d(3), d(2) + "-" + d(5), ell(2) + "-" + d(4) + "-" + d(3), "#" + d(6), d(4) + ell(2) + d(2), ell(1) + d(2) + "-" + d(5), d(3) + " " + d(3) + " " + d(2)))

    def s_mrn(self, _: str) -> list[Segment]:
        return [(self._id(), "ID")]

    s_plan = s_acct = s_lic = s_otherid = s_mrn

    def s_serial(self, _: str) -> list[Segment]:
        return [(self.rng.choice((self.letters(3) + self.digits(6) + self.letters(1), self.letters(2) + self.digits(7), self.digits(9), self.letters(3) + "-" + self.digits(4) + "-" + self.letters(1))), "ID")]

    s_lot = s_serial

    def s_acc(self, _: str) -> list[Segment]:
        return [(f"{self.letters(1 + self.rng.randrange(2))}{self.rng.randint(10, 26)}-{self.digits(self.rng.choice((4, 5)))}", "ID")]

    def s_mbi(self, _: str) -> list[Segment]:
        d, ell = self.digits, self.letters
        return [(f"{self.rng.randint(1, 9)}{ell(1)}{d(1)}{d(1)}-{ell(1)}{ell(1)}{d(1)}-{ell(2)}{d(2)}", "ID")]

    def s_ssn(self, _: str) -> list[Segment]:
        sep = self.rng.choice("-- ")
        return [(f"{self.rng.randint(100, 665)}{sep}{self.rng.randint(10, 99)}{sep}{self.rng.randint(1000, 9999)}", "ID")]

    def s_npi(self, _: str) -> list[Segment]:
        return [("1" + self.digits(9), "ID")]

    def s_dea(self, _: str) -> list[Segment]:
        return [(self.letters(2) + self.digits(7), "ID")]

    def s_vin(self, _: str) -> list[Segment]:
        return [("".join(self.rng.choice("ABCDEFGHJKLMNPRSTUVWXYZ0123456789") for _ in range(11)) + self.digits(6), "ID")]  # pragma: allowlist secret

    def s_plate(self, _: str) -> list[Segment]:
        return [(self.rng.choice((self.letters(3) + " " + self.digits(4), self.digits(1) + self.letters(3) + self.digits(3), self.letters(3) + "-" + self.digits(3))), "ID")]

    def s_bio(self, _: str) -> list[Segment]:
        return [(self.rng.choice(("FP-", "IRIS_", "VP-", "voiceprint_", "face-")) + self.digits(5) + self.letters(1), "ID")]

    # contact -------------------------------------------------------------------------------------------------------
    def s_phone(self, _: str) -> list[Segment]:
        a, b, c = self.rng.randint(201, 989), self.rng.randint(200, 999), self.digits(4)
        return [(self.rng.choice((f"({a}) {b}-{c}", f"{a}-{b}-{c}", f"{a}.{b}.{c}", f"+1 {a} {b} {c}", f"{a} {b} {c}", f"{a}{b}{c}", f"{b}-{c}", f"+44 7700 {self.digits(6)}", f"{a}-{b}-{c} x{self.digits(3)}")), "PHONE")]

    s_fax = s_phone

    def s_pager(self, _: str) -> list[Segment]:
        return [(self.rng.choice((self.digits(4), self.digits(5), "#" + self.digits(4), self.digits(3) + "-" + self.digits(4))), "PHONE")]

    def s_ext(self, _: str) -> list[Segment]:
        return [(self.digits(self.rng.choice((4, 5))), "PHONE")]

    def s_phonew(self, _: str) -> list[Segment]:
        number = str(self.rng.randint(201, 989)) + str(self.rng.randint(200, 999)) + self.digits(4)
        spelled = " ".join(_ONES[int(char)] for char in number)
        mixed = " ".join(_ONES[int(char)] if self.rng.random() < 0.5 else char for char in number)
        return [(self.rng.choice((spelled, mixed, " ".join(number), ".".join(number), f"{number[:3]} . {number[3:6]} . {number[6:]}", number.replace("0", "O"))), "PHONE")]

    def _user(self) -> str:
        p, n = self.rng.choice((self.cast.p, self.cast.r, self.cast.d)), self.rng.randint(1, 99)
        return self.rng.choice((f"{p.first}.{p.last}", f"{p.first[0]}{p.last}", f"{p.last}{n}", f"{p.first}_{p.last}{n}", f"{p.nick}{n}")).lower().replace(" ", "").replace("'", "")

    def s_email(self, _: str) -> list[Segment]:
        return [(f"{self._user()}@{self.rng.choice(('gmail.com', 'yahoo.com', 'hotmail.com', 'hospital.org', 'uni.edu', 'mail.example.org'))}", "WEB")]

    def s_emailw(self, _: str) -> list[Segment]:
        user, host = self._user().replace(".", self.rng.choice((" dot ", "(dot)"))), self.rng.choice(("gmail", "yahoo", "proton"))
        return [(self.rng.choice((f"{user} at {host} dot com", f"{user} (at) {host} (dot) com", f"{user} [at] {host} [dot] com", f"{user} AT {host} DOT com")), "WEB")]

    def s_url(self, _: str) -> list[Segment]:
        return [(self.rng.choice((f"https://www.{self._user()}.com/story", f"www.facebook.com/{self._user()}", f"instagram.com/{self._user()}", f"http://{self._user()}.blogspot.com")), "WEB")]

    def s_handle(self, _: str) -> list[Segment]:
        return [(self.rng.choice(("@", "", "u/")) + self._user().replace(".", "_") + str(self.rng.randint(1, 99)), "WEB")]

    def s_handleb(self, _: str) -> list[Segment]:
        return [("@" + self._user().replace(".", "_"), "WEB")]

    def s_ip(self, _: str) -> list[Segment]:
        return [(".".join(str(self.rng.randint(1, 254)) for _ in range(4)), "WEB")]

    def s_photo(self, _: str) -> list[Segment]:
        return [(self.rng.choice((f"{self.cast.p.last.lower().replace(' ', '')}_face.jpg", f"IMG_{self.digits(4)}.jpg", f"{self.cast.p.first}{self.digits(2)}.png".replace(" ", ""), f"voice-{self.digits(5)}.m4a", f"DSC{self.digits(5)}.JPG")), "WEB")]

    def s_gps(self, _: str) -> list[Segment]:
        return [(f"{self.rng.uniform(25, 49):.4f}, -{self.rng.uniform(70, 120):.4f}", "PLACE")]

    # places, work, ages --------------------------------------------------------------------------------------------
    def s_city(self, _: str) -> list[Segment]:
        return [(self.people.city(), "PLACE")]

    def s_street(self, _: str) -> list[Segment]:
        rng = self.rng
        name = self.people.own(v.STREET_NAME) if rng.random() < 0.5 else self.people.word("L")
        text = f"{rng.randint(1, 9999)} {rng.choice(('', '', '', 'N ', 'West ', 'S. '))}{name} {self.people.pick(v.STREET_TAIL)}{rng.choice(('', '', '.', ', Apt ' + str(rng.randint(1, 40)), ' #' + str(rng.randint(1, 99)) + 'B'))}"
        return [(text, "PLACE")]

    def s_zip(self, _: str) -> list[Segment]:
        return [(f"{self.rng.randint(1001, 99950):05}" + ("-" + self.digits(4) if self.rng.random() < 0.15 else ""), "PLACE")]

    def s_landmark(self, _: str) -> list[Segment]:
        text = self.people.landmark()
        return [("the ", None), (text[4:], "PLACE")] if text.startswith("the ") else [(text, "PLACE")]

    def s_hosp(self, form: str) -> list[Segment]:
        name = self.hospital if self.rng.random() < 0.5 else self.people.hospital()
        return [(name.upper() if form else name, "HOSP")]

    def s_hwuc(self, _: str) -> list[Segment]:
        return [(self.people.pick(v.HOSP_TAIL).upper(), None)]

    def s_emp(self, _: str) -> list[Segment]:
        text = self.people.employer()
        return [("the ", None), (text[4:], "WORK")] if text.startswith("the ") else [(text, "WORK")]

    def s_rareocc(self, _: str) -> list[Segment]:
        article, _sp, text = self.people.own(v.RAREOCC).partition(" ")
        return [(article + " ", None), (text, "WORK")]

    def s_room(self, _: str) -> list[Segment]:
        label = self.rng.choice(("room ", "Room ", "bed ", "Bed ", "Rm ", "ICU bed ", "bay ", "ward ", "room #"))
        return [(label, None), *self.s_roomn("")]

    def s_roomn(self, _: str) -> list[Segment]:
        return [(self.rng.choice((str(self.rng.randint(100, 999)), f"{self.rng.randint(1, 12)}{self.letters(1)}", f"{self.rng.randint(100, 999)}-{self.rng.randint(1, 4)}", f"{self.letters(1)}{self.rng.randint(1, 40)}")), "ROOM")]

    def s_a90(self, _: str) -> list[Segment]:
        words = ("ninety-one", "ninety-three", "ninety-four", "ninety-eight", "one hundred and two")
        return [(self.rng.choice(words) if self.rng.random() < 0.2 else str(self.rng.randint(90, 106)), "AGE")]

    def s_ssnw(self, _: str) -> list[Segment]:
        number = self.digits(9)
        return [(self.rng.choice((" ".join(_ONES[int(c)] for c in number), " ".join(number), f"{number[:3]} - {number[3:5]} - {number[5:]}")), "ID")]

    def s_namew(self, _: str) -> list[Segment]:
        full = f"{self.cast.p.first} {self.cast.p.last}"
        forms = (" ".join(full.replace(" ", "")), "".join({"o": "0", "i": "1", "e": "3", "a": "4"}.get(c, c) if self.rng.random() < 0.6 else c for c in full), ".".join(full.replace(" ", "")), full.replace("a", "\u0430").replace("o", "\u043e"), "\u200b".join(full))
        return [(self.rng.choice(forms), "NAME")]

    # plain fillers -------------------------------------------------------------------------------------------------
    def s_age(self, _: str) -> list[Segment]:
        return [(str(self.rng.randint(1, 89)), None)]

    def s_mf(self, _: str) -> list[Segment]:
        return [(self.rng.choice("MFmf"), None)]

    def s_year(self, _: str) -> list[Segment]:
        return [(str(self.rng.randint(1975, 2025)), None)]

    def s_n(self, _: str) -> list[Segment]:
        return [(str(self.rng.randint(2, 900)), None)]

    def s_n2(self, _: str) -> list[Segment]:
        return [(str(self.rng.randint(1, 12)), None)]

    def s_num(self, _: str) -> list[Segment]:
        return [(self.rng.choice((str(self.rng.randint(1, 900)), f"{self.rng.uniform(0, 40):.1f}", f"{self.rng.uniform(0, 3):.2f}")), None)]

    def s_pct(self, _: str) -> list[Segment]:
        return [(f"{self.rng.randint(1, 90)}%", None)]

    def s_dose(self, _: str) -> list[Segment]:
        return [(f"{self.rng.choice((1, 2, 2.5, 5, 10, 20, 25, 40, 50, 75, 100, 250, 500, 1000))} {self.rng.choice(('mg', 'mcg', 'g', 'units', 'mg/kg'))}", None)]

    def s_freq(self, _: str) -> list[Segment]:
        return [(self.rng.choice(("daily", "BID", "TID", "QID", "q6h", "qHS", "PRN", "weekly", "every 8 hours", "PO daily")), None)]

    def s_vitals(self, _: str) -> list[Segment]:
        r = self.rng
        return [(f"BP {r.randint(90, 190)}/{r.randint(50, 110)}, HR {r.randint(50, 140)}, RR {r.randint(10, 32)}, T {r.uniform(36, 40):.1f}, SpO2 {r.randint(85, 100)}% RA", None)]

    def s_labs(self, _: str) -> list[Segment]:
        return [(", ".join(f"{self.people.pick(v.LAB)} {self.s_num('')[0][0]}" for _ in range(3)), None)]

    def s_icd(self, _: str) -> list[Segment]:
        return [(f"{self.rng.choice('EIJKMNGRS')}{self.rng.randint(10, 99)}.{self.rng.randint(0, 9)}", None)]

    def s_pmid(self, _: str) -> list[Segment]:
        return [(self.digits(8), None)]

    def s_doi(self, _: str) -> list[Segment]:
        return [(f"10.{self.digits(4)}/{self.rng.choice(('nejm', 'jama.', 'S0140-', 'j.cell.'))}{self.digits(6)}", None)]

    def s_cite(self, _: str) -> list[Segment]:
        p = self.people
        return [(self.rng.choice((f"{p.word('L')} et al.", f"{p.word('L')} and {p.word('L')} ({self.year})", f"{p.word('L')} and colleagues", f"{p.word('L')} et al ({self.year})")), None)]

    def s_cite2(self, _: str) -> list[Segment]:
        p, r = self.people, self.rng
        authors = ", ".join(f"{p.word('L')} {self.letters(r.choice((1, 2)))}" for _ in range(r.randint(2, 5)))
        return [(f"{authors}{r.choice((', et al. ', '. '))}{p.pick(v.DRUG).capitalize()} in {p.pick(v.DX)}. {p.pick(v.JOURNAL)}. {self.year};{r.randint(10, 400)}({r.randint(1, 24)}):{r.randint(100, 2900)}-{r.randint(10, 99)}.", None)]
