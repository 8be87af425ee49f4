from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    name = "gemeentedossier.dossier.agreements"
    label = "agreements"

    def ready(self) -> None:
        from gemeentedossier.dossier.agreements.models import Agreement
        from gemeentedossier.dossier.governance.policies import declare_resting

        declare_resting("agreement", is_here=lambda key: Agreement.objects.filter(pk=key).exists())
