"""The search page understands what clinicians write."""

import json

import numpy as np
import pytest
from django.core.management import call_command

from search.documents import Document
from search.language import spelling
from search.models import DocumentVector
from search.semantic import encoder as encoding
from search.services.embedding import forget_vectors, with_vectors
from tests.factories.cases import make_published

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(signed_in, author, colleague, moderator, work_done):
    """Three cases, and the search page as a colleague sees it."""
    spelling._spellers.clear()
    for title in ("Myocardial infarction at thirty", "Mitral stenosis in pregnancy", "Thrombocytopenia after heparin"):
        make_published(author, moderator, title=title)
    work_done()
    browser = signed_in(colleague)
    return lambda address: browser.get(address).content.decode()


def test_an_everyday_name_finds_the_clinical_one_and_says_so(page):
    found = page("/search/?q=heart+attack")
    assert "Myocardial infarction at thirty" in found
    assert "Also searched" in found


def test_other_names_can_be_switched_off(page):
    assert "Myocardial infarction at thirty" not in page("/search/?q=heart+attack&names=off")


def test_an_abbreviation_with_several_meanings_is_asked_about(page):
    found = page("/search/?q=MS")
    assert "MS can mean" in found
    assert "Mitral stenosis in pregnancy" in found
    assert "Mitral stenosis in pregnancy" not in page("/search/?q=MS&as=MS:multiple+sclerosis")


def test_a_slip_is_mended_with_a_word_of_the_forum(page):
    assert "thrombocytopenia" in page("/search/?q=thrombocytopnia")


def test_suggestions_while_typing_are_titles_and_own_searches(page):
    page("/search/?q=mitral")
    found = page("/search/suggest/?q=mit")
    assert "Mitral stenosis in pregnancy" in found
    assert "Searched lately" in found


def test_suggestions_are_ones_own(page, signed_in, author):
    page("/search/?q=mitral")
    assert "Searched lately" not in signed_in(author).get("/search/suggest/?q=mitral").content.decode()


def test_the_empty_page_teaches(page):
    assert "giant cell arteritis" in page("/search/")


def test_similar_cases_while_composing_are_compared_and_forgotten(signed_in, colleague, page, caplog):
    typed = "Maria Kowalczyk had crushing chest pain and a myocardial infarction at the age of thirty"
    response = signed_in(colleague).post("/search/similar/", {"presentation": typed, "title": "Myocardial infarction"})
    assert "Myocardial infarction at thirty" in response.content.decode()
    assert "Kowalczyk" not in response.content.decode() + caplog.text


def test_a_case_that_may_not_be_read_has_no_similar_ones(signed_in, stranger, page, author):
    from cases.models import Case

    case = Case.objects.first()
    Case.objects.filter(pk=case.pk).update(state="hidden")
    assert signed_in(stranger).get(f"/search/similar/{case.pk}/").content.decode().strip() == ""


@pytest.fixture
def meaning(settings):
    settings.SEARCH_BY_MEANING = True


def test_a_vector_is_worked_out_once_and_forgotten_with_its_document(meaning, monkeypatch):
    documents = [
        Document("case:1", "case", "Syncope", "She fainted twice."),
        Document("case:2", "case", "Rash", "Red."),
    ]
    first = with_vectors(documents)
    monkeypatch.setattr(encoding.Encoder, "vectors", lambda *_: pytest.fail("computed again"))
    again = with_vectors(documents)
    assert [d.vector for d in first] == [d.vector for d in again]
    assert np.isclose(np.linalg.norm(first[0].vector), 1, atol=1e-3)
    forget_vectors(["case:1"])
    assert list(DocumentVector.objects.values_list("document_id", flat=True)) == ["case:2"]


def test_meaning_is_nearer_than_chance():
    clinical, everyday, other = encoding.encoder().vectors(["myocardial infarction", "heart attack", "itchy red rash"])
    assert clinical @ everyday > clinical @ other + 0.1


def test_an_altered_model_is_refused_with_a_reason(tmp_path, caplog, monkeypatch):
    for name in encoding.SHA256:
        (tmp_path / name).write_bytes(b"something else")
    with pytest.raises(ValueError, match="not the pinned file"):
        encoding.Encoder(tmp_path)
    encoding._loaded.cache_clear()
    monkeypatch.setattr(encoding, "Encoder", _missing)
    assert encoding.encoder() is None
    assert "search goes by words alone" in encoding.status().why
    encoding._loaded.cache_clear()


def _missing():
    raise OSError("minilm-l6-v2.int8.onnx")


def test_the_evaluation_command_writes_a_trec_run(tmp_path):
    corpus = [("d1", "Scurvy", "Bleeding gums."), ("d2", "Gout", "A painful toe: myocardial infarction excluded.")]
    (tmp_path / "c.jsonl").write_text("\n".join(json.dumps({"_id": i, "title": t, "text": x}) for i, t, x in corpus))
    asked = [("q1", "bleeding -- gums?"), ("q2", 'heart attack: "what now"'), ("q3", "from: nobody - toe")]
    (tmp_path / "q.jsonl").write_text("\n".join(json.dumps({"_id": i, "text": t}) for i, t in asked))
    files = [
        f"--{name}={tmp_path / file}"
        for name, file in (("corpus", "c.jsonl"), ("queries", "q.jsonl"), ("run", "r.txt"))
    ]
    call_command("search_eval", "--engine=embedded", "--bm25-only", *files)
    rows = [line.split() for line in (tmp_path / "r.txt").read_text().splitlines()]
    assert [row[:4] for row in rows if row[3] == "1"] == [
        ["q1", "Q0", "d1", "1"],
        ["q2", "Q0", "d2", "1"],
        ["q3", "Q0", "d2", "1"],
    ]
