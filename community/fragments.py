"""HTML of one post and of one topic row: the same for every viewer, rendered once per event."""

from django.template.loader import render_to_string

from community.models import Post, Topic
from community.subjects import topic_url


def post_html(post: Post) -> str:
    """The article of a post (with author and topic loaded)."""
    return render_to_string("community/post.html", {"post": post})


def topic_row_html(topic: Topic) -> str:
    """The row of a topic in its channel's list (with its author loaded)."""
    return render_to_string("community/topic_row.html", {"topic": topic, "url": topic_url(topic)})
