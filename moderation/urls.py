"""Routes of moderation, all under /moderation/."""

from django.urls import path

from moderation.views import appeals, dashboard, flags, items, outbox, queue

app_name = "moderation"
urlpatterns = [
    path("", queue.queue, name="queue"),
    path("items/<int:pk>/", items.item, name="item"),
    path("items/<int:pk>/claim/", items.claim, name="claim"),
    path("items/<int:pk>/release/", items.release, name="release"),
    path("items/<int:pk>/extend/", items.extend, name="extend"),
    path("items/<int:pk>/decide/", items.decide, name="decide"),
    path("items/<int:pk>/disputes/<slug:dispute_id>/", items.settle, name="settle"),
    path("flag/<slug:kind>/<slug:target_id>/", flags.flag, name="flag"),
    path("decisions/<int:pk>/", appeals.decision, name="decision"),
    path("decisions/<int:pk>/appeal/", appeals.appeal, name="appeal"),
    path("appeals/", appeals.appeals, name="appeals"),
    path("appeals/<int:pk>/", appeals.decide_appeal, name="decide_appeal"),
    path("dashboard/", dashboard.dashboard, name="dashboard"),
    path("outbox/", outbox.parked, name="outbox"),
    path("outbox/<int:pk>/retry/", outbox.retry, name="outbox_retry"),
]
