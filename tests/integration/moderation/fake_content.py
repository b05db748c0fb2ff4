"""Content for moderation's own tests: notes kept in a dictionary, behind a real adapter."""

from dataclasses import dataclass, field
from typing import Any

from accounts.models import User
from core.errors import Stale
from moderation.registry import NotThere, Snapshot, SnapshotDispute, SnapshotFile


@dataclass
class Note:
    """One piece of fake content."""

    author: User
    text: str
    revision: str = "1"
    state: str = "submitted"  # submitted, visible, returned, rejected, hidden, removed, purged
    before: str = "visible"
    disputes: list[SnapshotDispute] = field(default_factory=list)


class NoteAdapter:
    """A `Reviewable` (and `SettlesDisputes`) over a dictionary. `acts` lists what moderation asked for."""

    kind = "note"
    label = "Note"
    notices = {"approve": "case.published"}

    def __init__(self) -> None:
        self.notes: dict[str, Note] = {}
        self.acts: list[tuple[str, str]] = []

    def add(
        self, author: User, *, text: str = "A man in his sixties with chest pain.", state: str = "submitted"
    ) -> str:
        target_id = str(len(self.notes) + 1)
        self.notes[target_id] = Note(author=author, text=text, state=state)
        return target_id

    def _note(self, target_id: str) -> Note:
        note = self.notes.get(target_id)
        if note is None or note.state == "purged":
            raise NotThere("No such note.")
        return note

    def snapshot(self, target_id: str, revision_id: str) -> Snapshot:
        note = self._note(target_id)
        return Snapshot(
            title="Chest pain at rest",
            url=f"/notes/{target_id}/",
            html=f'<p>{note.text} <mark class="doubtful" title="May be a name">Rose</mark></p>',
            files=[SnapshotFile(alt="Chest radiograph", url="/files/x/", state="cleaned", note="1 mask")],
            receipt={"version": "1", "verdict": "redacted", "categories": {"NAME": 2, "DATE": 1}},
            excerpt=note.text,
            specialty="cardiology",
            disputes=note.disputes,
            risk={"level": "raised", "score": 0.4, "factors": [{"kind": "rare disease", "why": "Few have it."}]},
        )

    def author(self, target_id: str) -> User:
        return self._note(target_id).author

    def visible_to(self, target_id: str, viewer: User) -> bool:
        note = self.notes.get(target_id)
        if note is None or note.state == "purged" or not viewer.is_member:
            return False
        return note.state == "visible" or viewer == note.author or viewer.is_moderator

    def approve(self, target_id: str, *, revision_id: str, by: User, decision_id: int) -> None:
        if revision_id not in {"", self._note(target_id).revision}:
            raise Stale("There is a newer revision.")
        self._act("approve", target_id, "visible")

    def return_to_author(self, target_id: str, *, revision_id: str, by: User, decision_id: int, rationale: str) -> None:
        self._act("return", target_id, "returned")

    def reject(self, target_id: str, *, revision_id: str, by: User, decision_id: int, rationale: str) -> None:
        self._act("reject", target_id, "rejected")

    def hide(self, target_id: str, *, by: User) -> None:
        note = self._note(target_id)
        if note.state != "hidden":
            note.before = note.state
        self._act("hide", target_id, "hidden")

    def restore(self, target_id: str, *, by: User) -> None:
        self._act("restore", target_id, self._note(target_id).before)

    def remove(self, target_id: str, *, by: User) -> None:
        self._act("remove", target_id, "removed")

    def purge(self, target_id: str, *, by: User) -> dict[str, Any]:
        if self.notes[target_id].state == "purged":
            return {"texts": 0}
        self._act("purge", target_id, "purged")
        self.notes[target_id].text = ""
        return {"texts": 1}

    def settle_dispute(self, target_id: str, *, dispute_id: str, accept: bool, by: User) -> None:
        note = self._note(target_id)
        note.disputes = [dispute for dispute in note.disputes if dispute.id != dispute_id]
        self.acts.append(("lift" if accept else "keep", target_id))

    def _act(self, verb: str, target_id: str, state: str) -> None:
        self._note(target_id).state = state
        self.acts.append((verb, target_id))
