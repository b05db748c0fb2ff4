from django.urls import path

urlpatterns = [path("decisions/<int:pk>/", lambda request, pk: None, name="decision")]
app_name = "moderation"
