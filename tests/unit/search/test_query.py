"""The query language: what is read, what is said about what was not understood, and that nothing breaks it."""

from datetime import date

import pytest

from search.query import DEEPEST, MOST_TERMS, Filter, Group, Term, parse
from search.reading import reading
from tests.timing import least_seconds

TODAY = date(2026, 3, 1)


def read(text):
    return reading(parse(text, today=TODAY))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("troponin chest pain", "“troponin” or “chest” or “pain”"),
        ('"giant cell" -biopsy', "exactly “giant cell”, not “biopsy”"),
        ("“giant cell”", "exactly “giant cell”"),
        ("a1 OR b2 c3", "(“a1” or “b2”) or “c3”"),
        ("claud*", "words starting with “claud”"),
        ("(sepsis OR shock) -(warfarin heparin)", "(“sepsis” or “shock”), not (“warfarin” or “heparin”)"),
        ("x -is:solved", "“x”, not solved"),
        ("is:solved OR is:unsolved", "(solved or unsolved)"),
        ("(is:solved kind:case) OR x", "((solved and kind case) or “x”)"),
        ("a OR -b", "(“a” or (not “b”))"),
        ("-a OR b", "((not “a”) or “b”)"),
        ("in:title x", "“x” in titles"),
        ("-in:outcome x", "“x” but not in outcomes"),
        ("sort:new x", "“x”, newest first"),
        ("after:2026-02 x", "“x”, since 01 February 2026"),
        ("before:30d", "before 30 January 2026"),
        ("IS:Solved", "solved"),
        ("from:@Calm-Otter", "written by calm-otter"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_query_can_be_read_aloud(text, words):
    assert read(text) == words


def test_words_are_alternatives_and_never_silently_required():
    assert parse("one two three").should == [Term("one"), Term("two"), Term("three")]


def test_a_group_of_filters_is_a_condition_and_not_a_word():
    query = parse("(is:solved OR kind:case) sepsis")
    assert query.should == [Term("sepsis")]
    assert [item.is_condition for item in query.conditions] == [True]


@pytest.mark.parametrize("text", ["foo:bar", "is:banana", "specialty:magic", "after:soon", "votes:many", "in:body", "sort:up",
                                  "has:teeth", "-sort:new", "kind:", "PMID:123"])  # fmt: skip
def test_an_unknown_operator_or_value_is_noticed_and_searched_as_text(text):
    query = parse(f"{text} sepsis")
    assert len(query.terms()) == 2 or (query.terms() and "-" in text), "nothing typed is dropped"
    assert query.filters == []
    assert bool(query.notices) == (text != "kind:")


@pytest.mark.parametrize("text", ['"is:solved"', '"in:title x"', '"foo:bar"'])
def test_a_colon_in_quotes_is_no_operator(text):
    query = parse(text)
    assert query.notices == [] and query.filters == [] and query.scope == ""
    assert query.should == [Term(text.strip('"'), "phrase")]


@pytest.mark.parametrize("text", ["2:1", "5mg/kg", "10:30", "1:80"])
def test_a_ratio_is_no_operator(text):
    query = parse(text)
    assert (query.should, query.notices) == ([Term(text)], [])


@pytest.mark.parametrize("text", ["tag:x", "votes:>3", "has:poll", "-tag:x"])
def test_what_nothing_carries_yet_is_said(text):
    assert "matches nothing" in parse(text).notices[0]


@pytest.mark.parametrize("name", ["channel:a", "specialty:cardiology", "tag:a", "from:a", "mentions:a", "is:mine", "has:image",
                                  "before:2025", "after:2025", "votes:>1", "kind:case"])  # fmt: skip
def test_every_filter_can_be_negated(name):
    (positive,), (negative,) = parse(name).filters, parse(f"-{name}").filters
    assert (positive.negated, negative.negated) == (False, True)
    assert (positive.field, positive.value) == (negative.field, negative.value)


def test_parentheses_may_be_five_deep_and_no_deeper():
    assert parse("(" * DEEPEST + "a OR b" + ")" * DEEPEST).notices == []
    deeper = parse("(a (b (c (d (e (f OR g) h)))) i) j")
    assert "deeper than 5" in deeper.notices[0]
    assert {term.text for term in deeper.terms()} == set("abcdefghij")


@pytest.mark.parametrize(
    "text",
    ["(" * 10_000, ")" * 10_000, "a " * 10_000, "a OR " * 10_000, "-" * 10_000, '"' * 9_999, ":" * 10_000, "a:" * 5_000,
     "*" * 5_000 + "a", "a*" * 5_000, "?*" * 5_000, "\x00\x1f\u202e" * 3_000, "ﷺ" * 5_000, "(a OR " * 3_000, "-(" * 5_000,
     "/.*(a+)+$/ [a-z]{1000}", "_id:1 audience:members _exists_:x *:*", "{!func}1 OR 1=1; DROP TABLE", "a~5^10 b&&c||d"],
)  # fmt: skip
def test_hostile_text_is_read_within_a_tenth_of_a_second(text):
    assert least_seconds(lambda: reading(parse(text)), enough=0.1) <= 0.1
    query = parse(text)
    assert len(query.terms()) <= MOST_TERMS
    assert query.is_empty or query.should or query.without or query.filters or query.conditions


def test_a_saved_search_is_read_as_what_has_all_of_its_words():
    assert reading(parse("temporal headache"), every=True) == "“temporal” and “headache”"


def test_too_many_terms_are_noticed():
    assert f"first {MOST_TERMS} terms" in " ".join(parse("a " * 900).notices)


def test_negated_groups_and_alternatives_keep_their_shape():
    query = parse("-(a b) c")
    assert query.without == [Group(should=[Term("a"), Term("b")])]
    assert isinstance(parse("kind:case").filters[0], Filter)
