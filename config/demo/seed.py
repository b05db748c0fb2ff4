"""Pours the demo's content through the product's own services, as the people of the demo would have typed it.

Nothing is written past a service, except the confirmed e-mail address that a sign-up by code would leave. The story is
played in order of time over the last weeks (see clock.py), so queue, notices and audit chain look lived in. Cases without
pictures come first: a visitor of the first minute finds them while the pictures of the others are still being cleaned.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from django.utils import timezone

from accounts.handles import check_handle
from accounts.models import User, Verification
from accounts.services import accept_policy, claim_profession, decide_verification, grant_role, load_register
from accounts.training import CURRENT_POLICY
from cases.models import Case
from cases.services import add_file, start_case
from config.demo import clock, loading
from config.demo.journal import Journal, Made, Step, cores, has_begun, quietly, work_off
from config.demo.models import SeedStep
from config.demo.story import case_steps, topic_steps
from core.audit.recording import SYSTEM
from core.notifications.notifying import mark_all_read

OPENED = timedelta(days=45)  # how long ago the demo's forum opened
STAFF = {"moderator": "moderator", "second_moderator": "moderator", "registrar": "registrar"}
NOT_MEMBERS = {"registrar", "unverified", "stranger"}


def seed(*, workers: int | None = None, people_only: bool = False) -> list[str]:
    """Bring the demo into being; whatever is there already stays as it is.

    Args:
        workers: threads that scrub pictures; by default one a core.
        people_only: stop after the accounts; a later call goes on from there.

    Returns:
        what a service refused, one line each; empty when all went well.
    """
    if User.objects.exists() and not has_begun():
        return ["everything: this installation has accounts of its own, and the demo fills empty ones only"]
    journal = Journal(timezone.now())
    if "finished" in journal:
        return []
    quietly(lambda: _people(journal) if people_only else _seed(journal, cores() if workers is None else workers))
    return journal.skipped


def is_finished() -> bool:
    """Whether nothing of the demo is missing, or this installation is no demo."""
    return not has_begun() or SeedStep.objects.filter(key="finished").exists()


def _people(journal: Journal) -> None:
    if "people" in journal:
        return
    load_register(path=loading.REGISTER)
    journal.play([*_joining(journal, loading.people(), journal.now - OPENED)])
    journal.note("people")


def _seed(journal: Journal, workers: int) -> None:
    _people(journal)
    people, cases = loading.people(), loading.cases()
    journal.play(_stories(journal, [case for case in cases if not case.pictures]))
    work_off(workers=0)  # found by search from now on
    uploaded = journal.now - OPENED + timedelta(days=2)
    journal.play([*_uploads(cases, uploaded)], settle=False)
    with clock.at(uploaded + timedelta(hours=1)):
        work_off(workers=workers)
    journal.play([*_stories(journal, cases), *_latest(journal, people)])
    work_off(workers=0)
    if not journal.skipped:
        journal.note("finished")


def _stories(journal: Journal, cases: list[loading.DemoCase]) -> list[Step]:
    """Everything that happens to these cases, and every discussion without one."""
    steps = [step for case in cases for step in case_steps(journal, case)]
    return steps + [step for topic in loading.topics() for step in topic_steps(journal, topic)]


def _joining(journal: Journal, people: list[loading.Person], opened: datetime) -> Iterator[Step]:
    """Everybody signs up; those who are members claim, are confirmed and accept the policy."""
    registrar = next(person for person in people if person.role == "registrar")
    for place, person in enumerate(people):
        moment = opened + timedelta(minutes=7 * place)
        yield Step(moment, f"person:{person.handle}", _signing_up(person))
        if person.role in NOT_MEMBERS:
            continue
        yield Step(moment + timedelta(hours=4), f"claim:{person.handle}", _claiming(person))
        confirmed = f"confirmed:{person.handle}"
        yield Step(moment + timedelta(hours=9), confirmed, _confirming(journal, person, registrar))
        yield Step(moment + timedelta(hours=20), f"policy:{person.handle}", _accepting(person))


def _signing_up(person: loading.Person) -> Callable[[], Made]:
    def act() -> Made:
        user = User.objects.create_user(email=person.email, handle=check_handle(person.handle))
        EmailAddress.objects.create(user=user, email=person.email, verified=True, primary=True)
        if person.role in STAFF:
            grant_role(user=user, role=STAFF[person.role], by=SYSTEM)
        return user.pk

    return act


def _claiming(person: loading.Person) -> Callable[[], Made]:
    return lambda: claim_profession(npi=person.npi, by=member(person.handle)).pk


def _confirming(journal: Journal, person: loading.Person, registrar: loading.Person) -> Callable[[], Made]:
    def act() -> Made:
        claim = Verification.objects.get(pk=journal.made(f"claim:{person.handle}"))
        by = member(registrar.handle)
        decide_verification(verification=claim, approve=True, rationale="Matches the register.", by=by)
        return claim.pk

    return act


def _accepting(person: loading.Person) -> Callable[[], Made]:
    return lambda: accept_policy(version=CURRENT_POLICY, by=member(person.handle)).pk


def _uploads(cases: list[loading.DemoCase], moment: datetime) -> Iterator[Step]:
    """Drafts with their pictures come first, all at once, so that the pictures can be scrubbed side by side."""
    for case in cases:
        if case.pictures:
            yield Step(moment, f"case:{case.slug}", _uploading(case))


def _uploading(case: loading.DemoCase) -> Callable[[], Made]:
    def act() -> Made:
        author = member(case.author)
        draft: Case = start_case(by=author)
        for picture in case.pictures:
            data = (loading.PICTURES / picture.file).read_bytes()
            add_file(case=draft, data=data, alt=picture.alt, by=author)
        return draft.pk

    return act


def _latest(journal: Journal, people: list[loading.Person]) -> Iterator[Step]:
    """What is older than two days was noticed; this morning somebody new claimed a profession."""
    for person in people:
        if person.role == "stranger":
            yield Step(journal.now - timedelta(hours=3), f"claim:{person.handle}", _claiming(person))
        if person.role not in NOT_MEMBERS:
            moment = journal.now - timedelta(days=2)
            yield Step(moment, f"noticed:{person.handle}", lambda p=person: mark_all_read(by=member(p.handle)))


def member(handle: str) -> User:
    """The account behind a handle, as it is now."""
    return User.objects.get(handle=handle)
