from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "gemeentedossier.documents"
    label = "documents"
