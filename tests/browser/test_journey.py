"""The main job, lived in two browsers: from sign-up to a solved case."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.cast import NEWCOMER_NPI
from tests.files import png_with_metadata

pytestmark = pytest.mark.browser

NOTE = (
    "Mr John Smith, MRN: 44719237, phone 415-555-0134, was seen on 3 March 2024 and again on 9 March 2024 "
    "with a new temporal headache and xanthochromic cerebrospinal fluid."
)


def test_a_case_from_sign_up_to_search_hit_and_outcome(product, browse, tmp_path):
    newcomer = browse(viewport=PHONE)
    sign_up(newcomer, product)
    claim_and_join(newcomer, browse("registrar"))

    compose(newcomer)
    attach_picture(newcomer, tmp_path)
    case_path = send(newcomer)

    colleague = browse("colleague")
    colleague.goto("/channels/cardiology/")
    moderator = browse("moderator")
    return_with_a_reason(moderator)
    send_again(newcomer, case_path)
    settle_dispute_and_approve(moderator)

    row = colleague.get_by_role("link", name="Headache after a long flight")
    expect(row).to_be_visible(timeout=10_000)  # it came without a reload
    row.click()
    expect(colleague.locator("h1")).to_contain_text("Headache after a long flight")
    assert "Smith" not in colleague.content()
    assert "4471923" not in colleague.content()

    newcomer.goto(case_path)
    reply_live(colleague, newcomer)
    find_by_a_word_of_its_history(colleague)
    flag_hides_at_once(newcomer, colleague, browse("stranger"), browse("second-moderator"), case_path)
    record_outcome(newcomer, colleague, case_path)


def sign_up(page, product):
    page.goto("/")
    page.goto("/accounts/signup/")
    page.locator("main input[name=email]").fill("newcomer@consilium.example")
    page.locator("main input[name=handle]").fill("new-heart")
    page.locator("main form button").first.click()
    expect(page.locator("main input[name=code]")).to_be_visible(timeout=20_000)
    page.locator("main input[name=code]").fill(product.code_for("newcomer@consilium.example"))
    page.locator("main form button").first.click()
    expect(page.locator("h1")).to_contain_text("verification")
    page.goto("/cases/")
    expect(page).to_have_url(re.compile("/verification/"))  # an unverified member sees no case


def claim_and_join(page, registrar):
    page.goto("/verification/")
    page.locator("input[name=npi]").fill("1234567890")
    page.get_by_role("button", name="Send to the registrar").click()
    expect(page.locator("main")).to_contain_text("not a valid NPI")
    page.locator("input[name=npi]").fill(NEWCOMER_NPI)
    page.get_by_role("button", name="Send to the registrar").click()
    registrar.goto("/registrar/")
    registrar.get_by_role("link", name=re.compile("new-heart")).click()
    expect(registrar.locator("main")).to_contain_text("Cardiologist")
    registrar.get_by_role("button", name="Approve").click()
    page.goto("/verification/")
    page.get_by_role("button", name="I have read this and agree").click()
    expect(page.locator("h1")).to_have_text("Home")


def compose(page):
    page.goto("/cases/new/")
    page.get_by_role("button", name="Start a case").click()
    expect(page.locator(".stepper")).to_be_visible()
    page.get_by_label("Title").fill("Headache after a long flight")
    page.get_by_label("Specialty").select_option("cardiology")
    page.get_by_label("Age in years").fill("72")
    page.get_by_label("Sex").select_option("female")
    page.get_by_label("Setting").select_option("emergency")
    step(page)
    page.get_by_label("Presentation").fill("New headache since a flight of eleven hours.")
    page.get_by_label("History", exact=True).fill(NOTE)
    expect(page.locator(".saved-note")).to_contain_text("Kept in this browser")
    page.reload()  # what was typed is kept
    expect(page.get_by_label("History", exact=True)).to_have_value(NOTE)
    step(page)
    page.get_by_label("Differential").fill("Giant cell arteritis: 60%\nMigraine: 20%")
    step(page)
    page.get_by_label("Question to colleagues").fill("Would you biopsy?")
    page.get_by_label(re.compile("Sharing this case is allowed")).check()
    page.get_by_role("button", name="Check before saving").click()
    expect(page.locator("h1")).to_contain_text("We removed")
    history = page.locator("[aria-labelledby=check-history]")
    for identifier in ("Smith", "4471923", "555-0134", "March 2024"):
        expect(history).not_to_contain_text(identifier)
    expect(history).to_contain_text("xanthochromic")
    expect(history).to_contain_text(re.compile("day 1", re.IGNORECASE))
    phone = page.locator("#changes li", has_text="415-555-0134")
    expect(phone).to_contain_text("Phone number")  # said in words, not by colour alone
    phone.get_by_label("This is not an identifier").check()
    page.get_by_role("button", name="Save this text").click()
    expect(page.locator("h1")).to_have_text("Pictures and files")


def step(page):
    expect(page.get_by_role("navigation", name="Steps")).to_be_visible()  # its script may still be on its way
    forward = page.get_by_role("button", name=re.compile("^Continue"))
    if forward.is_visible():
        forward.click()


def attach_picture(page, folder):
    page.locator("input[type=file]").set_input_files(png_with_metadata(folder / "smith-john-1950.png"))
    page.get_by_label(re.compile("^What it shows")).fill("Fundus photograph, pale disc")
    page.get_by_role("button", name="Upload and clean").click()
    expect(page.locator("#files")).to_contain_text("Cleaned", timeout=120_000)
    page.get_by_role("link", name="Continue").click()


def send(page):
    expect(page.locator("main")).to_contain_text("exactly what is stored")
    page.get_by_role("button", name="Send to a moderator").click()
    expect(page.locator("main")).to_contain_text("A moderator is looking at this")
    return re.sub(r"^https?://[^/]+", "", page.url)


def claim(page, title):
    page.goto("/moderation/")
    page.get_by_role("link", name=title).first.click()
    page.get_by_role("button", name=re.compile("^Claim")).first.click()


def return_with_a_reason(page):
    claim(page, "Headache after a long flight")
    page.get_by_role("radio", name=re.compile("^Return")).check()
    page.get_by_label(re.compile("Reason, shown")).fill("Please say which arteries you felt.")
    decide(page)


def send_again(page, case_path):
    page.goto("/notices/")
    page.get_by_role("link", name=re.compile("came back with a note")).first.click()
    expect(page.locator("main")).to_contain_text("which arteries you felt")
    page.goto(f"{case_path}edit/")
    expect(page.get_by_label("Title")).to_have_value("Headache after a long flight")
    page.get_by_label("Age in years").fill("72")  # only the band was stored
    step(page)
    page.get_by_label("History", exact=True).fill(f"{NOTE} Both temporal arteries were tender.")
    for _ in range(2):
        step(page)
    page.get_by_label("Question to colleagues").fill("Would you biopsy?")
    page.get_by_label(re.compile("Sharing this case is allowed")).check()
    page.get_by_role("button", name="Check before saving").click()
    page.locator("#changes li", has_text="415-555-0134").get_by_label("This is not an identifier").check()
    page.get_by_role("button", name="Save this text").click()
    page.get_by_role("link", name="Continue").click()
    send(page)


def settle_dispute_and_approve(page):
    claim(page, "Headache after a long flight")
    disputed = page.locator("section section", has=page.get_by_role("heading", name="Disputed redactions"))
    expect(disputed).to_contain_text("⟦415-555-0134⟧")  # exactly this span and what stands around it
    page.get_by_role("radio", name=re.compile("Approve|Publish")).check()
    page.get_by_role("button", name="Decide", exact=True).click()
    expect(page.locator("main")).to_contain_text("Decide on every disputed redaction first")
    page.get_by_role("button", name="Keep it out").click()
    page.get_by_role("radio", name=re.compile("Approve|Publish")).check()
    decide(page)


def decide(page):
    page.get_by_role("button", name="Decide", exact=True).click()
    expect(page.get_by_role("button", name="Decide", exact=True)).to_have_count(0)


def reply_live(colleague, author):
    colleague.get_by_label("Your reply").fill("Start steroids first. Call me on 415-555-0134.")
    colleague.get_by_role("button", name=re.compile("Reply|Send|Post")).last.click()
    show_waiting(author, "Start steroids first")
    expect(author.locator("[data-live-list]")).to_contain_text("Start steroids first")
    assert "555-0134" not in author.content()


def show_waiting(page, words):
    """New replies wait behind a button while one reads further up, so that nothing jumps; at the end they just come."""
    waiting = page.get_by_role("button", name=re.compile("new repl"))
    expect(waiting.or_(page.locator("article", has_text=words)).first).to_be_visible(timeout=10_000)
    # Not click(): it scrolls to the button first, and a reader at the end needs no button any more.
    waiting.evaluate_all("buttons => buttons.forEach(button => button.click())")


def find_by_a_word_of_its_history(page):
    for _ in range(20):
        page.goto("/search/?q=xanthochromic")
        if page.locator("main mark:not(.redaction)").count():
            break
        page.wait_for_timeout(250)
    expect(page.locator("main")).to_contain_text("Headache after a long flight")
    expect(page.locator("main mark:not(.redaction)").first).to_contain_text("xanthochromic")


def flag_hides_at_once(author, colleague, stranger, moderator, case_path):
    colleague.goto(case_path)
    stranger.goto(case_path)
    colleague.get_by_label("Your reply").fill("The brother has the same tattoo on his arm.")
    colleague.get_by_role("button", name=re.compile("Reply|Send|Post")).last.click()
    show_waiting(author, "brother has the same tattoo")
    show_waiting(stranger, "brother has the same tattoo")
    reply = author.locator("article", has_text="brother has the same tattoo")
    expect(reply).to_be_visible(timeout=10_000)
    expect(stranger.locator("article", has_text="brother has the same tattoo")).to_be_visible(timeout=10_000)
    reply.get_by_role("link", name=re.compile("Flag")).click()
    author.get_by_label(re.compile("identify a patient")).check()
    author.locator("main form button").last.click()
    expect(stranger.locator("main")).not_to_contain_text("brother has the same tattoo", timeout=10_000)  # no reload
    stranger.reload()
    expect(stranger.locator("main")).not_to_contain_text("brother has the same tattoo")
    author.goto(case_path)
    expect(author.locator("main")).not_to_contain_text("brother has the same tattoo")
    claim(moderator, re.compile("^Reply 2 in"))
    moderator.get_by_role("radio", name=re.compile("^Remove")).first.check()
    moderator.get_by_label(re.compile("Reason, shown")).fill("It points to one family.")
    decide(moderator)
    author.goto("/notices/")
    expect(author.locator("main")).to_contain_text("decided on something you flagged")
    colleague.goto("/notices/")
    expect(colleague.locator("main")).to_contain_text("Something you wrote was")


def record_outcome(author, colleague, case_path):
    author.goto(f"{case_path}outcome/")
    author.get_by_label("Final diagnosis").fill("Giant cell arteritis")
    author.get_by_label(re.compile("How it was found")).fill("The biopsy was positive.")
    author.get_by_role("button", name="Record the outcome").click()
    colleague.goto(case_path)
    expect(colleague.locator(".case-head")).to_contain_text("Solved")
    outcome = colleague.locator("section.outcome")
    expect(outcome).to_contain_text("Giant cell arteritis")
    presentation = colleague.locator("#section-presentation")
    assert outcome.bounding_box()["y"] < presentation.bounding_box()["y"]  # on top, before the story
