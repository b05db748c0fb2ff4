"""Clinical fillers and literature: never identifiers, though many look like one."""

from __future__ import annotations

from scrubber.training.slots.base import MONTHS, Draw, Segment
from scrubber.training.values import clinical as v

PICKED = {
    "dx": v.DX, "sx": v.SX, "drug": v.DRUG, "eponym": v.EPONYM, "eponym2": v.EPONYM2, "bug": v.BUG, "lab": v.LAB, "proc": v.PROC, "study": v.STUDY,
    "finding": v.FINDING, "devmodel": v.DEVMODEL, "instrument": v.INSTRUMENT, "device": v.DEVICE, "trial": v.TRIAL, "criteria": v.CRITERIA, "score": v.SCORE,
    "gene": v.GENE, "society": v.SOCIETY, "journal": v.JOURNAL, "agent": v.AGENT, "spec": v.SPEC, "occ": v.OCC2, "occ2": v.OCC2, "state": v.STATE, "st": v.ST,
    "rel": v.REL, "sex": v.AGE_SEX, "title": v.TITLE, "deg": v.DEG,
}  # fmt: skip


class ClinicalSlots(Draw):
    """Slots for measurements, doses, codes and citations."""

    def picked(self, slot: str) -> list[Segment]:
        """One value of a plain list."""
        return [Segment(self.people.pick(PICKED[slot]))]

    def _plain(self, *choices: str) -> list[Segment]:
        return [Segment(self.rng.choice(choices))]

    def s_age(self, _: str) -> list[Segment]:
        """An age up to 89."""
        return [Segment(str(self.rng.randint(1, 89)))]

    def s_mf(self, _: str) -> list[Segment]:
        """A sex in one letter."""
        return self._plain(*"MFmf")

    def s_year(self, _: str) -> list[Segment]:
        """A year."""
        return [Segment(str(self.rng.randint(1975, 2025)))]

    def s_n(self, _: str) -> list[Segment]:
        """A count."""
        return [Segment(str(self.rng.randint(2, 900)))]

    def s_n2(self, _: str) -> list[Segment]:
        """A small count."""
        return [Segment(str(self.rng.randint(1, 12)))]

    def s_big(self, _: str) -> list[Segment]:
        """A large count."""
        n = self.rng.randint(1000, 250000)
        return self._plain(str(n), f"{n:,}", f"{n // 1000}k", f"{n / 1000:.1f} x 10^3")

    def s_num(self, _: str) -> list[Segment]:
        """A measured value."""
        r = self.rng
        return self._plain(
            str(r.randint(1, 900)),
            f"{r.uniform(0, 40):.1f}",
            f"{r.uniform(0, 3):.2f}",
            f"<{r.randint(1, 50)}",
            f"{r.randint(1, 40)}-{r.randint(41, 90)}",
        )

    def s_pct(self, _: str) -> list[Segment]:
        """A percentage."""
        return [Segment(f"{self.rng.randint(1, 90)}%")]

    def s_dose(self, _: str) -> list[Segment]:
        """A dose."""
        amount = self.rng.choice((1, 2, 2.5, 5, 10, 20, 25, 40, 50, 75, 100, 250, 500, 1000))
        return [
            Segment(
                f"{amount}{self.one(' ', '')}{self.one('mg', 'mcg', 'g', 'units', 'mg/kg', 'mL', 'mEq', 'IU', 'mcg/kg/min')}"
            )
        ]

    def s_freq(self, _: str) -> list[Segment]:
        """How often a drug is taken."""
        return self._plain(
            "daily",
            "BID",
            "TID",
            "QID",
            "q6h",
            "qHS",
            "PRN",
            "weekly",
            "every 8 hours",
            "PO daily",
            "IV q12h",
            "SC monthly",
            "x 7 days",
            "twice a day",
            "qAM",
            "nightly",
            "q4-6h prn",
        )

    def s_vitals(self, _: str) -> list[Segment]:
        """Vital signs in one of the usual orders."""
        r = self.rng
        bp, hr, rr, t, o2 = (
            f"{r.randint(90, 190)}/{r.randint(50, 110)}",
            r.randint(50, 140),
            r.randint(10, 32),
            f"{r.uniform(36, 40):.1f}",
            r.randint(85, 100),
        )
        return self._plain(
            f"BP {bp}, HR {hr}, RR {rr}, T {t}, SpO2 {o2}% RA", f"T {t} P {hr} R {rr} BP {bp} O2 sat {o2}% on 2L NC", f"Temp {t} C, pulse {hr}, resp {rr}, BP {bp}, sats {o2}%",
            f"BP: {bp} HR: {hr} RR: {rr} Temp: {t}", f"VS: {t} | {hr} | {bp} | {rr} | {o2}% on room air", f"HR {hr} bpm, blood pressure of {bp} mmHg, respirations {rr}, afebrile",
            f"{t}, {hr}, {bp}, {rr}, {o2}%RA", f"bp {bp} hr {hr} rr {rr} sat {o2}", f"Wt {r.randint(45, 130)} kg, Ht {r.randint(150, 195)} cm, BMI {r.uniform(18, 45):.1f}, BP {bp}",
        )  # fmt: skip

    def s_labs(self, _: str) -> list[Segment]:
        """Three laboratory values."""
        joint, link = self.one(", ", "; ", " | ", "\n", ", "), self.one(" ", " ", ": ", " of ", " = ")
        return [
            Segment(
                joint.join(
                    f"{self.people.pick(v.LAB)}{link}{self.s_num('')[0].text}" for _ in range(self.rng.randint(2, 5))
                )
            )
        ]

    def s_icd(self, _: str) -> list[Segment]:
        """A diagnosis or procedure code."""
        return [Segment(self.patterned("A99.9", "A99.99", "A99", "CPT 99999", "ICD-10 A99.9", "99.99"))]

    def s_pmid(self, _: str) -> list[Segment]:
        """A PubMed number."""
        return [Segment(self.digits(8))]

    def s_nct(self, _: str) -> list[Segment]:
        """A trial registration."""
        return [Segment(self.one("NCT", "NCT", "ISRCTN", "ACTRN", "ChiCTR") + self.digits(8))]

    def s_doi(self, _: str) -> list[Segment]:
        """A digital object identifier."""
        return [
            Segment(
                f"10.{self.digits(4)}/{self.one('nejm', 'jama.', 'S0140-', 'j.cell.', 'CIR.', 'bmj.')}{self.digits(6)}"
            )
        ]

    def s_variant(self, _: str) -> list[Segment]:
        """A genetic variant in HGVS or dbSNP notation."""
        return [
            Segment(
                self.patterned(
                    "c.9999G>A",
                    "p.Arg999Trp",
                    "c.999delT",
                    "rs9999999",
                    "NM_999999.9",
                    "chr9:99999999",
                    "p.V600E",
                    "c.99-9A>G",
                    "46,XY,t(9;22)",
                    "del(9p99)",
                )
            )
        ]

    def s_cite(self, _: str) -> list[Segment]:
        """Authors as they are named in a sentence."""
        name = self.people.word
        return self._plain(
            f"{name('L')} et al.", f"{name('L')} and {name('L')} ({self.year})", f"{name('L')} and colleagues", f"{name('L')} et al ({self.year})", f"{name('L')} et al., {self.year}",
            f"{name('L')}, {name('L')}, and {name('L')} ({self.year})", f"{name('L')} & {name('L')}, {self.year}", f"{name('L')} and co-workers", f"{name('L')} et al [{self.rng.randint(1, 60)}]",
        )  # fmt: skip

    def s_cite2(self, _: str) -> list[Segment]:
        """A reference as it stands in a list."""
        p, r = self.people, self.rng
        authors = ", ".join(f"{p.word('L')} {self.letters(r.choice((1, 2)))}" for _ in range(r.randint(1, 6)))
        volume, pages = f"{r.randint(10, 400)}", f"{r.randint(100, 2900)}-{r.randint(10, 99)}"
        topic = f"{p.pick(v.DRUG).capitalize()} in {p.pick(v.DX)}"
        return self._plain(
            f"{authors}{self.one(', et al. ', '. ')}{topic}. {p.pick(v.JOURNAL)}. {self.year};{volume}({r.randint(1, 24)}):{pages}.",
            f"{authors}. {topic}. {p.pick(v.JOURNAL)} {self.year};{volume}:{pages}. doi:{self.s_doi('')[0].text}",
            f"{r.randint(1, 40)}. {authors}. {topic}: a randomized trial. {p.pick(v.JOURNAL)}. {self.year} {self.one('Jan', 'Mar', 'Jun', 'Oct')} {r.randint(1, 28)};{volume}({r.randint(1, 24)}):{pages}. PMID: {self.digits(8)}.",
            f"{p.word('L')} {self.letters(1)}, {p.word('L')} {self.letters(2)} ({self.year}) {topic}. {p.pick(v.JOURNAL)} {volume}:{pages}",
        )  # fmt: skip

    def s_forebear(self, _: str) -> list[Segment]:
        """A physician of the past or an author, with first name."""
        name = self.people.word
        return self._plain(
            f"{name('F')} {name('L')}",
            f"{name('F')} {self.letters(1)}. {name('L')}",
            f"Sir {name('F')} {name('L')}",
            name("L"),
        )

    def s_elsewhere(self, _: str) -> list[Segment]:
        """A place of a study, an outbreak or a conference: it says where medicine happened, not where a patient was."""
        city = self.people.city
        return self._plain(
            city(), city(), f"{city()}, {self.people.pick(v.STATE)}", f"{city()} County", f"the University of {city()}",
            f"{city()} University Hospital", f"northern {self.people.pick(v.STATE)}", f"{city()} and {city()}",
        )  # fmt: skip

    def s_period(self, _: str) -> list[Segment]:
        """The period of a study."""
        month = lambda: self.rng.choice(MONTHS)  # noqa: E731
        first, last = self.year - 4, self.year
        return self._plain(
            f"between {month()} {first} and {month()} {last}", f"from {month()} 1, {first}, to {month()} 31, {last}", f"between {first} and {last}",
            f"from {month()} {first} through {month()} {last}", f"until {month()} {last}", f"up to {month()} {self.rng.randint(1, 28)}, {last}",
            f"({month()} {first}-{month()} {last})", f"in {first}-{last}",
        )  # fmt: skip

    def s_ref(self, _: str) -> list[Segment]:
        """A laboratory value with its unit and reference range, perhaps over several days."""
        r = self.rng
        low, high, unit = (
            r.randint(0, 40),
            r.randint(41, 400),
            self.one("ng/L", "mg/dL", "mmol/L", "U/L", "g/L", "ms", "pg/mL", "µmol/L", "mm/h", "%", "x10^9/L"),
        )
        days = ", ".join(f"day {day} {r.randint(1, 900)}" for day in sorted(r.sample(range(1, 15), r.randint(1, 3))))
        lab, value = self.people.pick(v.LAB), r.randint(1, 900)
        return self._plain(
            f"{lab} ({unit}; ref {low}-{high}): {days}", f"{lab} {value} {unit} (ref {low}-{high})", f"{lab}: {value} ({low}-{high} {unit})",
            f"{lab} {value} → {r.randint(1, 900)} → {r.randint(1, 900)} {unit}", f"{lab}\t{value}\t{low}-{high}\t{unit}\t{self.one('H', 'L', '')}", f"{lab} {value} [{low} - {high}]",
            f"{lab} (ref <{high}): {value}, then {r.randint(1, 900)}", f"{lab} of {value} {unit}, normal {low} to {high}",
        )  # fmt: skip
