"""Addresses of import and export."""

from django.urls import path

from gemeentedossier.desk.views import exchange, lists

patterns = [
    path("<slug:municipality>/desk/exchange/", exchange.exchange, name="exchange"),
    path("<slug:municipality>/desk/exchange/upload/", exchange.upload, name="import-upload"),
    path("<slug:municipality>/desk/exchange/mapping/<uuid:token>/", exchange.mapping, name="import-mapping"),
    path("<slug:municipality>/desk/exchange/imports/<uuid:import_id>/", exchange.report, name="import-report"),
    path("<slug:municipality>/desk/exchange/imports/<uuid:import_id>/undo/", exchange.undo, name="import-undo"),
    path("<slug:municipality>/desk/exchange/systems/<slug:form>/", lists.systems_file, name="systems-file"),
    path("<slug:municipality>/desk/exchange/parties/<slug:form>/", lists.parties_file, name="parties-file"),
    path("<slug:municipality>/desk/exchange/dossier.json", exchange.export, name="export"),
]
