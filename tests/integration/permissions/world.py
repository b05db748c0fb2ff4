"""The people and objects the permission matrix is tried on."""

from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from accounts.models import User, Verification
from cases.models import Attachment, Case
from cases.states import FileState
from cases.storage import link_for
from community.services import write_post
from core.notifications.models import Notice
from core.notifications.notifying import notify
from moderation.models import Decision, ReviewItem
from moderation.services import appeal
from search.services import save_search
from tests.factories.accounts import make_member, make_user
from tests.factories.cases import decide_on, make_published, make_submitted


@dataclass
class World:
    """Eight roles and the arguments of every route."""

    roles: dict[str, User | None]
    arguments: dict[str, dict[str, Any]] = field(default_factory=dict)


def _roles() -> dict[str, User | None]:
    return {
        "anonymous": None,
        "unverified": make_user("unverified"),
        "claimed": make_user("claimed"),
        "unpoliced": make_member("unpoliced", accepted_policy=""),
        "suspended": make_member("suspended", suspended_at=timezone.now()),
        "member": make_member("member"),
        "moderator": make_member("moderator", is_moderator=True),
        "registrar": make_user("registrar", is_registrar=True),
    }


def build_world() -> World:
    """A published case with a file and a reply, a submitted one, a rejected one with an appeal, a flag, a notice."""
    author, judge = make_member("world-author"), make_member("world-judge", is_moderator=True)
    roles = _roles()
    claim = Verification.objects.create(user=roles["claimed"], npi="1234567893")
    case = make_published(author, judge)
    picture = Attachment.objects.create(
        case=case, alt="A picture", state=FileState.APPROVED, files=["0" * 32 + ".png"], mime="image/png"
    )
    waiting = make_submitted(author, title="A second case that waits")
    item = ReviewItem.objects.get(target_id=str(waiting.pk), kind="case", state="open")
    decision, contested = _contested(make_submitted(author, title="A third case"), author, judge)
    post = write_post(topic=case.topic, text="A reply.", by=author)
    notice: Notice = notify(to=author, kind="post.reply", url="/")
    saved = save_search(text="fever", frequency="daily", by=author)
    world = World(roles)
    pk = {"pk": case.pk}
    world.arguments = {
        "policies:detail": {"slug": "members"},
        "mfa_edit_webauthn": {"pk": 1},
        "mfa_remove_webauthn": {"pk": 1},
        "registrar:decide": {"pk": claim.pk},
        "notices:open": {"pk": notice.pk},
        "channels:detail": {"slug": "cardiology"},
        "channels:new_topic": {"slug": "cardiology"},
        **{name: {"pk": case.topic.pk} for name in ("topics:detail", "topics:reply", "topics:events")},
        **{name: {"pk": case.topic.pk} for name in ("topics:label", "topics:read")},
        "posts:edit": {"pk": post.pk},
        **{f"cases:{name}": pk for name in ("detail", "edit", "files", "send", "withdraw", "outcome")},
        "files:serve": {"token": link_for(attachment=picture, index=0, viewer=author).split("/")[-2]},
        "files:frame": {"token": link_for(attachment=picture, index=0, viewer=author).split("/")[-2], "number": 0},
        **{f"files:{name}": {"key": picture.key} for name in ("look", "viewing", "state", "original", "judge")},
        **{f"files:{name}": {"key": picture.key} for name in ("cover", "face", "retry", "remove")},
        **{f"moderation:{name}": {"pk": item.pk} for name in ("item", "claim", "release", "extend", "decide")},
        "moderation:settle": {"pk": item.pk, "dispute_id": "1"},
        "moderation:flag": {"kind": "case", "target_id": str(case.pk)},
        "moderation:decision": {"pk": decision.pk},
        "moderation:appeal": {"pk": decision.pk},
        "moderation:decide_appeal": {"pk": contested.pk},
        "moderation:outbox_retry": {"pk": 1},
        "search:similar_case": pk,
        **{f"search:{name}": {"pk": saved.pk} for name in ("open_saved", "change_saved", "delete_saved")},
    }
    return world


def _contested(case: Case, author: User, judge: User) -> tuple[Decision, Any]:
    decide_on(case, by=judge, outcome="reject", rationale="Not suitable here.")
    decision = Decision.objects.latest("pk")
    return decision, appeal(decision=decision, statement="Please look again.", by=author)
