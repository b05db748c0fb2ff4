"""The life of a case and of a discussion as dated steps."""

import zlib
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from accounts.models import User
from cases.models import Case
from cases.screening import Choices
from cases.services import CaseInput, judge_file, record_outcome, save_revision, start_case, submit_case
from cases.states import FileState
from community.models import Channel, Post, Topic
from community.services import edit_post, mark_read, set_label, start_discussion, write_post
from config.demo import loading
from config.demo.journal import Journal, Made, Step
from core.errors import Refused
from moderation.models import ReviewItem
from moderation.models.item import LIVE_STATES
from moderation.services import claim, decide, flag_content
from moderation.states import Reason

MODERATORS = ("mod-lindqvist", "mod-okafor")
LONGEST_THREAD = timedelta(days=3, hours=8)
LATEST_OUTCOME = timedelta(days=8)
LAST_MOMENT = timedelta(minutes=6)  # nothing of the story happens later than this before the seeding
READ_UNTIL = timedelta(days=4)
STILL_WAITING = timedelta(hours=3)  # doubts younger than this have not been looked at yet


def case_steps(journal: Journal, case: loading.DemoCase) -> Iterator[Step]:
    """From submission to outcome."""
    decided = _moment(journal, case.slug, case.days_ago)
    if case.state == "submitted":
        yield Step(decided, f"submit:{case.slug}", _submitting(journal, case))
        return
    waited = timedelta(minutes=25 + _spread(case.slug, 70))
    yield Step(decided - waited, f"submit:{case.slug}", _submitting(journal, case))
    yield Step(decided, f"decide:{case.slug}", _deciding(journal, case))
    if case.state == "returned":
        return
    if case.label == "case_study":
        yield Step(decided + timedelta(minutes=4), f"label:{case.slug}", _labelling(journal, case))
    open_for = journal.now - LAST_MOMENT - decided
    yield from _thread_steps(journal, f"case:{case.slug}", case.discussion, decided, open_for)
    if case.result:
        moment = decided + min(LATEST_OUTCOME, open_for * 0.85)
        yield Step(moment, f"outcome:{case.slug}", _concluding(journal, case))
    if open_for > READ_UNTIL:
        yield Step(decided + READ_UNTIL, f"read:{case.slug}", _reading(journal, case))


def topic_steps(journal: Journal, topic: loading.DemoTopic) -> Iterator[Step]:
    """A discussion without a case: its first post opens it."""
    opened = _moment(journal, topic.title, topic.days_ago)
    slug = f"topic:{topic.channel}"
    yield Step(opened, slug, _opening(topic))
    yield Step(opened + timedelta(minutes=35), f"cleared:{slug}", _clearing_opening(journal, slug, topic))
    yield from _thread_steps(journal, slug, topic.posts[1:], opened, journal.now - LAST_MOMENT - opened)


def _thread_steps(
    journal: Journal, key: str, replies: list[loading.Reply], opened: datetime, open_for: timedelta
) -> Iterator[Step]:
    """Replies come quickly at first, then slower; edits half an hour later; flags when the content says so."""
    length = min(LONGEST_THREAD, open_for * 0.92)
    for place, reply in enumerate(replies):
        share = ((place + 0.4 + _spread(f"{key}{place}", 100) / 250) / len(replies)) ** 1.6
        moment = opened + length * min(share, 1.0)
        if reply.days_ago is not None:
            moment = journal.now - timedelta(days=reply.days_ago)
        name = f"reply:{key}:{place}"
        yield Step(moment, name, _replying(journal, key, reply))
        read = moment + timedelta(minutes=20 + _spread(name, 60))
        if read < journal.now - STILL_WAITING:
            yield Step(read, f"cleared:{key}:{place}", _clearing(journal, name, reply))
        if reply.edit:
            later = min(moment + timedelta(minutes=31), journal.now - LAST_MOMENT / 2)
            yield Step(later, f"edit:{key}:{place}", _editing(journal, name, reply))
        if reply.flag:
            flagged = max(moment, journal.now - timedelta(hours=reply.flag.hours_ago))
            yield Step(flagged + timedelta(seconds=1), f"flag:{key}:{place}", _flagging(journal, name, reply))


def _submitting(journal: Journal, case: loading.DemoCase) -> Callable[[], Made]:
    def act() -> Made:
        author = _member(case.author)
        if case.pictures:
            draft = Case.objects.get(pk=journal.made(f"case:{case.slug}"))
        else:
            draft = start_case(by=author)
            journal.note(f"case:{case.slug}", draft.pk)
        typed = CaseInput(
            fields=case.fields,
            specialty=case.specialty,
            age=case.age,
            sex=case.sex,
            setting=case.setting,
            consent=case.consent,
        )
        save_revision(case=draft, typed=typed, choices=Choices(), by=author)
        submit_case(case=draft, by=author)
        return draft.pk

    return act


