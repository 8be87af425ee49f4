"""Impact assessments in and out: a saved file of another program, and the form of central government."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.assess import day_of
from gemeentedossier.design.parts import Cell, Link, Row
from gemeentedossier.desk.forms.assessments import AssessmentFileForm
from gemeentedossier.desk.presenters.security import table
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.assessment_pages import VIEW, Sight, assessment_frame, form_page, sight_of
from gemeentedossier.desk.views.papers import answer_with, language_of
from gemeentedossier.desk.views.weighed_pages import url_of
from gemeentedossier.desk.views.writing import done, found_in
from gemeentedossier.dossier.risks.actions.assessments import draw_up_assessment
from gemeentedossier.exchange.engine.assessments.draft import LARGEST, Draft, UnreadableAssessment
from gemeentedossier.exchange.engine.assessments.taking import assessment_from, known_in, read_assessment
from gemeentedossier.exchange.engine.assessments.writing import write_national
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.identifiers import new_id
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
    key, read = new_id(), list[Draft]()

    def write() -> None:
        read.append(_read(sight, form))
        given = form.cleaned_data
        made = assessment_from(
            read[0],
            key=key,
            name=given["name"],
            activity_id=given["activity_id"],
            by=visit.actor.person_id,
            at=clock.now(),
        )
        draw_up_assessment(made, by=visit.actor)

    if done(visit, form, write, said=_("The draft was taken over.")):
        return _report(visit, key, read[0])
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


def _read(sight: Sight, form: AssessmentFileForm) -> Draft:
    file = form.cleaned_data["file"]
    if (file.size or 0) > LARGEST:
        raise Refused(_("This file is larger than %(n)s MB. Split it.") % {"n": LARGEST // 2**20})
    try:
        return read_assessment(file.read(), known_in(sight.dossier))
    except UnreadableAssessment as fault:
        raise Refused(fault.sentence.in_language(sight.language)) from fault


def _report(visit: Visit, key: UUID, draft: Draft) -> HttpResponse:
    """What was not taken over as it stood, with its place; the way to the draft where that is nothing."""
    if not draft.remarks:
        return redirect(url_of(visit, "assessment", key))
    language = language_of(visit)
    rows = tuple(
        Row(cells=(Cell(text=each.place), Cell(text=each.told.in_language(language)))) for each in draft.remarks
    )
    title = _("What was not taken over")
    shown = {
        "frame": assessment_frame(visit, title),
        "title": title,
        "lead": _("The rest stands in the draft. Where the file differs from the register, the draft says so."),
        "links": (Link(label=_("Open the draft"), url=url_of(visit, "assessment", key)),),
        "table": table(title, (pgettext("column", "Place in the file"), pgettext("column", "What")), rows),
    }
    return render(visit.request, "desk/assessments.html", shown)
