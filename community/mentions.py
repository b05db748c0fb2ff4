"""What a discussion refers to: works by DOI, PubMed number or web address, and other cases."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape

from community.models import Post

DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"'<>\[\]]*[^\s\"'<>\[\].,;:)]")
PUBMED = re.compile(r"\bPMID:?\s*(\d{5,9})\b")
ADDRESS = re.compile(r'<a [^>]*href="(https?://[^"]+)"[^>]*>')
CASE = re.compile(r"(?:^|[\s\"'(>])(?:https?://[^\s/]+)?/cases/(\d+)/")


@dataclass(frozen=True)
class Reference:
    """A work somebody named: how it is shown, where it leads, and in which reply it stands."""

    label: str
    href: str
    number: int


def references_in(posts: Iterable[Post]) -> list[Reference]:
    """Works named in these posts, each once, in order."""
    found: dict[str, Reference] = {}
    for post in posts:
        html = unescape(post.html)
        named = [(f"doi:{doi}", f"https://doi.org/{doi}") for doi in DOI.findall(html)]
        named += [(f"PMID {number}", f"https://pubmed.ncbi.nlm.nih.gov/{number}/") for number in PUBMED.findall(html)]
        named += [
            (href.split("//", 1)[1].rstrip("/"), href)
            for href in ADDRESS.findall(html)
            if not DOI.search(href) and not CASE.search(href)
        ]
        for label, href in named:
            found.setdefault(href, Reference(label, href, post.number))
    return list(found.values())


def cases_in(posts: Iterable[Post]) -> list[int]:
    """Ids of cases these posts link to, each once, in order."""
    return list(dict.fromkeys(int(pk) for post in posts for pk in CASE.findall(post.html)))
