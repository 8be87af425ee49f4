"""Pre-scans: whether activities need an impact assessment, what a person answers, and what is decided."""

from uuid import UUID

from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.paging import page_links
from gemeentedossier.design.parts import Action, Alert, EmptyState, Link, Pagination
from gemeentedossier.desk.forms.prescans import PrescanDecisionForm, PrescanForm
from gemeentedossier.desk.presenters.agreement import Fold, Section
from gemeentedossier.desk.presenters.finding_list import with_changes
from gemeentedossier.desk.presenters.prescan_list import lot_tabs, lots_of, prescans_table, scanned, scanned_in
from gemeentedossier.desk.presenters.prescans import (
    answers_table,
    decision_said,
    reopened_said,
    verdict_badge,
    verdict_said,
)
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.assessment_pages import VIEW, Sight, assessment_frame, sight_of
from gemeentedossier.desk.views.prescan_proposals import proposals_section
from gemeentedossier.desk.views.weighed_pages import url_of
from gemeentedossier.desk.views.writing import done, found_in
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.risks.actions.prescans import answer_prescan, decide_prescan
from gemeentedossier.dossier.risks.engine.prescan import PrescanResult, Reopened, prescan_result
from gemeentedossier.organisation.permissions import can, can_for

ANSWER, DECIDE = "risks.answer_prescan", "risks.decide_prescan"
PAGE = 50


@staff(VIEW)
def prescans(visit: Visit) -> HttpResponse:
    """Every activity with what its facts give; what must be decided anew first, then what nobody decided."""
    sight = sight_of(visit)
    every = scanned_in(sight.dossier, sight.catalogue)
    chosen = visit.request.GET.get("lot", "")
    found = [each for each in every if not chosen or chosen in lots_of(each)]
    page = Paginator(found, PAGE).get_page(visit.request.GET.get("page"))
    last = page.paginator.num_pages
    links = (
        page_links(current=page.number, last=last, url_for=lambda n: with_changes(visit.request.GET, page=str(n)))
        if last > 1
        else ()
    )
    title = _("Pre-scans")
    shown = {
        "frame": assessment_frame(visit, title),
        "title": title,
        "lead": _("Whether an impact assessment is needed: the register answers what it can, a person decides."),
        "tabs": lot_tabs(every, chosen),
        "empty": _none_in_lot(),
        "table": prescans_table(visit.municipality.slug, page.object_list, sight.catalogue, language=sight.language),
        "pagination": Pagination(pages=links),
        "links": (Link(label=_("Impact assessments"), url=url_of(visit, "assessments")),),
    }
    return render(visit.request, "desk/assessments.html", shown)


def _none_in_lot() -> EmptyState:
    return EmptyState(
        title=_("No activity stands here"),
        belongs=_("Here stand activities of which the facts give this outcome."),
        step=Action(label=_("Show all activities"), url="?"),
    )


@staff(VIEW)
def prescan(visit: Visit, activity_id: UUID) -> HttpResponse:
    """The pre-scan of one activity: what the facts give and why, the answers, and the decision."""
    sight = sight_of(visit)
    return prescan_page(sight, found_in(sight.dossier.activities, activity_id))


@staff(ANSWER)
def answers(visit: Visit, activity_id: UUID) -> HttpResponse:
    """Record what a person answers; only asked by POST."""
    sight = sight_of(visit)
    activity = found_in(sight.dossier.activities, activity_id)
    back = url_of(visit, "prescan", activity_id)
    if visit.request.method != "POST":
        return redirect(back)
    form = _answer_form(sight, activity, bound=True)

    def write() -> None:
        answer_prescan(activity_id, form.answers(), revision=form.cleaned_data["revision"], by=visit.actor)

    if done(visit, form, write):
        return redirect(back)
    return prescan_page(sight, activity, bound=form)


@staff(DECIDE)
def decide(visit: Visit, activity_id: UUID) -> HttpResponse:
    """Record what is decided on the facts as they are; only asked by POST."""
    sight = sight_of(visit)
    activity = found_in(sight.dossier.activities, activity_id)
    back = f"{url_of(visit, 'prescan', activity_id)}#decision"
    if visit.request.method != "POST":
        return redirect(back)
    form = PrescanDecisionForm(visit.request.POST, initial=_decided(sight, activity))
    result = prescan_result(activity, sight.prescan(activity_id), sight.around)
    if done(
        visit,
        form,
        lambda: decide_prescan(activity_id, result=result, by=visit.actor, **form.cleaned_data),
        said=_("The decision stands."),
    ):
        return redirect(back)
    return prescan_page(sight, activity, bound=form)


