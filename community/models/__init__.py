from community.models.channel import Channel, ChannelEvent
from community.models.post import Post, PostRevision
from community.models.topic import Topic, TopicEvent, TopicRead

__all__ = ["Channel", "ChannelEvent", "Post", "PostRevision", "Topic", "TopicEvent", "TopicRead"]
