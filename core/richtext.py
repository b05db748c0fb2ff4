"""Markdown to safe HTML, once, on write: markdown-it-py renders, bleach cleans, nh3 cleans again (defence in depth)."""

import bleach
import nh3
from markdown_it import MarkdownIt

TAGS = frozenset("a blockquote br code em h3 h4 hr li ol p pre s strong sub sup table tbody td th thead tr ul".split())
ATTRIBUTES = {"a": {"href", "title"}, "th": {"scope"}}
SCHEMES = frozenset({"http", "https", "mailto"})
RENDERER_VERSION = 1

_markdown = MarkdownIt("commonmark", {"html": False, "linkify": True, "breaks": True}).enable(
    ["table", "strikethrough", "linkify"]
)
_cleaner_attributes = {tag: sorted(names) for tag, names in ATTRIBUTES.items()}


def render(text: str) -> str:
    """Safe HTML for a markdown text. Raw HTML is shown as text; links get rel=nofollow noopener; images are dropped."""
    html = _markdown.render(text.replace("\x00", ""))
    html = html.replace("<h1>", "<h3>").replace("</h1>", "</h3>").replace("<h2>", "<h3>").replace("</h2>", "</h3>")
    cleaned = bleach.clean(html, tags=TAGS, attributes=_cleaner_attributes, protocols=SCHEMES, strip=True)
    return nh3.clean(
        cleaned,
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        url_schemes=set(SCHEMES),
        link_rel="nofollow noopener noreferrer",
    )
