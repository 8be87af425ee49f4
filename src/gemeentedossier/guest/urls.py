"""Addresses of the door for parties: one page over all municipalities, and below each what is agreed with it."""

from django.urls import path

from gemeentedossier.guest.views import (
    agreement,
    calendar,
    confirming,
    invitation,
    leaflets,
    overview,
    reports,
    requests,
)

app_name = "guest"
HERE = "<slug:municipality>/partner/"
ONE = f"{HERE}agreements/<uuid:key>/"
LEAFLET = f"{HERE}leaflets/<uuid:key>/"
urlpatterns = [
    path("partner/", overview.overview, name="overview"),
    path("partner/attest/", overview.attest, name="attest-many"),
    path("partner/invitation/<str:token>/", invitation.invitation, name="invitation"),
    path("<slug:municipality>/report/<str:token>/", reports.report, name="report"),
    path("<slug:municipality>/confirm/<str:token>/", confirming.confirm, name="confirm"),
    path("<slug:municipality>/calendar/<str:token>/terms.ics", calendar.calendar, name="calendar"),
    path("<slug:municipality>/request/", requests.start, name="request"),
    path("<slug:municipality>/request/received/", requests.received, name="request-received"),
    path(HERE, agreement.home, name="home"),
    path(f"{HERE}report/", reports.report_of_party, name="report-breach"),
    path(f"{HERE}leaflets/new/", leaflets.new, name="leaflet-new"),
    path(LEAFLET, leaflets.leaflet, name="leaflet"),
    path(f"{LEAFLET}edit/", leaflets.edit, name="leaflet-edit"),
    path(ONE, agreement.agreement, name="agreement"),
    path(f"{ONE}attest/", agreement.attest, name="attest"),
    path(f"{ONE}files/<slug:which>/", agreement.file, name="file"),
    path(f"{ONE}erasure/", agreement.erasure, name="erasure"),
]
