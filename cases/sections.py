"""The sections of a case, after the CARE guideline (Gagnier et al. 2013, CARE checklist items 5-10)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Section:
    """One text field of a case: its name in the database, its heading and what to write there."""

    name: str
    heading: str
    hint: str
    step: str
    required: bool = False
    rows: int = 5


SECTIONS = (
    Section(
        "presentation",
        "Presentation",
        "Chief complaint and how it came about, in two or three sentences.",
        "story",
        True,
        4,
    ),
    Section("history", "History", "Relevant past history, medicines, family, exposures.", "story", True, 7),
    Section(
        "timeline",
        "Timeline",
        'One line per event, relative to the first day: "Day 3: fever 39.1". Dates you paste become days.',
        "story",
    ),
    Section("examination", "Examination", "Findings that matter, with vital signs.", "findings", False, 5),
    Section(
        "investigations",
        "Investigations",
        'Results and imaging. A series becomes a chart: "Troponin T (ng/L; ref 0-14): day 1 12, day 2 40".',
        "findings",
        False,
        6,
    ),
    Section(
        "differential",
        "Differential",
        'One per line; a percentage becomes a bar: "Giant cell arteritis: 60%".',
        "findings",
        False,
        4,
    ),
    Section("management", "Management so far", "What was done and how it went.", "findings", False, 4),
    Section(
        "question", "Question to colleagues", "What do you want to know? This is shown first.", "question", True, 3
    ),
)
SECTION_NAMES = tuple(section.name for section in SECTIONS)
TEXT_FIELDS = ("title", *SECTION_NAMES)
HEADINGS = {"title": "Title", **{section.name: section.heading for section in SECTIONS}}

SEXES = [("female", "Female"), ("male", "Male"), ("intersex", "Intersex"), ("not_stated", "Not stated")]
SETTINGS = [
    ("emergency", "Emergency department"),
    ("ward", "Hospital ward"),
    ("icu", "Intensive care"),
    ("clinic", "Outpatient clinic"),
    ("primary", "Primary care"),
    ("remote", "Telehealth"),
    ("other", "Other"),
]

_BANDS = [(1, "under 1"), (5, "1 to 4"), (12, "5 to 11"), (18, "12 to 17")]


def age_band(age: int) -> str:
    """The band an age in years is stored as: decades for adults, "90 or older" from 90.

    Ages over 89 are an identifier (45 CFR 164.514(b)(2)(i)(C)); decades keep the rest coarse.

    Raises:
        ValueError: below 0 or above 125.
    """
    if not 0 <= age <= 125:
        raise ValueError("age out of range")
    if age >= 90:
        return "90 or older"
    for upper, label in _BANDS:
        if age < upper:
            return label
    low = max(18, age // 10 * 10)
    return f"{low} to {age // 10 * 10 + 9}"
