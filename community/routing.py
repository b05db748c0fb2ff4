"""The one socket route."""

from django.urls import path

from core.realtime.consumer import LiveConsumer

websocket_urlpatterns = [path("ws/", LiveConsumer.as_asgi())]
