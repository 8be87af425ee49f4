"""Addresses of the pages that show what the dossier amounts to."""

from django.urls import path

from gemeentedossier.desk.views import (
    accountability,
    agenda,
    coverage,
    documents,
    figures,
    findings,
    ledger,
    papers,
    reminders,
    search,
    today,
)

patterns = [
    path("<slug:municipality>/desk/", today.home, name="home"),
    path("<slug:municipality>/desk/waiting/<slug:what>/", today.waiting_records, name="waiting"),
    path("<slug:municipality>/desk/waiting/confirmation/ask/", today.ask_owners, name="ask-owners"),
    path("<slug:municipality>/desk/agenda/", agenda.agenda, name="agenda"),
    path("<slug:municipality>/desk/agenda.ics", agenda.agenda_file, name="agenda-file"),
    path("<slug:municipality>/desk/agenda.json", agenda.agenda_list, name="agenda-list"),
    path("<slug:municipality>/desk/agenda/mine/", reminders.reminders, name="reminders"),
    path("<slug:municipality>/desk/agenda/mine/feed/", reminders.new_feed, name="feed-new"),
    path("<slug:municipality>/desk/agenda/mine/feed/withdraw/", reminders.no_feed, name="feed-withdraw"),
    path("<slug:municipality>/desk/agenda/escalation/", reminders.escalate, name="escalation"),
    path("<slug:municipality>/desk/search/", search.search, name="search"),
    path("<slug:municipality>/desk/findings/", findings.findings, name="findings"),
    path("<slug:municipality>/desk/documents/", documents.documents, name="documents"),
    path("<slug:municipality>/desk/documents/made/", papers.under_way, name="papers"),
    path("<slug:municipality>/desk/documents/made/<uuid:job>/", papers.fetch, name="paper"),
    path("<slug:municipality>/desk/documents/made/<uuid:job>/again/", papers.again, name="paper-again"),
    path("<slug:municipality>/desk/documents/<slug:kind>/", documents.document, name="document"),
    path("<slug:municipality>/desk/documents/<slug:kind>/<slug:form>/", documents.download, name="document-file"),
    path("<slug:municipality>/desk/documents/<slug:kind>/<slug:form>/ask/", papers.ask, name="document-ask"),
    path("<slug:municipality>/desk/accountability/", accountability.accountability, name="accountability"),
    path("<slug:municipality>/desk/figures/", figures.figures, name="figures"),
    path("<slug:municipality>/desk/coverage/", coverage.coverage, name="coverage"),
    path("<slug:municipality>/desk/coverage/rules/<slug:rule_id>/", coverage.rule, name="coverage-rule"),
    path("<slug:municipality>/desk/coverage/files/<slug:form>/", coverage.export, name="coverage-file"),
    path("<slug:municipality>/desk/ledger/", ledger.ledger, name="ledger"),
    path("<slug:municipality>/desk/ledger/verify/", ledger.verify, name="ledger-verify"),
    path("<slug:municipality>/desk/ledger/checkpoint/", ledger.checkpoint, name="ledger-checkpoint"),
    path("<slug:municipality>/desk/ledger/sign/", ledger.sign, name="ledger-sign"),
    path("<slug:municipality>/desk/ledger/proof/", ledger.proof, name="ledger-proof"),
]
