"""What can be done in the forum. Each verb is keyword-only, in one transaction, and names its actor `by`."""

from community.services.channels import ensure_channels
from community.services.posts import edit_post, start_discussion, write_post
from community.services.reading import mark_read
from community.services.topics import learn_names, open_topic, rename_topic, set_label
from community.services.visibility import (
    hide_post,
    hide_topic,
    purge_post,
    purge_topic,
    remove_post,
    remove_topic,
    restore_post,
    restore_topic,
)

__all__ = [
    "edit_post",
    "ensure_channels",
    "hide_post",
    "hide_topic",
    "learn_names",
    "mark_read",
    "open_topic",
    "purge_post",
    "purge_topic",
    "remove_post",
    "remove_topic",
    "rename_topic",
    "restore_post",
    "restore_topic",
    "set_label",
    "start_discussion",
    "write_post",
]
