"""Breaches: the list with running clocks, the page of each, a first report, and the sections of the record."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.design.enums import Weight
from gemeentedossier.design.parts import Action, EmptyState, Link
from gemeentedossier.desk.forms.aims import aimed
from gemeentedossier.desk.forms.breaches import (
    BreachFilter,
    ConcernedForm,
    JudgementForm,
    MomentsForm,
    NameForm,
    NatureForm,
    ProcessorForm,
    ReportForm,
    ScoreForm,
    SectionForm,
    TriageForm,
)
from gemeentedossier.desk.presenters.agreement import Section
from gemeentedossier.desk.presenters.breach_register import proposal_of
from gemeentedossier.desk.presenters.breaches import breaches_table, is_open, real
from gemeentedossier.desk.presenters.charts import breaches_chart
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.breach_folds import SECTIONS
from gemeentedossier.desk.views.breach_pages import (
    VIEW,
    breach_frame,
    breach_in,
    form_page,
    page,
    sight_of,
    url_of,
)
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.writing import done
from gemeentedossier.dossier.breaches.actions import breaches as verbs
from gemeentedossier.dossier.breaches.facts import BreachConcerned, BreachMoments, PersonalDataBreach
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.organisation.permissions import can

REPORT = "breaches.report_breach"
StaffView = Callable[..., HttpResponse]


@staff(VIEW)
def breaches(visit: Visit) -> HttpResponse:
    """What is worked on with its clocks, what was closed, and the exercises."""
    judged = judged_by(visit)
    sight, now = sight_of(visit, judged), visit.moment is None
    every = real(judged.dossier)
    filters = BreachFilter(visit.request.GET.dict(), sight=sight)
    wanted = [each for each in every if filters.fits(each)]
    step = Action(label=_("Report a breach"), url=url_of(visit, "breach-new"), weight=Weight.PRIMARY)
    may_report = now and can(visit.actor, REPORT)
    links = [Link(label=_("Register of breaches"), url=url_of(visit, "breach-register"))]
    if can(visit.actor, "breaches.renew_link"):
        links.append(Link(label=_("Link for employees"), url=url_of(visit, "breach-link")))
    links.append(Link(label=_("Exercise"), url=url_of(visit, "breach-exercises")))
    shown = {
        "frame": breach_frame(visit),
        "title": pgettext("place in the rail", "Breaches"),
        "lead": _("From the first report to the closing, on the clocks of the law (Articles 33 and 34)."),
        "links": tuple(links),
        "filters": filters if every else None,
        "step": step if may_report else None,
        "empty": None if every else _nothing(step if may_report else None),
        "chart": breaches_chart(sight, url_of(visit, "breaches")) if every else None,
        "sections": (
            Section(
                anchor="open",
                title=_("Worked on"),
                about="",
                table=breaches_table(sight, filter(is_open, wanted)),
                empty=_("Nothing is being worked on."),
            ),
            Section(
                anchor="closed",
                title=_("Closed"),
                about=_("Everything stays, also what was not notified (Article 33(5))."),
                table=breaches_table(sight, (each for each in wanted if not is_open(each))),
                empty=_("Nothing was closed yet."),
            ),
        )
        if every
        else (),
    }
    return render(visit.request, "desk/breaches.html", shown)


def _nothing(step: Action | None) -> EmptyState:
    return EmptyState(
        title=_("No breach was recorded yet"),
        belongs=_("Every breach stands here, also what needs no notification: a lost paper, a mail gone astray."),
        reason=_("The authority must be able to verify what happened and what was done (Article 33(5))."),
        step=step,
    )


@staff(VIEW)
def breach(visit: Visit, key: UUID) -> HttpResponse:
    """One breach, from report to closing."""
    judged, found = breach_in(visit, key)
    return page(visit, judged, found)


@staff(REPORT, only_now=True)
def new(visit: Visit) -> HttpResponse:
    """Report a breach."""
    dossier = judged_by(visit).dossier
    form = ReportForm(visit.request.POST or None, dossier=dossier, initial={"discovered_at": clock.now()})
    made: list[PersonalDataBreach] = []

    def write() -> None:
        made.append(verbs.report_breach(_draft(form.cleaned_data), by=visit.actor))

    if done(visit, form, write, said=_("The report was recorded.")):
        return redirect(url_of(visit, "breach", made[0].id))
    return form_page(visit, None, title=_("Report a breach"), form=form, back=url_of(visit, "breaches"))


def _draft(given: Mapping[str, Any]) -> PersonalDataBreach:
    return PersonalDataBreach(
        id=new_id(),
        number="",
        title=given["title"],
        reported_at=clock.now(),
        reported_by=given["reported_by"],
        reporter=given["reporter"],
        first_account=given["first_account"],
        moments=BreachMoments(discovered_at=given["discovered_at"], internally_reported_at=clock.now()),
        activity_ids=given["activity_ids"],
    )


def _form(name: str, visit: Visit, breach: PersonalDataBreach, dossier: Dossier) -> SectionForm:
    data = visit.request.POST or None
    if name != "concerned":
        return FORMS[name](data, breach=breach, dossier=dossier)
    hit = [each for each in dossier.activities if each.id in breach.activity_ids]
    is_new = replace(breach.concerned, looked_into_at=None) == BreachConcerned()  # saved once, and nothing said
    return ConcernedForm(data, breach=breach, dossier=dossier, proposal=proposal_of(hit) if is_new and hit else None)


FORMS: Mapping[str, type[SectionForm]] = {
    "name": NameForm,
    "moments": MomentsForm,
    "processor": ProcessorForm,
    "triage": TriageForm,
    "concerned": ConcernedForm,
    "nature": NatureForm,
    "score": ScoreForm,
    "judgement": JudgementForm,
}


def _write(name: str, visit: Visit, breach: PersonalDataBreach, form: SectionForm) -> None:
    key, by = breach.id, visit.actor
    if name == "name":
        given = form.cleaned_data
        verbs.name_breach(key, title=given["title"], lead_id=given["lead_id"], revision=form.read, by=by)
    elif name == "concerned":
        chosen = form.cleaned_data["activity_ids"]
        verbs.record_concerned(key, form.facts(), activity_ids=chosen, revision=form.read, by=by)
    else:
        VERBS[name](key, form.facts(), revision=form.read, by=by)


VERBS: Mapping[str, Callable[..., None]] = {
    "moments": verbs.record_moments,
    "processor": verbs.record_processor,
    "triage": verbs.triage_breach,
    "nature": verbs.record_nature,
    "score": verbs.score_breach,
    "judgement": verbs.judge_breach,
}


def title_of(name: str) -> str:
    """What a section is called as a form."""
    titles = {
        "name": _("Title and who leads"),
        "moments": _("When"),
        "processor": _("At a processor"),
        "triage": _("Is it a breach?"),
        "concerned": _("Which data, of whom"),
        "nature": _("What happened"),
        "score": _("How serious"),
        "judgement": _("Risk to people"),
    }
    return titles[name]


def section(name: str) -> StaffView:
    """The view that edits a section, for who may."""

    @staff(SECTIONS[name], only_now=True)
    def edit(visit: Visit, key: UUID) -> HttpResponse:
        judged, found = breach_in(visit, key)
        form = aimed(_form(name, visit, found, judged.dossier), visit.request.GET.get("field", ""))
        back = url_of(visit, "breach", key) + ("" if name == "name" else f"#{name}")
        if done(visit, form, lambda: _write(name, visit, found, form)):
            return redirect(back)
        return form_page(visit, found, title=title_of(name), form=form, back=back)

    return edit
