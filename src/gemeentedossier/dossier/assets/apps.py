from django.apps import AppConfig


class AssetsConfig(AppConfig):
    name = "gemeentedossier.dossier.assets"
    label = "assets"
