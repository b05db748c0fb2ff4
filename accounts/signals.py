"""News for the apps above (search): ids only, sent inside the causing transaction; receivers may only write outbox rows."""

from django.dispatch import Signal

member_changed = Signal()  # user_id: verified, revoked, suspended, trained
