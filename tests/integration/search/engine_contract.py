"""What every search engine must do. Both run this suite; the class says how to make an empty engine.

class TestEmbeddedEngine(EngineContract):
    @pytest.fixture
    def engine(self, tmp_path): ...
"""

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from benchmarks.search_hostile import HOSTILE
from search.documents import VECTOR_SIZE, Document
from search.engines.base import Ask, Expansion
from search.query import Term, parse

MEMBERS = ("members",)
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def direction(axis):
    """A unit vector along one axis."""
    vector = np.zeros(VECTOR_SIZE, np.float32)
    vector[axis] = 1
    return vector


def document(key, title="", body="", **fields):
    given = {"kind": key.split(":")[0], "topic": key.split(":")[1], "updated": NOW, "active": NOW}
    return Document(id=key, title=title, body=body, **(given | fields))


ARTERITIS = document(
    "case:1", "Giant cell arteritis", "Jaw claudication. HbA1c was 48. Infliximab 5 mg/kg.",
    outcome="Biopsy proved it.", specialty="rheumatology", channel="rheumatology", author="calm-otter", label="solved",
    has=("image", "outcome"), vector=direction(1),
)  # fmt: skip
BLOCK = document(
    "post:2", "Syncope in the young", "Mobitz block 2:1, CHA2DS2-VASc is 0. Giants among cells are rare. Hb A1c normal.",
    specialty="cardiology", channel="cardiology", author="quiet-heron", label="unsolved", mentions=("calm-otter",),
    updated=NOW - timedelta(days=40), active=NOW + timedelta(days=1), vector=direction(2),
)  # fmt: skip
TOPIC = document(
    "topic:3", "Naïve question about fevers", "", specialty="cardiology", channel="cardiology", author="calm-otter",
    label="unsolved", has=("no-answer",), updated=NOW - timedelta(days=200),
)  # fmt: skip
SECRET = document("case:4", "Giant quokka arteritis", "Only for some", specialty="quokkalogy", audience=("others",),
                  vector=direction(1))  # fmt: skip


