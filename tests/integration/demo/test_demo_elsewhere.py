"""The demo never pours itself over somebody's own installation."""

import pytest

from accounts.models import RegisterRow
from cases.models import Case
from config.demo.seed import seed
from tests.factories.accounts import make_user


@pytest.mark.django_db
def test_an_installation_with_accounts_of_its_own_is_left_alone() -> None:
    make_user("somebody")
    assert len(seed(workers=0)) == 1
    assert not Case.objects.exists() and not RegisterRow.objects.exists()
