"""What a person does with a proposal of Part C to the register."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect

from gemeentedossier.desk.forms.proposals import ProposalForm
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.assessment_pages import sight_of
from gemeentedossier.desk.views.prescan_proposals import MAY, write_answer
from gemeentedossier.desk.views.prescans import prescan_page
from gemeentedossier.desk.views.weighed_pages import url_of
from gemeentedossier.desk.views.writing import done, found_in


@staff(MAY)
def proposal(visit: Visit, activity_id: UUID) -> HttpResponse:
    """Take a proposal over, or refuse it; only asked by POST."""
    sight = sight_of(visit)
    activity = found_in(sight.dossier.activities, activity_id)
    back = f"{url_of(visit, 'prescan', activity_id)}#proposals"
    if visit.request.method != "POST":
        return redirect(back)
    form = ProposalForm(visit.request.POST)
    if done(visit, form, lambda: write_answer(sight, activity, form)):
        return redirect(back)
    return prescan_page(sight, activity, bound=form)
