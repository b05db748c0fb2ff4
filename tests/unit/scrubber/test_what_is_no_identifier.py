"""Brands, programmes, times of day, doses and headings stay; a name keeps to itself, without degree, form of address or next line."""

import pytest

from scrubber import scrub

_STAYS = (
    # trade names
    "Rash got worse with Lotrisone, better then worse again with terbinafine, so we stopped all of it and scraped.",
    "Slough debrided with curette. Hydrofera Blue to base, Allevyn over, Prevalon boots on both heels overnight.",
    "She went home on Urimax at night and Pantocid in the morning, with Zerodol only if the pain is bad.",
    "Dantrium or Revonto needs sixty millilitres per vial, so assign two people to nothing but mixing.",
    "Insurance wants Cymbalta before Qutenza, though Lyrica made him fall asleep at the wheel of his tractor.",
    "Machine: Philips Epiq CVx. Images were adequate and there is no thrombus in the appendage.",
    "Advice: T. Dolo 650 SOS, Tab. Pantocid 40 OD, plenty of water and rest at home for a week.",
    "Rotate MS Contin to methadone; the QTc allows it and the pain team has agreed to follow.",
    # programmes, charities, eponyms of two people
    "The unit changed to Eat Sleep Console last year, and half as many babies need morphine.",
    "Nurse navigator gave her the Susan G. Komen and ACS booklets and a number for the support group.",
    "Found down by Meals on Wheels after maybe ten hours, warm and talking, hip clearly short and turned out.",
    "RYR1 and STAC3 are the genes; King-Denborough and central core disease are the syndromes to know.",
    "Oriented to self only, with asterixis, West Haven 2-3. No melena, afebrile, ammonia not sent.",
    # abbreviations and services
    "CC: SOB x 4 days\n\nHe sleeps in a chair and his socks leave deep marks by the evening.",
    "Heparin three times a day is fine per ASRA. We will pull the catheter when the count is back.",
    "Service: Gen Surg\nDiet: clears, advance as tolerated. Drain output is thin and falling.",
    "Geri co-manage, vitamin D, PTH. Peds GI to see the grandson another day.",
    # times of day, doses, scores, durations
    "1930 assessed, resting.\n2145 pain 5, gave Roxicodone 5.\n0130 large loose stool, skin intact.\n0400 labs drawn.",
    "Shift 1900-0700. Slept well, woke twice for water, no complaints in the morning.",
    "She takes Cortef 15/5 and Florinef and has had one crisis on holiday, with vomiting.",
    "Oxygen need rose to three litres, then BiPAP 12/6 for two days with good effect.",
    "BG log 98-231, high on Sunday after sweet bread, otherwise taking the pills as told.",
    "ER 95 PR 80 HER2 1+, Ki67 18. Nottingham grade 2, margins clear.",
    "Pressures were 15 and 16. OCT shows subretinal fluid in the right eye.",
    "Reports memory decline 18/12, misplacing keys and getting lost on familiar roads.",
    "Crying on transfer, FLACC 8/10, then settled with sucrose and a swaddle.",
    "Vent: PS 10/5, 12/6, 14/7 overnight, PEEP 6/8, good gas by the morning and awake.",
    "Apgars 8/9, 7/8/9. BPP 8/8, then 6/10. SVE 4/80/-2, then 6/90/-1 an hour later.",
    "Cycle 4/6, fraction 12/25, RT 60/30, 20/5. Dose 3/6 was late because of the snow.",
    "Path: 2/14 nodes, 0/3 sentinel, 1/19 pelvic, mitoses 8/10 HPF, margins clear.",
    "Tue/Thu PT, methotrexate every Mon, folic acid on Fri. Off Sun. Sat 97 on room air.",
    "Na 128 130 133 over the three mornings, eating and drinking, walking to the window.",
    # answers and offices in place of a name
    "RN: Aware\nPA: Denied\nWife: Supportive\nProvider: Hospitalist on call\nTech: Axial T2, DWI",
    # words that are no names
    "I saw this couple today. They've had three losses and we've sent the usual panel again.",
    "Turkish speaking, some English. Can you rewrite this into plain English for the family?",
    "A. Colon, sigmoid: adenocarcinoma. B. Appendix: no tumour. C. Liver: steatosis.",
    "Dear Hospital Leadership,\n\nEmergency department crowding harms people and you have the numbers.",
    "RE: Personal Independence Payment\n\nI am writing in support of a claim for one of my patients.",
    "Plans pregnancy in the new year: switch the tablets once the test is positive.",
    "Call 1-800-222-1222 (Poison Control), mark the edge with a pen, elevate, and use no ice.",
)


