"""The taggers' networks: how they read, and what they keep."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest

from scrubber import network, tokens
from scrubber.network import LABELS, REACH, STEPS, Networks, save
from scrubber.recognizers import tagger

_TEXT = (
    "Seen in clinic with her daughter Thandeka. The abdomen is soft and the lungs are clear to auscultation.\n"
    "Dr Okonkwo at Larkhill rang on 3 March about the biopsy, which showed Crohn disease without dysplasia. Continue Humira."
)
_WORDS = tokens.tokenize(_TEXT)
NAME = LABELS.index("NAME")


@pytest.fixture
def read() -> Networks:
    return Networks([tagger.FOLDER / name for name in tagger.SHA256])


def likely(networks: Networks, words: list[tokens.Token]) -> np.ndarray:
    return networks.read(words, "")


def test_names_are_told_from_eponyms(read: Networks) -> None:
    named = {word: row[NAME] for (word, _, _), row in zip(_WORDS, likely(read, _WORDS), strict=True)}
    assert named["Thandeka"] > 0.5 and named["Okonkwo"] > 0.5
    assert named["Crohn"] < 0.1 and named["Humira"] < 0.1


def test_the_probabilities_of_a_word_add_up_to_one(read: Networks) -> None:
    answers = likely(read, _WORDS)
    assert answers.shape == (len(_WORDS), len(LABELS))
    assert np.allclose(answers.sum(axis=1), 1, atol=1e-5)


def test_a_part_with_the_words_around_it_reads_as_in_the_whole(read: Networks) -> None:
    whole = likely(read, _WORDS)
    part = likely(read, _WORDS[2:-3])
    assert np.allclose(part[REACH:-REACH], whole[2 + REACH : -3 - REACH], atol=1e-5)


def test_a_long_text_is_read_in_pieces_without_a_seam(read: Networks, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = likely(read, _WORDS)
    monkeypatch.setattr(network, "MOST", 7)
    assert np.allclose(likely(read, _WORDS), whole, atol=1e-5)


def test_nothing_is_read_as_nothing(read: Networks) -> None:
    assert likely(read, []).shape == (0, len(LABELS))


def test_what_is_kept_names_no_word(read: Networks) -> None:
    likely(read, _WORDS)
    kept = repr(read.__dict__["_places"])
    assert "Thandeka" not in kept and "thandeka" not in kept


def test_words_read_before_are_forgotten_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = likely(Networks([tagger.FOLDER / name for name in tagger.SHA256]), _WORDS)
    monkeypatch.setattr(network, "KEPT", len(_WORDS) + 5)
    small = Networks([tagger.FOLDER / name for name in tagger.SHA256])
    likely(small, tokens.tokenize(" ".join(f"word{'x' * n}" for n in range(40))))
    assert np.allclose(likely(small, _WORDS), alone, atol=1e-6)
    assert np.allclose(likely(small, _WORDS), alone, atol=1e-6)


def test_threads_do_not_read_each_others_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "KEPT", 9)  # so that what is kept is thrown away all the time
    read = Networks([tagger.FOLDER / name for name in tagger.SHA256])
    texts = [tokens.tokenize(f"Told {name} to come back.") for name in ("Priyanka", "Wojciech", "biopsies", "Ayodele")]
    alone = [likely(read, words) for words in texts]
    wrong: list[int] = []

    def work(index: int) -> None:
        for _ in range(50):
            if not np.allclose(likely(read, texts[index]), alone[index], atol=1e-5):
                wrong.append(index)

    threads = [threading.Thread(target=work, args=(index,)) for index in range(len(texts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def test_a_network_is_written_as_the_same_bytes_and_read_again(tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    names, width = ["w:dr", "s:Xx", "line"], 4
    weights = {
        "vectors": rng.integers(-9, 9, (len(names) + 1, 3)).astype(np.int8), "scales": np.ones(len(names) + 1, np.float32),
        "casing": rng.normal(size=(4, 3)), "glued": rng.normal(size=(2, 3)), "weight.0": rng.normal(size=(3, width)),
        "bias.0": np.zeros(width), "weight.last": rng.normal(size=(width, len(LABELS))), "bias.last": np.zeros(len(LABELS)),
    }  # fmt: skip
    for layer, _ in enumerate(STEPS, 1):
        weights |= {f"near.{layer}": rng.normal(size=(3, width)), f"weight.{layer}": rng.normal(size=(width, width))}
        weights[f"bias.{layer}"] = np.zeros(width)
    for name in ("one", "two"):
        save(tmp_path / name, weights, names)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert np.allclose(Networks([tmp_path / "one"]).read(tokens.tokenize("Dr Lee"), "").sum(axis=1), 1, atol=1e-5)
