"""What a probability is worth depends on the company it is in."""

from __future__ import annotations

import pytest

from scrubber import implausible_shapes, plausible_names, scrub, shields, thresholds, unidentifying
from scrubber.findings import Candidate
from scrubber.network import LABELS
from scrubber.normalise import normalise
from scrubber.recognizers import tagger
from scrubber.registry import Document
from scrubber.spans import Spans

LONG = thresholds.LONG


@pytest.mark.parametrize(
    ("probabilities", "words", "expected"),
    [
        ([0.99, 0.97, 0.02], LONG, "lower"),
        ([0.99, 0.97], 3, "lower"),
        ([0.99, 0.5, 0.02], LONG, "usual"),
        ([0.92], LONG, "usual"),
        ([0.5, 0.4], LONG, "higher"),
        ([], LONG, "higher"),
        ([0.5, 0.4], LONG - 1, "usual"),
    ],
)
def test_limits_are_lower_beside_what_is_sure_and_higher_where_nothing_is(
    probabilities: list[float], words: int, expected: str
) -> None:
    limits = thresholds.limits(probabilities, words)
    for label, usual in thresholds.THRESHOLD.items():
        found = "lower" if limits[label] < usual else "higher" if limits[label] > usual else "usual"
        assert found == expected, label


def test_every_label_of_the_networks_has_a_limit() -> None:
    assert set(thresholds.THRESHOLD) == set(LABELS[1:])


@pytest.mark.parametrize("limit", [0.03, 0.5])
def test_a_score_crosses_one_half_at_the_limit(limit: float) -> None:
    assert thresholds.scaled(limit, limit) == 0.5
    assert thresholds.scaled(limit * 0.99, limit) < 0.5 < thresholds.scaled(limit * 1.01, limit)
    assert (thresholds.scaled(0, limit), thresholds.scaled(1, limit)) == (0, 1)


@pytest.mark.parametrize(
    ("label", "text", "span", "is_none"),
    [
        ("AGE", "She is 77 and well", "77", True),
        ("AGE", "She is 91 and well", "91", False),
        ("AGE", "pressure below 100 with a paradox", "100", True),
        ("AGE", "mother, 100, lives alone", "100", False),
        ("AGE", "his father lived to 104", "104", False),
        ("AGE", "a man of ~94, frail", "94", False),
        ("AGE", "she died at 94", "94", False),
        ("DATE", "\n3. Mai 2024", "3. Mai", False),
        ("ROOM", "my room was 317 if that helps", "317", False),
        ("DATE", "Adderall 90/day", "90/day", True),
        ("DATE", "\n3. 09:30 blood culture", "3", True),
        ("DATE", "seen 3/4 in clinic", "3/4", False),
        ("ROOM", "22F with epilepsy", "22F", True),
        ("ROOM", "bed beefy, 7.1x4.0", "7", True),
        ("ROOM", "third floor, room 3.18, parking", "18", False),
        ("ROOM", "a FIT of 188 %", "188", True),
        ("ROOM", "3 J. Sequeira, ate toast", "3", False),
        ("ROOM", "Day -360: tremor", "360", True),
        ("ROOM", "moved to 360 in the night", "360", False),
        ("NAME", "Hepatitis A, B, C, E negative", "B, C", True),
        ("NAME", "signed J, K", "J, K", False),
        ("ROOM", "Son Kiarash, 9, is with a neighbour", "9", True),
        ("ROOM", "Bay B, 9 patients", "9", False),
        ("DATE", "the 8th hole", "the 8th", True),
        ("DATE", "for the nineteenth time", "nineteenth", True),
        ("DATE", "on the 8th he left", "the 8th", False),
        ("DATE", "linezolid d 6/7 for MRSA", "6/7", True),
        ("DATE", "admitted 6/7 for MRSA", "6/7", False),
        ("PLACE", "G2P1, prev LSCS", "G2P1", True),
        ("NAME", "from Co. Mayo today", "Co", True),
        ("NAME", "from Coe in Mayo today", "Coe", False),
        ("NAME", "posted in r/JuniorDoctorsIE", "JuniorDoctorsIE", True),
        ("NAME", "posted by u/JuniorDoctorsIE", "JuniorDoctorsIE", False),
        ("NAME", "D.O.A 17.03.2024", "D.O.A", True),
        ("NAME", "VOSS AGE: 54Y SEX: F", "F", True),
        ("NAME", "ward: F", "F", False),
        ("NAME", "metformin b.i.d., e.g. with meals", "b.i.d., e", True),
    ],
)
def test_what_is_written_as_something_else_keeps_no_company(label: str, text: str, span: str, is_none: bool) -> None:
    start = text.index(span)
    assert implausible_shapes.is_none(label, text, start, start + len(span)) is is_none


def test_everyday_words_beside_an_address_stay() -> None:
    text = (
        "Mrs Ana Okafor, DOB 3/4/1961. Bloods today. They live at 6 Coble Row, Runswick Staithe - lift needed, no bus."
    )
    assert "lift needed, no bus." in scrub(text).text


@pytest.mark.parametrize(
    ("text", "word", "doubted"),
    [
        ("Long flight. Livedo of the thighs that came", "Livedo", True),
        ("Long flight. Livedo came back", "Livedo", False),
        ("Long flight. Okafor of the renal team", "Okafor", False),
    ],
)
def test_an_unknown_word_of_a_part_is_nobody(text: str, word: str, doubted: bool) -> None:
    start = text.index(word)
    assert (plausible_names.limit(text, start, word, [word.lower()], 0.6) < 1) is doubted


def test_the_taggers_take_what_the_limits_of_the_text_say(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Mrs Ana Okafor of Larkhill was seen by Dr Lindqvist on 3/4/2024."

    def taken() -> int:
        return sum(found.score >= 0.5 for found in tagger.RECOGNIZER.find(Document(text, normalise(text))))

    assert taken()
    monkeypatch.setattr(thresholds, "limits", lambda *_: dict.fromkeys(thresholds.THRESHOLD, 0.999999))
    assert not taken()


@pytest.mark.parametrize(
    ("rule", "doubted"), [("name.pair", True), ("name.aged.behind", False), ("name.title.child", False)]
)
def test_taggers_overrule_a_pair_of_words_but_no_name_behind_an_age(rule: str, doubted: bool) -> None:
    text = "68 M, Keith Durrant, on Xarelto"
    document = Document(text, normalise(text))
    document.read.extend([(6, 11, 0.01), (12, 19, 0.01)])
    assert (document.candidate(6, 19, "NAME", 0.8, rule, "").score < 0.5) is doubted


@pytest.mark.parametrize(("rule", "allowed"), [("city.county", True), ("city.in", False)])
def test_a_county_is_believed_where_scissors_are_called_so(rule: str, allowed: bool) -> None:
    guess = Candidate(4, 8, "CITY", 0.85, rule, "")
    assert shields.allows(guess, Spans([(4, 8)]), "Co. Mayo") is allowed


@pytest.mark.parametrize(("text", "modal"), [("Since May he is breathless", False), ("and May he rest", True)])
def test_may_behind_since_is_a_month(text: str, modal: bool) -> None:
    start = text.index("May")
    assert unidentifying.season(text, start, start + 3) is modal
