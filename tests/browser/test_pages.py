"""Every page of the seeded product, on a phone and on a desk, light and dark: axe finds nothing serious, nothing overflows."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext

from tests.browser.conftest import DESK, PHONE, sign_in
from tests.product import Product

pytestmark = pytest.mark.browser

PAGES = {
    "": ["/", "/accounts/login/", "/accounts/signup/", "/accounts/login/code/", "/policies/members/", "/styleguide/",
         "/dev/mail/", "/no-such-page/"],
    "unverified": ["/verification/", "/notices/", "/accounts/second-factor/", "/accounts/second-factor/totp/activate/",
                   "/accounts/second-factor/webauthn/", "/accounts/second-factor/webauthn/add/"],
    "registrar": ["/registrar/"],
    "author": ["/", "/channels/", "/channels/cardiology/", "/channels/cardiology/new/", "/cases/", "/cases/mine/",
               "/cases/new/", "/notices/", "/search/", "/search/?q=headache", "/search/?q=kind:case+nonsense:x",
               "/search/saved/"],
    "moderator": ["/moderation/", "/moderation/dashboard/", "/moderation/appeals/", "/moderation/outbox/"],
}  # fmt: skip
# Pages reached by following the first link that matches, so that no id is guessed.
FOLLOWED = {
    "author": [("/cases/", "main .rows a[href^='/cases/']"), ("/channels/general/", "main .rows a[href^='/topics/']")],
    "moderator": [("/moderation/", "main .rows a[href*='/items/']")],
    "registrar": [("/registrar/", "main a[href^='/registrar/']")],
}
SERIOUS = {"serious", "critical"}


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    running = Product(tmp_path_factory.mktemp("seeded"))
    running.manage("migrate", "--verbosity", "0")
    running.manage("demo_seed")
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def seeded_doors(chromium: Browser, seeded: Product) -> dict[str, dict]:
    """The cookies of each person, signed in once."""
    states = {}
    for handle in PAGES:
        context = chromium.new_context(base_url=seeded.address)
        if handle:
            sign_in(context.new_page(), seeded, f"{handle}@consilium.example")
        states[handle] = context.storage_state()
        context.close()
    return states


def paths_of(handle: str, context: BrowserContext) -> list[str]:
    found = list(PAGES[handle])
    page = context.new_page()
    for start, selector in FOLLOWED.get(handle, []):
        page.goto(start)
        found.append(page.locator(selector).first.get_attribute("href") or "")
    page.close()
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("handle", PAGES)
def test_pages_are_accessible_and_fit(chromium, seeded, seeded_doors, handle, viewport, scheme):
    context = chromium.new_context(
        base_url=seeded.address,
        viewport=viewport,
        color_scheme=scheme,
        storage_state=seeded_doors[handle],
        reduced_motion="reduce",  # no colour halfway between two
    )
    problems = []
    for path in paths_of(handle, context):
        page = context.new_page()
        page.goto(path)
        for violation in Axe().run(page).response["violations"]:
            if violation["impact"] in SERIOUS:
                problems.append((path, violation["id"], violation["nodes"][0]["html"][:120]))
        too_wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if too_wide > 1:
            problems.append((path, "overflows", f"{too_wide} px"))
        if page.locator("h1").count() != 1:
            problems.append((path, "h1", str(page.locator("h1").count())))
        page.close()
    context.close()
    assert problems == []
