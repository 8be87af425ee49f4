"""The advice ledger: every advice of the officer, and advice that nobody asked for, with its answer."""

from uuid import UUID

from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.facts import Judged
from gemeentedossier.design.enums import Weight
from gemeentedossier.design.parts import Action, Link
from gemeentedossier.desk.forms.officer import AnswerForm, OwnAdviceForm
from gemeentedossier.desk.presenters.agreement import Fold, Section
from gemeentedossier.desk.presenters.officer_advice import (
    ALL,
    advices_table,
    advise_label,
    answer_definitions,
    chosen_advices,
    no_advice,
    own_definitions,
    standing_badge,
    state_tabs,
    statistics,
    subjects_to_choose,
)
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.document_places import PAGES
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.officer_pages import VIEW, advice_sight, asking, officer_frame, record_of
from gemeentedossier.desk.views.weighed_pages import url_of
from gemeentedossier.desk.views.writing import done, found_in
from gemeentedossier.dossier.governance.actions.own_advice import ADVISE, ANSWER, advise_unasked, answer_own_advice
from gemeentedossier.dossier.governance.facts import OwnAdvice
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.permissions import can


@staff(VIEW)
def advices(visit: Visit) -> HttpResponse:
    """Every advice with what became of it, and how many became what; ``?state=`` chooses."""
    sight, state, page = advice_sight(visit, judged_by(visit)), visit.request.GET.get("state", ALL), visit.request.path
    may_advise = visit.moment is None and can(visit.actor, ADVISE)
    found = chosen_advices(sight, state)
    shown = {
        "frame": officer_frame(visit, advices_title()),
        "title": advices_title(),
        "lead": _("What the officer advised, what was done with it, and why."),
        "tabs": state_tabs(sight, state, page),
        "table": advices_table(sight, found),
        "statistics": statistics(sight),
        "has_any": bool(sight.advices),
        "empty": no_advice(sight.slug, may_advise=may_advise),
        "step": Action(label=advise_label(), url=url_of(visit, "own-advice-new"), weight=Weight.PRIMARY)
        if may_advise and sight.advices
        else None,
    }
    return render(visit.request, "desk/advices.html", shown)


@staff(ADVISE, only_now=True)
def new(visit: Visit) -> HttpResponse:
    """Advise about a record without being asked; ``?about=kind:key`` chooses which."""
    groups = subjects_to_choose(judged_by(visit).dossier)
    form = OwnAdviceForm(
        visit.request.POST or None, groups=groups, initial={"record": visit.request.GET.get("about", "")}
    )
    made: list[UUID] = []

    def write() -> None:
        given = form.cleaned_data
        kind, key = given["record"]
        advice = advise_unasked(given["title"], text=given["text"], subject_kind=kind, subject_id=key, by=visit.actor)
        made.append(advice.id)

    if done(visit, form, write, said=_("The advice stands. Who decides is asked for an answer.")):
        return redirect(url_of(visit, "own-advice", made[0]))
    return asking(
        visit,
        form,
        title=advise_label(),
        every=_every(visit),
        lead=_("You may advise on anything, also unasked. Nobody may tell you what to advise (Article 38(3))."),
        button=_("Give this advice"),
    )


@staff(VIEW)
def advice(visit: Visit, key: UUID) -> HttpResponse:
    """One advice of the officer's own accord, with its answer."""
    judged = judged_by(visit)
    return _page(visit, judged, found_in(judged.dossier.own_advices, key))


@staff(ANSWER)
def answer(visit: Visit, key: UUID) -> HttpResponse:
    """Say what is done with the advice; only asked by POST."""
    judged, back = judged_by(visit), url_of(visit, "own-advice", key)
    found = found_in(judged.dossier.own_advices, key)
    if visit.request.method != "POST":
        return redirect(back)
    form = AnswerForm(visit.request.POST, auto_id="answer-%s")
    if done(visit, form, lambda: answer_own_advice(key, by=visit.actor, **form.cleaned_data), said=_answered()):
        return redirect(back)
    return _page(visit, judged, found, bound=form)


def _answered() -> str:
    return _("The answer stands beside the advice.")


def _page(visit: Visit, judged: Judged, found: OwnAdvice, *, bound: Form | None = None) -> HttpResponse:
    sight = advice_sight(visit, judged)
    given = next((each for each in sight.advices if each.id == found.id), None)
    if given is None:
        raise Http404
    sections = (
        Section(
            anchor="advice",
            title=pgettext("noun", "Advice"),
            about=_("It stands as it was given: nobody can change it."),
            definitions=tuple(own_definitions(given, sight, _about(visit, judged, found))),
        ),
        Section(
            anchor="answer",
            title=_("What was done with it"),
            about="",
            definitions=tuple(answer_definitions(given, sight)),
            folds=_answer_folds(visit, found, bound),
        ),
    )
    badge = standing_badge(sight.standing(given))
    return record_of(visit, every=_every(visit), title=found.title, sections=sections, badge=badge)


def _answer_folds(visit: Visit, found: OwnAdvice, bound: Form | None) -> tuple[Fold, ...]:
    officer = Role.DATA_PROTECTION_OFFICER in visit.actor.roles
    if found.answered_at or visit.moment or officer or not can(visit.actor, ANSWER):
        return ()
    form = bound or AnswerForm(auto_id="answer-%s")
    url = url_of(visit, "own-advice-answer", found.id)
    return (Fold(title=_("Answer this advice"), button=_("Record this answer"), url=url, form=form, anchor="answer",
                 opened=True),)  # fmt: skip


def _about(visit: Visit, judged: Judged, found: OwnAdvice) -> Link:
    """The record that the advice is about; only its name where it is there no more."""
    if found.subject_kind == "organisation":
        return Link(label=judged.dossier.organisation.name, url=reverse("desk:organisation", args=[_slug(visit)]))
    names = {key: name for group in subjects_to_choose(judged.dossier).values() for (_kind, key), name in group}
    if found.subject_id not in names or found.subject_kind not in PAGES:
        return Link(label=_("a record that is not here any more"), url=url_of(visit, "advices"))
    page = reverse(f"desk:{PAGES[found.subject_kind]}", args=[_slug(visit), found.subject_id])
    return Link(label=names[found.subject_id], url=page)


def _slug(visit: Visit) -> str:
    return visit.municipality.slug


def advices_title() -> str:
    """What the list is called."""
    return _("Advice of the officer")


def _every(visit: Visit) -> Link:
    return Link(label=advices_title(), url=url_of(visit, "advices"))
