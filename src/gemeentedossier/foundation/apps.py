from django.apps import AppConfig
from django.db.models.signals import post_migrate


class FoundationConfig(AppConfig):
    name = "gemeentedossier.foundation"
    label = "foundation"

    def ready(self) -> None:
        from gemeentedossier.foundation.locks import lock_database_after_migrate

        post_migrate.connect(lock_database_after_migrate, dispatch_uid="foundation.locks")
