from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "gemeentedossier.desk"
    label = "desk"

    def ready(self) -> None:
        from gemeentedossier.assessment.engine.places import PlaceKind, declare_places
        from gemeentedossier.design.explained import declare_explanations
        from gemeentedossier.desk.actions.drafts import drop_old_drafts
        from gemeentedossier.desk.actions.presence import forget_absent
        from gemeentedossier.desk.forms.guided import explained
        from gemeentedossier.desk.presenters.places import screen_places
        from gemeentedossier.foundation.jobs.daily import register_daily, register_hourly

        register_daily("desk.drop_old_drafts", drop_old_drafts)
        register_hourly("desk.forget_absent", forget_absent)
        declare_places(PlaceKind.SCREEN, room=self.label, places=screen_places)
        declare_explanations(room=self.label, explain=explained)
