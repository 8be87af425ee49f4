from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "gemeentedossier.organisation"
    label = "organisation"