def _deciding(journal: Journal, case: loading.DemoCase) -> Callable[[], Made]:
    def act() -> Made:
        stored = Case.objects.get(pk=journal.made(f"submit:{case.slug}"))
        by = _member(case.returned_by or _moderator_for(case))
        item = ReviewItem.objects.get(kind="case", target_id=str(stored.pk), state__in=LIVE_STATES)
        item = claim(item=item, by=by)
        if case.state == "returned":
            decide(item=item, outcome="return", rationale=case.returned_reason, ground="incomplete", by=by)
            return stored.pk
        for attachment in stored.attachments.filter(state=FileState.HELD):
            judge_file(attachment=attachment, approve=bool(attachment.files), by=by)
        decide(item=item, outcome="approve", rationale="", by=by)
        return stored.pk

    return act


def _moderator_for(case: loading.DemoCase) -> str:
    """Either of the two, never the author."""
    others = [handle for handle in MODERATORS if handle != case.author]
    return others[_spread(case.slug, len(others))]


def _labelling(journal: Journal, case: loading.DemoCase) -> Callable[[], Made]:
    return lambda: (
        set_label(topic=_topic_of(journal, f"case:{case.slug}"), label=case.label, by=_member(case.author)).pk
    )


def _concluding(journal: Journal, case: loading.DemoCase) -> Callable[[], Made]:
    def act() -> Made:
        assert case.result
        stored = Case.objects.get(pk=journal.made(f"decide:{case.slug}"))
        return record_outcome(
            case=stored,
            final_diagnosis=case.result.final_diagnosis,
            course=case.result.outcome,
            teaching_points="\n".join(case.result.teaching_points),
            by=_member(case.author),
        ).pk

    return act


def _opening(topic: loading.DemoTopic) -> Callable[[], Made]:
    def act() -> Made:
        channel = Channel.objects.get(slug=topic.channel)
        text = topic.posts[0].text
        opened, _ = start_discussion(channel=channel, title=topic.title, text=text, by=_member(topic.author))
        return opened.pk

    return act


def _replying(journal: Journal, key: str, reply: loading.Reply) -> Callable[[], Made]:
    return lambda: write_post(topic=_topic_of(journal, key), text=reply.text, by=_member(reply.by)).pk


def _clearing(journal: Journal, name: str, reply: loading.Reply) -> Callable[[], Made]:
    return lambda: _clear(journal.made(name), reply.by)


def _clearing_opening(journal: Journal, slug: str, topic: loading.DemoTopic) -> Callable[[], Made]:
    return lambda: _clear(str(Post.objects.get(topic=journal.made(slug), number=1).pk), topic.author)


def _clear(post_id: str, author: str) -> None:
    """A moderator reads what the scrubber was unsure about in a post and leaves it as it is."""
    by = _member(next(handle for handle in MODERATORS if handle != author))
    doubts = ReviewItem.objects.filter(kind="post", target_id=post_id, reason=Reason.DOUBT)
    for item in doubts.filter(state__in=LIVE_STATES):
        decide(item=claim(item=item, by=by), outcome="approve", rationale="", by=by)


def _editing(journal: Journal, name: str, reply: loading.Reply) -> Callable[[], Made]:
    def act() -> Made:
        post = Post.objects.get(pk=journal.made(name))
        return edit_post(post=post, text=reply.edit, by=_member(reply.by)).pk

    return act


def _flagging(journal: Journal, name: str, reply: loading.Reply) -> Callable[[], Made]:
    def act() -> Made:
        assert reply.flag
        by = _member(reply.flag.by)
        return flag_content(
            kind="post", target_id=journal.made(name), reason=reply.flag.reason, note=reply.flag.note, by=by
        ).pk

    return act


def _reading(journal: Journal, case: loading.DemoCase) -> Callable[[], Made]:
    """The author and the cast have read what is days old, so that Unread starts with what is new."""

    def act() -> Made:
        topic = _topic_of(journal, f"case:{case.slug}")
        for handle in {case.author, "rowan-vale", "adaeze-k", *MODERATORS}:
            mark_read(topic=topic, seq=topic.last_seq, by=_member(handle))
        return None

    return act


def _topic_of(journal: Journal, key: str) -> Topic:
    made = journal.made(key)
    if key.startswith("topic:"):
        return Topic.objects.get(pk=made)
    topic = Topic.objects.filter(subject_kind="case", subject_id=made).first()
    if topic is None:
        raise Refused(f"{key} was not published")
    return topic


def _member(handle: str) -> User:
    return User.objects.get(handle=handle)


def _moment(journal: Journal, word: str, days_ago: float) -> datetime:
    """That many days ago; what is older than a day happened at some hour of its day, not all at the hour of the seeding."""
    hours = timedelta(minutes=_spread(word, 11 * 60)) if days_ago >= 2 else timedelta()
    return journal.now - timedelta(days=days_ago) + hours


def _spread(word: str, most: int) -> int:
    """The same number below `most` for the same word, on every machine."""
    return zlib.crc32(word.encode()) % most
