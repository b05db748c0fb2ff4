from django.urls import include, path

from community.views import channels, hints, posts, topics

channel_urls = (
    [
        path("", channels.channel_list, name="list"),
        path("<slug:slug>/", channels.detail, name="detail"),
        path("<slug:slug>/new/", channels.new_topic, name="new_topic"),
    ],
    "channels",
)
topic_urls = (
    [
        path("<int:pk>/", topics.detail, name="detail"),
        path("<int:pk>/posts/", posts.reply, name="reply"),
        path("<int:pk>/events/", topics.events, name="events"),
        path("<int:pk>/label/", topics.label, name="label"),
        path("<int:pk>/read/", topics.read, name="read"),
    ],
    "topics",
)
post_urls = (
    [
        path("hints/", hints.hints, name="hints"),
        path("colleagues/", hints.colleagues, name="colleagues"),
        path("<int:pk>/edit/", posts.edit, name="edit"),
    ],
    "posts",
)

urlpatterns = [
    path("channels/", include(channel_urls)),
    path("topics/", include(topic_urls)),
    path("posts/", include(post_urls)),
]
