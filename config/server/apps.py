from django.apps import AppConfig


class ServerConfig(AppConfig):
    name = "config.server"
    label = "server"
