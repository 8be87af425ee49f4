"""What to do now with a request, in one sentence."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gemeentedossier.dossier.requests.engine.clock import untold
from gemeentedossier.dossier.requests.enums import RequestQuestion
from gemeentedossier.dossier.requests.facts import DataSubjectRequest


def next_step(request: DataSubjectRequest, *, may_ask: bool | None) -> str:
    """The first thing that is not done, in the order of the work; empty for a request that is closed.

    ``may_ask`` is whether the law lets this person ask; unknown where age or law are.
    """
    if not request.is_open:
        return ""
    if may_ask is False and request.decided_at is None:
        return _("Now: find out who asks. At this age the law lets somebody else ask, so nothing can be granted yet.")
    return _receiving(request) or _looking(request) or _ending(request)


def _receiving(request: DataSubjectRequest) -> str:
    if request.acknowledged_on is None and request.decided_at is None:
        return _("Now: confirm receipt, with the last day for the answer.")
    if any(each.until is None for each in request.suspensions):
        return _("Now: wait for the answer to your question, and record it the day it comes.")
    if not request.activity_ids:
        return _("Now: say which processing activities it is about. Then it shows what can be asked and where to look.")
    if request.identity_method is None and request.answered(RequestQuestion.IDENTITY_DOUBT) is not False:
        return _("Now: establish who asks, or say on the checklist that there is no doubt.")
    return ""


def _looking(request: DataSubjectRequest) -> str:
    if request.decided_at:
        return ""
    if not request.lines:
        return _("Now: take the places where to look from the register.")
    if left := sum(line.found is None for line in request.lines):
        told = ngettext(
            "Now: have %(count)s place of the search plan looked at.",
            "Now: have %(count)s places of the search plan looked at.",
            left,
        )
        return told % {"count": left}
    return ""


def _ending(request: DataSubjectRequest) -> str:
    if not request.parts:
        return _("Now: say of each part whether it is granted.")
    if request.decided_at is None:
        return _("Now: decide on the request.")
    if request.told_on is None:
        return _("Now: send the decision, and record the day.")
    if untold(request):
        return _("Now: tell the recipients what was changed.")
    return _("Now: close the request, or record what came after the answer.")
