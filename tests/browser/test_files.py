"""Files in a browser: several at once with descriptions, boxes by keyboard, and frames in the viewer."""

import subprocess
import sys

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE
from tests.browser.test_pages import SERIOUS
from tests.files import dicom_stack, png_with_metadata
from tests.product import ROOT

pytestmark = pytest.mark.browser
CHECK_TAKES = 60_000  # ms, on a slow machine

PUBLISH_A_STACK = """
import pathlib, sys
from django.conf import settings
from accounts.models import User
from cases.models import Attachment
from tests.factories.cases import make_published
author, moderator = User.objects.get(handle="author"), User.objects.get(handle="moderator")
case = make_published(author, moderator, title="Breathless after a long flight")
file = Attachment(case=case, alt="CT of the thorax", state="approved", mime="application/dicom", frames=3, width=8, height=6)
file.files = [f"{file.key.hex}-stack.dcm"]
folder = pathlib.Path(settings.PRIVATE_FILES_DIR)
folder.mkdir(parents=True, exist_ok=True)
(folder / file.files[0]).write_bytes(pathlib.Path(STACK).read_bytes())
file.save()
print(f"case={case.pk}")
"""


def serious(page: Page) -> list[str]:
    return [found["id"] for found in Axe().run(page).response["violations"] if found["impact"] in SERIOUS]


def test_an_author_uploads_describes_covers_by_keyboard_and_sees_the_result(browse, tmp_path):
    page = browse("author", viewport=PHONE)
    page.goto("/cases/new/")
    page.get_by_role("button", name="Start a case").click()
    page.goto(page.url.replace("edit", "files"))
    page.set_input_files("input[type=file]", png_with_metadata(tmp_path / "hollis-edith.png"))
    page.get_by_role("button", name="Upload and clean").click()
    expect(page.get_by_role("alert")).to_contain_text("Describe what it shows")
    page.locator("[data-uploads] input").fill("Fundus photograph, pale disc")
    page.get_by_role("button", name="Upload and clean").click()
    tile = page.locator("article.file")
    expect(tile).to_have_attribute("data-state", "checking")
    expect(tile).not_to_have_attribute("data-state", "checking", timeout=CHECK_TAKES)
    assert serious(page) == []

    expect(tile.locator(".tile")).to_have_class("tile tile--blurred")
    tile.get_by_role("button", name="Show picture").press("Enter")
    expect(tile.locator(".tile")).to_have_class("tile")
    tile.get_by_role("button", name="Blur").press("Enter")
    expect(tile.locator(".tile")).to_have_class("tile tile--blurred")

    tile.get_by_text("Cover more").click()
    tile.get_by_role("button", name="Add a box").click()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowDown")
    expect(tile.get_by_text("Box 1: 80 by 33 pixels at 123, 105")).to_be_visible()
    tile.get_by_role("button", name="Cover and clean again").click()
    tile = page.locator("article.file")
    expect(tile).not_to_have_attribute("data-state", "checking", timeout=CHECK_TAKES)
    expect(tile).to_contain_text("its author drew covered")


def test_a_reader_scrolls_frames_and_sets_the_window_by_keyboard(browse, product, tmp_path):
    stack = dicom_stack(tmp_path / "stack.dcm")
    made = subprocess.run(
        [sys.executable, "manage.py", "shell", "-c", f"STACK = {str(stack)!r}\n{PUBLISH_A_STACK}"],
        cwd=ROOT, env=product.environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    page = browse("colleague", viewport=PHONE)
    page.goto(f"/cases/{made.stdout.split('case=')[1].strip()}/")
    expect(page.locator("html[data-ready]")).to_have_count(1)
    page.get_by_role("button", name="Show picture").click()
    page.keyboard.press("Enter")  # the focus is on the picture now
    viewer = page.get_by_role("dialog", name="CT of the thorax")
    corner = viewer.locator("output")
    expect(corner).to_have_text("1 of 3 · W 400 L 40 HU")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("5")
    expect(corner).to_have_text("2 of 3 · W 1500 L -600 HU")
    page.mouse.move(100, 300)
    page.mouse.wheel(0, 100)
    expect(corner).to_contain_text("3 of 3")
    viewer.get_by_role("slider", name="Frame").fill("0")
    expect(corner).to_contain_text("1 of 3")
    page.keyboard.press("Escape")
    page.locator(".tile__open").focus()
    page.keyboard.press("Enter")
    expect(corner).to_have_text("1 of 3 · W 400 L 40 HU")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert serious(page) == []
