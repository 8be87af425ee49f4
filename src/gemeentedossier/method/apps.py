from django.apps import AppConfig


class MethodConfig(AppConfig):
    name = "gemeentedossier.method"
    label = "method"

    def ready(self) -> None:
        from gemeentedossier.foundation.jobs.daily import register_daily
        from gemeentedossier.method.reminders import remind_every_monday

        register_daily("method.remind_owners", remind_every_monday)
