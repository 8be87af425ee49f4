from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    name = "gemeentedossier.dossier.governance"
    label = "governance"
