"""What every page tells the browser: nothing inline, nothing from elsewhere, not in a frame, not remembered by referrers."""

import re

import pytest
from django.urls import reverse

from tests.factories.cases import make_published

pytestmark = pytest.mark.django_db
PUBLIC = ["/", "/accounts/login/", "/accounts/signup/", "/policies/members/", "/styleguide/", "/no-such-page/"]
INLINE = {
    "a script without the nonce": re.compile(r"<script(?![^>]*(?:src=|nonce=|application/json))[^>]*>"),
    "a style element without the nonce": re.compile(r"<style(?![^>]*nonce=)[^>]*>"),
    "a style attribute": re.compile(r"<[^>]+\sstyle=\""),
    "an event handler": re.compile(r"<[^>]+\son[a-z]+=\""),
    "a script address": re.compile(r"(?:href|src|action)=\"javascript:", re.IGNORECASE),
    "another host": re.compile(r"<(?:script|link|img|iframe|video|audio)[^>]+(?:src|href)=\"(?:https?:)?//"),
}


@pytest.fixture
def pages(client, signed_in, author, colleague, moderator, registrar):
    """Address and response of pages of every kind."""
    case = make_published(author, moderator)
    seen = [(path, client.get(path)) for path in PUBLIC]
    for person, names in (
        (
            colleague,
            ["home", "cases:list", "cases:mine", "cases:new", "channels:list", "notices:list", "search:results"],
        ),
        (
            moderator,
            ["moderation:queue", "moderation:dashboard", "moderation:outbox", "mfa_index", "mfa_activate_totp"],
        ),
        (registrar, ["registrar:queue", "verification:status", "account_email"]),
    ):
        browser = signed_in(person)
        seen += [(name, browser.get(reverse(name))) for name in names]
    seen.append(("case", signed_in(colleague).get(reverse("cases:detail", args=[case.pk]))))
    seen.append(("edit", signed_in(author).get(reverse("cases:edit", args=[case.pk]))))
    return seen


def test_no_page_carries_anything_inline_or_from_another_host(pages):
    found = {
        (name, what): match[0]
        for name, response in pages
        for what, pattern in INLINE.items()
        if (match := pattern.search(response.content.decode()))
    }
    assert found == {}


def test_every_page_has_a_policy_that_refuses_what_is_inline(pages):
    for name, response in pages:
        policy = response["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy, name
        assert "unsafe" not in policy, name
        assert (response["X-Frame-Options"], response["Referrer-Policy"]) == ("DENY", "same-origin"), name
        assert response["X-Content-Type-Options"] == "nosniff", name


def test_nonces_differ_from_page_to_page(client):
    nonces = {
        re.search(r"'nonce-([^']+)'", client.get("/styleguide/")["Content-Security-Policy"] or "") for _ in range(2)
    }
    assert len(nonces) == 2 or nonces == {None}
