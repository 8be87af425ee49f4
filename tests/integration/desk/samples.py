"""One record of every kind that an address of the desk names, each with the key of one activity."""

import datetime as dt
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from gemeentedossier.documents.actions.papers import KIND
from gemeentedossier.documents.engine.rendering import Format
from gemeentedossier.documents.enums import DocumentKind
from gemeentedossier.documents.facts import Order
from gemeentedossier.dossier.agreements.enums import AgreementKind
from gemeentedossier.dossier.agreements.models import Agreement, Leaflet, RoleTest
from gemeentedossier.dossier.assets.models import Measure, System, Tool
from gemeentedossier.dossier.breaches.models import BreachAdvice, BreachMeasure, BreachReportLink, PersonalDataBreach
from gemeentedossier.dossier.evidence.actions.files import keep_file
from gemeentedossier.dossier.evidence.enums import EvidenceKind
from gemeentedossier.dossier.evidence.models import Evidence
from gemeentedossier.dossier.governance.enums import PositionHolder
from gemeentedossier.dossier.governance.models import (
    Ambition,
    ContestedMatter,
    Interpretation,
    OfficerReport,
    OwnAdvice,
    PlannedStep,
    PolicyClause,
    Position,
    Reliance,
    RiskAppetite,
    Sample,
    SampledCase,
    SupervisionCheck,
    Suppression,
)
from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.dossier.register.actions.many import edit_many
from gemeentedossier.dossier.register.enums import ManyField
from gemeentedossier.dossier.register.models import Activity, ReviewNote
from gemeentedossier.dossier.requests.models import Consent, DataSubjectRequest, DecisionPart, SearchLine
from gemeentedossier.dossier.risks.models import AssessedActivity, AssessedRisk, ImpactAssessment
from gemeentedossier.dossier.security.models import (
    AccessRule,
    Continuity,
    ControlExclusion,
    LogReview,
    LogReviewPlan,
    SecurityRisk,
    ToolRule,
)
from gemeentedossier.exchange.models import Import
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.enums import JobState
from gemeentedossier.foundation.models import Job
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import ControllerKind, Role
from gemeentedossier.organisation.models import Controller, Person, Unit

DAY, LATER = dt.date(2026, 1, 5), dt.date(2099, 1, 5)
OFFICER = Actor(name="Noor", roles=frozenset({Role.PRIVACY_OFFICER}))
TEXT = b"Gezien en akkoord."
OWNED: tuple[Any, ...] = (Activity, Agreement, System, Measure, Tool, PolicyClause, LogReviewPlan, SearchLine)

ADOPTED = {"judgement": "Goed."}
"""A report of the officer that stands."""


def one_of_everything(key: UUID, *, report: Mapping[str, object] = ADOPTED) -> None:
    """Make them; tables differ, so that one key serves all. ``report`` is what stands in that of the officer."""
    person = Person.objects.create(pk=key, name="Wim")
    Unit.objects.create(pk=key, name="Zorg")
    Controller.objects.create(pk=key, kind=ControllerKind.OTHER, name="Commissie")
    Party.objects.create(pk=key, name="Het Baken")
    System.objects.create(pk=key, name="Zaaksysteem")
    Measure.objects.create(pk=key, name="Logging")
    Agreement.objects.create(pk=key, name="Verwerking", kind=AgreementKind.PROCESSOR)
    Leaflet.objects.create(pk=key, party_id=key, agreement_id=key, product="Nazorg")
    RoleTest.objects.create(pk=key, party_id=key, tested_at=clock.now())
    ReviewNote.objects.create(pk=key, activity_id=key, text="Waarom?", written_by=person, written_at=clock.now())
    _evidence(key, person)
    _law(key, person)
    _secured(key, person)
    ImpactAssessment.objects.create(pk=key, name="DPIA schuldhulp")
    AssessedActivity.objects.create(pk=key, assessment_id=key, activity_id=key)
    AssessedRisk.objects.create(pk=key, assessment_id=key, threat="Een brief komt verkeerd aan.")
    _requested(key, person)
    _breached(key, person)
    Import.objects.create(
        pk=key, file_name="r.csv", file_hash="0", file_format="csv", activity_count=1, imported_at=clock.now()
    )
    _supervised(key, person, report)
    _paper(key)
    read = {key: Activity.objects.values_list("revision", flat=True).get(pk=key)}
    edit_many(read, field=ManyField.POLICY_DOMAIN, value="youth", reason="Jeugd.", by=OFFICER, case=key)


def give_to(person: Person, key: UUID) -> None:
    """Make somebody the owner of every record of that key that has one."""
    for model in OWNED:
        model.objects.filter(pk=key).update(owner=person)


