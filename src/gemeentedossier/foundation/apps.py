from django.apps import AppConfig
from django.db.models.signals import post_migrate


def forget_attempts() -> int:
    """What no longer counts at an open door goes; the same for every municipality."""
    from gemeentedossier.foundation.throttle import forget_old_attempts

    return forget_old_attempts()


class FoundationConfig(AppConfig):
    name = "gemeentedossier.foundation"
    label = "foundation"

    def ready(self) -> None:
        from gemeentedossier.foundation.jobs.daily import register_daily
        from gemeentedossier.foundation.locks import lock_database_after_migrate
        from gemeentedossier.foundation.per_thread import keep_per_thread

        keep_per_thread()
        register_daily("foundation.forget_attempts", forget_attempts)
        post_migrate.connect(lock_database_after_migrate, dispatch_uid="foundation.locks")
