"""Recording what it turned out to be."""

from django.db import transaction
from django.urls import reverse

from accounts.models import User
from cases.models import Case, CaseOutcome
from cases.policies import check_can_record_outcome
from cases.selectors import participants
from cases.services.locking import lock, topic_of
from cases.signals import case_changed
from community.services import learn_names, set_label
from core.audit.recording import record
from core.errors import Refused
from core.known_names import digests, recognised
from core.notifications.notifying import notify
from core.scrubbing import scrub_fields
from scrubber import Verdict


@transaction.atomic
def record_outcome(*, case: Case, final_diagnosis: str, course: str, teaching_points: str, by: User) -> CaseOutcome:
    """Store or replace the outcome, scrubbed; the topic becomes solved and participants are told.

    Names taken out of it are taken out of earlier replies as well.

    Raises:
        NotAllowed: by anyone but the author.
        Refused: not published, or a field that cannot be made safe.
    """
    case = lock(case)
    check_can_record_outcome(by, case)
    typed = {"final_diagnosis": final_diagnosis, "course": course, "teaching_points": teaching_points}
    known = recognised("\n".join(typed.values()), case.known_names, discussion=case.discussion)
    results = scrub_fields(typed, known_names=known)
    for name, result in results.items():
        if result.verdict is Verdict.BLOCKED:
            raise Refused("This holds too much that identifies someone. Say it in general words.", field=name)
    texts = {name: result.text for name, result in results.items()}
    outcome, created = CaseOutcome.objects.update_or_create(
        case=case,
        defaults={
            **texts,
            "final_diagnosis": texts["final_diagnosis"][:200],
            "receipt": {name: result.receipt() for name, result in results.items()},
        },
    )
    record(by=by, action="case.outcome", target=case, facts={"first": created})
    topic = topic_of(case)
    names = [name for result in results.values() for name in result.names]
    learn_names(topic=topic, known_names=digests(names, discussion=topic.discussion), by=by)
    set_label(topic=topic, label="solved", by=by)
    if created:
        for member in participants(case).exclude(pk=by.pk):
            notify(to=member, kind="case.outcome", url=reverse("cases:detail", args=[case.pk]))
    case_changed.send(Case, case_id=case.pk)
    return outcome
