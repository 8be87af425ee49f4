from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    name = "gemeentedossier.dossier.governance"
    label = "governance"

    def ready(self) -> None:
        from gemeentedossier.dossier.governance.models import Interpretation
        from gemeentedossier.dossier.governance.policies import declare_resting

        declare_resting("interpretation", is_here=lambda key: Interpretation.objects.filter(pk=key).exists())
