"""What must hold for every text, tried on texts made of names, numbers, tokens, markup and noise."""

import json
import random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from scrubber import assess_risk, scrub, scrub_fields
from scrubber.operators import TOKEN
from tests.timing import least_seconds

PIECES = st.sampled_from(
    [
        "Mr John Smith", "Thuy Tran", "Grace", "young", "O'Neil, Sean", "Dr. Foley", "Foley catheter", "MRN: 4471923",
        "4471923", "415-555-0134", "call 415 555 0134", "a@b.example", "12/3/2024", "March 3rd", "day 3", "[patient]",
        "[person] [", "[detail left out]", "[date] 1998", "93-year-old", "born 1931", "58M", "Flagstaff, AZ 86001", "St. Mary's Hospital",
        "five five five zero one nine three", "J o h n", "\u200b", "е", "é", "\u0301", "😀", "**", "](", "\n", "\t", " ", ", ", ". ",
        "K 4.2", "BP 120/80", "10.1056/NEJMoa2022190", "http://x.example/a?b=c", "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(PIECES, max_size=14).map(" ".join), st.lists(PIECES, max_size=8).map("".join), st.text(max_size=120)
)
quick = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@quick
@given(TEXTS)
def test_offsets_lie_in_the_texts_they_speak_of(text):
    result = scrub(text)
    reached = 0
    for found in result.findings:
        assert reached <= found.start < found.end <= len(text)
        assert result.text[found.out_start : found.out_end] == found.replacement
        reached = found.end
    for doubt in result.doubtful:
        assert result.text[doubt.out_start : doubt.out_end] == text[doubt.start : doubt.end]
    assert 0 <= min((found.score for found in result.findings), default=0) <= 1


@quick
@given(TEXTS)
@example("00000m0BORN 1800bORN 1800bORN 1800BoRN!002")
def test_scrubbing_twice_changes_nothing(text):
    once = scrub(text).text
    assert scrub(once).text == once


@quick
@given(TEXTS)
def test_the_receipt_holds_no_words_of_the_text(text):
    result = scrub(text)
    receipt = json.dumps(result.receipt())
    for found in (*result.findings, *result.doubtful):
        words = text[found.start : found.end]
        if len(words) > 6 and not words.isdigit():
            assert words not in receipt


@quick
@given(TEXTS)
def test_what_is_outside_the_findings_is_left_as_it_was(text):
    result = scrub(text)
    kept = [text[start:end] for start, end in gaps(text, result.findings)]
    position = 0
    for part in kept:
        position = result.text.index(part, position) + len(part)


@quick
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_risk_offsets_lie_in_their_fields_and_taking_suggestions_never_adds_people_hidden_before(texts):
    fields = {str(number): text for number, text in enumerate(texts)}
    risk = assess_risk(fields)
    assert 0 <= risk.score <= 1 and risk.people >= 1
    for factor in risk.factors:
        assert 0 <= factor.start < factor.end <= len(fields[factor.field])


@pytest.mark.parametrize("identifier", ["4471923", "415-555-0134", "john.smith@clinic.example", "Brzezinska"])
@pytest.mark.parametrize("again", ["{0}", "see {0} again", "({0})", "{0}."])
def test_an_identifier_found_once_survives_nowhere(identifier, again):
    first = {"4471923": "MRN: {0}", "Brzezinska": "Mrs Anna {0}"}.get(identifier, "contact {0}").format(identifier)
    results = scrub_fields({"title": again.format(identifier), "history": first + ". " + again.format(identifier)})
    assert all(identifier.lower() not in result.text.lower() for result in results.values())


def gaps(text, findings):
    """The stretches between findings."""
    start = 0
    for found in findings:
        yield start, found.start
        start = found.end
    yield start, len(text)


HOSTILE = {
    "digits": "1234567890", "letters and dots": "a.", "brackets": "[(", "tokens": "[person] ", "dots": ".",
    "names": "Thuy Tran, Anna Lee, Dr. Foley, ", "combining": "a\u0301\u0302", "hyphenated capitals": "Ab-", "at signs": "a@a.",
    "spaced digits": "1 1 ", "dates": "1/1/", "spelled": "one two three ", "zero width": "a\u200b", "titles": "Mr. and Mrs. ",
    "hex": "deadbeef:", "citations": "Smith J, Doe A, ", "streets": "12 Oak ", "blank": " ", "lines": "\n", "one word": "a",
}  # fmt: skip


@pytest.mark.parametrize("shape", HOSTILE)
def test_four_times_the_text_takes_about_four_times_as_long(shape):
    """Linear: no pattern may try a text in every way. Generous; what tries every way takes sixteen times as long."""

    def work(length):
        text = (HOSTILE[shape] * (length // len(HOSTILE[shape]) + 1))[:length]
        return lambda: (scrub(text), assess_risk({"": text}))

    most = 8 * max(least_seconds(work(5_000)), 0.02)
    assert least_seconds(work(20_000), enough=most) <= most


def test_every_token_is_known_as_a_token():
    for text in ("[patient]", "[detail left out]", "[age 90 or older]", "day 12", "[encoded text]"):
        assert TOKEN.fullmatch(text)
        assert scrub(f"Seen by {text} today.").text == f"Seen by {text} today."


def test_a_long_text_of_noise_is_blocked_unread_and_nothing_of_it_survives() -> None:
    noise = "".join(random.Random(1).choices("abcAB12 .,-@/:\n", k=400_000))
    assert least_seconds(lambda: scrub(noise), enough=8) <= 8
    result = scrub(noise)
    assert (result.verdict, result.text) == ("blocked", "[encoded text]")


def test_a_long_text_of_ordinary_notes_is_read_to_its_end() -> None:
    note = "Pain for two days after a fall, worse on walking. Paracetamol 1 g four times a day, ice, and rest. "
    result = scrub(note * 3_200 + "Mr Smith went home.")
    assert result.text.endswith("Mr [patient] went home.")
