"""Did you mean, from the forum's own words."""

import pytest

from search.language.spelling import Speller, cost, did_you_mean

VOCABULARY = [
    ("thrombocytopenia", 40), ("pneumonia", 90), ("pneumothorax", 30), ("haemoptysis", 12), ("hypertension", 80),
    ("hypotension", 60), ("arthritis", 70), ("arteritis", 50), ("phaeochromocytoma", 9), ("rash", 100),
]  # fmt: skip


class FakeEngine:
    """Knows words; `secret` ones stand only where the viewer may not look."""

    def __init__(self, secret=()):
        self.secret = set(secret)

    def vocabulary(self, *, audience, prefix="", limit=1000):
        return VOCABULARY  # as stale as a cache may be: it still holds the secret words

    def readable(self, words, *, audience):
        counts = dict(VOCABULARY)
        return {word: counts[word] for word in words if word in counts and word not in self.secret}


@pytest.fixture(autouse=True)
def _fresh_speller(monkeypatch):
    monkeypatch.setattr("search.language.spelling._spellers", {})


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("thrombocytopnia", "thrombocytopenia"), ("pnuemonia", "pneumonia"), ("pneumothoraxx", "pneumothorax"),
        ("hemoptysis", "haemoptysis"), ("hypertention", "hypertension"), ("artritis", "arthritis"),
        ("pheochromocytoma", "phaeochromocytoma"),
    ],
)  # fmt: skip
def test_one_slip_is_mended(typed, meant):
    assert Speller(VOCABULARY).candidates(typed)[0] == meant


def test_the_question_is_given_back_whole():
    found = did_you_mean('pnuemonia "and" is:solved', ["pnuemonia"], FakeEngine(), ("members",))
    assert found.text == 'pneumonia "and" is:solved'


def test_a_word_that_is_found_is_left_alone():
    assert did_you_mean("arteritis", ["arteritis"], FakeEngine(), ("members",)) is None


def test_a_word_the_viewer_may_not_read_is_never_suggested():
    assert did_you_mean("pnuemonia", ["pnuemonia"], FakeEngine(secret={"pneumonia"}), ("members",)) is None


def test_whoever_may_read_nothing_gets_no_suggestion():
    assert did_you_mean("pnuemonia", ["pnuemonia"], FakeEngine(), ()) is None


def test_neighbouring_keys_and_swapped_letters_cost_less():
    assert cost("rasg", "rash") < cost("rasp", "rash")
    assert cost("arsh", "rash") < cost("arhh", "rash") + 1
