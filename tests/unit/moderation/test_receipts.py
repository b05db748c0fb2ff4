"""Reading receipts of one text and of whole documents."""

from moderation.receipts import counted


def test_one_receipt_is_counted_by_category():
    assert counted({"version": "1", "counts": {"DATE": 1, "NAME": 2}}) == [("NAME", 2), ("DATE", 1)]


def test_the_receipts_of_all_fields_are_added():
    receipt = {"history": {"counts": {"NAME": 2}}, "examination": {"counts": {"NAME": 1, "MRN": 1}}}
    assert counted(receipt) == [("NAME", 3), ("MRN", 1)]


def test_counts_by_rule_are_added_up():
    assert counted({"counts": {"NAME": {"lexicon": 2, "propagated": 3}}}) == [("NAME", 5)]


def test_an_empty_receipt_counts_nothing():
    assert counted({}) == counted({"verdict": "clean", "counts": {"NAME": 0}}) == []
