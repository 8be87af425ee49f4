from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "gemeentedossier.documents"
    label = "documents"

    def ready(self) -> None:
        from gemeentedossier.documents.actions.papers import KIND
        from gemeentedossier.documents.tasks import make_document
        from gemeentedossier.foundation.jobs.work import register

        register(KIND, make_document)
