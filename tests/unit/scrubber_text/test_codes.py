"""Codes without a label, plates, logins, and numbers and addresses in disguise: text → what must be found."""

from __future__ import annotations

import pytest

from scrubber.recognizers import codes, veiled
from tests.unit.scrubber_text.marking import found_by, found_in, unmarked

CODES = [
    "52, BMI 38, ⟦SL20931⟧ study night",
    "Lot of Truxima ⟦TX4471Q⟧.",
    "band ⟦K77418⟧ checked",
    "concentrator ⟦HMO-7723⟧ delivered",
    "plate per PD ⟦CA 7KRT418⟧, hit and run",
    "his rig (⟦AZ CMV 3PK118⟧) was held",
    "hit by a van, ⟦SN19 KXB⟧, outside",
    "Flight ⟦N418LK⟧ landed",
    "Dexcom tx ⟦8G2HKL⟧ paired",
    "Shingrix second dose ⟦9T4K2⟧.",
    "side door, key code ⟦4418#⟧",
    "Lock box ⟦7715⟧ by the gate",
    "pass ⟦BlueHeron22⟧ for the guest wifi",
    "consultant, MDCN ⟦38441⟧",
    "user is ⟦akrieg17⟧ on the record",
    "she is ⟦nightowlrn⟧ on threads",
    "OHIP ⟦4422 118 093 VK⟧",
]
NO_CODES = [
    "KIT D816V and EGFR T790M, R1162X too, BRAF V600E",
    "G3P1011 at 38 weeks, E3V4M6 on arrival, pT2N0M0",
    "trials RTOG0617, AHOD1331 and KEYNOTE-1189",
    "KDIGO2012 and ESC-2023 say so",
    "EV1000 and SC2000 monitors, MX800 at the bed",
    "HLA-B5701 negative, KIAA1549 fusion, CYP2C19 normal",
    "segments A1-A14, levels T5-T11, L4-L5",
    "1200ML in, 40000U heparin, 2000MG metformin",
    "model W1DR01 and type 2008T machines",
    "CD34 POS, CD20 NEG on flow",
    "code status full, code blue at 0312, code stroke called",
    "covid19 test, grade3 tear, stage2 ulcer on my login screen",
    "we discussed on twitter, posted on facebook",
    "N501Y and K417N variants circulate",
]
VEILED = [
    "cell ⟦8zero8 555 zero1four4⟧ works",
    "⟦twothreefour fivefivefive zeroonetwotwo⟧ is mine",
    "⟦six seventeen, five fifty five, oh one twenty two⟧",
    "tail ⟦november four four one lima kilo⟧",
    "DOB is ⟦eleven/twenty-three/sixty-seven⟧",
    "admitted ⟦the fourth of the eleventh⟧",
    "due ⟦Ju1y 4th⟧, biopsy ⟦0ct 3⟧",
    "at ⟦one one seven Larkspur Ct⟧",
    "at ⟦1l7 Map1e Ave⟧ again",
    "⟦fionaATheartclinicDOTexample⟧",
    "⟦ravi.k (a) radreads (d0t) example⟧ please",
    "⟦h t t p s : / / share . clinicpix . example / q7⟧",
    "⟦clinicpix[dot]example/slash/q7⟧",
    "⟦+1 (5O5) 555 o1 66⟧",
    "the kid (⟦Z 0 e y⟧)",
    "name is ⟦Wash*ngt*n⟧",
]
NOT_VEILED = [
    "severe at one point but resolved",
    "one or two of three, then four at most",
    "the third of the seven ribs, fourth of the metatarsals",
    "alpha and beta blockade, delta wave, kilo lost",
    "took one, two or three tablets of five",
    "see your portal, https and http differ",
    "0 1 2 3 pain faces",
]


@pytest.mark.parametrize("marked", CODES)
def test_codes_are_found(marked: str) -> None:
    text, wanted = unmarked(marked)
    assert [piece for piece, _ in found_by(codes.RECOGNIZER, text)] == wanted


@pytest.mark.parametrize("text", NO_CODES)
def test_what_medicine_writes_like_codes_stays(text: str) -> None:
    assert found_by(codes.RECOGNIZER, text) == []


@pytest.mark.parametrize("marked", VEILED)
def test_disguises_are_read(marked: str) -> None:
    text, wanted = unmarked(marked)
    found = " ".join(piece for piece, _ in found_by(veiled.RECOGNIZER, text))
    assert all(piece in found for piece in wanted)


@pytest.mark.parametrize("text", NOT_VEILED)
def test_plain_words_are_no_disguise(text: str) -> None:
    assert found_by(veiled.RECOGNIZER, text) == []


def test_a_web_address_ends_before_the_next_sentence() -> None:
    text = "Pictures are at https://portal.example/u/tk. If lost, call."
    assert found_in(text) == ["https://portal.example/u/tk"]
