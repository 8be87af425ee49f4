from django.apps import AppConfig


class RisksConfig(AppConfig):
    name = "gemeentedossier.dossier.risks"
    label = "risks"