@pytest.mark.parametrize("text", _STAYS)
def test_nothing_is_taken(text):
    assert [text[found.start : found.end] for found in scrub(text).findings] == []


_EDGES = (
    ("Nurse: Odalys Finch RN, on until morning with two others.", ["Odalys Finch"]),
    ("Reported by: Anjali Deshmukh FRANZCR\nFinal report, no addendum.", ["Anjali Deshmukh"]),
    ("Sonographer: Kirsten Fyfe\nMachine: Philips Epiq CVx, windows fair.", ["Kirsten Fyfe"]),
    ("Home with her aunt, Auntie Risi Adebayo, who gives the drops.", ["Risi Adebayo"]),
    ("I've told Margaret Okonkwo, and Dr. Okonkwo agrees.", ["Margaret Okonkwo", "Okonkwo"]),
    ("1915 took over from Trudy Blankenship RN.\n2010 gave Dilaudid.\n2130 spouse left.", ["Trudy Blankenship"]),
    ("Attending: Silas Crane Resident: Kavya Murthy Student: none", ["Silas Crane", "Kavya Murthy"]),
    (
        "Author: Ngozi Okoli Nurse Practitioner\nSigned: Kwabena Osei Senior House Officer",
        ["Ngozi Okoli", "Kwabena Osei"],
    ),
    (
        "Provider: Itzel Cordero Family Medicine\nRadiologist: Weiming Tan Final Report",
        ["Itzel Cordero", "Weiming Tan"],
    ),
    ("PATIENT: VOSS, HARRIET AGE: 54Y SEX: F", ["VOSS, HARRIET"]),
    ("Seen Mon 3/18/24 by Dr. Okafor, back Wed 3/20/24.", ["Mon 3/18/24", "Okafor", "Wed 3/20/24"]),
    # look-alikes that must go
    ("Mrs. Graves was seen today. Mr. Blue came too.", ["Graves", "Blue"]),
    ("Lives in West Haven and was seen on 5/26 by Dr. Mack Barnes.", ["West Haven", "5/26", "Mack Barnes"]),
    ("MRN 00441930, last seen 12/06/2024, phone 203-555-0122.", ["00441930", "12/06/2024", "203-555-0122"]),
    ("Patient file number 52509981 was sent with the courier.", ["52509981"]),
)


@pytest.mark.parametrize(("text", "taken"), _EDGES)
def test_a_name_is_taken_without_its_neighbours(text, taken):
    assert [text[found.start : found.end] for found in scrub(text).findings] == taken


def test_what_a_weak_rule_takes_and_the_taggers_do_not_believe_is_shown_and_not_replaced():
    result = scrub(
        "D+11 after autologous transplant (Mel 200) for IgG kappa myeloma. Neutrophils low, platelets low, afebrile."
    )
    assert not result.findings
    assert [found.rule for found in result.doubtful] == ["name.given"]


def test_a_title_needs_no_belief():
    text = "Dr Bruce 12 METs, lipids boring, is there a protocol for that and who follows it up afterwards?"
    assert [text[found.start : found.end] for found in scrub(text).findings] == ["Bruce"]


@pytest.mark.parametrize(
    "text", ["quokka", "Chagas", "stevens johnson", "Noonan", "kawasaki", "Lille", "question number 8"]
)
def test_a_bare_word_asked_for_is_no_person(text):
    assert not scrub(text).findings


@pytest.mark.parametrize("text", ["Okafor", "Nguyen", "maria lopez", "thanks Johnson", "page Wells pls"])
def test_a_bare_name_is_one(text):
    assert scrub(text).findings
