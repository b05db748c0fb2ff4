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
    # Two tabs may race; the loser's older mark shows a read post as new once more, which harms nobody.
    TopicRead.objects.bulk_create(
        [TopicRead(user=by, topic=topic, seq=seq)],
        update_conflicts=True,
        unique_fields=["user", "topic"],
        update_fields=["seq"],
    )
    return True
