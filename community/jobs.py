"""What happens after a reply, outside the writer's request."""

from django.db import transaction

from community.addressing import addressed_in
from community.models import Post
from community.policies import can_read_topic
from community.states import PostState
from community.subjects import topic_url
from core.notifications.notifying import notices_of, notify
from core.outbox.queueing import handler


@handler("post.replied")
def tell_participants(object_id: str) -> None:
    """Tell who is addressed, the topic's author and everybody who wrote in it, once per topic until they read the notice."""
    post = Post.objects.select_related("topic__author").filter(pk=object_id, state=PostState.VISIBLE).first()
    if post is None:
        return
    topic, url = post.topic, topic_url(post.topic)
    people = {topic.author} | {
        earlier.author for earlier in topic.posts.filter(state=PostState.VISIBLE).select_related("author")
    }
    addressed = set(addressed_in(post.source))
    with transaction.atomic():
        for person in sorted((people | addressed) - {post.author}, key=lambda user: user.pk):
            kind = "post.mention" if person in addressed else "post.reply"
            waiting = notices_of(person).filter(kind=kind, url=url, read_at=None).exists()
            if not waiting and can_read_topic(person, topic):
                notify(to=person, kind=kind, url=url, facts={"topic": topic.pk})
