"""What a text without any identifier still gives away, as tables of text, level and the details named."""

import pytest

from scrubber import DEFAULT_POLICY, LooserPolicy, Policy, assess_risk, scrub
from scrubber.risk import base_rates as rates
from scrubber.risk.details import find

ORDINARY = [
    "A 58-year-old man presented with cough and fever for three days. Lobar pneumonia.",
    "saw this guy yesterday, 50s, came off his motorbike. GCS 14, pupils fine",
    "72M COPD, PaCO2 68. Extubated today to BiPAP.",
    "Is the first patient in the trial to respond? In the news: the journal says otherwise.",
    "This is a well-known side effect. Enrolled in the first trial on trial drug.",
    "Rule out Erdheim-Chester in a 34-year-old woman from Wyoming; no Marfan, Whipple's disease excluded.",
    "She ran a marathon last year and had a tetanus booster.",
]
SINGLES_OUT = [
    ("Our mayor came in with chest pain.", "occupation"),
    ("He was in the bus crash last spring.", "event"),
    ("Her story was on the news.", "event"),
    ("The first case of cholera in our state.", "event"),
    ("She is the only survivor in the county.", "event"),
    ("The oldest patient ever to get a new heart.", "event"),
    ("A famous singer with a hoarse voice.", "occupation"),
    ("An astronaut with papilloedema.", "occupation"),
    ("Ten days after the school shooting he had flashbacks.", "event"),
]
SMALL_GROUPS = [
    ("34yo F in Wyoming with Erdheim-Chester disease.", {"age", "place", "diagnosis"}),
    ("A 30-year-old woman from Vermont with Marfan syndrome.", {"age", "place", "diagnosis"}),
    ("A 14-month-old girl with Kawasaki disease from a village of 300 people.", {"age", "place", "diagnosis"}),
    ("He is 6'9\" and one of triplets; 24-year-old Hmong man.", {"age", "feature", "ancestry"}),
    ("A 61-year-old retired judge from a small island, admitted last night.", {"age", "occupation", "place", "time"}),
]
REWRITTEN = [
    ("A 58-year-old man", "A 50-to-59-year-old man"),
    ("An 82-year-old woman", "An 80-to-89-year-old woman"),
    ("an 11-year-old boy", "a 5-to-11-year-old boy"),
    ("58M with gout", "50s M with gout"),
    ("She lives in Wyoming.", "She lives in the West."),
    ("from a village of 300 people", "from a rural area"),
    ("the mayor fell", "the public official fell"),
    ("He was in the bus crash", "He was in a transport accident"),
    ("First case in our state", "A case in our state"),
    ("the youngest patient", "a young patient"),
    ("seen last Tuesday for gout", "seen recently for gout"),
    ("a Navajo grandmother", "a Native American grandmother"),
    ("It was on the news.", "It [detail left out]."),
]


def generalised(text):
    """The text with every suggestion taken."""
    for factor in sorted(assess_risk({"": text}).factors, key=lambda factor: -factor.start):
        if factor.suggestion:
            text = text[: factor.start] + factor.suggestion + text[factor.end :]
    return text


@pytest.mark.parametrize("text", ORDINARY)
def test_an_ordinary_case_is_low(text):
    risk = assess_risk({"": text})
    assert (risk.level, risk.requires_review) == ("low", False)


@pytest.mark.parametrize(("text", "kind"), SINGLES_OUT)
def test_what_leads_to_a_public_record_requires_review(text, kind):
    risk = assess_risk({"": text})
    assert risk.requires_review
    assert risk.people_words == "perhaps one person"
    assert kind in {factor.kind for factor in risk.factors if factor.singles_out}


@pytest.mark.parametrize(("text", "kinds"), SMALL_GROUPS)
def test_details_that_are_harmless_alone_add_up(text, kinds):
    risk = assess_risk({"": text})
    assert risk.level in {"raised", "high"}
    assert kinds <= {factor.kind for factor in risk.factors}


@pytest.mark.parametrize(("text", "broader"), REWRITTEN)
def test_a_suggestion_makes_a_sentence(text, broader):
    assert generalised(text) == broader


@pytest.mark.parametrize("text", [text for text, _ in SINGLES_OUT + SMALL_GROUPS])
def test_taking_every_suggestion_lowers_the_risk_and_the_scrubber_leaves_it_alone(text):
    after = generalised(text)
    assert not assess_risk({"": after}).requires_review
    assert scrub(after).text == scrub(scrub(after).text).text


def test_the_group_is_population_times_shares():
    risk = assess_risk({"": "A 58-year-old man with Whipple's disease."})
    band = rates.age_band_of(58)
    expected = rates.POPULATION * band.share / 10 * rates.MALE * rates.PREVALENCE["very rare"].share
    assert risk.people == pytest.approx(expected)
    assert (risk.level, risk.people_words) == ("raised", "about 6 people")


def test_repeating_a_detail_narrows_nothing_further():
    once = assess_risk({"a": "A 58-year-old man from Vermont."})
    twice = assess_risk({"a": "A 58-year-old man from Vermont.", "b": "This 58-year-old man lives in Vermont."})
    assert once.people == twice.people


def test_what_the_form_says_counts_as_a_band():
    alone = assess_risk({"": "Whipple's disease."})
    with_form = assess_risk({"": "Whipple's disease."}, age=58, sex="male")
    assert with_form.people == pytest.approx(alone.people * rates.age_band_of(58).share * rates.MALE)


def test_a_differential_says_nothing_about_the_patient():
    fields = {"presentation": "A 34-year-old woman from Wyoming.", "differential": "Erdheim-Chester disease: 10%"}
    assert assess_risk(fields).level == "high"
    assert assess_risk(fields, guesses=("differential",)).level == "low"


def test_reasons_quote_nothing_of_the_text():
    text = "The 47-year-old mayor of a small town in Vermont was in the bus crash, has Whipple's disease."
    for factor in assess_risk({"": text}).factors:
        assert text[factor.start : factor.end].lower() not in factor.why.lower() or factor.kind == "age"


def test_offsets_are_those_of_the_field():
    text = "x" * 50 + " in Vermont, 58-year-old"
    for detail in find(text):
        assert 0 <= detail.start < detail.end <= len(text)


def test_a_site_may_ask_for_more_review_but_not_for_less():
    text = {"": "A 58-year-old man with Whipple's disease."}
    assert not assess_risk(text).requires_review
    assert assess_risk(text, policy=DEFAULT_POLICY.tightened(review_people=20)).requires_review
    with pytest.raises(LooserPolicy):
        Policy(review_people=1)
    with pytest.raises(LooserPolicy):
        DEFAULT_POLICY.tightened(raised_people=10)
