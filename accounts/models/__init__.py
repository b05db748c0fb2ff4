from accounts.models.policy import PolicyAcceptance
from accounts.models.user import User
from accounts.models.verification import RegisterRow, Verification

__all__ = ["PolicyAcceptance", "RegisterRow", "User", "Verification"]
