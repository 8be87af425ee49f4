"""Addresses of agreements and of the test of what a party is."""

from django.urls import path

from gemeentedossier.desk.views import (
    agreement_expectations,
    agreement_history,
    agreement_steps,
    agreement_text,
    agreements,
    leaflets,
    role_tests,
)

EVERY = "<slug:municipality>/desk/agreements/"
ROLES = "<slug:municipality>/desk/roles/"
LEAFLETS = f"{EVERY}leaflets/"
LEAFLET = f"{LEAFLETS}<uuid:key>/"
ONE, TEST = f"{EVERY}<uuid:key>/", f"{ROLES}<uuid:key>/"

patterns = [
    path(EVERY, agreements.agreements, name="agreements"),
    path(f"{EVERY}calendar.ics", agreements.calendar, name="agreements-calendar"),
    path(f"{EVERY}new/", agreements.new, name="agreement-new"),
    path(LEAFLETS, leaflets.leaflets, name="leaflets"),
    path(f"{LEAFLETS}new/", leaflets.new, name="leaflet-new"),
    path(LEAFLET, leaflets.leaflet, name="leaflet"),
    path(f"{LEAFLET}edit/", leaflets.edit, name="leaflet-edit"),
    path(f"{LEAFLET}remove/", leaflets.remove, name="leaflet-remove"),
    path(f"{LEAFLET}history/", leaflets.history, name="leaflet-history"),
    path(f"{LEAFLET}text/", leaflets.text, name="leaflet-text"),
    path(f"{LEAFLET}text/<slug:form>/", leaflets.file, name="leaflet-text-file"),
    path(ONE, agreements.agreement, name="agreement"),
    path(f"{ONE}history/", agreement_history.history, name="agreement-history"),
    path(f"{ONE}edit/<slug:part>/", agreements.edit, name="agreement-edit"),
    path(f"{ONE}points/", agreements.points, name="agreement-points"),
    path(f"{ONE}steps/<slug:step>/", agreement_steps.edit_step, name="agreement-step"),
    path(f"{ONE}term/<slug:step>/", agreement_steps.term_step, name="agreement-term"),
    path(f"{ONE}expectations/", agreement_expectations.expectations, name="agreement-expectations"),
    path(f"{ONE}text/", agreement_text.text, name="agreement-text"),
    path(f"{ONE}text/keep/", agreement_text.keep, name="agreement-text-keep"),
    path(f"{ONE}text/<slug:form>/", agreement_text.file, name="agreement-text-file"),
    path(f"{ONE}sign/", agreement_steps.sign, name="agreement-sign"),
    path(f"{ONE}decide/", agreement_steps.decide, name="agreement-decide"),
    path(f"{ONE}attest/", agreement_steps.attest, name="agreement-attest"),
    path(f"{ONE}delete/", agreement_steps.delete, name="agreement-delete"),
    path(ROLES, role_tests.role_tests, name="role-tests"),
    path(f"{ROLES}new/", role_tests.new, name="role-test-new"),
    path(TEST, role_tests.role_test, name="role-test"),
    path(f"{TEST}decide/", role_tests.decide, name="role-test-decide"),
    path(f"{TEST}write/", role_tests.write, name="role-test-write"),
]
