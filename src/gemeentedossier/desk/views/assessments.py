"""Impact assessments: the list, the page of one with everything in it, and what happened to it."""

from collections.abc import Mapping
from uuid import UUID

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from gemeentedossier.assessment.engine.assess import day_of
from gemeentedossier.catalogue.facts.assessments import AssessmentStep
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Action, Alert, EmptyState, Link
from gemeentedossier.desk.presenters.agreement import Fold, Section
from gemeentedossier.desk.presenters.assessment_sections import assessment_section
from gemeentedossier.desk.presenters.assessments import (
    advice_said,
    assessments_table,
    conclusion_said,
    consultation_said,
    decision_said,
    point_said,
    publication_said,
    register_said,
    risks_table,
    state_badge,
)
from gemeentedossier.desk.presenters.findings import Shown
from gemeentedossier.desk.presenters.roles import role_name
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.assessment_folds import folds_of
from gemeentedossier.desk.views.assessment_pages import VIEW, Sight, assessment_frame, sight_of
from gemeentedossier.desk.views.assessment_remarks import remarks_section
from gemeentedossier.desk.views.assessment_standing import contents_of, edits_of, standing_said
from gemeentedossier.desk.views.security_pages import beside
from gemeentedossier.desk.views.weighed_pages import history_link, history_page, url_of
from gemeentedossier.desk.views.writing import found_in
from gemeentedossier.dossier.register.queries.history import Whole
from gemeentedossier.dossier.risks import models
from gemeentedossier.dossier.risks.engine.staleness import PointStanding
from gemeentedossier.dossier.risks.enums import AssessmentState
from gemeentedossier.dossier.risks.facts import ImpactAssessment
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.permissions import can

WHOLE = Whole(
    models.ImpactAssessment,
    (
        models.ImpactAssessment,
        models.AssessedActivity,
        models.AssessmentParagraph,
        models.AssessedRisk,
        models.OfficerAdvice,
        models.PriorConsultation,
        models.ImportRemark,
    ),
    "assessment_id",
)
EDIT = "risks.edit_assessment"


@staff(VIEW)
def assessments(visit: Visit) -> HttpResponse:
    """Every impact assessment, those whose facts changed first, and the way from pre-scan to review."""
    sight = sight_of(visit)
    every = sight.dossier.impact_assessments
    stale = {each.id: len(sight.stale(each)) for each in every}
    may_draw = visit.moment is None and can(visit.actor, "risks.draw_up_assessment")
    new_url = url_of(visit, "assessment-new") if may_draw else ""
    shown = {
        "frame": assessment_frame(visit),
        "title": _("Impact assessments"),
        "lead": _("What processing can do to people, what makes that smaller, and who decided on what remains."),
        "links": (
            Link(label=_("Pre-scans"), url=url_of(visit, "prescans")),
            *((Link(label=_("Take over a saved DPIA"), url=url_of(visit, "assessment-take-in")),) if may_draw else ()),
        ),
        "table": assessments_table(sight.dossier, sight.catalogue, stale, language=sight.language),
        "new_url": new_url,
        "empty": _empty(new_url),
        "alert": _stale_alert(sight, stale),
        "process": _process(sight),
    }
    return render(visit.request, "desk/assessments.html", shown)


@staff(VIEW)
def assessment(visit: Visit, key: UUID) -> HttpResponse:
    """One assessment: its points beside the register, its risks, advice, decision and consultation."""
    sight = sight_of(visit)
    return assessment_page(sight, found_in(sight.dossier.impact_assessments, key))


@staff(VIEW)
def history(visit: Visit, key: UUID) -> HttpResponse:
    """What happened to an assessment and everything in it."""
    found = found_in(sight_of(visit).dossier.impact_assessments, key)
    back = Link(label=found.name, url=url_of(visit, "assessment", key))
    every = Link(label=_("Impact assessments"), url=url_of(visit, "assessments"))
    return history_page(visit, WHOLE, key, title=found.name, back=back, every=every)


