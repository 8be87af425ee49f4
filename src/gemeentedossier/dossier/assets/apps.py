from django.apps import AppConfig


class AssetsConfig(AppConfig):
    name = "gemeentedossier.dossier.assets"
    label = "assets"

    def ready(self) -> None:
        from gemeentedossier.dossier.assets.models import Measure, System
        from gemeentedossier.dossier.governance.policies import declare_resting

        declare_resting("system", is_here=lambda key: System.objects.filter(pk=key).exists())
        declare_resting("measure", is_here=lambda key: Measure.objects.filter(pk=key).exists())
