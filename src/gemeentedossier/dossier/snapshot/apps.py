from django.apps import AppConfig


class SnapshotConfig(AppConfig):
    name = "gemeentedossier.dossier.snapshot"
    label = "snapshot"
