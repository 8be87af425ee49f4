from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "gemeentedossier.dossier.evidence"
    label = "evidence"

    def ready(self) -> None:
        from gemeentedossier.dossier.evidence.tasks import check_every_day
        from gemeentedossier.foundation.jobs.daily import register_daily

        register_daily("evidence.check_files", check_every_day)
