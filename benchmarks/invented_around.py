"""What stands around the activities of an invented dossier: in proportion to them, and of mixed quality too."""

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from benchmarks.invented_events import with_events
from benchmarks.invented_risks import with_risks
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.rules import SubjectKind
from gemeentedossier.dossier.agreements.engine.points import has_point
from gemeentedossier.dossier.agreements.enums import AgreementKind, Point
from gemeentedossier.dossier.agreements.facts import AgreedPoint, Agreement, AgreementParty
from gemeentedossier.dossier.assets.enums import Effect, MeasureState, SystemState
from gemeentedossier.dossier.assets.facts import Measure, System
from gemeentedossier.dossier.evidence.enums import Answer, EvidenceKind
from gemeentedossier.dossier.evidence.facts import Attestation, Evidence
from gemeentedossier.dossier.security.facts import AccessRight, AccessRule, Classification
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.identifiers import new_id

LAST_YEAR, NEXT_YEAR = dt.date(2025, 11, 23), dt.date(2027, 11, 23)
DAYS = (LAST_YEAR, NEXT_YEAR, None)
TRUTHS = (True, False, None)


def surrounded(dossier: Dossier, catalogue: Catalogue) -> Dossier:
    """The dossier with what a municipality keeps around so many activities; these use the systems and measures.

    A system and a measure for every twenty activities; evidence, levels, access, answers; and for 2,000 activities 400
    agreements, 200 impact assessments, 250 breaches, 500 requests and 100 consents.
    """
    chance = random.Random(len(dossier.activities))  # noqa: S311 - invented text
    maker = _Maker(chance, dossier, catalogue)
    count = len(dossier.activities)
    few = range(max(1, count // 20))
    evidence = tuple(map(maker.evidence, few))
    systems = tuple(map(maker.system, few))
    measures = tuple(maker.measure(number, evidence) for number in few)
    activities = tuple(
        replace(each, system_ids=(chance.choice(systems).id,), measure_ids=(chance.choice(measures).id,))
        for each in dossier.activities
    )
    around = replace(
        dossier,
        activities=activities,
        evidence=evidence,
        systems=systems,
        measures=measures,
        agreements=tuple(map(maker.agreement, range(max(1, count // 5)))),
        classifications=tuple(maker.levels(each.id) for each in activities),
        access_rules=tuple(AccessRule(new_id(), each.id, "consulent") for each in activities),
        access_rights=tuple(
            AccessRight(new_id(), each.system_ids[0], each.id, "groep consulenten", "consulent") for each in activities
        ),
        attestations=tuple(maker.attestations(evidence)),
    )
    weighed = with_risks(around, catalogue, assessments=count // 10)
    return with_events(weighed, catalogue, breaches=count // 8, requests=count // 4, consents=count // 20)


@dataclass(frozen=True, slots=True)
class _Maker:
    chance: random.Random
    dossier: Dossier
    catalogue: Catalogue

    def evidence(self, number: int) -> Evidence:
        person = self.dossier.organisation.people[0]
        return Evidence(
            new_id(), EvidenceKind.LINK, f"Bewijs {number}", person.id, person.name, person.id, person.name,
            self.dossier.moment, self.chance.choice(DAYS), url="https://meting.example/", seen="Een verslag",
        )  # fmt: skip

    def system(self, number: int) -> System:
        choice = self.chance.choice
        return System(
            new_id(), f"Systeem {number:03}", state=choice((None, *SystemState)), supported_until=choice(DAYS)
        )

    def measure(self, number: int, evidence: Sequence[Evidence]) -> Measure:
        return Measure(
            new_id(),
            f"Maatregel {number:03}",
            state=self.chance.choice((None, *MeasureState)),
            effects=tuple(self.chance.sample(list(Effect), 2)),
            evidence_ids=(self.chance.choice(evidence).id,),
        )

    def agreement(self, number: int) -> Agreement:
        choice, kind, party = self.chance.choice, self.chance.choice(list(AgreementKind)), self._party()
        activity = choice(self.dossier.activities)
        return Agreement(
            new_id(),
            f"Overeenkomst {number:03}",
            kind,
            signed_on=LAST_YEAR,
            starts_on=LAST_YEAR,
            ends_on=choice(DAYS),
            activity_ids=(activity.id,),
            purpose_ids=(activity.purposes[0].id,),
            parties=(party,),
            points=tuple(AgreedPoint(new_id(), each, choice(TRUTHS)) for each in Point if has_point(kind, each)),
        )

    def _party(self) -> AgreementParty:
        party = self.chance.choice(self.dossier.parties)
        return AgreementParty(new_id(), party.id, party.name)

    def levels(self, activity_id: object) -> Classification:
        availability, integrity, confidentiality = (self.chance.choice((None, 1, 2, 3, 4)) for _ in range(3))
        return Classification(
            new_id(),
            activity_id,  # type: ignore[arg-type]  # an identifier
            availability,
            "Reden",
            integrity,
            "Reden",
            confidentiality,
            "Reden",
        )

    def attestations(self, evidence: Sequence[Evidence]) -> Iterator[Attestation]:
        """One answer an activity, to a criterion of people."""
        attested = [r.id for r in self.catalogue.rules.values() if r.subject is SubjectKind.ACTIVITY and r.is_attested]
        person = self.dossier.organisation.people[0]
        for each in self.dossier.activities:
            yield Attestation(
                new_id(), SubjectKind.ACTIVITY.value, each.id, self.chance.choice(attested),
                self.chance.choice(list(Answer)), "Zoals besproken", person.id, person.name, "privacy_officer",
                self.dossier.moment, NEXT_YEAR, (self.chance.choice(evidence).id,),
            )  # fmt: skip
