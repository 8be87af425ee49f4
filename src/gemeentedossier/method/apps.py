from django.apps import AppConfig


class MethodConfig(AppConfig):
    name = "gemeentedossier.method"
    label = "method"

    def ready(self) -> None:
        from gemeentedossier.foundation.jobs.daily import register_daily, register_hourly
        from gemeentedossier.method.actions.counting import count_month
        from gemeentedossier.method.rounds import remind_daily, remind_hourly

        register_daily("method.remind", remind_daily, in_steps=True)
        register_hourly("method.remind_of_hours", remind_hourly, in_steps=True)
        register_hourly("method.count_month", count_month)
