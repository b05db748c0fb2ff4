"""References and linked cases are read from what was posted, each once."""

import pytest

from community.mentions import cases_in, references_in
from community.models import Post


def posts(*bodies):
    return [Post(number=number, html=html) for number, html in enumerate(bodies, 1)]


@pytest.mark.parametrize(
    ("html", "label", "href"),
    [
        ("<p>See doi:10.1056/NEJMoa123456.</p>", "doi:10.1056/NEJMoa123456", "https://doi.org/10.1056/NEJMoa123456"),
        ("<p>(PMID: 12345678)</p>", "PMID 12345678", "https://pubmed.ncbi.nlm.nih.gov/12345678/"),
        ('<a href="https://who.int/x/" rel="nofollow">WHO</a>', "who.int/x", "https://who.int/x/"),
        ('<a href="https://doi.org/10.1/x">x</a><p>10.1001/jama.1</p>', "doi:10.1001/jama.1", "https://doi.org/10.1001/jama.1"),
    ],
)  # fmt: skip
def test_a_work_is_named_and_linked(html, label, href):
    assert (label, href) in [(found.label, found.href) for found in references_in(posts(html))]


def test_a_work_named_twice_is_listed_once_with_the_reply_that_named_it_first():
    found = references_in(posts("<p>none</p>", "<p>PMID 12345678</p>", "<p>PMID 12345678</p>"))
    assert [reference.number for reference in found] == [2]


def test_links_to_cases_are_no_references_but_linked_cases():
    written = posts('<p><a href="https://consilium.example/cases/12/">x</a> and /cases/7/ and /cases/12/</p>')
    assert cases_in(written) == [12, 7]
    assert references_in(written) == []


def test_dosages_and_ratios_are_no_references():
    assert references_in(posts("<p>10.5/5 mg, BP 110.2/70, 10 000/µL</p>")) == []
