"""Relations between tables point down, as imports do: the import linter does not see a key written as a string."""

from django.apps import apps

HEIGHTS = [
    {"foundation", "design"},
    {"catalogue", "organisation"},
    {"evidence"},
    {"governance"},
    {"parties"},
    {"assets"},
    {"register"},
    {"agreements", "security"},
    {"risks"},
    {"breaches", "requests"},
    {"snapshot"},
    {"assessment"},
    {"documents", "decisions"},
    {"processing_log"},
    {"method"},
    {"exchange"},
    {"desk", "portal", "guest", "api"},
]
HEIGHT = {label: height for height, labels in enumerate(HEIGHTS) for label in labels}


def test_every_relation_points_to_the_same_room_or_a_lower_one() -> None:
    upwards = [
        f"{model._meta.label}.{field.name} → {field.related_model._meta.label}"
        for model in apps.get_models()
        if model._meta.app_label in HEIGHT
        for field in model._meta.local_fields
        if field.related_model is not None
        and (target := field.related_model._meta.app_label) in HEIGHT
        and target != model._meta.app_label
        and HEIGHT[target] >= HEIGHT[model._meta.app_label]
    ]
    assert upwards == []


def test_every_room_with_records_has_a_height() -> None:
    ours = {config.label for config in apps.get_app_configs() if config.name.startswith("gemeentedossier")}
    assert ours - set(HEIGHT) == set()
