"""The search field by keyboard: options while typing, one opened with Enter, a search with Enter, and back with Escape."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.test_pages import SERIOUS

pytestmark = pytest.mark.browser


def test_options_come_while_typing_and_are_opened_by_keyboard(browse):
    page = browse("author")
    page.goto("/search/")
    field = page.get_by_role("combobox", name=re.compile("Cases, discussions"))
    expect(field).to_be_focused()
    expect(page.locator("html[data-ready]")).to_be_attached()
    field.press_sequentially("cardio", delay=30)
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")
    expect(chosen).to_have_count(1)
    expect(field).to_have_attribute("aria-activedescendant", chosen.get_attribute("id") or "")
    assert [found["id"] for found in Axe().run(page).response["violations"] if found["impact"] in SERIOUS] == []

    field.press("Escape")
    expect(options).to_have_count(0)
    expect(field).to_have_value("cardio")
    field.press("ArrowDown")
    expect(options.filter(has_text="Cardiology").first).to_be_visible()
    while "Cardiology" not in (
        page.locator("[role=option][aria-selected=true]").text_content() if chosen.count() else ""
    ):
        field.press("ArrowDown")
    field.press("Enter")
    expect(page).to_have_url(re.compile("cardiology"))


def test_a_search_is_an_address_and_the_slash_key_comes_back_to_the_field(browse):
    page = browse("author")
    page.goto("/channels/")
    expect(page.locator("html[data-ready]")).to_be_attached()
    page.keyboard.press("/")
    page.keyboard.type("headache is:unsolved")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=headache\+is%3Aunsolved"))
    expect(page.locator("main")).to_contain_text("unsolved")
