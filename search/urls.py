from django.urls import path

from search import views

app_name = "search"
urlpatterns = [
    path("", views.results, name="results"),
    path("suggest/", views.suggest, name="suggest"),
    path("similar/", views.similar_to_draft, name="similar"),
    path("similar/<int:pk>/", views.similar_to_case, name="similar_case"),
    path("saved/", views.saved, name="saved"),
    path("saved/new/", views.save, name="save"),
    path("saved/<int:pk>/", views.open_one, name="open_saved"),
    path("saved/<int:pk>/change/", views.change, name="change_saved"),
    path("saved/<int:pk>/delete/", views.delete, name="delete_saved"),
]
