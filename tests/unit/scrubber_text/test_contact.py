"""Telephone, fax, pager, e-mail, web and network addresses, handles: text → what must be found."""

from __future__ import annotations

import pytest

from scrubber.recognizers import contact
from tests.unit.scrubber_text.marking import found_by, unmarked

FOUND = [
    ("PHONE", "Call her at ⟦(617) 555-0142⟧ tomorrow."),
    ("PHONE", "Cell ⟦617-555-0142⟧, home ⟦617.555.0199⟧"),
    ("PHONE", "Reached him on ⟦+1 617 555 0142⟧ after two tries"),
    ("PHONE", "overseas ⟦+44 7700 900123⟧ please"),
    ("PHONE", "phone is ⟦6175550142⟧"),
    ("PHONE", "text ⟦555-0142⟧ when home"),
    ("PHONE", "office ⟦617-555-0142 ext. 4410⟧"),
    ("PHONE", "Pager ⟦4471⟧ for the fellow"),
    ("PHONE", "paged at #⟦20417⟧ twice"),
    ("PHONE", "bleep ⟦5521⟧"),
    ("PHONE", "extension ⟦4410⟧ is the ward desk"),
    ("FAX", "Fax: ⟦617-555-0170⟧"),
    ("FAX", "faxed to ⟦(617) 555-0170⟧ today"),
    ("EMAIL", "write to ⟦ngozi.okafor@example.org⟧."),
    ("EMAIL", "⟦j_smith+clinic@mail.example.co.uk⟧"),
    ("URL", "her page ⟦https://www.caringbridge.example/visit/minh⟧ has photos"),
    ("URL", "see ⟦www.minhstory.com⟧ for more"),
    ("URL", "⟦instagram.com/minh.tran88⟧"),
    ("IP", "logged in from ⟦203.0.113.45⟧"),
    ("IP", "address ⟦2001:db8:85a3::8a2e:370:7334⟧ in the log"),
    ("HANDLE", "she posts as ⟦@minh_t88⟧"),
    ("HANDLE", "on Reddit as ⟦u/sleepless_nurse⟧"),
    ("HANDLE", "username: ⟦kofi.m99⟧"),
    ("DEVICE", "monitor MAC ⟦00:1B:44:11:3A:B7⟧"),
]
LEFT_ALONE = [
    "BP 120/80, HR 72, RR 18, SpO2 98 %",
    "software VF10.1.2.14 keeps reading",
    "doi:10.1056/NEJMoa1911303 and https://doi.org/10.1001/jama.2020.1585",
    "PMID 31535829; see https://pubmed.ncbi.nlm.nih.gov/31535829/",
    "Na 138, K 4.1, platelets 250-300",
    "firmware version 2.4.1.10 installed",
    "metoprolol 25 mg, 12.5 mg at night",
    "seen on page 4471 of the atlas",
    "3-4 times a week, 10-15 minutes",
    "e.g. amoxicillin or i.e. a penicillin",
    "the clinical trial ran 2015-2019",
]


@pytest.mark.parametrize(("category", "marked"), FOUND)
def test_finds(category: str, marked: str) -> None:
    text, wanted = unmarked(marked)
    assert found_by(contact.RECOGNIZER, text) == [(piece, category) for piece in wanted]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_leaves_alone(text: str) -> None:
    assert found_by(contact.RECOGNIZER, text) == []
