"""Addresses of what was decided about findings and about the law."""

from django.urls import path

from gemeentedossier.desk.views import governance

SUPPRESSIONS = "<slug:municipality>/desk/suppressions/"

patterns = [
    path(SUPPRESSIONS, governance.suppressions, name="suppressions"),
    path(f"{SUPPRESSIONS}<uuid:key>/lift/", governance.lift, name="suppression-lift"),
    path(
        "<slug:municipality>/desk/findings/<slug:kind>/<uuid:subject_id>/<slug:rule_id>/suppress/",
        governance.suppress,
        name="suppress",
    ),
]
