"""Addresses of the desk. Each view names the permission that it needs."""

from django.urls import path

from gemeentedossier.desk import (
    urls_activity,
    urls_agreements,
    urls_assessments,
    urls_breaches,
    urls_evidence,
    urls_exchange,
    urls_governance,
    urls_method,
    urls_officer,
    urls_organisation,
    urls_pages,
    urls_parties,
    urls_requests,
    urls_risks,
    urls_security,
    urls_security_more,
)
from gemeentedossier.desk.views import drafts, filters, presence, register, sessions

app_name = "desk"
urlpatterns = [
    path("sign-in/", sessions.sign_in, name="sign-in"),
    path("sign-out/", sessions.sign_out, name="sign-out"),
    path("<slug:municipality>/desk/moment/", sessions.moment, name="moment"),
    path("<slug:municipality>/desk/register/", register.register, name="register"),
    path("<slug:municipality>/desk/presence/<slug:kind>/<uuid:key>/", presence.presence, name="presence"),
    path("<slug:municipality>/desk/filters/", filters.filters, name="filters"),
    path("<slug:municipality>/desk/filters/keep/", filters.keep, name="filter-keep"),
    path("<slug:municipality>/desk/filters/<uuid:key>/", filters.change, name="filter-change"),
    path("<slug:municipality>/desk/drafts/", drafts.drafts, name="drafts"),
    path("<slug:municipality>/desk/drafts/found/", drafts.found, name="drafts-found"),
    path("<slug:municipality>/desk/drafts/keep/", drafts.keep, name="draft-keep"),
    path("<slug:municipality>/desk/drafts/drop/", drafts.drop, name="draft-drop"),
    path("<slug:municipality>/desk/drafts/back/", drafts.back, name="draft-back"),
    *urls_activity.patterns,
    *urls_agreements.patterns,
    *urls_assessments.patterns,
    *urls_breaches.patterns,
    *urls_evidence.patterns,
    *urls_exchange.patterns,
    *urls_governance.patterns,
    *urls_method.patterns,
    *urls_officer.patterns,
    *urls_organisation.patterns,
    *urls_pages.patterns,
    *urls_parties.patterns,
    *urls_requests.patterns,
    *urls_risks.patterns,
    *urls_security.patterns,
    *urls_security_more.patterns,
]
