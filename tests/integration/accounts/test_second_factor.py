"""A second factor: for anybody who wants one, and for whoever decides about others."""

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.urls import reverse

from accounts.second_factor import SecondFactorAdapter
from core.audit.models import AuditEvent

pytestmark = pytest.mark.django_db


def code_of(secret):
    """What the app shows now: the middle of the counters that are accepted."""
    _, now, _ = yield_hotp_counters_from_time()
    return format_hotp_value(hotp_value(secret, now))


def set_up(client):
    page = client.get(reverse("mfa_activate_totp")).content.decode()
    secret = re.search(r"<code[^>]*>([A-Z2-7]+)</code>", page)[1]
    response = client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    assert response.url == reverse("mfa_view_recovery_codes")
    return secret


def sign_in_by_mail(client, email):
    response = client.post(reverse("account_request_login_code"), {"email": email})
    code = re.search(r"^\s*([A-Z0-9]{3,}-?[A-Z0-9]{3,})\s*$", mail.outbox[-1].body, re.MULTILINE)[1]
    return client.post(response.url, {"code": code})


@pytest.fixture
def protected(signed_in, stranger):
    """A member with an authenticator app, and the app's secret."""
    EmailAddress.objects.create(user=stranger, email=stranger.email, verified=True, primary=True)
    return stranger, set_up(signed_in(stranger))


def test_a_code_of_the_app_is_asked_for_after_the_mailed_one(client, protected):
    person, secret = protected
    assert sign_in_by_mail(client, person.email).url == reverse("mfa_authenticate")
    assert client.get(reverse("cases:list")).url.startswith(reverse("account_login"))
    assert client.post(reverse("mfa_authenticate"), {"code": "000000"}).status_code == 200
    client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    assert client.get(reverse("cases:list")).status_code == 200


def test_a_recovery_code_works_once(client, protected, signed_in):
    person, _ = protected
    codes = Authenticator.objects.get(user=person, type="recovery_codes").wrap().get_unused_codes()
    sign_in_by_mail(client, person.email)
    client.post(reverse("mfa_authenticate"), {"code": codes[0]})
    assert client.get(reverse("cases:list")).status_code == 200
    left = Authenticator.objects.get(user=person, type="recovery_codes").wrap().get_unused_codes()
    assert len(left) == len(codes) - 1


def test_the_secret_is_not_readable_in_the_database(protected):
    person, secret = protected
    assert secret not in str(list(Authenticator.objects.filter(user=person).values()))


def test_setting_up_and_removing_leave_audit_events(protected, signed_in):
    person, secret = protected
    client = signed_in(person)
    response = client.post(reverse("mfa_deactivate_totp"), follow=True)
    client.post(reverse("mfa_reauthenticate") + "?next=" + reverse("mfa_deactivate_totp"), {"code": code_of(secret)})
    client.post(reverse("mfa_deactivate_totp"))
    assert response.status_code == 200
    assert not Authenticator.objects.filter(user=person, type="totp").exists()
    actions = set(AuditEvent.objects.filter(actor=person).values_list("action", flat=True))
    assert {"account.factor_add", "account.factor_remove"} <= actions


@pytest.mark.parametrize("page", ["moderation:queue", "registrar:queue"])
def test_moderators_and_registrars_must_have_one_before_they_use_their_role(
    settings, signed_in, moderator, registrar, page
):
    settings.STAFF_NEED_SECOND_FACTOR = True
    client = signed_in(moderator if page.startswith("moderation") else registrar)
    assert client.get(reverse(page)).url == reverse("mfa_index")
    set_up(client)
    assert client.get(reverse(page)).status_code == 200


def test_their_app_cannot_be_removed(settings, signed_in, moderator):
    settings.STAFF_NEED_SECOND_FACTOR = True
    client = signed_in(moderator)
    secret = set_up(client)
    client.post(reverse("mfa_reauthenticate") + "?next=" + reverse("mfa_index"), {"code": code_of(secret)})
    client.post(reverse("mfa_deactivate_totp"))
    assert Authenticator.objects.filter(user=moderator, type="totp").exists()


def test_members_are_not_asked(settings, signed_in, author):
    settings.STAFF_NEED_SECOND_FACTOR = True
    assert signed_in(author).get(reverse("cases:list")).status_code == 200


@pytest.mark.parametrize("kind", ["totp", "webauthn"])
def test_either_factor_lets_a_moderator_in_and_without_one_it_has_to_be_set_up(signed_in, moderator, settings, kind):
    settings.STAFF_NEED_SECOND_FACTOR = True
    browser = signed_in(moderator)
    assert browser.get(reverse("moderation:queue")).url == reverse("mfa_index")
    Authenticator.objects.create(user=moderator, type=kind, data={})
    assert browser.get(reverse("moderation:queue")).status_code == 200


def test_the_app_of_a_moderator_can_go_when_there_is_a_passkey(moderator, settings):
    settings.STAFF_NEED_SECOND_FACTOR = True
    app = Authenticator.objects.create(user=moderator, type="totp", data={})
    assert not SecondFactorAdapter().can_delete_authenticator(app)
    Authenticator.objects.create(user=moderator, type="webauthn", data={})
    assert SecondFactorAdapter().can_delete_authenticator(app)
