"""A pattern is left out only where it cannot match."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scrubber import registry
from scrubber.normalise import normalise
from scrubber.prefilter import Prefilter, prefilter
from scrubber.training.notes import corpus

WRITTEN = {
    "as it stands": str,
    "in capitals": str.upper,
    "with accents": lambda text: text.replace("a", "á").replace("O", "Ö"),
    "with other digits and blanks": lambda text: text.replace("1", "\u0661").replace(" ", "\u00a0"),
}


@pytest.fixture
def watched(tmp_path):
    """A prefilter of its own for the patterns given."""

    def build(*patterns: str) -> Prefilter:
        own = Prefilter(tmp_path / "patterns.hs")
        for pattern in patterns:
            own.watch(re.compile(pattern))
        return own

    return build


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"\d{1,2}/\d{1,2}", "born\u00a012/3"),
        (r"\d{1,2}/\d{1,2}", "\u0663\u0661/\u0664"),
        (r"born\s\d", "born\x1c1"),
        (r"\b[A-Z]\w+\sHospital", "Hôpital Hospital"),
        (r"día de los muertos", "el día de los muertos"),
        (r"(?i)JOB T[iı]TLE", "job tıtle"),
        (r"[^a-z]\d", "é1"),
        (r"[^x]\d", "é1"),
        (r"(?<![a-z])\d{3}", "é123"),
        (r"[-\u2013]\d", "\u20134"),
        (r"(?i)school", "ſchool"),
        (r"(?i)k-9", "\u212a-9"),
        (r"ward$", "on the ward\n"),
        (r"(?m)^bed", "ward\nbed"),
        (r"a.b", "a\u20acb"),
    ],
)
def test_what_matches_is_possible(watched, pattern, text):
    assert re.search(pattern, text)
    assert watched(pattern).possible(text) == {0}


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"\d{5}", "born in 1987"),
        (r"[A-Z]\w+(?=, who)", "Anna came"),
        (r"(?i)ward\s\w+", "bed 4"),
        (r"día", "the day"),
        (r"@\w+", "at noon é"),
    ],
)
def test_what_cannot_match_is_left_out(watched, pattern, text):
    assert watched(pattern).possible(text) == set()


def test_a_pattern_watched_later_is_always_possible(watched):
    own = watched("bed")
    own.possible("")
    own.watch(re.compile("ward"))
    assert own.possible("nothing") == {1}


def test_only_watched_patterns_have_a_number(watched):
    with pytest.raises(KeyError):
        watched("bed").number(re.compile("chair"))


class TestTheFile:
    def test_is_read_instead_of_compiling_again(self, watched, tmp_path, monkeypatch):
        watched("bed", "ward").possible("")
        assert (tmp_path / "patterns.hs").exists()
        monkeypatch.setattr(Prefilter, "_compile", None)
        assert watched("bed", "ward").possible("a ward") == {1}

    def test_of_other_patterns_is_replaced(self, watched):
        watched("bed").possible("")
        assert watched("ward").possible("a ward") == {0}

    def test_that_is_damaged_is_replaced(self, watched, tmp_path):
        watched("bed").possible("")
        file = tmp_path / "patterns.hs"
        file.write_bytes(file.read_bytes()[:-100])
        assert watched("bed").possible("a bed") == {0}

    def test_need_not_be_writable(self, watched, monkeypatch):
        def refuse(*_):
            raise PermissionError

        monkeypatch.setattr("pathlib.Path.write_bytes", refuse)
        assert watched("bed").possible("a bed") == {0}


@pytest.fixture(scope="module", params=WRITTEN)
def documents(request):
    """Texts dense with identifiers."""
    texts = [WRITTEN[request.param](note.text) for note in corpus(7, 150, test=True)]
    return [registry.Document(text, normalise(text)) for text in texts]


def test_no_pattern_matches_a_text_that_it_is_left_out_for(documents):
    for document in documents:
        for recognizer in registry.recognizers():
            for rule in getattr(recognizer, "rules", ()):
                if rule.number not in document.possible:
                    searched = document.lowered if rule.lowered else document.view.text
                    assert rule.pattern.search(searched) is None, (rule.id, document.text)


@pytest.mark.parametrize("number", range(0, len(prefilter.patterns), 10))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_is_made_to_match_a_pattern_is_possible(number, data):
    watched = prefilter.patterns[number : number + 10]
    pattern = data.draw(st.sampled_from(watched))
    text = data.draw(st.from_regex(pattern))
    if pattern.search(text):
        assert prefilter.number(pattern) in prefilter.possible(text)
