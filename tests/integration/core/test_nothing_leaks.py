"""Identifiers typed into any form reach no log, no error page, no audit row, no job, no session and no cache."""

import io
import logging

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.urls import reverse

from core.audit.models import AuditEvent
from core.notifications.models import Notice
from core.outbox.models import OutboxRow
from core.web.logs import WithoutContent
from moderation.services import claim
from tests.factories.cases import NOTE, make_draft, make_published, make_submitted

pytestmark = pytest.mark.django_db
PLANTED = "Mr Aloysius Quenneville, MRN 7731904455, 415-555-0134"
TELLTALE = ("Quenneville", "7731904455", "555-0134")
CASE = {"specialty": "cardiology", "age": "72", "sex": "female", "setting": "emergency", "consent": "on"}

# form: (who, route, argument made from the world, fields, the name in the view that does the work)
FORMS = {
    "case, check": ("author", "cases:edit", "draft", {**NOTE, **CASE, "history": PLANTED, "action": "check"}, "cases.views.compose.screen_case"),
    "case, save": ("author", "cases:edit", "draft", {**NOTE, **CASE, "history": PLANTED, "action": "save"}, "cases.views.compose.save_revision"),
    "hints": ("author", "posts:hints", "", {"text": PLANTED}, "community.views.hints.scrub"),
    "colleagues": ("author", "posts:colleagues", "", {"begun": PLANTED}, "community.views.hints.handles_beginning"),
    "outcome": ("author", "cases:outcome", "case", {"final_diagnosis": PLANTED, "course": PLANTED}, "cases.views.outcome.record_outcome"),
    "reply": ("colleague", "topics:reply", "topic", {"text": PLANTED}, "community.views.posts.write_post"),
    "new topic": ("colleague", "channels:new_topic", "channel", {"title": PLANTED, "text": PLANTED}, "community.views.channels.start_discussion"),
    "flag": ("colleague", "moderation:flag", "flagged", {"reason": "other", "note": PLANTED}, "moderation.views.flags.flag_content"),
    "decision": ("moderator", "moderation:decide", "item", {"outcome": "return", "rationale": PLANTED, "ground": "incomplete"}, "moderation.services.decide"),
    "search": ("colleague", "search:results", "", {"q": PLANTED}, "search.address.Address.read"),
    "claim of a profession": ("unverified", "verification:claim", "", {"npi": PLANTED[:20]}, "accounts.views.verification.claim_profession"),
    "sign-up": ("", "account_signup", "", {"email": "x@consilium.example", "handle": PLANTED[:30]}, "accounts.forms.check_handle"),
}  # fmt: skip


@pytest.fixture
def arguments(author, moderator):
    draft, case = make_draft(author), make_published(author, moderator, title="A published case")
    submitted = make_submitted(author, title="A case that waits")
    from moderation.models import ReviewItem

    item = ReviewItem.objects.get(target_id=str(submitted.pk), state="open")
    claim(item=item, by=moderator)
    return {
        "": {},
        "draft": {"pk": draft.pk},
        "case": {"pk": case.pk},
        "topic": {"pk": case.topic_id},
        "channel": {"slug": "cardiology"},
        "flagged": {"kind": "case", "target_id": str(case.pk)},
        "item": {"pk": item.pk},
    }


@pytest.fixture
def log(monkeypatch):
    """What the console handler writes."""
    [handler] = [h for h in logging.getLogger().handlers if any(isinstance(f, WithoutContent) for f in h.filters)]
    stream = io.StringIO()
    monkeypatch.setattr(handler, "stream", stream)
    monkeypatch.setattr(handler, "level", logging.DEBUG)
    return stream


def leaks(text):
    return [word for word in TELLTALE if word in text]


def kept():
    """Everything that is kept beside the content itself, as one text."""
    rows = [list(model.objects.values()) for model in (AuditEvent, OutboxRow, Notice)]
    sessions = [session.get_decoded() for session in Session.objects.all()]
    return str([rows, sessions, getattr(cache, "_cache", {})])


@pytest.fixture
def send(request, client, signed_in, arguments):
    def post(name):
        who, route, argument, fields, _ = FORMS[name]
        browser = signed_in(request.getfixturevalue(who)) if who else client
        browser.raise_request_exception = False
        url = reverse(route, kwargs=arguments[argument])
        return browser.get(url, fields) if route.startswith("search") else browser.post(url, fields)

    return post


@pytest.mark.parametrize("name", FORMS)
def test_what_a_form_was_given_is_kept_nowhere_beside_the_scrubbed_content(name, send, log):
    assert send(name).status_code < 500
    assert (leaks(log.getvalue()), leaks(kept())) == ([], [])


@pytest.mark.parametrize("name", FORMS)
def test_an_error_that_quotes_the_form_reaches_neither_the_page_nor_the_log(name, send, log, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError(f"cannot handle {PLANTED} {args} {kwargs}")

    monkeypatch.setattr(FORMS[name][4], fail)
    response = send(name)
    assert response.status_code == 500
    assert leaks(response.content.decode()) == []
    assert "RuntimeError at" in log.getvalue()
    assert (leaks(log.getvalue()), leaks(kept())) == ([], [])


def test_debug_pages_are_off_everywhere():
    assert settings.DEBUG is False
