"""Files a person decides on: faces that are the clinical point, and what the check held."""

import pytest

from cases import jobs
from cases.models import Attachment
from cases.sealing import seal, unseal
from cases.services import judge_file, keep_face, submit_case
from core.errors import NotAllowed, Refused
from tests.factories.cases import decide_on, make_submitted
from tests.integration.cases.conftest import re_encode
from tests.integration.cases.stored import checked, everything

pytestmark = pytest.mark.django_db


def test_a_face_that_is_the_point_stays_visible_and_is_held_whatever_the_check_says(author, attachment, monkeypatch):
    asked = []
    monkeypatch.setattr(jobs, "clean_in_child", lambda *a, **order: asked.append(order["keep_faces"]) or re_encode(*a))
    keep_face(attachment=checked(attachment), consent_reference="CONS-2024-0173", by=author)
    assert checked(attachment).state == "held"
    assert asked == [False, True]
    assert any("face" in reason for reason in attachment.reasons)
    assert b"CONS-2024-0173" not in bytes(attachment.consent_sealed)
    assert unseal(attachment.consent_sealed) == b"CONS-2024-0173"


@pytest.mark.parametrize("reference", ["", "no", "Mrs Edith Hollis", "x" * 41])
def test_a_face_is_not_shown_without_a_reference_in_one_piece(author, attachment, reference):
    checked(attachment)
    with pytest.raises(Refused) as refusal:
        keep_face(attachment=attachment, consent_reference=reference, by=author)
    assert refusal.value.field == "consent_reference"
    attachment.refresh_from_db()
    assert attachment.state == "cleaned"
    assert not attachment.face_needed


def test_a_face_in_a_document_is_always_covered(author, attachment):
    checked(attachment)
    Attachment.objects.update(mime="application/pdf")
    with pytest.raises(Refused, match="always covered"):
        keep_face(attachment=attachment, consent_reference="CONS-2024-0173", by=author)


def held(case, **fields):
    return Attachment.objects.create(case=case, alt="Held", state="held", files=["a" * 32 + ".png"], **fields)


def test_a_moderator_cannot_approve_a_face_without_a_recorded_consent(author, moderator):
    face = held(make_submitted(author), face_needed=True)
    with pytest.raises(Refused, match="no consent is recorded"):
        judge_file(attachment=face, approve=True, by=moderator)
    face.consent_sealed = seal(b"CONS-2024-0173")
    face.save()
    assert judge_file(attachment=face, approve=True, by=moderator).state == "approved"


def test_a_held_file_blocks_publication_until_a_moderator_judges_it(author, moderator):
    case = make_submitted(author)
    file = held(case)
    with pytest.raises(Refused, match="held file"):
        decide_on(case, by=moderator)
    judge_file(attachment=file, approve=True, by=moderator)
    file.refresh_from_db()
    assert file.state == "approved"


def test_a_declined_file_is_deleted_from_disk(author, moderator, attachment, work_done):
    from community.services import ensure_channels

    ensure_channels()
    checked(attachment)
    submit_case(case=attachment.case, by=author)
    judge_file(attachment=attachment, approve=False, by=moderator)
    work_done()
    assert everything() == []


def test_a_file_of_which_nothing_could_be_rebuilt_cannot_be_approved(author, moderator):
    empty = Attachment.objects.create(case=make_submitted(author), alt="Held", state="held", files=[])
    with pytest.raises(Refused, match="rebuilt"):
        judge_file(attachment=empty, approve=True, by=moderator)


def test_nobody_judges_their_own_file(moderator):
    with pytest.raises(NotAllowed):
        judge_file(attachment=held(make_submitted(moderator)), approve=True, by=moderator)
