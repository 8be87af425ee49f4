from django.apps import AppConfig


class DesignConfig(AppConfig):
    name = "gemeentedossier.design"
    label = "design"

    def ready(self) -> None:
        from gemeentedossier.design.sentences import say_our_own

        say_our_own()
