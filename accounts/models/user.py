"""The account."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone

from accounts.specialties import CHOICES, SPECIALTIES
from accounts.training import CURRENT_POLICY


class UserManager(BaseUserManager["User"]):
    """Creates accounts. They sign in by e-mail code, so no password is ever set."""

    def create_user(self, *, email: str, handle: str, **fields: Any) -> "User":
        user = self.model(email=self.normalize_email(email), handle=handle, **fields)
        user.set_unusable_password()
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A person. What colleagues see is the handle, the role title and the specialty, never the e-mail."""

    email = models.EmailField(unique=True)
    handle = models.SlugField(max_length=30, unique=True)
    role_title = models.CharField(max_length=60, blank=True, help_text="From the register row, e.g. Physician")
    specialty = models.CharField(max_length=40, choices=CHOICES, blank=True)
    verified_until = models.DateTimeField(null=True, blank=True, help_text="Set by the registrar's decision only")
    accepted_policy = models.CharField(max_length=20, blank=True, help_text="Version of the policy last accepted")
    is_moderator = models.BooleanField(default=False)
    is_registrar = models.BooleanField(default=False)
    suspended_at = models.DateTimeField(null=True, blank=True)
    authorisation_epoch = models.PositiveIntegerField(
        default=0, help_text="Grows whenever rights change; open sockets compare it at every delivery"
    )
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = UserManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: list[str] = ["handle"]

    def __str__(self) -> str:
        return self.handle

    @property
    def is_verified(self) -> bool:
        """Identity and licence confirmed, and the confirmation has not run out."""
        return self.verified_until is not None and self.verified_until > timezone.now()

    @property
    def is_member(self) -> bool:
        """Verified, trained on the current policy, not suspended: may see cases."""
        return (
            self.is_active and self.suspended_at is None and self.is_verified and self.accepted_policy == CURRENT_POLICY
        )

    @property
    def specialty_label(self) -> str:
        return SPECIALTIES.get(self.specialty, "")
