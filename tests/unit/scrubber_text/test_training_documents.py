"""Whole documents for training: other identifiers stand where the written ones stood."""

from __future__ import annotations

import itertools
import random

from scrubber.training import documents
from scrubber.training.notes import corpus
from scrubber.training.people import People
from scrubber.training.slots import Slots


def filled(body: str, seed: int = 1):
    rng = random.Random(seed)
    written = documents.Written("note", tuple(documents._pieces(body)))
    return list(documents.filled(written, Slots(rng, People(rng, test=False)), rng))


def test_what_is_not_marked_stays_as_it_was_written():
    text = "Seen by Dr [[NAME.last:Okafor]] for a Foley, 5 mg b.d."
    assert [piece.text for piece in filled(text) if not piece.kind] == ["Seen by Dr ", " for a Foley, 5 mg b.d."]


def test_names_are_drawn_anew_in_the_form_and_case_they_had():
    drawn = {filled("[[NAME.full.lc:ann lee]]", seed)[0].text for seed in range(40)}
    assert len(drawn) > 10 and all(name == name.lower() for name in drawn)
    assert all("," in filled("[[NAME.lf:Lee, Ann]]", seed)[0].text for seed in range(40))


def test_what_stood_for_one_person_still_does():
    for seed in range(20):
        first, _, second = filled("[[NAME.last:Okafor]] and [[NAME.last:Okafor]]", seed)
        assert first.text == second.text


def test_numbers_keep_their_shape():
    drawn = {filled("[[MRN:AB-12345]]", seed)[0].text for seed in range(40)}
    assert len(drawn) > 10 and all(number[:3] == "AB-" and number[3:].isdigit() for number in drawn)


def test_every_document_is_marked_in_a_way_the_loader_knows():
    kinds = {kind for written in documents.documents() for _, kind, _ in written.pieces}
    assert {"NAME", "NAME_REL", "DATE", "CITY", "HOSPITAL", "MRN", "PHONE"} <= kinds
    assert not any(
        "[[" in words or "]]" in words for written in documents.documents() for words, _, _ in written.pieces
    )


def test_identifiers_of_whole_documents_lie_where_their_spans_say():
    whole = [
        note
        for note in itertools.islice(corpus(3, 60, test=False), 60)
        if any("document" in s.tags for s in note.spans)
    ]
    assert len(whole) > 10
    assert all(note.text[s.start : s.end].strip() for note in whole for s in note.spans)


def test_the_held_back_half_of_the_generator_has_none():
    assert not any("document" in span.tags for note in corpus(3, 60, test=True) for span in note.spans)
