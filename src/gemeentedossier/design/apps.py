from django.apps import AppConfig


class DesignConfig(AppConfig):
    name = "gemeentedossier.design"
    label = "design"
