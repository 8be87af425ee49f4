"""Impact assessments as people read them: the list, the points beside the register, the risks, advice and decision."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.risks import RiskLevel, RiskScale
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge, Cell, Definition, Link, Row, Table
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import day
from gemeentedossier.desk.presenters.agreement import said
from gemeentedossier.desk.presenters.security import table
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.register.queries.edits import RecordEdit
from gemeentedossier.dossier.risks.engine.clock import ConsultationClock, ConsultationStanding, clock_of
from gemeentedossier.dossier.risks.engine.contents import DESCRIPTION, NECESSITY
from gemeentedossier.dossier.risks.engine.residual import highest_residual, level_of, residual_level
from gemeentedossier.dossier.risks.engine.staleness import Delta, PointStanding
from gemeentedossier.dossier.risks.engine.statements import NAMES, Statement
from gemeentedossier.dossier.risks.engine.terms import review_due
from gemeentedossier.dossier.risks.enums import AssessmentState
from gemeentedossier.dossier.risks.facts import AssessedRisk, ImpactAssessment, OfficerAdvice, PriorConsultation
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.addresses import reverse

IN_A_LINE = 60
"""Statements of at most so many characters stand behind each other."""
SHOWN_STATEMENTS = 12
"""How many statements of one kind a section names; the register has the others."""


def level_word(level: RiskLevel | None, scale: RiskScale | None, language: str) -> str:
    """What the scale calls a level; that nobody weighed it where there is none."""
    if level is None:
        return pgettext("risk", "not weighed yet")
    return scale.guide_to(level).name.in_language(language) if scale else name_of(level)


def state_badge(assessment: ImpactAssessment, *, stale: int) -> Badge:
    """Where an assessment stands; what its facts overtook asks attention."""
    if stale and assessment.state is AssessmentState.ADOPTED:
        return Badge(word=_("Its facts changed"), tone=Tone.ATTENTION, shape=Shape.CLOCK)
    return {
        AssessmentState.DRAFT: Badge(word=name_of(assessment.state), tone=Tone.OPEN, shape=Shape.HOLLOW),
        AssessmentState.UNDER_ADVICE: Badge(word=name_of(assessment.state), tone=Tone.NOTE, shape=Shape.PERSON),
        AssessmentState.ADOPTED: Badge(word=name_of(assessment.state), tone=Tone.GOOD, shape=Shape.CHECK),
        AssessmentState.UNDER_REVISION: Badge(word=name_of(assessment.state), tone=Tone.NOTE, shape=Shape.HALF),
    }[assessment.state]


def assessments_table(
    dossier: Dossier, catalogue: Catalogue, stale: Mapping[UUID, int], *, language: str
) -> Table | None:
    """Every assessment with its state, what remains, and when it is to be reviewed."""
    slug, activities = dossier.organisation.slug, {each.id: each for each in dossier.activities}
    rows = []
    for each in sorted(dossier.impact_assessments, key=lambda one: (-stale.get(one.id, 0), one.name)):
        names = [activities[key].name for key in each.activity_ids if key in activities]
        count = stale.get(each.id, 0)
        note = ngettext("%(count)d point", "%(count)d points", count) % {"count": count} if count else ""
        residual = highest_residual(each.risks, catalogue.risk_scale)
        cells = (
            Cell(text=each.name, url=reverse("desk:assessment", args=[slug, each.id]), note=each.reference),
            Cell(text=", ".join(names)),
            Cell(badge=state_badge(each, stale=count), note=note),
            Cell(text=level_word(residual, catalogue.risk_scale, language)),
            Cell(text=day(review_due(each, catalogue))),
        )
        rows.append(Row(cells=cells))
    labels = (
        pgettext("column", "DPIA"),
        pgettext("column", "Activity"),
        _("State"),
        _("What remains"),
        pgettext("column", "Review"),
    )
    return table(_("Impact assessments"), labels, tuple(rows))


def point_badge(standing: PointStanding, assessment: ImpactAssessment) -> Badge:
    """Where a point stands: overtaken, written, empty, or nothing that must be written."""
    if standing.is_stale:
        return _stale_badge(assessment)
    if standing.paragraph and standing.paragraph.text.strip():
        return Badge(word=pgettext("point", "Written"), tone=Tone.GOOD, shape=Shape.CHECK)
    if standing.point.part in (DESCRIPTION, NECESSITY):
        return Badge(word=pgettext("point", "Empty"), tone=Tone.OPEN, shape=Shape.HOLLOW)
    return Badge(word=pgettext("point", "Stands with the risks"), tone=Tone.NOTE, shape=Shape.DASH)


def _stale_badge(assessment: ImpactAssessment) -> Badge:
    """That the facts changed, or for the draft of a file, that it never said what the register says."""
    if assessment.rests_on_a_file:
        return Badge(word=_("Differs from the register"), tone=Tone.ATTENTION, shape=Shape.CLASH)
    return Badge(word=_("Its facts changed"), tone=Tone.ATTENTION, shape=Shape.CLOCK)


def edits_said(edits: Iterable[RecordEdit], slug: str, names: Mapping[UUID, str]) -> Iterator[Definition]:
    """Who changed the record of the activity since the point was written, and when, with the way to its history."""
    found = list(edits)
    told = tuple(
        " – ".join(filter(None, (day(each.at.date()), each.by, each.reason))) for each in found[:SHOWN_STATEMENTS]
    )
    keys = dict.fromkeys(each.activity_id for each in found)
    links = tuple(
        Link(
            label=_("History of %(name)s") % {"name": names.get(key, "")},
            url=reverse("desk:activity-history", args=[slug, key]),
        )
        for key in keys
    )
    if found:
        yield Definition(term=_("The register changed on"), texts=told, links=links)


def point_said(standing: PointStanding, assessment: ImpactAssessment, *, language: str) -> Iterator[Definition]:
    """Own words on a point, and what changed since."""
    text = standing.paragraph.text if standing.paragraph else ""
    yield said(_("In our words"), *text.splitlines(), missing=_("Nothing is written yet"))
    if standing.delta:
        term = _("File and register") if assessment.rests_on_a_file else _("Changed since")
        texts = tuple(_changed(standing.delta, language))
        yield Definition(term=term, texts=texts, badge=_stale_badge(assessment))


def _changed(delta: Delta, language: str) -> Iterator[str]:
    """Each kind of fact with what it was and what it is."""
    for name in dict.fromkeys(name for name, _words in (*delta.gone, *delta.new)):
        label = NAMES[name].in_language(language) if name in NAMES else name
        was = "; ".join(words for own, words in delta.gone if own == name)
        now = "; ".join(words for own, words in delta.new if own == name)
        told = {"fact": label[:1].upper() + label[1:], "was": was, "now": now}
        if was and now:
            yield _("%(fact)s: was “%(was)s”, is now “%(now)s”") % told
        elif now:
            yield _("%(fact)s: “%(now)s” was added in the register") % told
        else:
            yield _("%(fact)s: “%(was)s” is no longer in the register") % told


def register_said(statements: Iterable[Statement], *, language: str) -> Iterator[Definition]:
    """What the register says, one term per kind of fact."""
    by_name: dict[str, list[str]] = {}
    for name, words in sorted(statements):
        by_name.setdefault(name, []).append(words)
    for name, found in by_name.items():
        label = NAMES[name].in_language(language)
        more = len(found) - SHOWN_STATEMENTS
        texts = found[:SHOWN_STATEMENTS]
        if more > 0:
            texts.append(ngettext("and %(count)d more", "and %(count)d more", more) % {"count": more})
        told = texts if any(len(each) > IN_A_LINE for each in texts) else ["; ".join(texts)]
        yield said(_("Register: %(what)s") % {"what": label}, *told)
    if not by_name:
        yield said(_("Register"), missing=_("The register says nothing about this yet"))


def risks_table(
    assessment: ImpactAssessment, dossier: Dossier, catalogue: Catalogue, *, edits: bool, language: str
) -> Table | None:
    """The risks with their levels, and what makes them smaller."""
    scale, slug = catalogue.risk_scale, dossier.organisation.slug
    measures = {each.id: each.name for each in dossier.measures}
    rows = []
    for each in assessment.risks:
        url = reverse("desk:assessment-risk", args=[slug, assessment.id, each.id]) if edits else ""
        cells = (
            Cell(text=each.threat, url=url, note=each.consequence),
            Cell(text=level_word(level_of(each, scale), scale, language), note=each.level_reason),
            Cell(text="; ".join(_measures(each, measures))),
            Cell(text=level_word(residual_level(each, scale), scale, language), note=each.residual_reason),
        )
        rows.append(Row(cells=cells))
    labels = (_("What can happen to people"), _("Without measures"), _("What is done"), _("With measures"))
    return table(_("Risks to people"), labels, tuple(rows))


def _measures(risk: AssessedRisk, names: Mapping[UUID, str]) -> Iterator[str]:
    for each in risk.treatments:
        what = names.get(each.measure_id, "") if each.measure_id else ""
        when = _("done on %(day)s") % {"day": day(each.done_on)} if each.done_on else day(each.due_on)
        who = ", ".join(filter(None, (each.owner, when)))
        told = " – ".join(filter(None, (what, each.text)))
        yield f"{told} ({who})" if who else told


def conclusion_said(assessment: ImpactAssessment, catalogue: Catalogue, *, language: str) -> Iterator[Definition]:
    """What people think of it, and what it comes to."""
    if assessment.views_sought is False:
        yield said(_("Why people were not asked"), assessment.views_reason, missing=_("Nobody wrote why"))
    else:
        yield said(_("What people think of it"), assessment.views, missing=_("Nobody wrote what people think"))
    residual = highest_residual(assessment.risks, catalogue.risk_scale)
    yield said(_("Highest risk that remains"), level_word(residual, catalogue.risk_scale, language))
    concluded = name_of(assessment.conclusion) if assessment.conclusion else ""
    yield said(_("Conclusion"), concluded, assessment.conclusion_reason, missing=_("There is no conclusion yet"))
    yield said(_("Summary for who decides"), assessment.summary, missing=_("Nothing is written yet"))
    if assessment.exempt_under:
        yield said(_("Assessed by the legislator"), assessment.exempt_under, assessment.exempt_reason)


def advice_said(advice: Iterable[OfficerAdvice]) -> Iterator[Definition]:
    """Everything that the officer advised, with what was done with it."""
    for each in advice:
        told = {"version": each.version, "name": each.advised_by, "day": day(each.advised_at.date())}
        yield said(_("Advice on version %(version)d by %(name)s, %(day)s") % told, each.text)
        if each.answer is None or each.answered_at is None:
            yield said(_("What was done with it"), missing=_("Nobody answered yet"))
            continue
        by = f"{each.answered_by}, {day(each.answered_at.date())}"
        yield said(_("What was done with it"), name_of(each.answer), each.answer_reason, by)


def publication_said(assessment: ImpactAssessment) -> Iterator[Definition]:
    """The summary for everyone, and whether they can read it now."""
    if assessment.published_at:
        word = _("Published since %(day)s") % {"day": day(assessment.published_at.date())}
        yield Definition(term=_("State"), badge=Badge(word=word, tone=Tone.GOOD, shape=Shape.CHECK))
    elif assessment.public_summary:
        word = _("Withdrawn: nobody outside can read it")
        yield Definition(term=_("State"), badge=Badge(word=word, tone=Tone.OPEN, shape=Shape.HOLLOW))
    yield said(_("Summary"), assessment.public_summary, missing=_("Nothing is published"))


def decision_said(assessment: ImpactAssessment, catalogue: Catalogue) -> Iterator[Definition]:
    """Who adopted it, when and why, and when it is reviewed."""
    if assessment.adopted_at is None:
        yield said(_("Decision"), missing=_("Nobody decided yet"))
        return
    at = day(assessment.adopted_at.date())
    yield said(_("Version"), str(assessment.version))
    yield said(_("Adopted by"), f"{assessment.adopted_by}, {at}" if assessment.adopted_by else at)
    yield said(_("Why it was adopted"), assessment.adopted_because)
    yield said(_("To be reviewed on"), day(review_due(assessment, catalogue)))


def consultation_said(
    consultations: Iterable[PriorConsultation], catalogue: Catalogue, *, today: dt.date
) -> Iterator[Definition]:
    """Each consultation with its clock, and how that was reckoned."""
    for each in consultations:
        clock = clock_of(each, catalogue, on=today)
        yield said(_("Requested on"), day(each.requested_on))
        yield Definition(term=_("State"), badge=consultation_badge(clock))
        yield said(_("Enclosed"), *(name_of(piece) for piece in each.pieces), missing=_("Nobody recorded that"))
        yield said(_("Received by the authority on"), day(each.received_on), missing=_("Not recorded: no term runs"))
        yield said(_("Can tell of an extension until"), day(clock.notice_due))
        yield said(_("Advice at the latest on"), *_reckoned(each, clock), missing=_("Not known"))
        if each.answered_on:
            yield said(_("What the authority advised"), each.outcome, day(each.answered_on))


def consultation_badge(clock: ConsultationClock) -> Badge:
    """Where a consultation stands; red is for a term that passed."""
    tones = {
        ConsultationStanding.OVERDUE: (Tone.ALARM, Shape.CLOCK),
        ConsultationStanding.ANSWERED: (Tone.GOOD, Shape.CHECK),
        ConsultationStanding.NOT_RECEIVED: (Tone.OPEN, Shape.HOLLOW),
    }
    tone, shape = tones.get(clock.standing, (Tone.NOTE, Shape.CLOCK))
    return Badge(word=name_of(clock.standing), tone=tone, shape=shape)


def _reckoned(consultation: PriorConsultation, clock: ConsultationClock) -> Iterator[str]:
    if clock.due is None:
        return
    yield day(clock.due)
    weeks = _("fourteen weeks") if consultation.extended_on else _("eight weeks")
    told = {"weeks": weeks, "day": day(consultation.received_on), "counted": day(clock.counted)}
    yield _("%(weeks)s from %(day)s is %(counted)s") % told
    if clock.suspended_days:
        days = clock.suspended_days
        yield ngettext("%(days)d day of suspension counted in", "%(days)d days of suspension counted in", days) % {
            "days": days
        }
    if clock.passed:
        yield _("put off past the weekend or a holiday")


def activity_links(slug: str, about: Iterable[Activity]) -> tuple[Link, ...]:
    """The activities that an assessment is about."""
    return tuple(Link(label=each.name, url=reverse("desk:activity", args=[slug, each.id])) for each in about)
