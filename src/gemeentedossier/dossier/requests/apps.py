from django.apps import AppConfig


class RequestsConfig(AppConfig):
    name = "gemeentedossier.dossier.requests"
    label = "requests"

    def ready(self) -> None:
        from gemeentedossier.dossier.requests.tasks import destroy_every_day
        from gemeentedossier.foundation.jobs.daily import register_daily

        register_daily("requests.destroy_envelopes", destroy_every_day)
