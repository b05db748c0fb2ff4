"""House rules no linter knows, one plain sentence each."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]
APPS = ("accounts", "cases", "community", "core", "moderation", "search")
# Who may touch `.objects`: what reads, what writes, and what runs by itself.
MAY_QUERY = re.compile(
    r"(^|/)(models|services|selectors|migrations|management)(/|\.py$)"
    r"|/(jobs|reviewables|recording|queueing|draining|notifying|mailing|forms|npi|loading|indexing|viewers|rights|saved"
    r"|live|sessions|consumer|policies)\.py$"
)


def python_files(*folders):
    for folder in folders:
        yield from (path for path in (ROOT / folder).rglob("*.py") if "/migrations/" not in str(path))


def test_only_selectors_services_and_jobs_touch_the_database():
    offenders = []
    for path in python_files(*APPS):
        name = path.relative_to(ROOT).as_posix()
        if MAY_QUERY.search(name):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        offenders += [
            f"{name}:{node.lineno}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute) and node.attr == "objects"
        ]
    assert offenders == []


def test_no_module_has_a_name_that_says_nothing():
    nothing = {"utils", "util", "helpers", "helper", "common", "misc"}
    found = [path for path in python_files(*APPS, "scrubber", "config", "tests") if path.stem in nothing]
    assert found == []


def test_files_stay_readable():
    long = [
        (path.relative_to(ROOT).as_posix(), length)
        for path in python_files(*APPS, "scrubber", "config")
        if (length := len(path.read_text(encoding="utf-8").splitlines())) > 330
    ]
    assert long == []


def test_only_one_module_calls_the_scrubber_so_that_the_site_s_policy_always_holds():
    direct = re.compile(r"^from scrubber import .*\b(?:scrub|scrub_fields|assess_risk)\b|^import scrubber\b", re.M)
    callers = [path for path in python_files(*APPS) if direct.search(path.read_text(encoding="utf-8"))]
    assert [path.relative_to(ROOT).as_posix() for path in callers] == ["core/scrubbing.py"]


def test_receivers_of_domain_signals_only_write_outbox_rows():
    """ADR 1: a receiver that did more would slow or break the transaction that sends the signal."""
    for path in (ROOT / "search").glob("receivers.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        imported = {
            alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and not (node.module or "").startswith(("django", "typing"))
            for alias in node.names
        }
        assert "enqueue" in imported


def model_fields():
    for model in apps.get_models():
        if model.__module__.split(".")[0] in APPS:
            for field in model._meta.get_fields():
                if field.concrete and not field.auto_created:
                    yield f"{model._meta.label}.{field.name}"


@pytest.fixture(scope="module")
def declared():
    lines = (ROOT / "tests/architecture/clinical_fields.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    return {name: verdict for name, verdict in rows}


def test_every_model_field_says_whether_it_may_hold_clinical_text(declared):
    """New data is forbidden until somebody decides: add the field to clinical_fields.txt."""
    missing = sorted(set(model_fields()) - set(declared))
    gone = sorted(set(declared) - set(model_fields()))
    assert (missing, gone) == ([], [])


def test_the_verdict_on_a_field_is_one_of_three_words(declared):
    assert set(declared.values()) <= {"no", "scrubbed", "sealed"}
