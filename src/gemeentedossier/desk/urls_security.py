"""Addresses of Part B: systems, measures, the statement of applicability and the security sheet of an activity."""

from django.urls import path

from gemeentedossier.desk.views import assets, exclusions, rights, security, security_sheet

EVERY = "<slug:municipality>/desk/security/"
SYSTEM, MEASURE = f"{EVERY}systems/<uuid:key>/", f"{EVERY}measures/<uuid:key>/"
SHEET = "<slug:municipality>/desk/register/<uuid:activity_id>/security/"

patterns = [
    path(EVERY, security.overview, name="security"),
    path(f"{EVERY}applicability/", exclusions.applicability, name="applicability"),
    path(f"{EVERY}applicability/<slug:form>/", security.applicability_file, name="applicability-file"),
    path(f"{EVERY}systems/new/", assets.new_system, name="system-new"),
    path(SYSTEM, assets.system, name="system"),
    path(f"{SYSTEM}edit/", assets.edit_system_page, name="system-edit"),
    path(f"{SYSTEM}level/", assets.depart, name="system-level"),
    path(f"{EVERY}measures/new/", assets.new_measure, name="measure-new"),
    path(MEASURE, assets.measure, name="measure"),
    path(f"{MEASURE}edit/", assets.edit_measure_page, name="measure-edit"),
    path(f"{MEASURE}evidence/", assets.show, name="measure-show"),
    path(SHEET, security_sheet.sheet, name="activity-security"),
    path(f"{SHEET}levels/", security_sheet.classify, name="activity-levels"),
    path(f"{SHEET}approve/", security_sheet.approve, name="activity-levels-approve"),
    path(f"{SHEET}access/", security_sheet.allow, name="activity-access"),
    path(f"{SHEET}rights/", rights.record, name="activity-right"),
    path(f"{SHEET}rights/gone/", rights.remove, name="activity-right-gone"),
]
