from django.apps import AppConfig


class BreachesConfig(AppConfig):
    name = "gemeentedossier.dossier.breaches"
    label = "breaches"
