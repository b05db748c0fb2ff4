"""From sign-up to membership, and who may decide."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from accounts.models import RegisterRow, User
from accounts.services import accept_policy, claim_profession, decide_verification, revoke_verification, suspend
from accounts.training import CURRENT_POLICY
from core.errors import NotAllowed, Refused, Stale
from core.notifications.models import Notice
from core.outbox.models import OutboxRow

pytestmark = pytest.mark.django_db
NPI = "1245319599"


@pytest.fixture(autouse=True)
def register_row():
    return RegisterRow.objects.create(
        npi=NPI, first_name="Synthetic", last_name="Person", taxonomy_code="207RC0000X",
        profession="Cardiologist", specialty="cardiology", state="MA",
    )  # fmt: skip


def code_in_mail():
    return re.search(r"^\s*([A-Z0-9]{3,}-?[A-Z0-9]{3,})\s*$", mail.outbox[-1].body, re.MULTILINE)[1]


def test_signing_up_by_e_mail_code_gives_an_account_that_sees_only_its_verification(client):
    response = client.post(reverse("account_signup"), {"email": "new@consilium.example", "handle": "new-person"})
    assert response.status_code == 302
    client.post(response.url, {"code": code_in_mail()})
    user = User.objects.get(email="new@consilium.example")
    assert user.handle == "new-person"
    assert client.get(reverse("verification:status")).status_code == 200
    assert client.get(reverse("cases:list")).url == reverse("verification:status")


def test_without_a_chosen_name_one_is_made_up_that_says_nothing_of_the_address(client):
    client.post(reverse("account_signup"), {"email": "jane.roe.1961@consilium.example", "handle": ""})
    handle = User.objects.get(email="jane.roe.1961@consilium.example").handle
    assert not {"jane", "roe", "1961"} & set(handle.split("-"))


def test_signing_in_again_by_code(client, author):
    response = client.post(reverse("account_request_login_code"), {"email": author.email})
    client.post(response.url, {"code": code_in_mail()})
    assert client.get(reverse("home")).status_code == 200


@pytest.mark.parametrize("npi", ["1234567890", "1234567893"])
def test_a_malformed_or_unknown_npi_is_refused_at_its_field(unverified, npi):
    with pytest.raises(Refused) as refusal:
        claim_profession(npi=npi, by=unverified)
    assert refusal.value.field == "npi"


def test_a_deactivated_npi_is_refused(unverified, register_row):
    RegisterRow.objects.update(active=False)
    with pytest.raises(Refused, match="deactivated"):
        claim_profession(npi=NPI, by=unverified)


def test_approval_takes_role_and_specialty_from_the_register_and_asks_for_the_policy(unverified, registrar):
    claim = claim_profession(npi=NPI, by=unverified)
    assert Notice.objects.filter(recipient=registrar, kind="verification.waiting").exists()
    decide_verification(verification=claim, approve=True, rationale="", by=registrar)
    unverified.refresh_from_db()
    assert (unverified.role_title, unverified.specialty) == ("Cardiologist", "cardiology")
    assert not unverified.is_member
    accept_policy(version=CURRENT_POLICY, by=unverified)
    unverified.refresh_from_db()
    assert unverified.is_member


def test_nobody_decides_on_their_own_claim(registrar):
    claim = claim_profession(npi=NPI, by=registrar)
    with pytest.raises(NotAllowed):
        decide_verification(verification=claim, approve=True, rationale="", by=registrar)


def test_a_moderator_is_no_registrar(unverified, moderator):
    claim = claim_profession(npi=NPI, by=unverified)
    with pytest.raises(NotAllowed):
        decide_verification(verification=claim, approve=True, rationale="", by=moderator)


def test_declining_needs_a_reason_and_happens_once(unverified, registrar):
    claim = claim_profession(npi=NPI, by=unverified)
    with pytest.raises(Refused):
        decide_verification(verification=claim, approve=False, rationale=" ", by=registrar)
    decide_verification(verification=claim, approve=False, rationale="The name differs.", by=registrar)
    with pytest.raises(Stale):
        decide_verification(verification=claim, approve=True, rationale="", by=registrar)


def test_one_npi_belongs_to_one_member(unverified, stranger, registrar):
    decide_verification(verification=claim_profession(npi=NPI, by=unverified), approve=True, rationale="", by=registrar)
    with pytest.raises(Refused, match="already belongs"):
        claim_profession(npi=NPI, by=stranger)


def test_revoking_and_suspending_end_membership_and_move_the_epoch(unverified, registrar, moderator, colleague):
    claim = claim_profession(npi=NPI, by=unverified)
    decide_verification(verification=claim, approve=True, rationale="", by=registrar)
    accept_policy(version=CURRENT_POLICY, by=unverified)
    unverified.refresh_from_db()
    epoch = unverified.authorisation_epoch
    revoke_verification(verification=claim, rationale="Licence ended.", by=registrar)
    unverified.refresh_from_db()
    assert not unverified.is_member
    assert unverified.authorisation_epoch > epoch
    before = colleague.authorisation_epoch
    suspend(user=colleague, by=moderator)
    colleague.refresh_from_db()
    assert not colleague.is_member
    assert colleague.authorisation_epoch > before


def test_a_verification_that_ran_out_ends_membership_and_can_be_claimed_again(
    unverified, registrar, work_done, signed_in
):
    claim = claim_profession(npi=NPI, by=unverified)
    decide_verification(verification=claim, approve=True, rationale="", by=registrar)
    accept_policy(version=CURRENT_POLICY, by=unverified)
    with pytest.raises(Refused, match="already have a claim"):
        claim_profession(npi=NPI, by=unverified)
    User.objects.filter(pk=unverified.pk).update(verified_until=timezone.now() - timedelta(seconds=1))
    unverified.refresh_from_db()
    assert not unverified.is_member
    client = signed_in(unverified)
    assert "Your verification ran out" in client.get(reverse("verification:status")).content.decode()
    client.post(reverse("verification:claim"), {"npi": NPI})
    assert [claim.state for claim in unverified.verifications.all()] == ["claimed", "expired"]


def test_the_outbox_ends_a_verification_when_its_year_is_over(unverified, registrar, work_done):
    claim = claim_profession(npi=NPI, by=unverified)
    decide_verification(verification=claim, approve=True, rationale="", by=registrar)
    work_done()
    claim.refresh_from_db()
    assert claim.state == "current", "the row waits for a year"
    User.objects.filter(pk=unverified.pk).update(verified_until=timezone.now())
    OutboxRow.objects.update(available_at=timezone.now())
    work_done()
    claim.refresh_from_db()
    assert claim.state == "expired"
    assert Notice.objects.filter(recipient=unverified, kind="verification.expired").exists()


def test_a_new_version_of_the_policy_closes_the_door_until_it_is_accepted(
    colleague, signed_in, monkeypatch, django_assert_num_queries
):
    client = signed_in(colleague)
    assert client.get(reverse("cases:list")).status_code == 200
    monkeypatch.setattr("accounts.models.user.CURRENT_POLICY", "2099-01")
    assert client.get(reverse("cases:list")).url == reverse("verification:status")


def test_a_registrar_ends_a_verification_on_the_page_with_a_reason(unverified, registrar, signed_in):
    claim = claim_profession(npi=NPI, by=unverified)
    decide_verification(verification=claim, approve=True, rationale="", by=registrar)
    client, url = signed_in(registrar), reverse("registrar:decide", kwargs={"pk": claim.pk})
    assert "unverified" in client.get(reverse("registrar:queue")).content.decode()
    assert client.post(url, {"decision": "revoke", "rationale": ""}).status_code == 422
    client.post(url, {"decision": "revoke", "rationale": "The licence ended."})
    unverified.refresh_from_db()
    assert not unverified.is_verified
    assert "The licence ended." in signed_in(unverified).get(reverse("verification:status")).content.decode()


def test_codes_are_rationed(client, author, settings):
    settings.ACCOUNT_RATE_LIMITS = {}
    cache.clear()
    for _ in range(8):
        client.post(reverse("account_request_login_code"), {"email": author.email})
    assert 1 <= len(mail.outbox) <= 3


def test_a_wrong_code_lets_nobody_in_and_few_guesses_are_allowed(client, author):
    response = client.post(reverse("account_request_login_code"), {"email": author.email})
    for _ in range(6):
        client.post(response.url, {"code": "AAAA-AAAA"})
    client.post(response.url, {"code": code_in_mail()})
    assert client.get(reverse("home")).context["user"].is_anonymous


def test_signing_out_ends_the_session(signed_in, author):
    client = signed_in(author)
    client.post(reverse("account_logout"))
    assert client.get(reverse("cases:list")).url.startswith(reverse("account_login"))


def test_there_is_no_password_anywhere(client, author):
    assert not author.has_usable_password()
    for path in ("/accounts/password/set/", "/accounts/password/change/", "/accounts/password/reset/"):
        assert client.get(path).status_code == 404


def test_an_outdated_policy_cannot_be_accepted(unverified):
    with pytest.raises(Stale):
        accept_policy(version="1999-01", by=unverified)
