"""What the scrubber replaced is shown in words, and nothing else of a text becomes markup."""

from types import SimpleNamespace

from core.web.redactions import mark_findings, mark_placeholders
from core.web.words import kind_words, pill_of


def finding(text: str, words: str, category: str) -> SimpleNamespace:
    start = text.index(words)
    return SimpleNamespace(out_start=start, out_end=start + len(words), category=category, reason="Why <not>")


def test_every_replacement_is_named_and_can_be_linked_to():
    text = "Seen by [clinician] on day 3."
    html = mark_findings(text, [finding(text, "[clinician]", "NAME"), finding(text, "day 3", "DATE")], prefix="history")
    assert 'id="history-1"' in html and 'id="history-2"' in html
    assert '<span class="redaction__kind">name</span>clinician' in html
    assert '<span class="redaction__kind">date</span>day 3' in html
    assert "Why &lt;not&gt;" in html


def test_a_token_that_repeats_its_kind_says_removed():
    text = "Number [record number]"
    assert "</span>removed</mark>" in mark_findings(text, [finding(text, "[record number]", "MRN")])


def test_text_around_findings_is_escaped():
    text = "<script>alert(1)</script> [patient]"
    html = mark_findings(text, [finding(text, "[patient]", "NAME")])
    assert "<script>" not in html and "&lt;script&gt;" in html


def test_doubtful_spans_are_lit_and_named_as_possible():
    text = "Seen by Marsh."
    html = mark_findings(text, [], doubtful=[finding(text, "Marsh", "NAME")])
    assert 'class="doubt"' in html and "possible name" in html


def test_overlapping_or_stray_spans_stay_text():
    text = "Seen by Marsh."
    whole, part = finding(text, "Seen by", "NAME"), finding(text, "by", "NAME")
    stray = SimpleNamespace(out_start=90, out_end=99, category="NAME", reason="")
    assert mark_findings(text, [whole, part, stray]).count("<mark") == 1


def test_placeholders_in_sanitised_html_become_tokens_outside_of_tags_only():
    html = mark_placeholders('<p>At [hospital] <a href="/x" title="[hospital]">[not a token]</a></p>')
    assert html.count("<mark") == 1
    assert 'title="[hospital]"' in html and "[not a token]" in html


def test_an_unknown_state_or_kind_is_shown_as_its_own_word():
    assert pill_of("brand_new").word == "Brand new"
    assert kind_words("NEW_KIND") == "new kind"
