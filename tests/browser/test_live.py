"""A broken connection, as a browser meets it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE

pytestmark = pytest.mark.browser


class Cable:
    """The socket of one page, which can be pulled out and put back."""

    def __init__(self, page):
        self.is_in, self.opened, self._sockets = True, 0, []
        page.route_web_socket(re.compile("/ws/"), self._connect)

    def _connect(self, socket):
        if not self.is_in:
            socket.close(code=1011)
            return
        self.opened += 1
        socket.connect_to_server()
        self._sockets.append(socket)

    def pull(self):
        self.is_in = False
        for socket in self._sockets:
            socket.close(code=1011)
        self._sockets.clear()


def start_discussion(page, title):
    page.goto("/channels/cardiology/new/")
    page.get_by_label("Title").fill(title)
    page.locator("main textarea").fill("Which valve is it?")
    page.locator("main form button").last.click()
    expect(page.locator("h1")).to_have_text(title)
    return page.url


def reply(page, words):
    page.get_by_label("Your reply").fill(words)
    page.get_by_role("button", name=re.compile("Reply|Send|Post")).last.click()
    expect(page.locator("article", has_text=words)).to_be_visible()


def texts(page):
    return [text.strip() for text in page.locator("[data-live-list] article .post__body").all_inner_texts()]


def test_a_killed_connection_catches_up_with_no_gap_and_no_repeat(browse):
    colleague, author = browse("colleague"), browse("author")
    topic = start_discussion(colleague, "A murmur at the left edge")
    cable = Cable(author)
    author.goto(topic)
    reply(colleague, "First, while connected")
    expect(author.locator("main")).to_contain_text("First, while connected")
    cable.pull()
    for words in ("Second, unheard", "Third, unheard"):
        reply(colleague, words)
    author.wait_for_timeout(500)
    assert "unheard" not in "".join(texts(author))
    cable.is_in = True
    expect(author.locator("main")).to_contain_text("Third, unheard", timeout=20_000)
    reply(colleague, "Fourth, live again")
    expect(author.locator("main")).to_contain_text("Fourth, live again")
    assert cable.opened >= 2
    assert texts(author) == [
        "Which valve is it?", "First, while connected", "Second, unheard", "Third, unheard", "Fourth, live again",
    ]  # fmt: skip


def test_an_edit_arrives_in_place(browse):
    colleague, author = browse("colleague"), browse("author")
    author.goto(start_discussion(colleague, "A rub in the morning"))
    reply(colleague, "Louder lying down")
    expect(author.locator("main")).to_contain_text("Louder lying down")
    colleague.get_by_role("link", name=re.compile("^Edit reply 2")).click()
    colleague.locator("main textarea").fill("Louder leaning forward")
    colleague.locator("main form button").last.click()
    expect(author.locator("main")).to_contain_text("Louder leaning forward")
    assert texts(author) == ["Which valve is it?", "Louder leaning forward"]


def test_a_colleague_is_offered_behind_an_at_sign_and_written_by_keyboard(browse):
    page = browse("author", viewport=PHONE)
    start_discussion(page, "Who has seen this murmur before?")
    box = page.get_by_label("Your reply")
    box.press_sequentially("What would you do, @coll")
    offer = page.get_by_role("button", name=re.compile("^@coll"))
    expect(offer).to_be_visible()
    box.press("Tab")
    expect(offer).to_be_focused()
    page.keyboard.press("Enter")
    expect(box).to_have_value("What would you do, @colleague ")
    expect(box).to_be_focused()
    expect(offer).to_have_count(0)
    box.press_sequentially("?")
    page.get_by_role("button", name="Reply").click()
    expect(page.locator("article", has_text="@colleague ?")).to_be_visible()


def test_colleagues_with_the_same_discussion_open_are_named_in_one_line(browse):
    colleague, author = browse("colleague"), browse("author")
    topic = start_discussion(colleague, "A click in late systole")
    author.goto(topic)
    line = author.locator("[data-live-presence]")
    expect(line).to_have_text(re.compile("^Also here: colleague$"), timeout=15_000)
    expect(colleague.locator("[data-live-presence]")).to_have_text(re.compile("^Also here: author$"))
    colleague.goto("/channels/")
    expect(line).to_have_text("", timeout=15_000)
