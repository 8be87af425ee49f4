from django.apps import AppConfig


class SecurityConfig(AppConfig):
    name = "gemeentedossier.dossier.security"
    label = "security"
