"""How moderation judges a case: the adapter it is given at start-up."""

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse

from accounts.models import User
from cases.models import Attachment, Case, CaseRevision, Dispute
from cases.naming import NamedSpan, names_left_in
from cases.sealing import unseal, unseal_passage
from cases.sections import HEADINGS, TEXT_FIELDS
from cases.services import (
    decide_dispute,
    hide_case,
    publish_case,
    purge_case,
    reject_case,
    remove_case,
    restore_case,
    return_case,
)
from cases.states import CaseState, DisputeState
from cases.views.pictures import covered_words, tile_masks
from core.web.words import kind_words
from moderation.registry import NotThere, Snapshot, SnapshotDispute, SnapshotFile

EXCERPT = 200


class CaseReviewable:
    """Cases, judged revision by revision."""

    kind = "case"
    label = "Case"
    notices: Mapping[str, str] = {"approve": "case.published", "return": "case.returned", "reject": "case.rejected"}

    def snapshot(self, target_id: str, revision_id: str) -> Snapshot:
        case = _case(target_id)
        revision = _revision(case, revision_id)
        return Snapshot(
            title=revision.title,
            url=reverse("cases:detail", args=[case.pk]),
            html=render_to_string("cases/review.html", {"revision": revision, "fields": _lit_fields(revision, case)}),
            files=[_file(attachment) for attachment in case.attachments.all()],
            receipt=revision.receipt,
            excerpt=revision.question[:EXCERPT],
            specialty=case.specialty,
            disputes=[_dispute(dispute) for dispute in revision.disputes.filter(state=DisputeState.OPEN)],
            risk=_risk(revision),
        )

    def author(self, target_id: str) -> User:
        return _case(target_id).author

    def visible_to(self, target_id: str, viewer: User) -> bool:
        return target_id.isdigit() and Case.objects.visible_to(viewer).filter(pk=target_id).exists()

    def approve(self, target_id: str, *, revision_id: str, by: User, decision_id: int) -> None:
        publish_case(revision=_revision(_case(target_id), revision_id), decision_id=decision_id, by=by)

    def return_to_author(self, target_id: str, *, revision_id: str, by: User, decision_id: int, rationale: str) -> None:
        return_case(revision=_revision(_case(target_id), revision_id), decision_id=decision_id, by=by)

    def reject(self, target_id: str, *, revision_id: str, by: User, decision_id: int, rationale: str) -> None:
        reject_case(revision=_revision(_case(target_id), revision_id), decision_id=decision_id, by=by)

    def hide(self, target_id: str, *, by: User) -> None:
        case = _case(target_id)
        if case.state != CaseState.HIDDEN:
            hide_case(case=case, by=by, on_flag=True)

    def restore(self, target_id: str, *, by: User) -> None:
        case = _case(target_id)
        if case.state != CaseState.PUBLISHED:
            restore_case(case=case, by=by)

    def remove(self, target_id: str, *, by: User) -> None:
        case = _case(target_id)
        if case.state != CaseState.REMOVED:
            remove_case(case=case, by=by)

    def purge(self, target_id: str, *, by: User) -> dict[str, Any]:
        self.remove(target_id, by=by)
        return {"revisions": purge_case(case=_case(target_id), by=by)}

    def settle_dispute(self, target_id: str, *, dispute_id: str, accept: bool, by: User) -> None:
        dispute = Dispute.objects.filter(pk=dispute_id, revision__case=_case(target_id)).first()
        if dispute is None:
            raise NotThere("This dispute does not exist.")
        decide_dispute(dispute=dispute, accept=accept, by=by)


def _case(target_id: str) -> Case:
    case = Case.objects.select_related("author").filter(pk=target_id).first() if str(target_id).isdigit() else None
    if case is None:
        raise NotThere("This case does not exist.")
    return case


def _revision(case: Case, revision_id: str) -> CaseRevision:
    revision = case.revisions.filter(pk=revision_id).first() if revision_id else case.latest_revision()
    if revision is None:
        raise NotThere("This version does not exist.")
    return revision


def _file(attachment: Attachment) -> SnapshotFile:
    """Links are personal, so the item page gets the path that makes one for whoever opens it."""
    shown = reverse("files:look", args=[attachment.key]) if attachment.files else ""
    return SnapshotFile(
        alt=attachment.alt,
        url=shown,
        state=attachment.state,
        note=" ".join(attachment.reasons),
        judge_url=reverse("files:judge", args=[attachment.key]),
        viewing=reverse("files:viewing", args=[attachment.key]) if attachment.files else "",
        covered=covered_words(attachment),
        masks=tile_masks(attachment),
        size=(attachment.width, attachment.height),
        consent=unseal(attachment.consent_sealed).decode() if attachment.consent_sealed else "",
    )


def _dispute(dispute: Dispute) -> SnapshotDispute:
    before, span, after = unseal_passage(dispute.sealed) if dispute.sealed else ("", "", "")
    return SnapshotDispute(
        id=str(dispute.pk), category=kind_words(dispute.category), context=f"…{before}⟦{span}⟧{after}…"
    )


def _lit_fields(revision: CaseRevision, case: Case) -> list[dict[str, Any]]:
    """Every filled field with its doubtful spans, among them names that came to light in its discussion."""
    doubts = [NamedSpan(**doubt) for doubt in revision.doubts] + names_left_in(revision, case)
    return [
        {
            "name": name,
            "heading": HEADINGS[name],
            "text": getattr(revision, name),
            "doubts": [
                SimpleNamespace(out_start=doubt.start, out_end=doubt.end, category=doubt.category, reason="")
                for doubt in doubts
                if doubt.field == name
            ],
        }
        for name in TEXT_FIELDS
        if getattr(revision, name)
    ]


def _risk(revision: CaseRevision) -> dict[str, Any]:
    """The stored risk with the words each factor is about, read from the text they stand in."""
    factors = [
        {
            "kind": factor["kind"],
            "why": factor["why"],
            "where": HEADINGS[factor["field"]],
            "words": getattr(revision, factor["field"])[factor["start"] : factor["end"]],
        }
        for factor in revision.risk.get("factors", [])
    ]
    return {**revision.risk, "factors": factors} if revision.risk else {}
