"""Impact assessments as subjects of rules, made from what is recorded (GDPR 35, 36)."""

import datetime as dt
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.assessment.engine.subjects.copies import nearly_the_same
from gemeentedossier.assessment.engine.subjects.impact_assessment import (
    AdviceFields,
    ContentFields,
    CurrencyFields,
    ImpactAssessmentSubject,
)
from gemeentedossier.assessment.engine.subjects.law import Law
from gemeentedossier.assessment.engine.subjects.organisation import OrganisationSubject
from gemeentedossier.assessment.engine.subjects.truths import all_of, any_of
from gemeentedossier.assessment.facts import Case
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.rules import SubjectKind
from gemeentedossier.dossier.assets.facts import Tool
from gemeentedossier.dossier.governance.facts import RiskAppetite
from gemeentedossier.dossier.register.enums import ProcessingState
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.risks.engine.clock import ConsultationStanding, clock_of
from gemeentedossier.dossier.risks.engine.contents import (
    is_complete,
    is_treated,
    is_weighed,
    left_over_in,
    unwritten_points,
    views_settled,
)
from gemeentedossier.dossier.risks.engine.residual import highest_residual
from gemeentedossier.dossier.risks.engine.staleness import difference_of, standing_of
from gemeentedossier.dossier.risks.engine.statements import Around
from gemeentedossier.dossier.risks.engine.terms import answer_due, review_due
from gemeentedossier.dossier.risks.enums import AssessmentState, PrescanVerdict
from gemeentedossier.dossier.risks.facts import ImpactAssessment, OfficerAdvice, Prescan
from gemeentedossier.dossier.security.engine.appetite import level_accepted
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.clock import AMSTERDAM
from gemeentedossier.organisation.enums import Role

RIGHTS_POINT = 15
"""Stands among what is lawful, and belongs to the measures (GDPR 35(7)(d))."""


@dataclass(frozen=True, slots=True)
class Surrounding:
    """What an assessment must know of the rest of the dossier."""

    activities: Mapping[UUID, Activity]
    around: Around
    officers: frozenset[UUID]
    """Who is or was data protection officer."""
    appetites: tuple[RiskAppetite, ...]
    copies: Mapping[UUID, str]
    """Names of other assessments in nearly the same words, by assessment."""


def around_of(dossier: Dossier, catalogue: Catalogue) -> Around:
    """Return what statements about the activities of a dossier are made of."""
    tools: dict[UUID, list[Tool]] = {}
    known = {each.id: each for each in dossier.tools}
    for rule in dossier.tool_rules:
        if rule.allowed and rule.tool_id in known and known[rule.tool_id] not in tools.get(rule.activity_id, ()):
            tools.setdefault(rule.activity_id, []).append(known[rule.tool_id])
    return Around(
        catalogue,
        systems={each.id: each for each in dossier.systems},
        measures={each.id: each for each in dossier.measures},
        prescans={each.activity_id: each for each in dossier.prescans},
        tools={key: tuple(found) for key, found in tools.items()},
        parties={each.id: each.name for each in dossier.parties},
    )


def assessment_cases(
    dossier: Dossier,
    organisation: OrganisationSubject,
    law: Law,
    *,
    activities: Mapping[UUID, Activity],
    same: Mapping[UUID, Case],
) -> Iterator[Case]:
    """Yield each impact assessment as a case; ``activities`` are all of them, ``same`` the cases that are known."""
    if all(each.id in same for each in dossier.impact_assessments):
        yield from (same[each.id] for each in dossier.impact_assessments)
        return
    surrounding = Surrounding(
        activities=activities,
        around=around_of(dossier, law.catalogue),
        officers=frozenset(
            person.id
            for person in dossier.organisation.people
            if any(each.role == Role.DATA_PROTECTION_OFFICER for each in person.roles)
        ),
        appetites=dossier.appetites,
        copies=copies_among(dossier.impact_assessments),
    )
    for each in dossier.impact_assessments:
        if each.id in same:
            yield same[each.id]
            continue
        layers: Mapping[str, object] = {
            "impact_assessment": assessment_subject(each, surrounding, law),
            "organisation": organisation,
        }
        yield Case(SubjectKind.IMPACT_ASSESSMENT, each.id, None, layers)


