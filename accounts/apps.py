from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self) -> None:
        from accounts import jobs, second_factor  # noqa: F401  (jobs registers its outbox handler)

        second_factor.watch()
