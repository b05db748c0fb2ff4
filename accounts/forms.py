"""Forms of the account pages."""

from typing import Any

from django import forms

from accounts.handles import check_handle
from accounts.models import User
from core.errors import Refused


class SignupForm(forms.Form):
    """What allauth's sign-up asks beside the e-mail address."""

    handle = forms.CharField(
        label="Name colleagues will see",
        help_text="Not your real name unless you want that. Leave empty and we make one up.",
        max_length=30,
        required=False,
    )

    def clean_handle(self) -> str:
        given = self.cleaned_data["handle"]
        if not given:
            return ""
        try:
            handle = check_handle(given)
        except Refused as error:
            raise forms.ValidationError(str(error)) from error
        if User.objects.filter(handle=handle).exists():
            raise forms.ValidationError("This name is taken.")
        return handle

    def signup(self, request: Any, user: User) -> None:
        """Called by allauth after the account is saved; the adapter has set the handle already."""


class ClaimForm(forms.Form):
    """Claim a profession."""

    npi = forms.CharField(
        label="National Provider Identifier (NPI)",
        help_text="Ten digits. We compare it with the public register; your role and specialty come from there.",
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )


class DecisionForm(forms.Form):
    """A registrar's decision."""

    decision = forms.ChoiceField(choices=[("approve", "Approve"), ("decline", "Decline"), ("revoke", "End")])
    rationale = forms.CharField(
        label="Reason, shown to the person",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
