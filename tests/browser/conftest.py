"""A running product and browsers signed in as its people."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.product import Product

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
SHOTS = Path(__file__).resolve().parents[2] / "test-results"
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    running = Product(tmp_path_factory.mktemp("product"))
    running.prepare()
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        pytest.fail("chromium is missing: sh tests/browser/install_chromium.sh")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def doors() -> dict[str, Any]:
    """The cookies of everybody who signed in once: codes are rationed, as they should be."""
    return {}


@pytest.fixture
def browse(
    chromium: Browser, product: Product, doors: dict[str, Any], request: pytest.FixtureRequest
) -> Iterator[Callable[..., Page]]:
    """A page of a browser of one's own; `browse("author")` is signed in. A script error fails the test.

    `fresh=True` signs in anew, for a test that ends the session.
    """
    contexts, errors = [], []

    def open_page(handle: str = "", viewport: dict[str, int] | None = None, fresh: bool = False) -> Page:
        known = doors.get(handle) if not fresh else None
        context = chromium.new_context(base_url=product.address, viewport=viewport or DESK, storage_state=known)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: errors.append(str(error)))
        if handle and not known:
            sign_in(page, product, f"{handle}@consilium.example")
            if not fresh:
                doors[handle] = context.storage_state()
        return page

    yield open_page
    for number, context in enumerate(contexts):
        if getattr(request.node, "failed", False):
            SHOTS.mkdir(exist_ok=True)
            context.pages[0].screenshot(path=SHOTS / f"{request.node.name}-{number}.png", full_page=True)
        context.close()
    assert errors == []


def sign_in(page: Page, product: Product, email: str) -> None:
    """By e-mail code, as a person does."""
    page.goto("/accounts/login/code/")
    page.locator("main input[name=email]").fill(email)
    page.locator("main button[type=submit], main form button").first.click()
    expect(page.locator("main input[name=code]")).to_be_visible(timeout=20_000)  # the mail is out now
    page.locator("main input[name=code]").fill(product.code_for(email))
    page.locator("main button[type=submit], main form button").first.click()
    expect(page.locator("main input[name=code]")).to_have_count(0)


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Lets fixtures know that the test failed, so that they can take a picture."""
    outcome = yield
    item.failed = call.when == "call" and outcome.get_result().failed  # type: ignore[attr-defined]
