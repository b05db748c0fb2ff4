"""Reads config/demo/content into plain objects. No database, no Django: the tests read the same way."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
CONTENT, PICTURES = HERE / "content", HERE / "pictures"
REGISTER = CONTENT / "register.csv"


@dataclass(frozen=True)
class Person:
    """`role` is author, colleague, moderator, second_moderator, registrar, unverified, stranger or member."""

    handle: str
    email: str
    role: str
    country: str
    profession: str
    specialty: str
    npi: str


@dataclass(frozen=True)
class Picture:
    """A file of config/demo/pictures as an author uploads it."""

    file: str
    alt: str


@dataclass(frozen=True)
class FlagOnReply:
    """A report on a reply, `hours_ago` before the seeding."""

    by: str
    reason: str
    note: str
    hours_ago: float


@dataclass(frozen=True)
class Reply:
    """One post. `edit` is what its author changed it to later; `days_ago` is set where the moment matters."""

    by: str
    text: str
    edit: str = ""
    flag: FlagOnReply | None = None
    days_ago: float | None = None


@dataclass(frozen=True)
class Result:
    """What a case turned out to be."""

    final_diagnosis: str
    outcome: str
    teaching_points: list[str]


@dataclass(frozen=True)
class DemoCase:
    """One file of content/cases. `fields` holds the raw text by section name, identifiers and all."""

    slug: str
    author: str
    specialty: str
    label: str
    state: str
    days_ago: float
    age: int
    sex: str
    setting: str
    consent: bool
    fields: dict[str, str]
    pictures: list[Picture]
    discussion: list[Reply]
    result: Result | None
    returned_by: str = ""
    returned_reason: str = ""


@dataclass(frozen=True)
class DemoTopic:
    """A discussion without a case."""

    channel: str
    title: str
    author: str
    days_ago: float
    posts: list[Reply] = field(default_factory=list)


TEXT_FIELDS = (
    "title",
    "presentation",
    "history",
    "timeline",
    "examination",
    "investigations",
    "differential",
    "management",
    "question",
)
KEYS = {
    *TEXT_FIELDS,
    *("author", "specialty", "label", "state", "days_ago", "age", "sex", "setting", "consent"),
    *("pictures", "discussion", "outcome", "returned_by", "returned_reason"),
}


def people() -> list[Person]:
    """Everybody of content/people.yaml, in order."""
    return [Person(**row) for row in _read(CONTENT / "people.yaml")]


def cases() -> list[DemoCase]:
    """Every case, oldest first."""
    found = [_case(path) for path in sorted((CONTENT / "cases").glob("*.yaml"))]
    return sorted(found, key=lambda case: -case.days_ago)


def topics() -> list[DemoTopic]:
    """The discussions without a case, oldest first."""
    rows = _read(CONTENT / "discussions.yaml")
    found = [DemoTopic(**{**row, "posts": [_reply(post) for post in row["posts"]]}) for row in rows]
    return sorted(found, key=lambda topic: -topic.days_ago)


def _case(path: Path) -> DemoCase:
    raw = _read(path)
    unknown = set(raw) - KEYS
    if unknown:
        raise ValueError(f"{path.name}: unknown keys {sorted(unknown)}")
    result = raw.get("outcome")
    return DemoCase(
        slug=path.stem,
        author=raw["author"],
        specialty=raw["specialty"],
        label=raw["label"],
        state=raw.get("state", "published"),
        days_ago=float(raw["days_ago"]),
        age=raw["age"],
        sex=raw["sex"],
        setting=raw["setting"],
        consent=raw["consent"],
        fields={name: raw[name].strip() for name in TEXT_FIELDS},
        pictures=[Picture(**picture) for picture in raw["pictures"]],
        discussion=[_reply(reply) for reply in raw["discussion"]],
        result=Result(**result) if result else None,
        returned_by=raw.get("returned_by", ""),
        returned_reason=raw.get("returned_reason", "").strip(),
    )


def _reply(row: dict[str, Any]) -> Reply:
    flag = row.get("flag")
    return Reply(**{**row, "flag": FlagOnReply(**flag) if flag else None})


def _read(path: Path) -> Any:
    text = path.read_text(encoding="utf-8")
    if not re.match(r"# Synthetic ", text):
        raise ValueError(f"{path.name}: say in the first line that it is synthetic")
    # YAML's C loader is ten times faster where it is compiled in.
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
