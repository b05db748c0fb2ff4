"""What is typed is kept in this browser only, and not for long."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import sign_in

pytestmark = pytest.mark.browser

WORDS = "Painless loss of vision for two days"
KEPT = (
    "Object.keys(localStorage).filter(key => key.startsWith('consilium:draft:')).map(key => localStorage[key]).join()"
)


def type_a_case(page):
    page.goto("/cases/new/")
    page.get_by_role("button", name="Start a case").click()
    page.get_by_label("Title").fill(WORDS)
    expect(page.locator(".saved-note")).to_contain_text("Kept in this browser")
    assert WORDS in page.evaluate(KEPT)
    return page.url


def test_a_draft_is_kept_across_a_reload_and_never_sent(browse):
    page = browse("author")
    sent = []
    page.on("request", lambda request: sent.append(request.post_data or ""))
    address = type_a_case(page)
    page.reload()
    expect(page.get_by_label("Title")).to_have_value(WORDS)
    # The hints look at the words while one types (nothing is stored by them); no form was posted.
    assert not [body for body in sent if "action=" in body and "Painless" in body]
    assert browse("author").goto(address).ok


def test_signing_out_forgets_it(browse):
    page = browse("stranger", fresh=True)
    type_a_case(page)
    page.goto("/accounts/logout/")
    page.locator("main").get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("link", name="Sign in").first).to_be_visible()
    assert WORDS not in page.evaluate(KEPT)


def test_signing_out_by_the_menu_forgets_it_too(browse):
    page = browse("second-moderator", fresh=True)
    type_a_case(page)
    page.locator("summary[aria-label^=Account]").click()
    page.locator("header").get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("link", name="Sign in").first).to_be_visible()
    assert WORDS not in page.evaluate(KEPT)


def test_a_draft_older_than_a_day_is_forgotten(browse):
    page = browse("author")
    address = type_a_case(page)
    page.goto("/channels/")
    page.evaluate(
        """for (const key of Object.keys(localStorage)) if (key.startsWith("consilium:draft:")) {
             const draft = JSON.parse(localStorage[key]);
             localStorage[key] = JSON.stringify({ ...draft, at: draft.at - 24 * 60 * 60 * 1000 - 1 });
           }"""
    )
    page.goto(address)
    expect(page.get_by_label("Title")).not_to_have_value(WORDS)
    assert WORDS not in page.evaluate(KEPT)


def test_another_person_at_this_browser_does_not_find_it(browse, product):
    page = browse("author")
    type_a_case(page)
    page.context.clear_cookies()  # the session ended without a sign-out
    sign_in(page, product, "colleague@consilium.example")
    page.goto("/channels/")
    assert WORDS not in page.evaluate(KEPT)


def test_a_reply_that_was_sent_is_forgotten(browse):
    page = browse("author")
    page.goto("/channels/cardiology/new/")
    page.get_by_label("Title").fill("A question about valves")
    page.locator("main textarea").fill("Which one first?")
    page.locator("main form button").last.click()
    expect(page.locator("h1")).to_have_text("A question about valves")
    page.get_by_label("Your reply").fill("The mitral one, I think")
    page.get_by_role("button", name=re.compile("Reply|Send|Post")).last.click()
    expect(page.locator("[data-live-list]")).to_contain_text("The mitral one, I think")
    page.wait_for_timeout(700)  # longer than the pause before a draft is written
    assert "mitral" not in page.evaluate(KEPT)