def assessment_page(sight: Sight, found: ImpactAssessment, *, bound: Form | None = None) -> HttpResponse:
    """The page of an assessment; ``bound`` is the form that needs attention."""
    visit, standings = sight.visit, sight.standings(found)
    stale = tuple(each.point.number for each in standings if each.is_stale)
    sections = _sections(sight, found, standings, bound)
    shown = {
        "frame": assessment_frame(visit, found.name),
        "title": found.name,
        "lead": _("Impact assessments"),
        "lead_url": url_of(visit, "assessments"),
        "sections": sections,
        "links": _links(visit, found),
        "badge": state_badge(found, stale=len(stale)),
        "notice": _alert(sight, found, stale),
        "contents": contents_of(found, sections, standings),
    }
    return render(visit.request, "desk/assessment.html", shown)


def _links(visit: Visit, found: ImpactAssessment) -> tuple[Link, ...]:
    """The history, the report on paper, and the file that the form of central government reads."""
    paper = Link(label=_("Report on paper"), url=url_of(visit, "assessment-report-text", found.id))
    file = Link(label=_("File for the national form"), url=url_of(visit, "assessment-file", found.id))
    return (history_link(url_of(visit, "assessment-history", found.id)), paper, file)


def _sections(
    sight: Sight, found: ImpactAssessment, standings: tuple[PointStanding, ...], bound: Form | None
) -> tuple[Section, ...]:
    visit, key, language = sight.visit, found.id, sight.language
    folds, cases = folds_of(sight, found, bound), _cases(sight, found)
    writes = found.is_written and sight.may(EDIT, found)
    edit_url = url_of(visit, "assessment-edit", key) if writes else ""
    return (
        Section(
            anchor="standing",
            title=_("Where it stands"),
            about="",
            definitions=tuple(standing_said(sight, found, standings)),
            edit_url=edit_url,
            folds=folds["standing"],
            cases=cases.get("standing", ()),
        ),
        *remarks_section(sight, found, writes=writes, bound=bound),
        *(_point_section(sight, found, each, writes=writes, cases=cases) for each in standings),
        Section(
            anchor="risks",
            title=_("Risks to people and what makes them smaller"),
            about=_("The level follows from likelihood and impact by the matrix; it is not reckoned."),
            table=risks_table(found, sight.dossier, sight.catalogue, edits=writes, language=language),
            add_url=url_of(visit, "assessment-risk-new", key) if writes else "",
            empty=_("Describe what can happen to people. Without a risk the assessment cannot be adopted."),
            wide=not cases.get("risks"),
            cases=cases.get("risks", ()),
        ),
        *_closing(sight, found, folds, cases, edit_url),
    )


def _closing(
    sight: Sight,
    found: ImpactAssessment,
    folds: Mapping[str, tuple[Fold, ...]],
    cases: Mapping[str, tuple[Shown, ...]],
    edit_url: str,
) -> tuple[Section, ...]:
    """What people think of it, and what was advised, decided, asked of the authority and published."""
    language = sight.language
    return (
        Section(
            anchor="conclusion",
            title=_("Views of people and conclusion"),
            about="",
            definitions=tuple(conclusion_said(found, sight.catalogue, language=language)),
            edit_url=edit_url,
            cases=cases.get("conclusion", ()),
        ),
        Section(
            anchor="advice",
            title=_("Advice of the data protection officer"),
            about=_("Only the officer writes the advice, and nobody can change it. Who decides answers it."),
            definitions=tuple(advice_said(found.advice)),
            folds=folds["advice"],
            cases=cases.get("advice", ()),
            empty=_("The officer did not advise yet (GDPR 35(2))."),
        ),
        Section(
            anchor="decision",
            title=_("Decision of the controller"),
            about="",
            definitions=tuple(decision_said(found, sight.catalogue)),
            folds=folds["decision"],
            cases=cases.get("decision", ()),
        ),
        *_afterwards(sight, found, folds, cases),
    )


