"""kill -9 of the server at any step loses nothing that was acknowledged."""

import re
import time

import pytest
import requests

from tests.factories.cases import NOTE
from tests.files import png_with_metadata
from tests.product import Product


@pytest.fixture
def product(tmp_path):
    running = Product(tmp_path)
    running.prepare()
    running.start()
    yield running
    running.stop()


class Person:
    """A browser without script: keeps cookies, fills in the token of the form it saw."""

    def __init__(self, product, handle):
        self.product, self.session = product, requests.Session()
        email = f"{handle}@consilium.example"
        self.post("/accounts/login/code/", email=email)
        self.post("/accounts/login/code/confirm/", code=product.code_for(email))

    def get(self, path):
        response = self.session.get(self.product.address + path, timeout=20)
        assert response.status_code == 200, f"{path}: {response.status_code}"
        return response.text

    def post(self, path, page="", **fields):
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.get(page or path))[1]
        response = self.session.post(
            self.product.address + path, data={"csrfmiddlewaretoken": token, **fields}, timeout=20
        )
        assert response.status_code == 200, f"{path}: {response.status_code} {response.text[-400:]}"
        return response


def crash(product):
    product.kill()
    product.start()


def test_no_acknowledged_case_post_flag_or_decision_is_lost(product):
    author, colleague, moderator = (Person(product, name) for name in ("author", "colleague", "moderator"))

    case_path = re.search(r"/cases/\d+/", author.post("/cases/new/").url)[0]
    answers = {"specialty": "cardiology", "age": "72", "sex": "female", "setting": "emergency", "consent": "on"}
    author.post(f"{case_path}edit/", action="save", **NOTE, **answers)
    crash(product)
    assert NOTE["presentation"] in author.get(f"{case_path}send/")

    author.post(f"{case_path}send/")
    crash(product)
    queue = moderator.get("/moderation/")
    item_path = re.search(r"/moderation/items/\d+/", queue)[0]

    moderator.post(f"{item_path}claim/", page=item_path)
    crash(product)
    revision = re.search(r'name="revision_id" value="(\d+)"', moderator.get(item_path))[1]
    moderator.post(f"{item_path}decide/", page=item_path, outcome="approve", revision_id=revision)
    crash(product)
    assert NOTE["question"] in colleague.get(case_path)

    reply_path = re.search(r"/topics/\d+/posts/", colleague.get(case_path))[0]
    colleague.post(reply_path, page=case_path, text="Start steroids before the biopsy.")
    crash(product)
    page = author.get(case_path)
    assert "Start steroids before the biopsy." in page

    flag_path = re.search(r"/moderation/flag/post/\d+/", page)[0]
    author.post(flag_path, reason="patient_identifier", note="")
    crash(product)
    assert "Start steroids before the biopsy." not in author.get(case_path)
    assert flag_path.split("/")[-2] and "/moderation/items/" in moderator.get("/moderation/")


def test_an_upload_survives_a_worker_killed_while_it_cleans(product, tmp_path):
    author = Person(product, "author")
    case_path = re.search(r"/cases/\d+/", author.post("/cases/new/").url)[0]
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', author.get(f"{case_path}files/"))[1]
    answer = author.session.post(
        f"{product.address}{case_path}files/",
        data={"csrfmiddlewaretoken": token, "alt": "Fundus photograph, pale disc"},
        files={"file": ("upload", png_with_metadata(tmp_path / "fundus.png").read_bytes())},
        headers={"Accept": "application/json"},
        timeout=20,
    ).json()
    crash(product)
    deadline = time.monotonic() + 60
    state = ""
    while state not in {"cleaned", "held"} and time.monotonic() < deadline:
        time.sleep(0.3)
        state = author.session.get(f"{product.address}{answer['tile']}", timeout=20).json()["state"]
    assert state == "cleaned"
    assert list((product.var_dir / "scratch").glob("*")) == []
