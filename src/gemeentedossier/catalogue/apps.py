from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "gemeentedossier.catalogue"
    label = "catalogue"
