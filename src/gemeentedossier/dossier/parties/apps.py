from django.apps import AppConfig


class PartiesConfig(AppConfig):
    name = "gemeentedossier.dossier.parties"
    label = "parties"
