"""How allauth makes our users."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter

from accounts.handles import made_up_handle


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Sets the handle from the form, or makes one up; never derives it from the e-mail address."""

    def save_user(self, request: Any, user: Any, form: Any, commit: bool = True) -> Any:
        user.handle = form.cleaned_data.get("handle") or made_up_handle()
        return super().save_user(request, user, form, commit)

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """A passkey before a code: who just added one may have no code yet."""
        methods = super().get_reauthentication_methods(user)
        return sorted(methods, key=lambda method: method["id"] != "mfa_reauthenticate:webauthn")
