"""How far members read. No audit: reading is not an act upon anything."""

from django.db import transaction

from accounts.models import User
from community.models import Topic, TopicRead
from community.policies import check_can_read_topic


@transaction.atomic
def mark_read(*, topic: Topic, seq: int, by: User) -> bool:
    """Remember that `by` saw the topic up to `seq` (never backwards, never past its head).

    Returns:
        whether the mark moved.
    """
    check_can_read_topic(by, topic)
    seq = min(seq, topic.last_seq)
    mark, created = TopicRead.objects.get_or_create(user=by, topic=topic, defaults={"seq": seq})
    if created:
        return True
    return bool(TopicRead.objects.filter(pk=mark.pk, seq__lt=seq).update(seq=seq))
