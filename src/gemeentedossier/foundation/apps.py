from django.apps import AppConfig
from django.db.models.signals import post_migrate


def forget_attempts() -> int:
    """What no longer counts at an open door goes; the same for every municipality."""
    from gemeentedossier.foundation.throttle import forget_old_attempts

    return forget_old_attempts()


def forget_sessions() -> None:
    """Sessions that ended go with all that was kept for them; the same for every municipality."""
    from gemeentedossier.foundation.kept_forms import forget_ended

    forget_ended()


class FoundationConfig(AppConfig):
    name = "gemeentedossier.foundation"
    label = "foundation"

    def ready(self) -> None:
        from gemeentedossier.foundation.jobs.daily import register_daily
        from gemeentedossier.foundation.locks import lock_database_after_migrate
        from gemeentedossier.foundation.per_thread import keep_per_thread

        keep_per_thread()
        register_daily("foundation.forget_attempts", forget_attempts)
        register_daily("foundation.forget_sessions", forget_sessions)
        post_migrate.connect(lock_database_after_migrate, dispatch_uid="foundation.locks")
