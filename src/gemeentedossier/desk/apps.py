from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "gemeentedossier.desk"
    label = "desk"

    def ready(self) -> None:
        from gemeentedossier.assessment.engine.places import PlaceKind, declare_places
        from gemeentedossier.desk.presenters.places import screen_places

        declare_places(PlaceKind.SCREEN, room=self.label, places=screen_places)
