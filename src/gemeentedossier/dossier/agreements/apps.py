from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    name = "gemeentedossier.dossier.agreements"
    label = "agreements"
