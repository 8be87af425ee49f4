"""Addresses of the municipality itself: what is recorded of it, its bodies, its units and the roles of its people."""

from django.urls import path

from gemeentedossier.desk.views import leavers, organisation, organisation_history, people

PAGE = "<slug:municipality>/desk/organisation/"

PEOPLE = "<slug:municipality>/desk/people/"
LEAVERS = "<slug:municipality>/desk/leavers/"

patterns = [
    path(PEOPLE, people.people, name="people"),
    path(f"{PEOPLE}new/", people.new_person, name="person-new"),
    path(f"{PEOPLE}<uuid:key>/", people.person_roles, name="person-roles"),
    path(LEAVERS, leavers.leavers, name="leavers"),
    path(f"{LEAVERS}<uuid:key>/", leavers.leaver, name="leaver"),
    path(f"{LEAVERS}<uuid:key>/hand-over/", leavers.hand, name="leaver-hand-over"),
    path(f"{LEAVERS}<uuid:key>/hand-back/", leavers.back, name="leaver-hand-back"),
    path(PAGE, organisation.organisation, name="organisation"),
    path(f"{PAGE}history/", organisation_history.history, name="organisation-history"),
    path(f"{PAGE}edit/<slug:part>/", organisation.edit, name="organisation-edit"),
    path(f"{PAGE}controllers/new/", organisation.new_controller, name="controller-new"),
    path(f"{PAGE}controllers/<uuid:key>/", organisation.edit_controller_page, name="controller-edit"),
    path(f"{PAGE}controllers/<uuid:key>/remove/", organisation.remove_controller_step, name="controller-remove"),
    path(f"{PAGE}units/new/", organisation.new_unit, name="unit-new"),
    path(f"{PAGE}units/<uuid:key>/", organisation.edit_unit, name="unit-edit"),
    path(f"{PAGE}units/<uuid:key>/remove/", organisation.remove_unit_step, name="unit-remove"),
]
