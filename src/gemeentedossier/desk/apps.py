from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "gemeentedossier.desk"
    label = "desk"