def _afterwards(
    sight: Sight,
    found: ImpactAssessment,
    folds: Mapping[str, tuple[Fold, ...]],
    cases: Mapping[str, tuple[Shown, ...]],
) -> tuple[Section, ...]:
    """What was asked of the authority, and what was published."""
    return (
        Section(
            anchor="consultation",
            title=_("Prior consultation"),
            about=_("Needed before the start where the risk stays high (GDPR 36). Silence is no permission."),
            definitions=tuple(consultation_said(found.consultations, sight.catalogue, today=day_of(sight.dossier))),
            folds=folds["consultation"],
            cases=cases.get("consultation", ()),
            empty=_("The authority was not consulted."),
        ),
        Section(
            anchor="publication",
            title=_("Summary for everyone"),
            about=_("What stands here is published with the activity, and holds nothing that is not safe to tell."),
            definitions=tuple(publication_said(found)),
            folds=folds["publication"],
        ),
    )


def _point_section(
    sight: Sight,
    found: ImpactAssessment,
    standing: PointStanding,
    *,
    writes: bool,
    cases: dict[str, tuple[Shown, ...]],
) -> Section:
    point, anchor = standing.point, f"point-{standing.point.number}"
    url = url_of(sight.visit, "assessment-point", found.id, point.number) if writes else ""
    return Section(
        anchor=anchor,
        title=f"{point.number}. {point.name.in_language(sight.language)}",
        about=point.asks.in_language(sight.language),
        definitions=(*point_said(standing, found, language=sight.language), *edits_of(sight, found, standing)),
        more=tuple(register_said(standing.statements, language=sight.language)),
        more_title=_("What the register says"),
        edit_url=url,
        cases=cases.get(anchor, ()),
    )


def _cases(sight: Sight, found: ImpactAssessment) -> dict[str, tuple[Shown, ...]]:
    """What is open about it, by section."""
    own = (each for each in sight.judged.assessment.cases if each.case.id == found.id)
    findings = (finding for each in own for finding in each)
    return dict(beside(sight.visit, sight.judged, findings, lambda each: assessment_section(each.rule)))


def _alert(sight: Sight, found: ImpactAssessment, stale: tuple[int, ...]) -> Alert | None:
    if not stale:
        return None
    count = len(stale)
    title = ngettext(
        "%(count)d point rests on facts that changed", "%(count)d points rest on facts that changed", count
    ) % {"count": count}
    text = _("Read what changed beside each of these points, and take it over.")
    if found.rests_on_a_file:
        title = ngettext(
            "%(count)d point says otherwise than the register",
            "%(count)d points say otherwise than the register",
            count,
        ) % {"count": count}
        text = _("Read the differences, mend the text or the register, and save each of these points.")
    if found.state is AssessmentState.ADOPTED:
        text = _("Read what changed beside each of these points, then revise the assessment (GDPR 35(11)).")
    action = Action(label=_("To the first of these points"), url=f"#point-{stale[0]}")
    return Alert(title=title, text=text, tone=Tone.ATTENTION, shape=Shape.CLOCK, action=action)


def _stale_alert(sight: Sight, stale: dict[UUID, int]) -> Alert | None:
    adopted = [each for each in sight.dossier.impact_assessments if each.version and stale[each.id]]
    if not adopted:
        return None
    count = len(adopted)
    title = ngettext(
        "One assessment rests on facts that changed", "%(count)d assessments rest on facts that changed", count
    ) % {"count": count}
    first = max(adopted, key=lambda each: stale[each.id])
    action = Action(label=_("Open %(name)s") % {"name": first.name}, url=url_of(sight.visit, "assessment", first.id))
    return Alert(title=title, tone=Tone.ATTENTION, shape=Shape.CLOCK, action=action)


def _process(sight: Sight) -> tuple[str, ...]:
    """The steps of the catalogue, with who takes each."""
    steps = sorted(sight.catalogue.entries_of(AssessmentStep).values(), key=lambda each: each.number)
    return tuple(f"{each.name.in_language(sight.language)} – {role_name(Role(each.role))}" for each in steps)


def _empty(new_url: str) -> EmptyState:
    step = Action(label=pgettext("button", "Draw up a DPIA"), url=new_url) if new_url else None
    return EmptyState(
        title=_("No impact assessment yet"),
        belongs=_("Here stand the assessments of processing that is likely to bring a high risk to people."),
        reason=_("The law asks one before such processing begins (GDPR 35(1))."),
        step=step,
    )
