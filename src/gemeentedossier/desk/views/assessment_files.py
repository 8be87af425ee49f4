"""Impact assessments in and out: a saved file of another program, and the form of central government."""

from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.text import slugify
from django.utils.translation import gettext as _

from gemeentedossier.assessment.engine.assess import day_of
from gemeentedossier.desk.forms.assessments import AssessmentFileForm
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.assessment_pages import VIEW, form_page, sight_of
from gemeentedossier.desk.views.papers import answer_with
from gemeentedossier.desk.views.weighed_pages import url_of
from gemeentedossier.desk.views.writing import done, found_in
from gemeentedossier.exchange.actions.assessments import TakenOver, take_over_assessment
from gemeentedossier.exchange.engine.assessments.draft import LARGEST
from gemeentedossier.exchange.engine.assessments.writing import write_national
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.organisation.permissions import can_for

DRAW = "risks.draw_up_assessment"
NATIONAL = "national"
"""How the form of central government is called in an address."""


@staff(DRAW, only_now=True)
def take_in(visit: Visit) -> HttpResponse:
    """Take over a saved file as a draft, and tell each thing that was not taken over."""
    sight = sight_of(visit)
    own = frozenset(each.id for each in sight.dossier.activities if can_for(visit.actor, DRAW, owner_id=each.owner_id))
    data, files = (visit.request.POST, visit.request.FILES) if visit.request.method == "POST" else (None, None)
    form = AssessmentFileForm(data, files, dossier=sight.dossier, own=own)
    taken = list[TakenOver]()

    def write() -> None:
        given = form.cleaned_data
        content = _content(given["file"])
        about = {"activity_id": given["activity_id"], "name": given["name"]}
        taken.append(take_over_assessment(content, dossier=sight.dossier, by=visit.actor, **about))
        if not taken[0].is_new:
            name = taken[0].assessment.name
            raise Refused(_("This file was taken over before, as “%(name)s”. Go on with that one.") % {"name": name})

    if done(visit, form, write, said=_("The draft was taken over. What did not come along stands on its page.")):
        page = url_of(visit, "assessment", taken[0].assessment.id)
        return redirect(f"{page}#file" if taken[0].assessment.remarks else page)
    title = _("Take over a saved DPIA")
    return form_page(
        visit,
        title=title,
        lead="",
        form=form,
        back=url_of(visit, "assessments"),
        button=_("Read this file"),
        sends=True,
    )


@staff(VIEW)
def export(visit: Visit, key: UUID) -> HttpResponse:
    """The assessment as a file of the form of central government."""
    sight = sight_of(visit)
    found = found_in(sight.dossier.impact_assessments, key)
    content = write_national(
        found,
        sight.standings(found),
        scale=sight.catalogue.risk_scale,
        measures={each.id: each.name for each in sight.dossier.measures},
        municipality=sight.dossier.organisation.name,
        moment=sight.dossier.moment,
    )
    name = f"{slugify(found.name)[:80] or 'dpia'}-{day_of(sight.dossier)}.json"
    return answer_with(content, name=name, media_type="application/json")


def _content(file: "UploadedFile[Any]") -> bytes:
    if (file.size or 0) > LARGEST:
        raise Refused(_("This file is larger than %(n)s MB. Split it.") % {"n": LARGEST // 2**20})
    return bytes(file.read())
