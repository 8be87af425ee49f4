from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "gemeentedossier.dossier.evidence"
    label = "evidence"
