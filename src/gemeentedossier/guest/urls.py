"""Addresses of the door for parties: one page over all municipalities, and below each what is agreed with it."""

from django.urls import path

from gemeentedossier.guest.views import agreement, invitation, overview

app_name = "guest"
HERE = "<slug:municipality>/partner/"
ONE = f"{HERE}agreements/<uuid:key>/"
urlpatterns = [
    path("partner/", overview.overview, name="overview"),
    path("partner/attest/", overview.attest, name="attest-many"),
    path("partner/invitation/<str:token>/", invitation.invitation, name="invitation"),
    path(HERE, agreement.home, name="home"),
    path(ONE, agreement.agreement, name="agreement"),
    path(f"{ONE}attest/", agreement.attest, name="attest"),
    path(f"{ONE}files/<slug:which>/", agreement.file, name="file"),
    path(f"{ONE}erasure/", agreement.erasure, name="erasure"),
]
