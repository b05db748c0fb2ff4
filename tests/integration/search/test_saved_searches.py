"""Saved searches: kept clean, asked of everything new, told once, and only to those who may read it."""

import pytest
from django.core import mail
from django.utils import timezone

from core.errors import Refused
from core.notifications.notifying import notices_of
from core.outbox.models import OutboxRow
from search.models import RecentSearch, SavedSearch, SavedSearchHit
from search.services import change_saved, remember, save_search
from search.services.alerting import evaluate, send_digest
from tests.factories.cases import make_published

pytestmark = pytest.mark.django_db


@pytest.fixture
def saved(colleague):
    return save_search(text="takotsubo", frequency="at_once", by=colleague)


def publish(author, moderator, work_done, **fields):
    case = make_published(author, moderator, **fields)
    work_done()
    return case


def test_a_new_case_is_told_once(saved, colleague, author, moderator, work_done):
    case = publish(author, moderator, work_done, title="Takotsubo after a funeral")
    evaluate(f"case:{case.pk}")
    assert [notice.kind for notice in notices_of(colleague) if notice.kind == "search.alert"] == ["search.alert"]


def test_a_case_without_the_words_is_not_told(saved, colleague, author, moderator, work_done):
    publish(author, moderator, work_done, title="A rash after amoxicillin")
    assert not notices_of(colleague).filter(kind="search.alert").exists()


def test_all_words_or_their_other_names_must_be_there(colleague, author, moderator, work_done):
    save_search(text="heart attack porphyria", frequency="at_once", by=colleague)
    publish(author, moderator, work_done, title="Heart attack in a young woman")
    assert not SavedSearchHit.objects.exists()


def test_another_name_is_as_good(colleague, author, moderator, work_done):
    save_search(text="heart attack woman", frequency="at_once", by=colleague)
    publish(author, moderator, work_done, title="Myocardial infarction in a young woman")
    assert SavedSearchHit.objects.count() == 1


def test_a_paused_search_is_not_asked(saved, colleague, author, moderator, work_done):
    change_saved(saved=saved, frequency="at_once", is_paused=True, by=colleague)
    publish(author, moderator, work_done, title="Takotsubo after a funeral")
    assert not SavedSearchHit.objects.exists()


def test_nobody_is_told_of_what_they_wrote(author, moderator, work_done):
    save_search(text="takotsubo", frequency="at_once", by=author)
    publish(author, moderator, work_done, title="Takotsubo after a funeral")
    assert not SavedSearchHit.objects.exists()


def test_a_suspended_member_is_not_told(saved, colleague, author, moderator, work_done):
    colleague.suspended_at = timezone.now()
    colleague.save()
    publish(author, moderator, work_done, title="Takotsubo after a funeral")
    assert not notices_of(colleague).filter(kind="search.alert").exists()


def test_the_digest_leaves_out_what_was_hidden_meanwhile(colleague, author, moderator, work_done):
    save_search(text="takotsubo", frequency="daily", by=colleague)
    case = publish(author, moderator, work_done, title="Takotsubo after a funeral")
    assert SavedSearchHit.objects.filter(is_told=False).count() == 1
    case.state = "hidden"
    case.save(update_fields=["state"])
    send_digest(f"{colleague.pk}:daily")
    assert not notices_of(colleague).filter(kind="search.digest").exists()
    assert not SavedSearchHit.objects.exists()


def test_the_digest_is_one_notice_and_one_mail_that_quotes_nothing(colleague, author, moderator, work_done):
    save_search(text="takotsubo", frequency="daily", by=colleague)
    publish(author, moderator, work_done, title="Takotsubo after a funeral")
    assert OutboxRow.objects.filter(topic="search.digest").count() == 1
    send_digest(f"{colleague.pk}:daily")
    send_digest(f"{colleague.pk}:daily")
    work_done()
    assert notices_of(colleague).filter(kind="search.digest").count() == 1
    sent = [message for message in mail.outbox if "saved searches" in message.subject]
    assert len(sent) == 1
    assert "akotsubo" not in sent[0].body + sent[0].subject


IDENTIFIED = "rash in Maria Kowalczyk MRN 8841207"


def test_a_search_that_identifies_somebody_is_not_saved(colleague):
    with pytest.raises(Refused):
        save_search(text=IDENTIFIED, frequency="daily", by=colleague)
    assert not SavedSearch.objects.exists()


def test_nor_remembered(colleague):
    assert not remember(text=IDENTIFIED, by=colleague)
    assert not RecentSearch.objects.exists()


def test_only_the_last_ten_are_remembered(colleague):
    signs = "rash cough headache vomiting jaundice oedema seizures syncope diarrhoea haemoptysis anaemia weakness tremor".split()
    for sign in signs:
        assert remember(text=f"fever and {sign}", by=colleague)
    assert (len(signs), RecentSearch.objects.count()) == (13, 10)


def test_pages_keep_pause_and_delete(signed_in, colleague):
    browser = signed_in(colleague)
    browser.post("/search/saved/new/", {"q": "takotsubo", "frequency": "weekly"})
    saved = SavedSearch.objects.get()
    assert "takotsubo" in browser.get("/search/saved/").content.decode()
    browser.post(f"/search/saved/{saved.pk}/change/", {"paused": "1"})
    saved.refresh_from_db()
    assert saved.is_paused and saved.frequency == "weekly"
    browser.post(f"/search/saved/{saved.pk}/delete/")
    assert not SavedSearch.objects.exists()


def test_a_refused_search_keeps_what_was_typed(signed_in, colleague):
    page = signed_in(colleague).post("/search/saved/new/", {"q": IDENTIFIED, "frequency": "daily"}, follow=True)
    assert "Kowalczyk" in page.content.decode()
    assert "Nothing was saved" in page.content.decode()


def test_a_saved_search_is_put_into_words_only_where_they_differ_from_what_was_typed(signed_in, colleague):
    for words in ("takotsubo", "takotsubo -biopsy"):
        save_search(text=words, frequency="daily", by=colleague)
    page = signed_in(colleague).get("/search/saved/").content.decode()
    assert "“takotsubo”, not “biopsy”" in page and "“takotsubo”</p>" not in page
