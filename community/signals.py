"""News for the apps above (search): ids only.

Sent inside the causing transaction, so that a receiver's outbox row commits with it. Receivers write such rows and
nothing else.
"""

from django.dispatch import Signal

post_changed = Signal()  # post_id
topic_changed = Signal()  # topic_id
channel_changed = Signal()  # channel_id
