"""What can be done to accounts. Each verb is keyword-only, in one transaction, and names its actor `by`."""

from accounts.services.policy import accept_policy
from accounts.services.register import load_register
from accounts.services.standing import grant_role, suspend
from accounts.services.verification import claim_profession, decide_verification, revoke_verification

__all__ = [
    "accept_policy",
    "claim_profession",
    "decide_verification",
    "grant_role",
    "load_register",
    "revoke_verification",
    "suspend",
]
