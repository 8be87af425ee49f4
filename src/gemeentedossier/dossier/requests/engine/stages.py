"""How far a request is, and what the next step is; in the order of the work."""

from gemeentedossier.dossier.requests.enums import RequestStage
from gemeentedossier.dossier.requests.facts import DataSubjectRequest


def stage_of(request: DataSubjectRequest) -> RequestStage:
    """Where the request stands."""
    if request.closed_on:
        return RequestStage.CLOSED
    if request.told_on:
        return RequestStage.TOLD
    if request.decided_at:
        return RequestStage.TO_TELL
    if any(each.until is None for each in request.suspensions):
        return RequestStage.SUSPENDED
    if not request.lines:
        return RequestStage.RECEIVED
    return RequestStage.SEARCHING if any(line.found is None for line in request.lines) else RequestStage.TO_DECIDE
