from django.urls import include, path

from cases.views import compose, detail, files, listing, outcome, reviewing, serving

case_urls = (
    [
        path("", listing.case_list, name="list"),
        path("mine/", listing.own, name="mine"),
        path("new/", compose.new, name="new"),
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
        path("link/<str:token>/", serving.serve, name="serve"),
        path("link/<str:token>/<int:number>/", serving.frame, name="frame"),
        path("<uuid:key>/", serving.look, name="look"),
        path("<uuid:key>/viewing/", serving.viewing, name="viewing"),
        path("<uuid:key>/original/", serving.original, name="original"),
        path("<uuid:key>/state/", files.state, name="state"),
        path("<uuid:key>/cover/", files.cover, name="cover"),
        path("<uuid:key>/face/", files.face, name="face"),
        path("<uuid:key>/retry/", files.retry, name="retry"),
        path("<uuid:key>/remove/", files.remove, name="remove"),
        path("<uuid:key>/judge/", reviewing.judge, name="judge"),
    ],
    "files",
)

urlpatterns = [
    path("cases/", include(case_urls)),
    path("files/", include(file_urls)),
]
