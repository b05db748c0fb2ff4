"""News of this app, ids only, sent inside the causing transaction: receivers may only write outbox rows."""

from django.dispatch import Signal

case_changed = Signal()  # case_id: published, edited, hidden, restored, removed, withdrawn, outcome recorded
