from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "gemeentedossier.dossier.register"
    label = "register"
