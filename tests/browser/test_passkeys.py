"""A passkey as second factor, with the authenticator a browser brings for tests."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import sign_in

pytestmark = pytest.mark.browser

HOME = "/accounts/second-factor/"
WHO = "stranger@consilium.example"


@pytest.fixture
def page(browse, product):
    """A page at a name instead of a number, which is what passkeys ask for, and a key that always says yes."""
    number = product.address
    product.address = number.replace("127.0.0.1", "localhost")
    page = browse()
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasUserVerification": True, "isUserVerified": True}
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options | {"automaticPresenceSimulation": True}})
    yield page
    product.address = number


def test_a_passkey_is_added_asked_for_at_the_next_sign_in_and_removed(page, product):
    sign_in(page, product, WHO)
    page.goto(HOME)
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("What you call it").fill("Blue key")
    page.get_by_role("button", name="Add it").click()
    page.get_by_role("button", name="Use a passkey").click()  # before it shows the recovery codes
    expect(page).to_have_url(re.compile("recovery-codes/$"))

    page.goto("/accounts/logout/")
    page.locator("main").get_by_role("button", name="Sign out").click()
    page.goto("/accounts/login/code/")
    page.locator("main input[name=email]").fill(WHO)
    page.locator("main form button").first.click()
    expect(page.locator("main input[name=code]")).to_be_visible(timeout=20_000)
    page.locator("main input[name=code]").fill(product.code_for(WHO))
    page.locator("main form button").first.click()
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.locator("summary[aria-label^=Account]")).to_be_visible()

    page.goto(HOME)
    page.get_by_role("link", name="Passkeys (1)").click()
    page.get_by_role("link", name="Remove Blue key").click()
    page.get_by_role("button", name="Use a passkey").click()
    page.get_by_role("button", name="Remove").click()
    expect(page.locator("main")).to_contain_text("No passkeys yet")
