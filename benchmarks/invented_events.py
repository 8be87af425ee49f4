"""Breaches, requests and consents of an invented dossier: handled well, late, half, or not yet."""

import datetime as dt
import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.dossier.breaches.engine.around import around_of
from gemeentedossier.dossier.breaches.engine.form import form_answers
from gemeentedossier.dossier.breaches.enums import (
    BreachRisk,
    BreachType,
    DataContext,
    DecisionKind,
    Harm,
    Identification,
    IncidentKind,
    Loss,
    Manner,
    MeasureKind,
    MessageElement,
    MunicipalRole,
    NotificationKind,
    ReportedBy,
)
from gemeentedossier.dossier.breaches.facts import (
    BreachAdvice,
    BreachCommunication,
    BreachConcerned,
    BreachDecision,
    BreachJudgement,
    BreachMeasure,
    BreachMoments,
    BreachNature,
    BreachNotification,
    BreachScore,
    BreachTriage,
    PersonalDataBreach,
    SentAnswer,
)
from gemeentedossier.dossier.register.enums import DataSubjectRight
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.requests.engine.search_plan import search_plan
from gemeentedossier.dossier.requests.enums import (
    Channel,
    ConsentBy,
    ConsentForm,
    ConsentKind,
    RequestQuestion,
)
from gemeentedossier.dossier.requests.facts import Consent, DataSubjectRequest, DecisionPart, QuestionAnswer
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.organisation.facts import Person

