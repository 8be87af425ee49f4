from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "gemeentedossier.portal"
    label = "portal"
