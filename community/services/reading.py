"""How far members read. No audit: reading is not an act upon anything."""

from accounts.models import User
from community.models import Topic, TopicRead
from community.policies import check_can_read_topic


def mark_read(*, topic: Topic, seq: int, by: User) -> bool:
    """Remember that `by` saw the topic up to `seq` (never backwards, never past its head).

    Returns:
        whether the mark moved.
    """
    check_can_read_topic(by, topic)
    seq = min(seq, topic.last_seq)
    if TopicRead.objects.filter(user=by, topic=topic, seq__gte=seq).exists():
        return False
    # Both statements are safe beside another tab's: the mark exists once and only grows.
    TopicRead.objects.bulk_create([TopicRead(user=by, topic=topic, seq=0)], ignore_conflicts=True)
    return bool(TopicRead.objects.filter(user=by, topic=topic, seq__lt=seq).update(seq=seq))
