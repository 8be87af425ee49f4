"""Every clock of the dossier as one list: what is to be done on which day, by whom, and by which law.

The rooms below say what their records ask; here it gets one form, and nothing else in the program gathers terms. The
page, the file for a calendar, the list for programs and the reminders all read this.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID, uuid5

from gemeentedossier.assessment.engine.assess import day_of
from gemeentedossier.catalogue.engine.control_names import title_of_number
from gemeentedossier.catalogue.facts import Status
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.citations import LawReference
from gemeentedossier.dossier.agreements.engine.leaflets import leaflet_terms_for
from gemeentedossier.dossier.agreements.engine.term import Term
from gemeentedossier.dossier.agreements.engine.term import terms_for as agreement_terms_for
from gemeentedossier.dossier.agreements.enums import TermKind
from gemeentedossier.dossier.breaches.engine.agreed import agreed_hours
from gemeentedossier.dossier.breaches.engine.clock import RULE_FOR, Law
from gemeentedossier.dossier.breaches.engine.terms import terms_for as breach_terms_for
from gemeentedossier.dossier.breaches.enums import BreachTermKind
from gemeentedossier.dossier.breaches.facts import PersonalDataBreach
from gemeentedossier.dossier.requests.engine.clock import RequestDeadline, RequestLaw
from gemeentedossier.dossier.requests.engine.clock import terms_for as request_terms_for
from gemeentedossier.dossier.requests.enums import RequestTermKind
from gemeentedossier.dossier.risks.engine.clock import term_on
from gemeentedossier.dossier.risks.engine.terms import AssessmentTermDue
from gemeentedossier.dossier.risks.engine.terms import terms_for as assessment_terms_for
from gemeentedossier.dossier.risks.enums import AssessmentTermKind
from gemeentedossier.dossier.security.engine.terms import Asking, SecurityTerm
from gemeentedossier.dossier.security.engine.terms import terms_for as security_terms_for
from gemeentedossier.dossier.security.enums import SecurityTermKind
from gemeentedossier.dossier.snapshot.engine.derived import Derived
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.method.engine.officer_duties import officer_duties
from gemeentedossier.method.engine.own_terms import own_duties
from gemeentedossier.method.enums import DutyPart, PlanTermKind
from gemeentedossier.method.facts import Duty, PlanTerm
from gemeentedossier.organisation.enums import Role

OFFICER, EXECUTIVE, CISO = Role.PRIVACY_OFFICER, Role.EXECUTIVE, Role.CISO
ENDS_BY_ITSELF = frozenset(
    {
        *(
            (TermKind, each)
            for each in (TermKind.STARTS, TermKind.ENDS, TermKind.LEAFLET_ENDS, TermKind.MECHANISM_ENDS)
        ),
        *(
            (SecurityTermKind, each)
            for each in (
                SecurityTermKind.EVIDENCE_ENDS,
                SecurityTermKind.SUPPORT_ENDS,
                SecurityTermKind.ACCEPTANCE_ENDS,
            )
        ),
        (BreachTermKind, BreachTermKind.KEPT_UNTIL),
        (AssessmentTermKind, AssessmentTermKind.CONSULTATION),
        (AssessmentTermKind, AssessmentTermKind.EXTENSION_NOTICE),
    }
)
"""What ends by itself or is for the authority to do: nobody here is late with it. With the type: texts may be equal."""
DECIDED = {SecurityTermKind.ACCEPTANCE_ENDS, SecurityTermKind.EXCLUSION_REVIEW, SecurityTermKind.APPETITE_REVIEW}
"""Of these the executive decides anew."""
CYBER = {BreachTermKind.EARLY_WARNING, BreachTermKind.INCIDENT, BreachTermKind.FINAL_REPORT}
TERM_IDS = {
    AssessmentTermKind.REVIEW: "review",
    AssessmentTermKind.ADVICE_ANSWER: "advice-answer",
    AssessmentTermKind.CONSULTATION: "prior-consultation",
    AssessmentTermKind.EXTENSION_NOTICE: "prior-consultation-notice",
}
"""The term of the catalogue by which each is reckoned."""


@dataclass(frozen=True)
class Seen:
    """What is looked at: the dossier at its moment, with the law and the plan of the method of then."""

    dossier: Dossier
    catalogue: Catalogue
    plan: tuple[PlanTerm, ...] = ()
    language: str = "nl"

    @cached_property
    def day(self) -> dt.date:
        """The day of the look."""
        return day_of(self.dossier)

    @cached_property
    def law(self) -> Law:
        """The terms of breaches."""
        return Law.of(self.catalogue)

    @cached_property
    def here(self) -> frozenset[UUID]:
        """Who works here on the day."""
        return frozenset(each.id for each in self.dossier.organisation.colleagues(self.day))


def duties_of(seen: Seen) -> tuple[Duty, ...]:
    """Return what all records and the plan ask, in the order of moments; also what is past and not yet done."""
    by_day = _OF_THE_DAY.of(seen.dossier, seen.day, seen.catalogue, seen.language)
    found = (*by_day, *_of_breaches(seen), *_of_plan(seen))
    return tuple(sorted({each.key: each for each in found}.values(), key=lambda each: (each.due_at, each.key)))


def _of_the_day(dossier: Dossier, _day: dt.date, catalogue: Catalogue, language: str) -> tuple[Duty, ...]:
    """What is reckoned in days: the same from the first hour of a day to its last. Breaches have clocks of hours."""
    seen = Seen(dossier, catalogue, language=language)
    return (
        *_of_agreements(seen),
        *_of_security(seen),
        *_of_assessments(seen),
        *_of_requests(seen),
        *own_duties(dossier, catalogue, on=seen.day, language=language),
        *officer_duties(dossier, catalogue),
    )


_OF_THE_DAY = Derived(_of_the_day)


def own_of(duties: Iterable[Duty], seen: Seen, person_id: UUID | None, roles: frozenset[str]) -> tuple[Duty, ...]:
    """Return those that are somebody's to do."""
    return tuple(each for each in duties if each.is_for(person_id, roles, here=seen.here))


