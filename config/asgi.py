"""ASGI entry: pages through Django, sockets through Channels, both behind the same session and origin check."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.local")

from channels.auth import AuthMiddlewareStack
from channels.routing import ProtocolTypeRouter, URLRouter
from channels.security.websocket import AllowedHostsOriginValidator
from django import setup

setup(set_prefix=False)

from config.server.pages import PagesHandler  # noqa: E402

pages = PagesHandler()

from community.routing import websocket_urlpatterns  # noqa: E402


def sockets() -> AllowedHostsOriginValidator:
    """Sockets from our own pages only, with the session of the browser that opens them.

    The live hub needs no start: the first socket of an event loop brings it up (`core.realtime.hub`).
    """
    return AllowedHostsOriginValidator(AuthMiddlewareStack(URLRouter(websocket_urlpatterns)))


application = ProtocolTypeRouter({"http": pages, "websocket": sockets()})
