"""Pre-scans and impact assessments in random histories: answered, decided, drawn up, advised on, adopted, revised."""

from dataclasses import replace
from uuid import UUID

from gemeentedossier.catalogue.engine.lint import Lint
from gemeentedossier.catalogue.facts.assessments import PrescanQuestion, QuestionKind
from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.catalogue.facts.sources import Source, Status, Text
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.risks.actions.assessments import (
    delete_assessment,
    draw_up_assessment,
    record_assessed_risk,
    settle_remarks,
    write_paragraph,
)
from gemeentedossier.dossier.risks.actions.decisions import (
    advise,
    put_to_officer,
    record_consultation,
    revise_assessment,
    take_back,
)
from gemeentedossier.dossier.risks.actions.prescans import answer_prescan, decide_prescan
from gemeentedossier.dossier.risks.actions.proposals import refuse_proposal, take_over_proposal
from gemeentedossier.dossier.risks.engine.prescan import prescan_result
from gemeentedossier.dossier.risks.engine.statements import Around
from gemeentedossier.dossier.risks.enums import AssessmentState, Conclusion, PrescanVerdict
from gemeentedossier.dossier.risks.facts import (
    AssessedRisk,
    ImpactAssessment,
    ImportRemark,
    PriorConsultation,
    RiskTreatment,
)
from gemeentedossier.dossier.risks.models import ImpactAssessment as ImpactAssessmentRow
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation import clock, trail
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.models import Person

PEOPLE = PrescanQuestion(
    id="people-count",
    pack="test",
    number="1.5.1",
    name=Text("Aantal", "Number"),
    asks=Text("Hoeveel?", "How many?"),
    kind=QuestionKind.NUMBER,
    filled_by="",
    options=(),
    scores=(),
    status=Status.OWN_WORK,
    source=Source(location="test"),
)
"""As the edition of those days had no such question."""
ASSESSING = (
    *("answer a pre-scan", "decide a pre-scan", "take over a proposal", "refuse a proposal"),
    *("assess", "assess", "consult", "settle", "drop an assessment"),
)


def assess_risks(verb: str, now: Dossier, activity: UUID, by: Actor) -> None:
    """One step with pre-scans or assessments."""
    if "pre-scan" in verb:
        _scan(verb, now, activity, by)
        return
    if "proposal" in verb:
        _propose(verb, now, activity, by)
        return
    known = next((each for each in now.impact_assessments if activity in each.activity_ids), None)
    if known is None:
        _draw_up(activity, by)
    elif verb == "consult":
        asked = PriorConsultation(new_id(), clock.today(), received_on=clock.today())
        with trail.verb("risks.put_to_officer", by=by):  # these drafts are never finished, and only a put one is sent
            ImpactAssessmentRow.objects.filter(pk=known.id, state="draft").update(state="under_advice")
        record_consultation(known.id, asked, scale=None, revision=known.revision, by=by)
    elif verb == "settle":
        settle_remarks(known.id, [each.id for each in known.open_remarks], revision=known.revision, by=by)
    elif verb == "drop an assessment":
        delete_assessment(known.id, reason="Dubbel.", revision=known.revision, by=by)
    else:
        _carry_on(known, by)


def _scan(verb: str, now: Dossier, activity: UUID, by: Actor) -> None:
    known = next((each for each in now.prescans if each.activity_id == activity), None)
    revision = known.revision if known else 0
    if verb == "answer a pre-scan":
        answer_prescan(activity, {PEOPLE: (str(500 + revision),)}, revision=revision, by=by)
        return
    chosen = next(each for each in now.activities if each.id == activity)
    result = prescan_result(chosen, known, Around(current_catalogue()))
    decide_prescan(
        activity, PrescanVerdict.REQUIRED, because="Voor de zekerheid.", result=result, revision=revision, by=by
    )


def _propose(verb: str, now: Dossier, activity: UUID, by: Actor) -> None:
    chosen = next(each for each in now.activities if each.id == activity)
    large = replace(chosen.characteristics, large_scale=True)
    if verb == "refuse a proposal":
        refuse_proposal(activity, "large_scale", "yes", reason="Het zijn er weinig.", revision=chosen.revision, by=by)
        return
    take_over_proposal(
        activity, "large_scale", "yes", change=lambda each: replace(each, characteristics=large),
        revision=chosen.revision, by=by,
    )  # fmt: skip


def _draw_up(activity: UUID, by: Actor) -> None:
    treatment = RiskTreatment(new_id(), text="Gesprek in het team.")
    risk = AssessedRisk(new_id(), "Iemand kijkt zonder taak.", likelihood=RiskLevel.HIGH, treatments=(treatment,))
    begun = ImpactAssessment(
        new_id(), "DPIA", activity_ids=(activity,), risks=(risk,), conclusion=Conclusion.CONSULT_AUTHORITY,
        remarks=(ImportRemark(new_id(), "19.1", "De versies zijn niet overgenomen."),),
    )  # fmt: skip
    draw_up_assessment(begun, by=by)


def _carry_on(known: ImpactAssessment, by: Actor) -> None:
    revision = known.revision
    if known.state is AssessmentState.ADOPTED:
        revise_assessment(known.id, reason="Veranderd.", revision=revision, by=by)
    elif known.state is AssessmentState.UNDER_ADVICE:
        officer = Person.objects.create(name="Wie adviseert")
        advise(known.id, text="Doe minder.", revision=revision, by=replace(by, person_id=officer.pk, name=officer.name))
        take_back(known.id, reason="Nog een keer.", revision=revision + 1, by=by)
    elif known.paragraphs:
        record_assessed_risk(known.id, replace(known.risks[0], impact=RiskLevel.LOW), revision=revision, by=by)
        put_to_officer(known.id, lint=Lint(current_catalogue()), stale=(), revision=revision + 1, by=by)
    else:
        write_paragraph(known.id, 2, text="Naam en bsn.", basis=[("data", "naam")], revision=revision, by=by)
