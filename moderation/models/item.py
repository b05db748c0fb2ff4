"""What waits for a moderator, and who asked for it."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from accounts.specialties import CHOICES
from moderation.states import OUTCOMES, FlagReason, ItemState, Outcome, Reason, Severity

LIVE_STATES = [ItemState.OPEN, ItemState.CLAIMED]


class ReviewItem(models.Model):
    """One target waiting for a decision. A target has at most one live item; flags and new revisions raise it."""

    kind = models.CharField(max_length=20)
    target_id = models.CharField(max_length=40)
    revision_id = models.CharField(max_length=40, blank=True, help_text="The revision judged; blank: the current one")
    reason = models.CharField(max_length=12, choices=Reason.choices)
    severity = models.PositiveSmallIntegerField(choices=Severity.choices, default=Severity.ROUTINE)
    specialty = models.CharField(max_length=40, choices=CHOICES, blank=True)
    title = models.CharField(max_length=200, blank=True, help_text="Scrubbed; blanked when the content is erased")
    excerpt = models.CharField(max_length=200, blank=True, help_text="Scrubbed; blanked when the content is erased")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=ItemState.choices, default=ItemState.OPEN)
    claimed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    lease_until = models.DateTimeField(null=True)
    hidden_at = models.DateTimeField(null=True, help_text="Hidden by a flag until somebody decides")
    opened_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-severity", "due_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "target_id"],
                condition=models.Q(state__in=["open", "claimed"]),
                name="one_live_item_per_target",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="claimed") | models.Q(claimed_by__isnull=False, lease_until__isnull=False),
                name="a_claim_has_holder_and_lease",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "-severity", "due_at", "id"]),
            models.Index(fields=["kind", "target_id"]),
            models.Index(fields=["opened_at"]),
            models.Index(fields=["decided_at"]),
        ]

    @property
    def is_live(self) -> bool:
        return self.state in LIVE_STATES

    @property
    def is_held(self) -> bool:
        """Claimed, with a lease that has not run out. A lapsed claim counts as open."""
        return self.state == ItemState.CLAIMED and self.lease_until is not None and self.lease_until > timezone.now()

    @property
    def is_late(self) -> bool:
        return self.is_live and self.due_at < timezone.now()

    def outcomes(self, *, flagged: bool) -> list[Outcome]:
        """What may be decided: by the reason it was opened for, and by its flags where it has any."""
        allowed = list(OUTCOMES[self.reason])
        if flagged:
            allowed += [outcome for outcome in OUTCOMES[Reason.FLAG] if outcome not in allowed]
        unneeded = Outcome.NO_ACTION if self.hidden_at else Outcome.RESTORE
        if Outcome.APPROVE in allowed:  # approving says the same and more
            return [outcome for outcome in allowed if outcome not in {Outcome.NO_ACTION, Outcome.RESTORE}]
        return [outcome for outcome in allowed if outcome != unneeded]


class Flag(models.Model):
    """A member's report of a target. Its author never learns who reported."""

    item = models.ForeignKey(ReviewItem, on_delete=models.CASCADE, related_name="flags")
    reporter = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=20, choices=FlagReason.choices)
    note = models.CharField(max_length=1000, blank=True, help_text="Scrubbed before it is stored")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        # An item covers its target until it is decided, so this is one open flag per reporter and target.
        constraints = [models.UniqueConstraint(fields=["item", "reporter"], name="one_flag_per_reporter_and_item")]
