"""Addresses of what was decided about findings and about the law."""

from django.urls import path

from gemeentedossier.desk.views import governance, matters, readings, resting

SUPPRESSIONS = "<slug:municipality>/desk/suppressions/"
NORMS, READING = "<slug:municipality>/desk/norms/", "<slug:municipality>/desk/readings/<uuid:key>/"
MATTERS, POSITION = "<slug:municipality>/desk/matters/", "<slug:municipality>/desk/positions/<uuid:key>/"
MATTER = f"{MATTERS}<uuid:key>/"

patterns = [
    path(SUPPRESSIONS, governance.suppressions, name="suppressions"),
    path(f"{SUPPRESSIONS}<uuid:key>/lift/", governance.lift, name="suppression-lift"),
    path(
        "<slug:municipality>/desk/findings/<slug:kind>/<uuid:subject_id>/<slug:rule_id>/suppress/",
        governance.suppress,
        name="suppress",
    ),
    path(NORMS, readings.readings, name="readings"),
    path(f"{NORMS}<slug:norm>/", readings.norm, name="norm"),
    path(f"{NORMS}<slug:norm>/decide/", readings.decide, name="reading-decide"),
    path(READING, readings.interpretation, name="interpretation"),
    path(f"{READING}confirm/", readings.confirm, name="reading-confirm"),
    path(f"{READING}end/", readings.end, name="reading-end"),
    path(f"{READING}apply/", resting.apply, name="reading-apply"),
    path(f"{READING}carry/", resting.carry_reading, name="reading-carry"),
    path(MATTERS, matters.matters, name="matters"),
    path(f"{MATTERS}new/", matters.new, name="matter-new"),
    path(MATTER, matters.matter, name="matter"),
    path(f"{MATTER}edit/", matters.edit, name="matter-edit"),
    path(f"{MATTER}positions/", matters.record, name="position-record"),
    path(POSITION, matters.position, name="position"),
    path(f"{POSITION}correct/", matters.correct, name="position-correct"),
    path(f"{POSITION}decide/", resting.decide, name="position-decide"),
    path(f"{POSITION}carry/", resting.carry_position, name="position-carry"),
    path("<slug:municipality>/desk/rests-on/<slug:kind>/<uuid:subject_id>/", resting.rests_on, name="rests-on"),
    path("<slug:municipality>/desk/reliances/<uuid:key>/end/", resting.end, name="reliance-end"),
]
