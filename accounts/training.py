"""The versioned policies: markdown files in `policy_texts/`, named by slug and version."""

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from core.richtext import render

CURRENT_POLICY = "2026-11"
FOLDER = Path(__file__).parent / "policy_texts"
TITLES = {
    "members": "Policy for members",
    "privacy": "What we store and what we do not",
    "moderation": "How moderation works",
}


@dataclass(frozen=True)
class PolicyText:
    """A policy as shown: title, safe HTML, version and the hash of its source."""

    slug: str
    title: str
    version: str
    html: str
    sha256: str


@cache
def policy_text(slug: str) -> PolicyText:
    """The current text of a policy. Raises KeyError for an unknown slug."""
    title = TITLES[slug]
    source = (FOLDER / f"{slug}-{CURRENT_POLICY}.md").read_text(encoding="utf-8")
    digest = hashlib.sha256(source.encode()).hexdigest()
    return PolicyText(slug=slug, title=title, version=CURRENT_POLICY, html=render(source), sha256=digest)
