"""Addresses of requests of data subjects and of consents."""

from django.urls import path

from gemeentedossier.desk.views import consents, letters, request_parts, request_steps, requests

EVERY = "<slug:municipality>/desk/requests/"
REQUEST, CONSENT = f"{EVERY}<uuid:key>/", f"{EVERY}consents/<uuid:key>/"

patterns = [
    path(EVERY, requests.requests, name="requests"),
    path(f"{EVERY}list.<slug:form>", requests.requests_file, name="requests-file"),
    path(f"{EVERY}new/", requests.new, name="request-new"),
    path(f"{EVERY}consents/", consents.consents, name="consents"),
    path(f"{EVERY}consents/new/", consents.new, name="consent-new"),
    path(CONSENT, consents.consent, name="consent"),
    path(f"{CONSENT}withdraw/", consents.withdraw, name="consent-withdraw"),
    path(f"{CONSENT}use/", consents.use, name="consent-use"),
    path(f"{CONSENT}history/", consents.history, name="consent-history"),
    path(REQUEST, requests.request, name="request"),
    path(f"{REQUEST}edit/", requests.edit, name="request-edit"),
    path(f"{REQUEST}history/", request_parts.history, name="request-history"),
    path(f"{REQUEST}lines/<uuid:line_id>/", request_parts.line, name="request-line"),
    path(f"{REQUEST}lines/<uuid:line_id>/remove/", request_parts.line_remove, name="request-line-remove"),
    path(f"{REQUEST}parts/new/", request_parts.part_new, name="request-part-new"),
    path(f"{REQUEST}parts/<uuid:part_id>/", request_parts.part, name="request-part"),
    path(f"{REQUEST}parts/<uuid:part_id>/remove/", request_parts.part_remove, name="request-part-remove"),
    path(f"{REQUEST}letters/<slug:kind>/", letters.letter, name="request-letter"),
    path(f"{REQUEST}letters/<slug:kind>/<slug:form>/", letters.file, name="request-letter-file"),
    path(f"{REQUEST}acknowledge/", request_steps.acknowledge, name="request-acknowledge"),
    path(f"{REQUEST}suspend/", request_steps.suspend, name="request-suspend"),
    path(f"{REQUEST}resume/", request_steps.resume, name="request-resume"),
    path(f"{REQUEST}extend/", request_steps.extend, name="request-extend"),
    path(f"{REQUEST}plan/", request_steps.plan, name="request-plan"),
    path(f"{REQUEST}answers/", request_steps.answers, name="request-answers"),
    path(f"{REQUEST}advise/", request_steps.advise, name="request-advise"),
    path(f"{REQUEST}decide/", request_steps.decide, name="request-decide"),
    path(f"{REQUEST}undo/", request_steps.undo, name="request-undo"),
    path(f"{REQUEST}tell/", request_steps.tell, name="request-tell"),
    path(f"{REQUEST}remedies/", request_steps.remedies, name="request-remedies"),
    path(f"{REQUEST}close/", request_steps.close, name="request-close"),
    path(f"{REQUEST}reopen/", request_steps.reopen, name="request-reopen"),
    path(f"{REQUEST}requester/", request_steps.requester, name="request-requester"),
    path(f"{REQUEST}requester/edit/", request_steps.requester_edit, name="request-requester-edit"),
]