def _secured(key: UUID, person: Person) -> None:
    AccessRule.objects.create(pk=key, activity_id=key, function="Consulent", reason="Beslist.")
    LogReviewPlan.objects.create(pk=key, system_id=key, looks_at="Inzage.", every_months=3, starts_on=DAY)
    LogReview.objects.create(pk=key, plan_id=key, done_on=DAY, done_by=person, findings="Niets.")
    SecurityRisk.objects.create(pk=key, activity_id=key, aspect="integrity", threat="Uitval.")
    RiskAppetite.objects.create(
        pk=key, level="low", statement="Weinig.", controller_id=key, decided_by=person, decided_on=DAY
    )
    ControlExclusion.objects.create(
        pk=key, number="8.30", reason="Niet hier.", proposed_by=person, proposed_at=clock.now()
    )
    Continuity.objects.create(pk=key, activity_id=key, outage_hours=4)
    PolicyClause.objects.create(pk=key, title="Inzage")
    PlannedStep.objects.create(pk=key, step="classify", owner=person, due_on=LATER)
    Ambition.objects.create(
        pk=key, theme="rights", level=3, due_on=LATER, because="Op tijd.", decided_by=person, decided_on=DAY
    )
    Tool.objects.create(pk=key, name="Schrijfhulp")
    ToolRule.objects.create(pk=key, tool_id=key, activity_id=key, allowed=True, reason="Mag.")


def _supervised(key: UUID, person: Person, report: Mapping[str, object]) -> None:
    OwnAdvice.objects.create(
        pk=key, title="Minder", text="Vraag minder.", subject_kind="activity", subject_id=key, advised_by=person,
        advised_at=clock.now(),
    )  # fmt: skip
    SupervisionCheck.objects.create(pk=key, topic="Inzage", reason="Gevoelig.", manner="audit", due_on=LATER)
    Sample.objects.create(
        pk=key, kind="activities", reason="Klopt het?", ledger_number=1, population_size=1, seed="zaad",
        drawn_by=person, drawn_at=clock.now(),
    )  # fmt: skip
    SampledCase.objects.create(pk=key, sample_id=key, subject_id=key, name="Verwerking")
    adopted = {"adopted_by": person, "adopted_at": clock.now(), "evidence_id": key} if report is ADOPTED else {}
    OfficerReport.objects.create(pk=key, begins_on=DAY, ends_on=DAY, written_by=person, **adopted, **report)


def _requested(key: UUID, person: Person) -> None:
    DataSubjectRequest.objects.create(
        pk=key, number="2026-0001", right="access", received_on=DAY, channel="letter", asked_by="self", handler=person
    )
    SearchLine.objects.create(pk=key, request_id=key, kind="system", target_id=key, name="Zaaksysteem", owner=person)
    DecisionPart.objects.create(pk=key, request_id=key, what="Alles.", granted=True)
    Consent.objects.create(
        pk=key, kind="help", activity_id=key, scope="Hulp.", given_on=DAY, form="oral", given_by="self"
    )


def _breached(key: UUID, person: Person) -> None:
    PersonalDataBreach.objects.create(
        pk=key, number="2026-001", title="Brief bij een ander", reported_at=clock.now(), is_exercise=False
    )
    BreachAdvice.objects.create(pk=key, breach_id=key, text="Meld dit.", given_by=person, given_at=clock.now())
    BreachMeasure.objects.create(
        pk=key, breach_id=key, kind="remedy", what="Ophalen.", done_on=DAY, done_how="Opgehaald."
    )
    BreachReportLink.objects.create(pk=key, made_by=person, made_at=clock.now())


def _evidence(key: UUID, person: Person) -> None:
    Evidence.objects.create(
        pk=key,
        kind=EvidenceKind.FILE,
        title="Akkoord",
        owner=person,
        added_by=person,
        added_at=clock.now(),
        file_name="akkoord.txt",
        media_type="text/plain",
        size=len(TEXT),
        sha256=keep_file(TEXT),
    )


def _law(key: UUID, person: Person) -> None:
    Interpretation.objects.create(
        pk=key, norm="large-scale", reading="Meer dan duizend.", reason="Advies.", decided_by=person, decided_on=DAY
    )
    ContestedMatter.objects.create(pk=key, title="Grootschalig", question="Vanaf hoeveel?")
    Position.objects.create(
        pk=key, matter_id=key, holder=PositionHolder.COURT, statement="Honderd.", reference="Uitspraak", stated_on=DAY
    )
    Reliance.objects.create(
        pk=key,
        subject_kind="activity",
        subject_id=key,
        interpretation_id=key,
        recorded_by=person,
        recorded_at=clock.now(),
    )
    Suppression.objects.create(
        pk=key,
        rule="record-retention",
        subject_kind="activity",
        subject_id=key,
        reason="Komt later.",
        until=LATER,
        suppressed_by=person,
        suppressed_role="executive",
        suppressed_at=clock.now(),
    )


def _paper(key: UUID) -> None:
    order = Order(kind=DocumentKind.PART_A, form=Format.PDF, language="nl")
    Job.objects.create(
        pk=key,
        kind=KIND,
        asked=order.written(),
        key="voorbeeld",
        state=JobState.DONE,
        asked_at=clock.now(),
        asked_by="Wim",
        finished_at=clock.now(),
        file=default_storage.save("voorbeeld.pdf", ContentFile(b"%PDF")),
        file_name="deel-a.pdf",
        media_type="application/pdf",
        size=4,
    )
