"""kill -9 of the server at any step loses nothing that was acknowledged."""

import os
import re
import time

import pytest
import requests

from tests.factories.cases import NOTE
from tests.files import png_with_metadata
from tests.product import Product

END_LEASES = (
    "from django.utils import timezone; from core.outbox.models import OutboxRow;"
    "OutboxRow.objects.filter(state='leased').update(lease_until=timezone.now())"
)


@pytest.fixture(scope="module")
def product(tmp_path_factory):
    running = Product(tmp_path_factory.mktemp("product"))
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


@pytest.fixture(scope="module")
def people(product):
    """Signed in once; their sessions outlive every kill."""
    return [Person(product, name) for name in ("author", "colleague", "moderator")]


@pytest.fixture
def journey(product, people):
    """The people, and the address of a case that waits in the queue."""
    author, colleague, moderator = people
    case_path = re.search(r"/cases/\d+/", author.post("/cases/new/").url)[0]
    answers = {"specialty": "cardiology", "age": "72", "sex": "female", "setting": "emergency", "consent": "on"}
    author.post(f"{case_path}edit/", action="save", **NOTE, **answers)
    crash(product)
    assert NOTE["presentation"] in author.get(f"{case_path}send/")
    author.post(f"{case_path}send/")
    crash(product)
    return author, colleague, moderator, case_path


def first_item(moderator):
    return re.search(r"/moderation/items/\d+/", moderator.get("/moderation/"))[0]


def decide(product, moderator, outcome, **fields):
    """Claim, crash, decide."""
    item_path = first_item(moderator)
    moderator.post(f"{item_path}claim/", page=item_path)
    crash(product)
    revision = re.search(r'name="revision_id"(?: value="(\d*)")?', moderator.get(item_path))[1] or ""
    moderator.post(f"{item_path}decide/", page=item_path, outcome=outcome, revision_id=revision, **fields)


def eventually(look, seconds=20):
    """The answer of `look()` once it is true: what the outbox owes is done soon after a restart."""
    until = time.monotonic() + seconds
    while not (found := look()) and time.monotonic() < until:
        time.sleep(0.2)
    return found


def test_no_acknowledged_case_post_flag_decision_or_outcome_is_lost(product, journey):
    author, colleague, moderator, case_path = journey
    decide(product, moderator, "approve")
    crash(product)
    assert NOTE["question"] in colleague.get(case_path)
    assert eventually(lambda: NOTE["title"] in colleague.get("/search/?q=claudication")), "the index caught up"

    reply_path = re.search(r"/topics/\d+/posts/", colleague.get(case_path))[0]
    colleague.post(reply_path, page=case_path, text="Start steroids before the biopsy.")
    crash(product)
    page = author.get(case_path)
    assert "Start steroids before the biopsy." in page
    assert eventually(lambda: "New reply" in author.get("/notices/")), "the author is told after the restart"

    flag_path = re.search(r"/moderation/flag/post/\d+/", page)[0]
    author.post(flag_path, reason="patient_identifier", note="")
    crash(product)
    assert "Start steroids before the biopsy." not in author.get(case_path)

    decide(product, moderator, "remove", ground="patient_identifier", rationale="It points to one family.")
    crash(product)
    assert "Start steroids before the biopsy." not in author.get(case_path)
    assert "decided on something you flagged" in author.get("/notices/")
    assert "was removed" in colleague.get("/notices/")

    author.post(f"{case_path}outcome/", final_diagnosis="Giant cell arteritis", course="The biopsy was positive.")
    crash(product)
    assert "The biopsy was positive." in colleague.get(case_path)
    product.manage("audit_verify")


def test_a_return_and_an_appeal_survive_a_kill(product, journey):
    author, _, moderator, case_path = journey
    decide(product, moderator, "reject", ground="incomplete", rationale="Too little to discuss.")
    crash(product)
    decision_path = re.search(r"/moderation/decisions/\d+/", notice_target(author, "was not published"))[0]
    assert "Too little to discuss." in author.get(decision_path)
    author.post(f"{decision_path}appeal/", page=decision_path, statement="Everything needed is in the history.")
    crash(product)
    second = Person(product, "second-moderator")
    appeal_path = re.search(r"/moderation/appeals/\d+/", second.get("/moderation/appeals/"))[0]
    assert "Everything needed is in the history." in second.get(appeal_path)
    assert author.get(case_path)


def notice_target(person, words):
    """Where the notice with these words leads."""
    page = person.get("/notices/")
    link = re.search(rf'href="(/notices/\d+/)"[^>]*>[^<]*(?:<[^>]+>[^<]*)*?{words}', page)
    response = person.session.get(person.product.address + link[1], timeout=20)
    return response.url


def test_ctrl_c_stops_at_once_and_leaves_nothing_behind(product):
    assert product.interrupt() == 0
    assert "Traceback" not in product.log()
    product.start()


def test_a_taken_port_is_said_in_words(product):
    result = product.try_manage("serve")
    assert result.returncode == 1
    assert "is taken" in result.stderr
    assert "Traceback" not in result.stderr


def test_an_upload_survives_a_worker_killed_while_it_cleans(product, people, tmp_path):
    author = people[0]
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
    if os.environ.get("REDIS_URL"):  # other workers may live on: here the lease has to end, which takes minutes
        product.manage("shell", "-c", END_LEASES)
    deadline = time.monotonic() + 180
    state = ""
    while state not in {"cleaned", "held"} and time.monotonic() < deadline:
        time.sleep(0.3)
        state = author.session.get(f"{product.address}{answer['tile']}", timeout=20).json()["state"]
    assert state in {"cleaned", "held"}
    assert list((product.var_dir / "scratch").glob("*")) == []
