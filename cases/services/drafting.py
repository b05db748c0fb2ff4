"""Starting a case and storing what the author typed, once it is scrubbed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction

from accounts.models import User
from cases.models import Case, CaseRevision, Dispute
from cases.policies import check_can_edit, check_can_write_cases
from cases.screening import Choices, DisputedSpan, Screening, refuse_if_blocked, safe_case, screen
from cases.sealing import seal_passage
from cases.sections import age_band
from cases.services.locking import lock
from core.audit.recording import record
from core.errors import Refused
from core.known_names import digests, recognised, together


@dataclass(frozen=True)
class CaseInput:
    """A case as typed. `age` in years; `fields` holds raw text by section name, "title" included."""

    fields: Mapping[str, str]
    specialty: str
    age: int
    sex: str
    setting: str
    consent: bool


def screen_case(case: Case, typed: CaseInput, choices: Choices) -> Screening:
    """What the scrubber says of this case as typed, given the names it found in earlier versions and in the replies."""
    known = recognised("\n".join(typed.fields.values()), case.known_names, discussion=case.discussion)
    return screen(typed.fields, age=typed.age, sex=typed.sex, must_hide=choices.must_hide, known_names=known)


@transaction.atomic
def start_case(*, by: User) -> Case:
    """An empty draft, so that files can be attached; an empty one the author already has is reused."""
    check_can_write_cases(by)
    empty = Case.objects.filter(author=by, state="draft", revisions=None, attachments=None).first()
    if empty:
        return empty
    case = Case.objects.create(author=by)
    record(by=by, action="case.start", target=case)
    return case


@transaction.atomic
def save_revision(*, case: Case, typed: CaseInput, choices: Choices, by: User) -> CaseRevision:
    """Scrub, apply the author's choices, store the next revision with a content-free receipt.

    Disputed redactions stay redacted; their surroundings go to review, sealed.

    Raises:
        NotAllowed: by anyone but the author.
        Refused: not editable now, consent missing, or text that cannot be made safe (field named).
    """
    case = lock(case)
    check_can_edit(by, case)
    if not typed.consent:
        raise Refused("Confirm that sharing this case is allowed where you work.", field="consent")
    screening = screen_case(case, typed, choices)
    refuse_if_blocked(screening)
    safe = safe_case(screening, choices)
    last = case.latest_revision()
    revision = CaseRevision.objects.create(
        case=case,
        number=last.number + 1 if last else 1,
        age_band=age_band(typed.age),
        sex=typed.sex,
        setting=typed.setting,
        consent_attested=True,
        receipt=screening.receipt(),
        doubts=safe.doubts(),
        risk=safe.risk_summary(),
        known_names=together(last.known_names if last else (), digests(screening.names, discussion=case.discussion)),
        **{**safe.texts, "title": safe.texts["title"][:200]},
    )
    _keep_disputes(revision, safe.disputed)
    case.specialty = typed.specialty
    case.save(update_fields=["specialty", "updated_at"])
    record(
        by=by,
        action="case.revise",
        target=case,
        facts={
            "revision": revision.number,
            "redactions": screening.redaction_count,
            "disputes": len(safe.disputed),
            "risk": safe.risk.level,
        },
    )
    return revision


def _keep_disputes(revision: CaseRevision, spans: Iterable[DisputedSpan]) -> None:
    Dispute.objects.bulk_create(
        Dispute(
            revision=revision,
            field=span.field,
            start=span.start,
            end=span.end,
            category=span.category,
            sealed=seal_passage(before=span.before, span=span.span, after=span.after),
        )
        for span in spans
    )