LAST_YEAR = dt.datetime(2025, 11, 23, 9, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
TRUTHS = (True, False, None)


def with_events(dossier: Dossier, catalogue: Catalogue, *, breaches: int, requests: int, consents: int) -> Dossier:
    """The dossier with so many of each, about its activities in their order."""
    chance = random.Random(requests)  # noqa: S311 - invented text
    maker = _Maker(chance, dossier, catalogue, dossier.organisation.people[0])
    about = dossier.activities
    return replace(
        dossier,
        breaches=tuple(maker.breach(number, about[number]) for number in range(breaches)),
        requests=tuple(maker.request(number, about[number]) for number in range(requests)),
        consents=tuple(maker.consent(number, about[number]) for number in range(consents)),
    )


@dataclass(frozen=True, slots=True)
class _Maker:
    chance: random.Random
    dossier: Dossier
    catalogue: Catalogue
    person: Person

    def breach(self, number: int, activity: Activity) -> PersonalDataBreach:
        """One that was found; then as much of the work as chance gave it."""
        began = LAST_YEAR + dt.timedelta(hours=31 * number % 8_000)
        bare = PersonalDataBreach(
            id=new_id(),
            number=f"2026-{number:03}",
            title=f"Brief {number} bij een verkeerd adres",
            reported_at=began + 3 * HOUR,
            reported_by=self.chance.choice(list(ReportedBy)),
            first_account="Een inwoner belde dat er een brief van een ander in haar envelop zat.",
            moments=BreachMoments(
                began_at=began, discovered_at=began + 2 * HOUR, aware_at=began + 4 * HOUR, aware_who="privacy officer"
            ),
            activity_ids=(activity.id,),
        )
        return bare if self.chance.random() < 0.1 else self.handled(bare, activity)

    def handled(self, breach: PersonalDataBreach, activity: Activity) -> PersonalDataBreach:
        choice, aware = self.chance.choice, breach.reported_at + HOUR
        by: dict[str, Any] = {"sent_by_id": self.person.id, "sent_by": self.person.name}
        data = activity.data_uses[0].data_categories
        whole = replace(
            breach,
            nature=BreachNature(
                kind=choice(list(IncidentKind)),
                summary="Een besluit is bij een ander bezorgd. De ontvanger heeft de brief gelezen.",
                cause="Twee brieven zaten in één envelop.",
                cause_found=choice(TRUTHS),
                harms=tuple(self.chance.sample(list(Harm), 2)),
            ),
            concerned=BreachConcerned(
                data_categories=data, subject_categories=activity.data_uses[0].subject_categories, people_min=1,
                people_max=choice((1, 40, 9_000)),
            ),
            triage=BreachTriage(
                security_broken=True, personal_data=True, municipal_role=choice(list(MunicipalRole)),
                types=(choice(list(BreachType)),), police_data=choice(TRUTHS), significant_incident=choice(TRUTHS),
                triaged_by_id=self.person.id, triaged_by=self.person.name, triaged_at=aware + HOUR,
            ),
            score=BreachScore(
                context=choice(list(DataContext)), context_value=choice((1, 2, 3, 4)),
                identification=choice(list(Identification)), confidentiality_loss=choice(list(Loss)),
                integrity_loss=Loss.NONE, availability_loss=Loss.NONE, is_malicious=False, circumstances=(),
            ),
            judgement=BreachJudgement(
                risk=choice(list(BreachRisk)), risk_method="ENISA 2013", risk_reason=choice(("", "Zo gewogen.")),
                judged_by_id=self.person.id, judged_by=self.person.name, judged_at=aware + 5 * HOUR,
            ),
            decisions=tuple(self.decision(kind, aware + 24 * HOUR) for kind in DecisionKind),
            advices=(
                BreachAdvice(
                    id=new_id(), text="Meld dit.", given_by_id=self.person.id, given_at=aware + choice((20, 90)) * HOUR
                ),
            ),
            measures=tuple(self.measure(kind) for kind in MeasureKind),
        )  # fmt: skip
        letter = BreachCommunication(
            id=new_id(), manner=choice(list(Manner)), told_at=aware + 48 * HOUR, text="Uw brief kwam bij een ander.",
            tells=tuple(self.chance.sample(list(MessageElement), 4)), told_data=data, **by,
        )  # fmt: skip
        sent = BreachNotification(
            id=new_id(), kind=NotificationKind.FIRST, sent_at=aware + choice((30, 71, 95)) * HOUR, **by
        )
        told = replace(whole, messages=(letter,) if choice(TRUTHS) else ())
        return replace(told, notifications=(replace(sent, answers=self.answers(told)),) if choice(TRUTHS) else ())

    def answers(self, breach: PersonalDataBreach) -> tuple[SentAnswer, ...]:
        """What the record answers to the form, now and then otherwise."""
        around = around_of(self.dossier.organisation, self.catalogue)
        made = form_answers(breach, self.catalogue.breach_form, around, kind=NotificationKind.FIRST)
        return tuple(
            SentAnswer(id=new_id(), question=each.field.id, answer=self.chance.choice((each.text,) * 9 + ("Anders",)))
            for each in made
            if each.text
        )

    def decision(self, kind: DecisionKind, at: dt.datetime) -> BreachDecision:
        return BreachDecision(
            id=new_id(), kind=kind, is_yes=self.chance.random() < 0.7, reason="Op advies van de FG.",
            decided_by_id=self.person.id, decided_by=self.person.name, decided_at=at,
        )  # fmt: skip

    def measure(self, kind: MeasureKind) -> BreachMeasure:
        owner = self.chance.choice((None, self.person.id))
        return BreachMeasure(
            id=new_id(), kind=kind, what="Iemand anders controleert het adres.", owner_id=owner,
            due_on=dt.date(2026, 9, 1), measure_id=self.chance.choice(self.dossier.measures).id,
        )  # fmt: skip

    def request(self, number: int, activity: Activity) -> DataSubjectRequest:
        received = (LAST_YEAR + dt.timedelta(days=number % 360)).date()
        plan = search_plan((activity,), on=received, **self.planning())
        lines = (replace(line, id=new_id(), found=self.chance.choice(TRUTHS)) for line in plan)
        asked = DataSubjectRequest(
            new_id(),
            f"2026-{number:04}",
            self.chance.choice(list(DataSubjectRight)),
            received,
            self.chance.choice(list(Channel)),
            activity_ids=(activity.id,),
            lines=tuple(lines),
            answers=tuple(
                QuestionAnswer(new_id(), each, self.chance.choice((True, False)))
                for each in self.chance.sample(list(RequestQuestion), 12)
            ),
            parts=(DecisionPart(new_id(), "Alles.", granted=True), DecisionPart(new_id(), "Niets.", granted=False)),
        )
        if self.chance.random() < 0.3:
            return asked
        told = received + dt.timedelta(days=self.chance.choice((12, 29, 44)))
        at = dt.datetime.combine(told, dt.time(9), dt.UTC)
        by = {"decided_by_id": self.person.id, "decided_by": self.person.name}
        return replace(asked, decided_at=at, decided_because="Zo gewogen.", told_on=told, **by)  # type: ignore[arg-type]  # a person by key and name

    def planning(self) -> Mapping[str, Any]:
        return {
            "systems": {each.id: each for each in self.dossier.systems},
            "parties": {each.id: each for each in self.dossier.parties},
            "categories": {each.id: each.name.nl for each in self.catalogue.recipient_categories.values()},
        }

    def consent(self, number: int, activity: Activity) -> Consent:
        given, choice = (LAST_YEAR + dt.timedelta(days=number % 360)).date(), self.chance.choice
        asked = Consent(
            new_id(), choice(list(ConsentKind)), activity.id, "Foto’s van de woning bij het verslag.", given,
            choice(list(ConsentForm)), choice(list(ConsentBy)), recorded_by_id=self.person.id,
        )  # fmt: skip
        if self.chance.random() < 0.7:
            return asked
        return replace(
            asked, withdrawn_on=given + dt.timedelta(days=20), withdrawn_by=ConsentBy.SELF,
            withdrawn_form=ConsentForm.ORAL, used_after_withdrawal=choice(TRUTHS),
        )  # fmt: skip
