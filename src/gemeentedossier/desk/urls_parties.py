"""Addresses of the parties: the list, one of them, and who may act for it."""

from django.urls import path

from gemeentedossier.desk.views import parties, party_steps

EVERY = "<slug:municipality>/desk/parties/"
ONE = f"{EVERY}<uuid:key>/"

patterns = [
    path(EVERY, parties.parties, name="parties"),
    path(f"{EVERY}new/", parties.new, name="party-new"),
    path(ONE, parties.party, name="party"),
    path(f"{ONE}edit/", parties.edit, name="party-edit"),
    path(f"{ONE}history/", parties.history, name="party-history"),
    path(f"{ONE}merge/", party_steps.merge, name="party-merge"),
    path(f"{ONE}remove/", party_steps.remove, name="party-remove"),
    path(f"{ONE}invite/", party_steps.invite, name="party-invite"),
    path(f"{ONE}people/<uuid:representative>/end/", party_steps.end, name="party-person-end"),
]
