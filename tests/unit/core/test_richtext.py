"""Markdown becomes HTML that can do nothing but be read."""

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.richtext import ATTRIBUTES, TAGS, render


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("**bold** and *soft*", "<p><strong>bold</strong> and <em>soft</em></p>"),
        ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>"),
        ("# Title", "<h3>Title</h3>"),
        ("CO~~2~~", "<p>CO<s>2</s></p>"),
        ("line\nbreak", "<p>line<br>\nbreak</p>"),
        ("[patient] had fever", "<p>[patient] had fever</p>"),
    ],
)
def test_what_a_physician_writes_is_rendered(markdown, html):
    assert render(markdown).strip() == html


def test_links_open_nothing_and_tell_nobody_where_they_come_from():
    html = render("see https://doi.org/10.1000/182")
    assert 'href="https://doi.org/10.1000/182"' in html
    assert 'rel="nofollow noopener noreferrer"' in html


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "![x](https://elsewhere.example/pixel.png)",
        '<a href="data:text/html,x" onclick="x()">y</a>',
        "<svg><a xlink:href='javascript:1'>z</a></svg>",
        "<style>*{display:none}</style>",
        "<iframe src=//elsewhere.example></iframe>",
        "<form action=//elsewhere.example><button>go</button></form>",
    ],
)
def test_hostile_markup_is_text_or_gone(hostile):
    html = render(hostile)
    for forbidden in ("<script", "<img", "<svg", "<style", "<iframe", "<form", "<a"):
        assert forbidden not in html


@settings(max_examples=200)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_no_text_whatever_produces_a_tag_or_attribute_outside_the_list(text):
    class Seen(HTMLParser):
        def __init__(self):
            super().__init__()
            self.found = []

        def handle_starttag(self, tag, attrs):
            self.found.append((tag, [name for name, _ in attrs]))

    seen = Seen()
    seen.feed(render(text))
    for tag, attributes in seen.found:
        assert tag in TAGS
        assert set(attributes) <= ATTRIBUTES.get(tag, set()) | {"rel"}