class EngineContract:
    """Subclass with an `engine` fixture: an empty engine."""

    @pytest.fixture
    def ask(self, engine):
        """`ask("words")`: ids found by a member, in order."""
        engine.write([ARTERITIS, BLOCK, TOPIC, SECRET])

        def asking(text, **fields):
            return engine.ask(Ask(parse(text, today=NOW.date()), fields.pop("audience", MEMBERS), **fields))

        return asking

    @pytest.fixture
    def found(self, ask):
        return lambda text, **fields: [hit.id for hit in ask(text, **fields).hits]

    # --- words ---

    def test_any_word_finds_and_a_document_with_all_words_comes_first(self, found):
        assert found("giant arteritis") == ["case:1", "post:2"]

    def test_words_are_found_in_other_forms_and_without_accents(self, found):
        assert found("naive fever") == ["topic:3"]
        assert found("claudications") == ["case:1"]

    def test_a_phrase_is_found_exactly_as_written_and_not_in_other_forms(self, found):
        assert found('"giant cell"') == ["case:1"]
        assert found('"giant cells"') == []
        assert found('"cell giant"') == []

    def test_a_word_can_be_excluded(self, found):
        assert found("giant -arteritis") == ["post:2"]
        assert found('giant -"giant cell"') == ["post:2"]
        assert set(found("-giant")) == {"topic:3"}

    def test_alternatives_and_parentheses(self, found):
        assert set(found("claudication OR fevers")) == {"case:1", "topic:3"}
        assert found("(giant fevers) -(block OR fevers)") == ["case:1"]
        assert set(found("biopsy OR -giant")) == {"case:1", "topic:3"}

    def test_the_rest_of_a_word_may_be_left_open(self, found):
        assert found("claud*") == ["case:1"]
        assert found("claudx*") == []

    @pytest.mark.parametrize("written", ["HbA1c", "hba1c", "Hb A1c", "HB-A1C", "A1c"])
    def test_a_term_with_digits_is_found_however_it_is_written(self, found, written):
        assert set(found(written)) >= {"case:1", "post:2"}

    @pytest.mark.parametrize(
        ("written", "expected"),
        [("5mg/kg", "case:1"), ("5 mg/kg", "case:1"), ('"5 mg/kg"', "case:1"), ("CHA2DS2VASc", "post:2"),
         ("cha2ds2-vasc", "post:2"), ("VASc", "post:2"), ("2:1", "post:2"), ('"2:1"', "post:2")],
    )  # fmt: skip
    def test_doses_scores_and_ratios_are_found_whole_and_in_parts(self, found, written, expected):
        assert expected in found(written)

    def test_words_can_be_looked_for_in_titles_or_outcomes_only(self, found):
        assert found("in:title giant") == ["case:1"]
        assert found("in:outcome biopsy") == ["case:1"]
        assert found("in:outcome claudication") == []
        assert found("-in:title giant") == ["post:2"]

    def test_other_words_for_a_term_count_less_and_only_the_better_of_both_counts(self, ask):
        plain = ask("claudication").hits[0].score
        other = (Expansion((Term("limping"),), "claudication", 0.3),)
        assert ask("limping", expansions=other).hits[0].score == pytest.approx(0.3 * plain, rel=1e-3)
        twice = (Expansion((Term("claudication"),), "jaw", 0.3),)
        assert ask("claudication", expansions=twice).hits[0].score == pytest.approx(plain, rel=1e-3)

    def test_other_words_may_stand_for_neighbours_together(self, found):
        other = (Expansion((Term("temporal"), Term("vasculitis")), "giant cell arteritis", 0.5),)
        assert found("temporal vasculitis", expansions=other) == ["case:1"]

    @pytest.mark.parametrize("name", sorted(HOSTILE))
    def test_a_hostile_query_is_answered_and_shows_nothing_of_others(self, ask, name):
        answer = ask(HOSTILE[name])
        assert "case:4" not in {hit.id for hit in answer.hits}
        assert answer.total <= 3

    # --- conditions ---

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("kind:case", {"case:1"}), ("-kind:case", {"post:2", "topic:3"}), ("is:solved", {"case:1"}),
            ("-is:solved", {"post:2", "topic:3"}), ("is:unanswered", {"topic:3"}), ("has:image", {"case:1"}),
            ("-has:image", {"post:2", "topic:3"}), ("has:outcome", {"case:1"}), ("specialty:cardiology", {"post:2", "topic:3"}),
            ("-specialty:cardiology", {"case:1"}), ("channel:rheumatology", {"case:1"}), ("from:calm-otter", {"case:1", "topic:3"}),
            ("-from:@calm-otter", {"post:2"}), ("mentions:calm-otter", {"post:2"}), ("after:30d", {"case:1"}),
            ("before:30d", {"post:2", "topic:3"}), ("-before:30d", {"case:1"}), ("after:2026-01-01 -kind:case", {"post:2"}),
            ("votes:>0", set()), ("-votes:>0", {"case:1", "post:2", "topic:3"}), ("tag:anything", set()),
            ("is:solved OR kind:topic", {"case:1", "topic:3"}), ("(is:solved OR kind:topic) giant", {"case:1"}),
            ("-(is:solved OR kind:topic)", {"post:2"}), ("fevers OR is:solved", {"case:1", "topic:3"}),
        ],
    )  # fmt: skip
    def test_conditions_narrow(self, found, text, expected):
        assert set(found(text)) == expected

    def test_conditions_about_the_viewer(self, found):
        assert set(found("is:mine", handle="calm-otter")) == {"case:1", "topic:3"}
        assert found("is:mine") == []
        following = {"following": frozenset({"2"})}
        assert found("is:following", topics=following) == ["post:2"]
        assert set(found("-is:following", topics=following)) == {"case:1", "topic:3"}
        assert found("is:following") == []

    def test_only_some_documents_may_be_considered(self, ask):
        answer = ask("giant", only=("post:2", "case:4"))
        assert ([hit.id for hit in answer.hits], answer.total) == (["post:2"], 1)

    def test_newest_and_latest_activity_first(self, found):
        assert found("sort:new giant fevers") == ["case:1", "post:2", "topic:3"]
        assert found("sort:active giant") == ["post:2", "case:1"]

    # --- counts, pages ---

    def test_totals_and_facets_count_what_was_found(self, ask):
        answer = ask("giant fevers")
        assert answer.total == 3
        assert dict(answer.facets["specialty"]) == {"cardiology": 2, "rheumatology": 1}
        assert dict(answer.facets["year"]) == {"2026": 2, "2025": 1}
        assert ask("giant", facets=False).facets == {}

    @pytest.mark.parametrize("sort", ["", " sort:new", " sort:active"])
    def test_pages_neither_repeat_nor_miss_a_hit_even_with_equal_scores(self, engine, sort):
        engine.write([document(f"post:{n}", "Same", "same words", topic="1") for n in range(100, 145)])
        seen, after = [], ""
        for _ in range(20):
            answer = engine.ask(Ask(parse(f"same{sort}"), MEMBERS, limit=10, after=after))
            seen += [hit.id for hit in answer.hits]
            after = answer.next
            if not after:
                break
        assert len(seen) == len(set(seen)) == 45
        assert answer.total == 45

    def test_a_cursor_that_is_none_begins_at_the_first_page(self, found):
        assert found("giant arteritis", after="no cursor") == ["case:1", "post:2"]

    # --- meaning ---

    def test_hits_by_meaning_are_taken_among_what_the_viewer_may_read(self, ask):
        near = direction(1)
        hits = ask("kind:case", vector=near).vector_hits
        assert [(hit.id, hit.topic, round(hit.score, 2)) for hit in hits] == [("case:1", "1", 1.0)]
        assert [hit.id for hit in ask("-arteritis", vector=near).vector_hits] == ["post:2"]
        assert ask("giant", vector=near, audience=()).vector_hits == []

    def test_the_nearest_that_pass_the_conditions_are_found_among_many_nearer_ones(self, engine):
        crowd = [
            document(f"post:{n}", "Crowd", kind="post", audience=("others",), vector=direction(3)) for n in range(200)
        ]
        engine.write([*crowd, document("case:999", "Far", vector=direction(4))])
        answer = engine.ask(Ask(parse("far"), MEMBERS, vector=direction(3), vector_limit=5))
        assert [hit.id for hit in answer.vector_hits] == ["case:999"]

    def test_similar_documents_share_telling_words_and_leave_out_the_one_at_hand(self, engine, ask):
        answer = engine.similar("jaw claudication and giant cells", audience=MEMBERS, vector=direction(1))
        assert [hit.id for hit in answer.hits] == ["case:1"]
        assert [hit.id for hit in answer.vector_hits] == ["case:1"]
        left = engine.similar("jaw claudication", audience=MEMBERS, vector=direction(1), leave_out=["case:1"])
        assert (left.hits, left.vector_hits) == ([], [])

    # --- what a viewer may read ---

    def test_nobody_without_a_token_finds_counts_or_guesses_anything(self, engine, ask):
        answer = ask("giant -nothing", audience=(), vector=direction(1))
        assert (answer.hits, answer.total, answer.facets, answer.vector_hits) == ([], 0, {}, [])
        assert engine.vocabulary(audience=()) == []
        assert engine.readable(["giant"], audience=()) == {}
        assert engine.titles("giant", audience=()) == []
        assert engine.similar("giant", audience=(), vector=direction(1)).hits == []

    def test_what_others_may_read_shows_in_nothing(self, engine, ask):
        answer = ask("quokka OR giant OR specialty:quokkalogy", vector=direction(1))
        assert "case:4" not in {hit.id for hit in (*answer.hits, *answer.vector_hits)}
        assert answer.total == 2
        assert "quokkalogy" not in dict(answer.facets["specialty"])
        assert "quokka" not in dict(engine.vocabulary(audience=MEMBERS))
        assert engine.vocabulary(audience=MEMBERS, prefix="quo") == []
        assert engine.readable(["quokka", "giant"], audience=MEMBERS) == {"giant": 1}
        assert engine.titles("quokka", audience=MEMBERS) == []
        assert engine.similar("quokka", audience=MEMBERS, vector=direction(1)).hits == []
        assert [hit.id for hit in ask("quokka", audience=("others",)).hits] == ["case:4"]

    # --- while typing ---

    def test_titles_while_typing(self, engine, ask):
        def typed(text, **fields):
            return [hit.id for hit in engine.titles(text, audience=MEMBERS, **fields)]

        assert typed("gia") == ["case:1"]
        assert typed("giant ce") == ["case:1"]
        assert typed("ce gia") == ["case:1"]
        assert typed("syncope") == []
        assert typed("syncope", kinds=("post",)) == ["post:2"]
        assert typed("") == typed("()*") == []

    def test_the_vocabulary_holds_words_as_written(self, engine, ask):
        assert dict(engine.vocabulary(audience=MEMBERS, prefix="giant")) == {"giant": 1, "giants": 1}
        assert ("giant", 1) in engine.vocabulary(audience=MEMBERS)

    # --- writing ---

    def test_a_replaced_document_is_found_by_its_new_words_only(self, engine, found):
        engine.write([document("case:1", "Wallaby", sequence=2)])
        assert found("wallaby") == ["case:1"]
        assert found("claudication") == found('"giant cell"') == found("claud*") == found("hba1c -block") == []
        assert "claudication" not in dict(engine.vocabulary(audience=MEMBERS))
        assert engine.readable(["claudication"], audience=MEMBERS) == {}

    def test_a_removed_document_is_gone_from_everything(self, engine, ask):
        engine.write([], gone={"case:1": 2})
        answer = ask("arteritis OR kind:case", vector=direction(1))
        assert "case:1" not in {hit.id for hit in (*answer.hits, *answer.vector_hits)}
        assert answer.total == 0
        assert engine.count() == 3
        assert "case:1" not in dict(engine.digests())

    def test_a_late_write_of_an_earlier_state_changes_nothing(self, engine, found):
        engine.write([document("case:1", "Latest", sequence=9)])
        engine.write([document("case:1", "Late", sequence=8)])
        assert (found("latest"), found("late")) == (["case:1"], [])

    def test_a_late_write_does_not_bring_back_what_was_removed(self, engine, found):
        engine.write([], gone={"case:1": 9})
        engine.write([document("case:1", "Risen", sequence=8)])
        assert found("risen") == []
        engine.write([document("case:1", "Restored", sequence=10)])
        assert found("restored") == ["case:1"]

    def test_a_late_removal_does_not_take_away_what_came_later(self, engine, found):
        engine.write([document("case:1", "Restored", sequence=10)])
        engine.write([], gone={"case:1": 9})
        assert found("restored") == ["case:1"]

    def test_removing_what_was_never_there_is_no_error(self, engine):
        engine.write([], gone={"case:77": 1})
        assert engine.count() == 0

    def test_digests_tell_every_document_apart(self, engine, ask):
        held = dict(engine.digests())
        assert held == {item.id: item.digest for item in (ARTERITIS, BLOCK, TOPIC, SECRET)}

    def test_a_new_index_is_filled_beside_the_one_that_answers(self, engine, found):
        fresh = engine.beside()
        fresh.write([document("case:1", "Rebuilt")])
        assert found("claudication") == ["case:1"]
        engine.write([document("case:5", "Written meanwhile")])
        assert fresh.count() == 2, "writes during a rebuild reach the new index too"
        engine.adopt(fresh)
        assert (found("claudication"), found("rebuilt"), found("meanwhile")) == ([], ["case:1"], ["case:5"])

    def test_a_rebuild_that_died_leaves_nothing_behind(self, engine, ask):
        engine.beside().write([document("case:1", "Half")])
        fresh = engine.beside()
        fresh.write([ARTERITIS])
        engine.adopt(fresh)
        assert ask("half").hits == []
        assert dict(engine.digests()) == {ARTERITIS.id: ARTERITIS.digest}
