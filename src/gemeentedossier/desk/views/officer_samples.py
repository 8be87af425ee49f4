"""Samples: drawing, drawing again, and judging what was drawn."""

from uuid import UUID

from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.facts import Judged
from gemeentedossier.design.enums import Weight
from gemeentedossier.design.parts import Action, Definition, Link
from gemeentedossier.desk.forms.officer import SampleForm, VerdictForm, mark_of_case
from gemeentedossier.desk.presenters.agreement import Fold, Section
from gemeentedossier.desk.presenters.officer_samples import (
    again_badge,
    case_definitions,
    draw_definitions,
    draw_label,
    no_samples,
    progress_badge,
    records_in,
    sample_name,
    samples_table,
)
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.officer_pages import VIEW, asking, list_of, record_of
from gemeentedossier.desk.views.weighed_pages import url_of
from gemeentedossier.desk.views.writing import done, found_in
from gemeentedossier.dossier.governance.actions.samples import DRAW, JUDGE, judge_case
from gemeentedossier.dossier.governance.facts import Sample, SampledCase
from gemeentedossier.foundation.edits import check_unchanged
from gemeentedossier.method.sampling import draw, drawn_again
from gemeentedossier.organisation.permissions import can

AGAIN = "again"


@staff(VIEW)
def samples(visit: Visit) -> HttpResponse:
    """Every sample with how far it was judged."""
    drawn, slug = judged_by(visit).dossier.samples, visit.municipality.slug
    may = visit.moment is None and can(visit.actor, DRAW)
    button = Action(label=draw_label(), url=url_of(visit, "sample-new"), weight=Weight.PRIMARY)
    return list_of(
        visit,
        title=samples_title(),
        lead=_("Chance chooses, the officer judges, and anybody can draw again."),
        table=samples_table(drawn, slug),
        empty=no_samples(slug, may_draw=may),
        step=button if may and drawn else None,
    )


@staff(DRAW, only_now=True)
def new(visit: Visit) -> HttpResponse:
    """Draw a sample."""
    dossier = judged_by(visit).dossier
    checks = [(each.id, each.topic) for each in dossier.supervision_checks if each.was_done is None]
    form = SampleForm(visit.request.POST or None, checks=checks)
    made: list[Sample] = []

    def write() -> None:
        made.append(draw(visit.municipality, by=visit.actor, **form.cleaned_data))

    if done(visit, form, write, said=_("The sample was drawn. Judge each case below.")):
        return redirect(url_of(visit, "sample", made[0].id))
    return asking(
        visit,
        form,
        title=draw_label(),
        every=_every(visit),
        lead=_("The program makes the seed, so nobody chooses the cases. A draw stays, also one that does not suit."),
        button=_("Draw"),
    )


@staff(VIEW)
def sample(visit: Visit, key: UUID) -> HttpResponse:
    """One sample with its cases; ``?again`` draws it again from the ledger."""
    judged = judged_by(visit)
    return _page(visit, judged, found_in(judged.dossier.samples, key))


@staff(JUDGE)
def judge(visit: Visit, key: UUID) -> HttpResponse:
    """Say what was seen of a case; only asked by POST."""
    judged = judged_by(visit)
    found = _with_case(judged, key)
    case = found_in(found.cases, key)
    back = f"{url_of(visit, 'sample', found.id)}#case-{key}"
    if visit.request.method != "POST":
        return redirect(back)
    form = VerdictForm(visit.request.POST, record=case, auto_id=f"judge-{key}-%s")

    def write() -> None:
        given = form.cleaned_data
        check_unchanged(mark_of_case(case), read=given["revision"], name=case.name)
        judge_case(case, given["verdict"], note=given["note"], by=visit.actor)

    if done(visit, form, write, said=_("The verdict stands.")):
        return redirect(back)
    return _page(visit, judged, found, bound={key: form})


def _page(visit: Visit, judged: Judged, found: Sample, *, bound: dict[UUID, Form] | None = None) -> HttpResponse:
    slug, may = visit.municipality.slug, visit.moment is None and can(visit.actor, JUDGE)
    drawing = Section(
        anchor="draw",
        title=_("How was drawn"),
        about=_("This is all that anybody needs to draw the same cases again."),
        definitions=(
            *draw_definitions(found, judged.dossier.supervision_checks, slug),
            *_again(visit, found),
        ),
        links=() if AGAIN in visit.request.GET else (Link(label=_("Draw it again and compare"), url=f"?{AGAIN}=1"),),
    )
    known = records_in(judged.dossier)
    cases = tuple(
        Section(
            anchor=f"case-{each.id}",
            title=_("Case %(number)s") % {"number": number},
            about="",
            definitions=tuple(case_definitions(each, found.kind, slug, is_known=each.subject_id in known)),
            folds=(_judge_fold(visit, each, bound or {}),) if may else (),
        )
        for number, each in enumerate(found.cases, start=1)
    )
    badge = progress_badge(found)
    return record_of(visit, every=_every(visit), title=sample_name(found), sections=(drawing, *cases), badge=badge)


def _again(visit: Visit, found: Sample) -> tuple[Definition, ...]:
    if AGAIN not in visit.request.GET:
        return ()
    badge = again_badge(found, drawn_again(visit.municipality, found))
    return (Definition(term=pgettext("sample", "Drawn again"), badge=badge),)


def _judge_fold(visit: Visit, case: SampledCase, bound: dict[UUID, Form]) -> Fold:
    form = bound.get(case.id) or VerdictForm(record=case, auto_id=f"judge-{case.id}-%s")
    title = _("Judge this case again") if case.verdict else _("Judge this case")
    url = url_of(visit, "sample-judge", case.id)
    return Fold(title=title, button=_("Record this verdict"), url=url, form=form, anchor=f"case-{case.id}")


def _with_case(judged: Judged, key: UUID) -> Sample:
    for each in judged.dossier.samples:
        if any(case.id == key for case in each.cases):
            return each
    raise Http404


def samples_title() -> str:
    """What the list is called."""
    return _("Samples")


def _every(visit: Visit) -> Link:
    return Link(label=samples_title(), url=url_of(visit, "samples"))
