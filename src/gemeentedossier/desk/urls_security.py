"""Addresses of Part B: systems, measures, the statement of applicability and the security sheets of an activity."""

from django.urls import path

from gemeentedossier.desk.views import (
    access,
    exclusions,
    measures,
    rights,
    security,
    security_history,
    security_sheet,
    sheet_paper,
    systems,
)

EVERY = "<slug:municipality>/desk/security/"
SYSTEM, MEASURE = f"{EVERY}systems/<uuid:key>/", f"{EVERY}measures/<uuid:key>/"
INDEX = "<slug:municipality>/desk/register/<uuid:activity_id>/security/"
PURPOSE, LINE = f"{INDEX}<uuid:purpose_id>/", f"{INDEX}access/<uuid:key>/"

patterns = [
    path(EVERY, security.overview, name="security"),
    path(f"{EVERY}applicability/", exclusions.applicability, name="applicability"),
    path(f"{EVERY}applicability/<slug:form>/", security.applicability_file, name="applicability-file"),
    path(f"{EVERY}systems/new/", systems.new, name="system-new"),
    path(SYSTEM, systems.system, name="system"),
    path(f"{SYSTEM}edit/", systems.edit, name="system-edit"),
    path(f"{SYSTEM}level/", systems.depart, name="system-level"),
    path(f"{SYSTEM}level/follow/", systems.follow, name="system-follow"),
    path(f"{SYSTEM}delete/", systems.delete, name="system-delete"),
    path(f"{SYSTEM}history/", security_history.system_history, name="system-history"),
    path(f"{EVERY}measures/new/", measures.new, name="measure-new"),
    path(MEASURE, measures.measure, name="measure"),
    path(f"{MEASURE}edit/", measures.edit, name="measure-edit"),
    path(f"{MEASURE}evidence/", measures.show, name="measure-show"),
    path(f"{MEASURE}evidence/unlink/", measures.unlink, name="measure-unlink"),
    path(f"{MEASURE}history/", security_history.measure_history, name="measure-history"),
    path(INDEX, security_sheet.sheet, name="activity-security"),
    path(f"{INDEX}history/", security_history.sheet_history, name="activity-security-history"),
    path(f"{INDEX}levels/", security_sheet.classify, name="activity-levels"),
    path(f"{INDEX}approve/", security_sheet.approve, name="activity-levels-approve"),
    path(f"{INDEX}access/", access.allow, name="activity-access"),
    path(LINE, access.line, name="access-line"),
    path(f"{LINE}withdraw/", access.withdraw, name="access-withdraw"),
    path(f"{INDEX}rights/", rights.record, name="activity-right"),
    path(f"{INDEX}rights/gone/", rights.remove, name="activity-right-gone"),
    path(PURPOSE, security_sheet.purpose, name="purpose-security"),
    path(f"{PURPOSE}access/", access.allow, name="purpose-access"),
    path(f"{PURPOSE}text/", sheet_paper.text, name="purpose-security-text"),
    path(f"{PURPOSE}text/<slug:form>/", sheet_paper.file, name="purpose-security-file"),
]
