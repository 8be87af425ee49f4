from django.apps import AppConfig


class AssessmentConfig(AppConfig):
    name = "gemeentedossier.assessment"
    label = "assessment"
