from django.urls import include, path

from cases.views import compose, detail, files, listing, outcome, reviewing

case_urls = (
    [
        path("", listing.case_list, name="list"),
        path("mine/", listing.own, name="mine"),
        path("new/", compose.new, name="new"),
        path("hints/", compose.hints, name="hints"),
        path("<int:pk>/", detail.detail, name="detail"),
        path("<int:pk>/edit/", compose.edit, name="edit"),
        path("<int:pk>/files/", files.file_list, name="files"),
        path("<int:pk>/send/", compose.send, name="send"),
        path("<int:pk>/withdraw/", detail.withdraw, name="withdraw"),
        path("<int:pk>/outcome/", outcome.edit, name="outcome"),
    ],
    "cases",
)
file_urls = (
    [
        path("link/<str:token>/", files.serve, name="serve"),
        path("<uuid:key>/", files.look, name="look"),
        path("<uuid:key>/state/", files.state, name="state"),
        path("<uuid:key>/original/", files.original, name="original"),
        path("<uuid:key>/cover/", files.cover, name="cover"),
        path("<uuid:key>/remove/", files.remove, name="remove"),
        path("<uuid:key>/judge/", reviewing.judge, name="judge"),
    ],
    "files",
)

urlpatterns = [
    path("cases/", include(case_urls)),
    path("files/", include(file_urls)),
]