def prescan_page(sight: Sight, activity: Activity, *, bound: Form | None = None) -> HttpResponse:
    """The page of a pre-scan; ``bound`` is the form that needs attention."""
    visit, language = sight.visit, sight.language
    _activity, known, result, changed = scanned(sight.around, activity)
    sections = (
        Section(
            anchor="verdict",
            title=_("What the facts give"),
            about=_("The law and the supervisor's list go before the score. A person decides."),
            definitions=tuple(verdict_said(known, result, sight.catalogue, language=language)),
        ),
        *_changed_section(sight, changed),
        Section(
            anchor="register",
            title=_("What the register answers"),
            about=_("These follow from the record of the activity, and are never asked again."),
            table=answers_table(result.answers, sight.catalogue, language=language, from_register=True),
            links=(Link(label=_("Open the activity"), url=url_of(visit, "activity", activity.id)),),
        ),
        Section(
            anchor="answers",
            title=_("What people answered"),
            about="",
            table=answers_table(result.answers, sight.catalogue, language=language, from_register=False),
            folds=_answer_folds(sight, activity, bound, result),
        ),
        Section(
            anchor="decision",
            title=_("Decision"),
            about=_("Decide otherwise than the facts give only with a reason that others can follow."),
            definitions=tuple(decision_said(known)),
            folds=_decide_folds(sight, activity, bound),
        ),
        *proposals_section(sight, activity, bound),
    )
    title = _("Pre-scan: %(name)s") % {"name": activity.name}
    shown = {
        "frame": assessment_frame(visit, _("Pre-scans"), back=url_of(visit, "prescans"), last=activity.name),
        "title": title,
        "lead": activity.name,
        "lead_url": url_of(visit, "activity", activity.id),
        "sections": sections,
        "links": _links(sight, activity),
        "badge": verdict_badge(result),
        "alert": _alert(sight, activity, changed),
    }
    return render(visit.request, "desk/weighed_record.html", shown)


def _changed_section(sight: Sight, changed: Reopened | None) -> tuple[Section, ...]:

    if changed is None:
        return ()
    told = tuple(reopened_said(changed, sight.catalogue, language=sight.language))
    return (Section(anchor="changed", title=_("Changed since the decision"), about="", definitions=told),)


def _answer_form(sight: Sight, activity: Activity, *, bound: bool = False) -> PrescanForm:
    known = sight.prescan(activity.id)
    result = prescan_result(activity, known, sight.around)
    lists = {"authority_list", "european_criteria"}
    asked = tuple(
        each.question for each in result.answers if not each.from_register or each.question.filled_by in lists
    )
    data = sight.visit.request.POST if bound else None
    return PrescanForm(data, asked=asked, prescan=known, catalogue=sight.catalogue)


def _answer_folds(sight: Sight, activity: Activity, bound: Form | None, result: PrescanResult) -> tuple[Fold, ...]:
    if not _may(sight, ANSWER, activity):
        return ()
    form = bound if isinstance(bound, PrescanForm) else _answer_form(sight, activity)
    return (
        Fold(
            title=_("Answer the questions"),
            button=_("Save the answers"),
            url=url_of(sight.visit, "prescan-answers", activity.id),
            form=form,
            anchor="answers",
            id="answer",
            opened=bool(result.open_questions) and result.verdict is None,
        ),
    )


def _decide_folds(sight: Sight, activity: Activity, bound: Form | None) -> tuple[Fold, ...]:
    if not _may(sight, DECIDE, activity):
        return ()
    unbound = PrescanDecisionForm(initial=_decided(sight, activity))
    return (
        Fold(
            title=_("Decide whether an assessment is done"),
            button=_("Record this decision"),
            url=url_of(sight.visit, "prescan-decide", activity.id),
            form=bound if isinstance(bound, PrescanDecisionForm) else unbound,
            anchor="decision",
            id="decide",
        ),
    )


def _decided(sight: Sight, activity: Activity) -> dict[str, object]:
    known = sight.prescan(activity.id)
    if known is None:
        return {"revision": 0}
    return {"decision": known.decision, "because": known.decided_because, "revision": known.revision}


def _may(sight: Sight, permission: str, activity: Activity) -> bool:
    return sight.visit.moment is None and can_for(sight.visit.actor, permission, owner_id=activity.owner_id)


def _links(sight: Sight, activity: Activity) -> tuple[Link, ...]:
    about = (each for each in sight.dossier.impact_assessments if activity.id in each.activity_ids)
    return tuple(Link(label=each.name, url=url_of(sight.visit, "assessment", each.id)) for each in about)


def _alert(sight: Sight, activity: Activity, changed: Reopened | None) -> Alert | None:
    visit, known = sight.visit, sight.prescan(activity.id)
    draws = visit.moment is None and can(visit.actor, "risks.draw_up_assessment")
    if changed:
        return Alert(
            title=_("The facts changed since the decision"),
            text=_("Read what changed, and decide anew."),
            tone=Tone.ATTENTION,
            shape=Shape.CLOCK,
            action=Action(label=_("See what changed"), url="#changed"),
        )
    if known and known.decision and known.decision.value == "required" and not _links(sight, activity):
        url = f"{url_of(visit, 'assessment-new')}?activity={activity.id}"
        return Alert(
            title=_("An impact assessment is needed, and there is none"),
            tone=Tone.ATTENTION,
            shape=Shape.CLASH,
            action=Action(label=pgettext("button", "Draw up the DPIA"), url=url) if draws else None,
        )
    return None