def _of_agreements(seen: Seen) -> Iterator[Duty]:
    dossier = seen.dossier
    owners = {each.id: each.owner_id for each in dossier.agreements}
    of_leaflet = {each.id: owners.get(each.agreement_id) for each in dossier.leaflets if each.agreement_id}
    leaflets = leaflet_terms_for(dossier.leaflets, dossier.agreements, dossier.systems, dossier.tools, on=seen.day)
    for term in (*agreement_terms_for(dossier.agreements, on=seen.day), *leaflets):
        yield Duty(
            on=term.on,
            kind=term.kind,
            part=DutyPart.AGREEMENTS,
            record_id=term.record_id,
            name=term.name,
            discreet=term.name,
            detail=term.detail,
            key=_key(term, f"-{term.detail}"),
            owner_id=owners.get(term.record_id) or of_leaflet.get(term.record_id),
            roles=frozenset({OFFICER}),
            ends_by_itself=(TermKind, term.kind) in ENDS_BY_ITSELF,
        )


def asking_of(dossier: Dossier) -> Asking:
    """Return the records of Part B that ask something on a day."""
    return Asking(
        systems=dossier.systems,
        evidence=dossier.evidence,
        appetites=dossier.appetites,
        activities=dossier.activities,
        plans=dossier.log_review_plans,
        risks=dossier.security_risks,
        exclusions=dossier.exclusions,
        continuities=dossier.continuities,
    )


def _of_security(seen: Seen) -> Iterator[Duty]:
    dossier = seen.dossier
    activities = {each.id: each.owner_id for each in dossier.activities}
    continuities = {each.id: each.activity_id for each in dossier.continuities}
    owners: dict[UUID, UUID | None] = {
        **{each.id: each.owner_id for each in dossier.log_review_plans},
        **{each.id: each.owner_id for each in dossier.systems},
        **{each.id: each.owner_id for each in dossier.evidence},
        **{key: activities.get(activity) for key, activity in continuities.items()},
    }
    for term in security_terms_for(asking_of(dossier), on=seen.day):
        decided = term.kind in DECIDED
        yield Duty(
            on=term.on,
            kind=term.kind,
            part=DutyPart.GOVERNANCE if term.kind is SecurityTermKind.EVIDENCE_ENDS else DutyPart.SECURITY,
            record_id=term.record_id,
            name=_name_of(term, seen),
            discreet=_discreet_of(term, seen),
            key=_key(term),
            owner_id=None if decided else owners.get(term.record_id),
            roles=frozenset({EXECUTIVE if decided else CISO}),
            ends_by_itself=(SecurityTermKind, term.kind) in ENDS_BY_ITSELF,
            place=str(continuities.get(term.record_id, "")),
        )


def _name_of(term: SecurityTerm, seen: Seen) -> str:
    """What a reader knows it by: of the baseline its number, and what that number is called."""
    if term.kind is not SecurityTermKind.EXCLUSION_REVIEW:
        return term.name
    return f"{term.name} {title_of_number(term.name, seen.catalogue, seen.language)}".strip()


def _discreet_of(term: SecurityTerm, seen: Seen) -> str:
    """The threat of a risk that was accepted says where the municipality is weak; its day tells enough."""
    return f"{term.on:%d-%m-%Y}" if term.kind is SecurityTermKind.ACCEPTANCE_ENDS else _name_of(term, seen)