def assessment_subject(assessment: ImpactAssessment, surrounding: Surrounding, law: Law) -> ImpactAssessmentSubject:
    """Return an impact assessment as a subject of rules on the law's day."""
    about = [surrounding.activities[key] for key in assessment.activity_ids if key in surrounding.activities]
    fields: dict[str, object] = {}
    for part in (
        _content(assessment, about, surrounding, law),
        _advice(assessment, about, surrounding, law),
        _currency(assessment, surrounding, law),
    ):
        fields |= vars(part)
    found = object.__new__(ImpactAssessmentSubject)
    vars(found).update(fields)
    return found


def is_required(activity: Activity, prescan: Prescan | None) -> bool | None:
    """Whether an assessment is required for an activity: the register says so, or else a decided pre-scan does."""
    said = activity.characteristics.impact_assessment_required
    if said is not None or prescan is None or prescan.decision is None:
        return said
    return prescan.decision is PrescanVerdict.REQUIRED


def _content(
    assessment: ImpactAssessment, about: Iterable[Activity], surrounding: Surrounding, law: Law
) -> ContentFields:
    left = left_over_in(assessment, law.lint)
    copied = surrounding.copies.get(assessment.id, "")
    unwritten = [each for each in unwritten_points(assessment, law.lint) if each.number != RIGHTS_POINT]
    prescans = surrounding.around.prescans
    required = [is_required(each, prescans.get(each.id)) for each in about]
    return ContentFields(
        name=assessment.name,
        required=False if assessment.exempt_under else any_of(required),
        description_complete=_done(assessment, not [each for each in unwritten if each.part == "A"]),
        necessity_assessed=_done(assessment, not [each for each in unwritten if each.part == "B"]),
        risks_assessed=_done(assessment, bool(assessment.risks) and all(map(is_weighed, assessment.risks))),
        measures_complete=_done(assessment, bool(assessment.risks) and all(map(is_treated, assessment.risks))),
        open_markers=tuple(dict.fromkeys(word for _, word in left)),
        open_marker_count=len(left),
        copied_from=copied,
        copy_confirmed=assessment.copy_confirmed_at is not None if copied else None,
    )


def _done(assessment: ImpactAssessment, truth: bool) -> bool | None:  # noqa: FBT001  # the truth that is told
    """A truth about a text: of a draft that is still being written it is not yet known to be false."""
    return True if truth else None if assessment.state is AssessmentState.DRAFT else False


def _advice(assessment: ImpactAssessment, about: list[Activity], surrounding: Surrounding, law: Law) -> AdviceFields:
    advice, signed = _advice_on(assessment), assessment.version > 0
    residual = highest_residual(assessment.risks, law.catalogue.risk_scale)
    controllers = {key for each in about for key in each.controller_ids}
    accepted = level_accepted(surrounding.appetites, controllers, on=law.day)
    due = answer_due(advice, law.catalogue) if advice else None
    unanswered = advice is not None and advice.answered_at is None
    return AdviceFields(
        drawn_up_by_officer=assessment.drawn_up_by_id in surrounding.officers if assessment.drawn_up_by_id else None,
        advice_on=advice.advised_at.astimezone(AMSTERDAM).date() if advice else None,
        has_advice=True if advice else False if signed else None,
        advice_answered=not unanswered if advice else None,
        advice_answer_overdue=(unanswered and due < law.day) if advice and due else None,
        views_sought_or_reasoned=_done(assessment, views_settled(assessment, law.lint)),
        signed=signed,
        signed_on=assessment.adopted_at.astimezone(AMSTERDAM).date() if assessment.adopted_at else None,
        signed_before_advice=_signed_before(assessment, advice),
        measures_followed_up=_followed(assessment, law.day),
        residual_risk=residual.value if residual else None,
        residual_risk_above_appetite=residual.is_above(accepted) if residual and accepted else None,
        residual_risk_decided=True if signed else _expected(about),
        consultation_requested=True if assessment.consultations else _expected(about, signed=signed),
        **_consultation(assessment, about, law),
    )


