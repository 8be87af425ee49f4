from django.apps import AppConfig


class GuestConfig(AppConfig):
    name = "gemeentedossier.guest"
    label = "guest"
