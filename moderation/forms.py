"""Forms of the moderation pages."""

from typing import Any

from django import forms

from moderation.models import ReviewItem
from moderation.states import FlagReason, Ground


class DecisionForm(forms.Form):
    """A moderator's decision on one item."""

    outcome = forms.ChoiceField(
        label="Decision", widget=forms.RadioSelect, error_messages={"required": "Choose a decision."}
    )
    ground = forms.ChoiceField(
        label="Ground",
        choices=[("", "None"), *Ground.choices],
        required=False,
        help_text="Named to the author; not needed to approve.",
    )
    rationale = forms.CharField(
        label="Reason, shown to the author",
        help_text="What to change, or which rule it breaks. Not needed to approve.",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    revision_id = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, item: ReviewItem, flagged: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        allowed = item.outcomes(flagged=flagged)
        self.fields["outcome"].choices = [(outcome.value, outcome.label) for outcome in allowed]  # type: ignore[attr-defined]
        self.fields["revision_id"].initial = item.revision_id


class FlagForm(forms.Form):
    """A member's report."""

    reason = forms.ChoiceField(
        label="What is wrong?",
        choices=FlagReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what is wrong."},
    )
    note = forms.CharField(
        label="What should the moderator look at?",
        help_text="Do not repeat the identifier itself; say where it stands.",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class AppealForm(forms.Form):
    """An author asks another moderator to look again."""

    statement = forms.CharField(
        label="What should another moderator look at again?",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Say what the moderator should look at again."},
    )


class AppealDecisionForm(forms.Form):
    """The second moderator's answer."""

    verdict = forms.ChoiceField(
        label="Decision",
        choices=[("uphold", "The decision stands"), ("overturn", "The decision is overturned")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a decision."},
    )
    rationale = forms.CharField(
        label="Reason, shown to the author",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Say why, so that the author knows."},
    )