def _advice_on(assessment: ImpactAssessment) -> OfficerAdvice | None:
    """The advice on what was adopted, or is to be; of a text that is revised, that on what stands."""
    revised = assessment.state is AssessmentState.UNDER_REVISION
    return assessment.latest_advice if revised else assessment.current_advice


def _expected(about: Iterable[Activity], *, signed: bool = False) -> bool | None:
    """False where it should be there: somebody decided, or the processing runs; else it may still come."""
    runs = any(each.processing_state is ProcessingState.IN_USE for each in about)
    return False if signed or runs else None


def _signed_before(assessment: ImpactAssessment, advice: OfficerAdvice | None) -> bool | None:
    if advice is None or assessment.adopted_at is None:
        return None
    first = min(each.advised_at for each in assessment.advice if each.version == advice.version)
    return advice.version == assessment.version and first > assessment.adopted_at


def _followed(assessment: ImpactAssessment, day: dt.date) -> bool | None:
    """Whether its measures are on time; unknown before adoption, and where a measure has no day."""
    if not assessment.version:
        return None
    every = [each for risk in assessment.risks for each in risk.treatments]
    truths = (True if each.done_on else each.due_on >= day if each.due_on else None for each in every)
    return all_of(truths) if every else None


def _consultation(assessment: ImpactAssessment, about: Iterable[Activity], law: Law) -> dict[str, bool | None]:
    last = assessment.consultations[-1] if assessment.consultations else None
    if last is None:
        return {
            "consultation_running": False,
            "consultation_term_watched": None,
            "consultation_file_complete": None,
        }
    standing = clock_of(last, law.catalogue, on=law.day).standing
    waits = all(each.processing_state is not ProcessingState.IN_USE for each in about)
    return {
        "consultation_running": last.is_running,
        "consultation_term_watched": standing is not ConsultationStanding.NOT_RECEIVED and waits,
        "consultation_file_complete": is_complete(last),
    }


def _currency(assessment: ImpactAssessment, surrounding: Surrounding, law: Law) -> CurrencyFields:
    standings = standing_of(assessment, surrounding.activities, surrounding.around)
    stale = [each for each in standings if each.is_stale]
    due, compared = review_due(assessment, law.catalogue), any(each.noted_at for each in assessment.paragraphs)
    difference = difference_of(stale)
    return CurrencyFields(
        review_overdue=due < law.day if due else None,
        stale_paragraphs=tuple(f"{each.point.number} {each.point.name.nl}" for each in stale),
        stale_paragraph_count=len(stale),
        only_in_assessment=tuple(words for _, words in difference.gone) if compared else None,
        only_in_register=tuple(words for _, words in difference.new) if compared else None,
        difference_count=len(difference.gone) + len(difference.new) if compared else None,
    )


def copies_among(assessments: Iterable[ImpactAssessment]) -> Mapping[UUID, str]:
    """Return names of what each assessment was copied from, or is nearly the same as: of two the one written first."""
    every = sorted(assessments, key=_written_first)
    names = {each.id: each.name for each in every}
    texts = {each.id: "\n".join(paragraph.text for paragraph in each.paragraphs) for each in every}
    alike = {key: names[other] for key, other in nearly_the_same(texts).items()}
    said = {each.id: names[each.copied_from_id] for each in every if each.copied_from_id in names}
    return {**alike, **said}


def _written_first(assessment: ImpactAssessment) -> tuple[bool, float, str, UUID]:
    noted = [each.noted_at.timestamp() for each in assessment.paragraphs if each.noted_at]
    return assessment.copied_from_id is not None, min(noted, default=math.inf), assessment.name, assessment.id