def _of_breaches(seen: Seen) -> Iterator[Duty]:
    dossier = seen.dossier

    def agreed(breach: PersonalDataBreach) -> int | None:
        return agreed_hours(breach, dossier.agreements)

    measures = {measure.id: measure for each in dossier.breaches for measure in each.measures}
    numbers = {each.id: each.number for each in dossier.breaches}
    for term in breach_terms_for(dossier.breaches, seen.law, now=dossier.moment, agreed_hours=agreed):
        about = RULE_FOR.get(term.kind)
        rule = seen.law.rule(about, term.on) if about else None
        measure = measures[term.measure_id] if term.measure_id else None
        yield Duty(
            on=term.on,
            at=term.at,
            kind=term.kind,
            part=DutyPart.BREACHES,
            record_id=term.breach_id,
            name=term.name,
            key=f"{term.breach_id}-{term.kind}-{day_in_digits(term.on)}{f'-{measure.id.hex}' if measure else ''}",
            detail=measure.what if measure else "",
            owner_id=measure.owner_id if measure else None,
            discreet=numbers[term.breach_id],
            roles=frozenset({CISO, OFFICER} if term.kind in CYBER else {OFFICER}),
            law=rule.law if rule else (),
            is_legal=_is_legal(rule.status if rule else None, rule.law if rule else ()),
            ends_by_itself=(BreachTermKind, term.kind) in ENDS_BY_ITSELF,
        )


def _of_assessments(seen: Seen) -> Iterator[Duty]:
    activities = {each.id: each.owner_id for each in seen.dossier.activities}
    known = {each.id: each for each in seen.dossier.impact_assessments}
    for term in assessment_terms_for(seen.dossier.impact_assessments, seen.catalogue, on=seen.day):
        assessment = known[term.record_id]
        entry = term_on(seen.catalogue, TERM_IDS[term.kind], on=seen.day) if term.kind in TERM_IDS else None
        owner = next((activities[each] for each in assessment.activity_ids if activities.get(each)), None)
        if term.kind is AssessmentTermKind.MEASURE:
            treated = (each for risk in assessment.risks for each in risk.treatments)
            owner = next((each.owner_id for each in treated if each.text == term.name and each.owner_id), owner)
        answers = term.kind is AssessmentTermKind.ADVICE_ANSWER
        yield Duty(
            on=term.on,
            kind=term.kind,
            part=DutyPart.ASSESSMENTS,
            record_id=term.record_id,
            name=term.name,
            discreet=assessment.name,
            detail=assessment.name if term.kind is AssessmentTermKind.MEASURE else "",
            key=_key(term, f"-{uuid5(term.record_id, term.name).hex[:8]}"),  # two measures may be due on one day
            owner_id=None if answers else owner,
            roles=frozenset({EXECUTIVE if answers else OFFICER}),
            law=entry.law if entry else (),
            is_legal=_is_legal(entry.status if entry else None, entry.law if entry else ()),
            ends_by_itself=(AssessmentTermKind, term.kind) in ENDS_BY_ITSELF,
        )


def _of_requests(seen: Seen) -> Iterator[Duty]:
    law = RequestLaw.of(seen.catalogue)
    terms = {
        RequestTermKind.ANSWER: law.answer,
        RequestTermKind.ACKNOWLEDGE: law.acknowledgement,
        RequestTermKind.DEFAULT: law.default,
    }
    handlers = {each.id: each.handler_id for each in seen.dossier.requests}
    for term in request_terms_for(seen.dossier.requests, law, on=seen.day):
        entry = terms.get(term.kind)
        yield Duty(
            on=term.on,
            kind=term.kind,
            part=DutyPart.REQUESTS,
            record_id=term.record_id,
            name=term.number,
            discreet=term.number,
            key=_key(term),
            owner_id=handlers.get(term.record_id),
            roles=frozenset({OFFICER}),
            law=entry.law if entry else (),
            is_legal=_is_legal(entry.status if entry else None, entry.law if entry else ()),
        )


def _of_plan(seen: Seen) -> Iterator[Duty]:
    for term in seen.plan:
        yield Duty(
            on=term.on,
            kind=term.kind,
            part=DutyPart.METHOD,
            record_id=term.record_id,
            name=term.name,
            discreet=term.name,
            detail=term.detail,
            key=_key(term),
            owner_id=term.owner_id,
            roles=frozenset({EXECUTIVE if term.kind is PlanTermKind.AMBITION else OFFICER}),
            place=term.place,
        )


def _is_legal(status: Status | None, law: tuple[LawReference, ...]) -> bool:
    return bool(law) and status is not None and status is not Status.OWN_WORK


def _key(term: Term | SecurityTerm | AssessmentTermDue | RequestDeadline | PlanTerm, more: str = "") -> str:
    return f"{term.record_id}-{term.kind}-{day_in_digits(term.on)}{more}"


def day_in_digits(on: dt.date) -> str:
    """Return the day in eight digits, also in the first thousand years, which ``%Y`` writes shorter."""
    return on.isoformat().replace("-", "")
