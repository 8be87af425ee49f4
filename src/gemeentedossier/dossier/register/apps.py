from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "gemeentedossier.dossier.register"
    label = "register"

    def ready(self) -> None:
        from gemeentedossier.dossier.governance.policies import declare_resting
        from gemeentedossier.dossier.register.models import Activity

        declare_resting("activity", is_here=lambda key: Activity.objects.filter(pk=key).exists())
