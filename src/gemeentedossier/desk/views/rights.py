"""Rights that somebody found in systems: recorded as they were seen, and gone when they are withdrawn."""

from collections.abc import Callable
from uuid import UUID

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from gemeentedossier.desk.forms.security import GoneForm, RightForm
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.security_sections import GONE, RIGHT
from gemeentedossier.desk.views.security_sheet import activity_in, sheet_page, sheet_url
from gemeentedossier.desk.views.writing import done
from gemeentedossier.dossier.security.actions.access import record_right, remove_right
from gemeentedossier.dossier.security.facts import AccessRight
from gemeentedossier.foundation.identifiers import new_id


@staff(RIGHT)
def record(visit: Visit, activity_id: UUID) -> HttpResponse:
    """Record a right as it was found."""

    def write(form: Form) -> None:
        found = AccessRight(id=new_id(), activity_id=activity_id, **form.cleaned_data)
        record_right(found, by=visit.actor)

    return _written(visit, activity_id, RightForm, write, said=_("The right was recorded."))


@staff(GONE)
def remove(visit: Visit, activity_id: UUID) -> HttpResponse:
    """Record that a right is gone."""

    def write(form: Form) -> None:
        remove_right(form.cleaned_data["right_id"], reason=form.cleaned_data["reason"], by=visit.actor)

    return _written(visit, activity_id, GoneForm, write, said=_("It was recorded that the right is gone."))


def _written(
    visit: Visit, activity_id: UUID, made: type[RightForm | GoneForm], write: Callable[[Form], None], *, said: str
) -> HttpResponse:
    judged = judged_by(visit)
    activity = activity_in(judged, activity_id)
    if visit.request.method != "POST":
        return redirect(sheet_url(visit, activity, "rights"))
    form = made(visit.request.POST, activity=activity, dossier=judged.dossier)
    if done(visit, form, lambda: write(form), said=said):
        return redirect(sheet_url(visit, activity, "rights"))
    return sheet_page(visit, judged, activity, bound=form)
