"""Who speaks in a chat that was copied, and where people lie: text → what must be found."""

from __future__ import annotations

import pytest

from scrubber.recognizers import boards, chats, rooms
from tests.unit.scrubber_text.marking import found_by, unmarked

CHATS = [
    "⟦bilirubinstein⟧: who knows the family\n⟦mushu_md⟧: me\n⟦bilirubinstein⟧: thanks",
    "[14:02] ⟦Niamhster⟧: stop\n[14:03] ⟦uro_kai⟧: clots?\n[14:04] ⟦Niamhster⟧: no",
    "⟦ToxTodd⟧ wrote:\n> that is my cousin",
    "⟦Hodan⟧: go go go\n⟦Will⟧: yes yes yes. bp 88/50\n⟦Lorna⟧: found",
    "12/06, 07:14 - ⟦Lorna⟧: which one\n12/06, 07:15 - ⟦Hope⟧: this\n12/06, 07:16 - ⟦Hodan⟧: ok",
    "⟦chole_mole⟧: 7-112\n⟦JiwonTheKnife⟧: oh no\n⟦chole_mole⟧: yes\n⟦JiwonTheKnife⟧: ok",
]
NO_CHATS = [
    "Neuro: intact\nResp: clear\nNeuro: as above\nResp: same",
    "HbA1c: 7.2\nTroponin: 14\nHbA1c: 6.9\nTroponin: 20",
    "Assessment: sepsis\nPlan: fluids\nAssessment: better",
    "Patient wrote:\n> thank you",
    "Hope: yes yes\nWill: yes",
    "Airway: patent\nPlan: home\nSkin: dry\nHeart: regular",
    "bilirubinstein: spoke once\nPlan: home",
]
ROOMS = [
    "1) ⟦B9⟧ baby girl, bili 312\n2) ⟦B11⟧ spontaneous loss",
    "- Quách ⟦17C⟧: HBV flare",
    "- ông Lạc ⟦17A⟧: tb rule out",
    "Mr Namgung, ⟦7-112⟧, ex lap",
    "rooms 1014 and ⟦1016⟧, both his",
    "put him in ⟦Obs 3⟧ if free",
    "csn 3008, in ⟦ED-R4⟧ with his cousin",
    "epid ⟦LDR5⟧ now pls",
    "on the WOW outside ⟦4117⟧\nalso ⟦4117⟧ is refusing the foley",
    "the kid Aarav in ⟦5112⟧ w kawasaki",
    "night crew who has ⟦11⟧\n",
    "Serkan (⟦c11⟧, chole) wants the wifi",
    "got my four. ⟦fifteen A⟧ is the gi bleed",
    "he is in ⟦Trauma 2⟧ and filming",
    "baby Mubarak rm ⟦NICU-6⟧ on HFOV",
    "sir cot ⟦40⟧ has Beck's triad",
    "2140 RN re ⟦1107⟧ Kwok",
    "morning girls, ⟦5A⟧ passed at 5.10",
    "Pt Song ⟦B-204⟧ refusing PEG",
    "code grey, Unit ⟦9⟧ rm ⟦3⟧",
]
BOARDS = [
    "⟦B6⟧ Okafor vomited\n⟦B7⟧ Lorna home today",
    "⟦22⟧: Chue Vang, isolation\n⟦H12⟧: Long, Bo, angry\n⟦Psych A⟧: D. Pruitt, sitter",
    "⟦4-2⟧ young, 58 chf\n⟦4-3⟧ empty",
    "OB triage board\n⟦Tr1⟧ ⟦Hodan W⟧ 41.2 G6P5\n⟦Tr2⟧ Yer Lor 38.0",
    '⟦I-2⟧ "Papa Joe" sedated\n⟦I-4⟧ weaning',
]
NO_BOARDS = [
    "B12 low\nB6 normal",
    "3-4 days of fever\n5-6 beers a day",
    "4-2 young, only one row",
    "L4 root\nL5 root\nS1 root",
    "22: Acute Abdomen\n24: Chest Pain",
    "A1 pulley\nA2 pulley",
    "K1 42.5\nK1 steep axis\nK2 flat axis",
    "M1 occlusion\nM2 open",
    "D1 given\nD2 given",
    "R1: ok\nR2: no",
]
NO_ROOMS = [
    "1999: Introduction of the Wells rule",
    "in ICU 6 days, in trauma 2 patients",
    "stage 2B is treated",
    "the hip: 84F pod 2, hgb 8.9",
    "Lesion (T12, L1), Nerve (C5), Vitamin (B12)",
    "who has 2 of three criteria",
    "in 2019 w/ a stent",
    "re 1200 kcal",
    "Re: 1200 Kcal diet, re 2000 Helsinki statement",
    "in trauma 2 of 5 died",
    "Level 5A passed the audit, Stage 2B died early",
    "unit 9 was given",
    "1) B12 low",
    "2) A1c 7.2",
    "- Stage 3B: nodes",
    "Mr Namgung, 2-3 drinks",
    "rooms 3 and 4 patients each",
]


@pytest.mark.parametrize("marked", CHATS)
def test_who_speaks_is_found(marked: str) -> None:
    text, wanted = unmarked(marked)
    assert [words for words, _ in found_by(chats.RECOGNIZER, text)] == wanted


@pytest.mark.parametrize("text", NO_CHATS)
def test_headings_are_left_alone(text: str) -> None:
    assert found_by(chats.RECOGNIZER, text) == []


@pytest.mark.parametrize("marked", ROOMS)
def test_a_room_is_found(marked: str) -> None:
    text, wanted = unmarked(marked)
    assert set(wanted) <= {words for words, _ in found_by(rooms.RECOGNIZER, text)}


@pytest.mark.parametrize("text", NO_ROOMS)
def test_a_value_is_no_room(text: str) -> None:
    assert found_by(rooms.RECOGNIZER, text) == []


@pytest.mark.parametrize("marked", BOARDS)
def test_rows_of_a_board_begin_with_where_somebody_lies(marked: str) -> None:
    text, wanted = unmarked(marked)
    assert [words for words, _ in found_by(boards.RECOGNIZER, text)] == wanted


@pytest.mark.parametrize("text", NO_BOARDS)
def test_vitamins_vertebrae_and_counts_are_no_rows_of_a_board(text: str) -> None:
    assert found_by(boards.RECOGNIZER, text) == []
