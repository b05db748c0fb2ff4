"""The words that may stay readable in a picture, and their neighbours that may not."""

import pytest

from scrubber.media.vocabulary import WORDS, is_clinical, is_cut_word

STAY = (
    "L", "R", "AP", "PA", "LAT", "SUPINE", "Portable", "5 cm", "10cm", "1 mm", "MI 1.2", "MI:1.2", "TIS 0.4", "TIs0.4",
    "II", "aVR", "V1", "25 mm/s", "25mm/s", "10 mm/mV", "10mm/mV", "WL 40 WW 400", "W 400 L 40", "HR 72 bpm", "3.5 MHz",
    "Gain 60%", "120 kVp", "T2 FLAIR", "Fr 32 Hz", "50 mm", "Lt Lateral", "Erect PA", "Depth 12.0 cm", "100 µm", "x40", "DR 60",
    "MLO", "R MLO", "1.5T", "3 T", "PWR", "PSV 52 cm/s", "LVIDd 4.8 cm", "DFOV 25 cm", "T2W TSE", "RAO 30", "Tilt 0", "QTc 410 ms",
    "OD", "OS", "HFS", "FFS", "CTDIvol 8.4 mGy", "DLP 412 mGy cm", "Left arm", "Creatinine 88 µmol/L", "WBC 11.4 10^9/L", "412", "TR 2019", "TIM 0.4", "Max 40", "RAO 30", "HEAD", "L HAND", "POST CONTRAST",
    "HR 72 PR 158 ms QRS 94", "QT/QTc 388/412 ms", "0.05-150 Hz", "FEV1 2.41 L (78%) FVC 3.60 L (91%)", "RCA", "CRAN 20", "Tlb 0.7",
    "mlU/L", "Leukocytes", "Ref.", "11.7-15.3", "<0.5-3", "TSH 2.3 mIU/L",
    "GA 32w4d", "LA 3.2 cm", "SpO2", "NIBP 148/92", "NBI", "CVP A5", "25 mm/s 10 mm/mV 0.05-150Hz", "ECG", "Sp02", "Signal strength 8/10", "Signal 8/10", "RNFL 92 µm", "MD -4.2 dB", "Weight bearing", "120/80",
)  # fmt: skip
GO = (
    "Smith", "SMITH L", "L. Brown", "12.03.1961", "03-12-61", "12/03/1961", "08:42", "4482193", "ID 4482193", "MRN",
    "A772910", "44 82 19 3", "Dr L", "Room 4", "1961 R Smith", "St. Mary Hospital", "", "....", "12 Mar 1961", "PAUL",
    "412B", "7smith", "12 03 19 61", "00934471", "2019", "1961", "Tim", "Max Head", "Tim L", "A Max", "Tim Hand", "Thi Bun", "Sid", "Ou",
    "Vi", "Li", "Ti", "Avi", "Mio", "12.05-2024", "12.05-14", "11.7-2015", "3.5.-8.8.", "01.05-03.06", "11.05.13", "Lad Ref", "La", "Art", "16-Oct-2024", "OCT", "16 Oct", "3-Mar", "May", "9Sept", "Dec 2", "16-2024", "2019-2021", "T 4-2019", "16 avr", "Ref 4471", "ref4471", "No. 4471", "Unit 12", "Reference: 4471", "Value 4471", "16-AVR-24", "avr. 2024", "Art La", "8/10", "08/10",
)  # fmt: skip


@pytest.mark.parametrize("text", STAY)
def test_stays(text):
    assert is_clinical(text)


@pytest.mark.parametrize("text", GO)
def test_goes(text):
    assert not is_clinical(text)


def test_a_word_cut_by_the_edge_stays_though_its_last_letter_is_misread():
    assert is_cut_word("PWF"), "PWR"
    assert not is_cut_word("RF")
    assert not is_cut_word("SMI")


# English; then the short names of Italian, Spanish, Portuguese, French, German, Dutch, Polish, Turkish, Nordic and Malay calendars
MONTHS = (
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec "
    "gen mag giu lug ago set ott dic ene abr fev mai out dez janv fevr mars avr juin juil aout mrz okt mei mrt sty lut kwi maj cze lip sie wrz "
    "paz lis gru oca sub nis haz tem agu eyl eki kas ara des ogos dis"
).split()


def test_no_word_of_the_vocabulary_is_a_month():
    assert WORDS & set(MONTHS) == {"avr"}, "the lead"
    assert not any(is_clinical(f"16{between}{month}{between}2024") for month in MONTHS for between in " -/")
