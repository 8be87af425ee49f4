from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "gemeentedossier.documents"
    label = "documents"

    def ready(self) -> None:
        from gemeentedossier.assessment.engine.places import PlaceKind, declare_places
        from gemeentedossier.documents.actions.papers import KIND
        from gemeentedossier.documents.engine.places import document_places
        from gemeentedossier.documents.tasks import make_document
        from gemeentedossier.foundation.jobs.work import register

        register(KIND, make_document)
        declare_places(PlaceKind.DOCUMENT, room=self.label, places=document_places)
