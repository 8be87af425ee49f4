"""The register of Article 33(5): every breach in a line of texts, in one order, in either language."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.catalogue.facts.breaches import BreachRule
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.breaches.engine.clock import Law, clocks_of
from gemeentedossier.dossier.breaches.engine.form import told_moment, told_number
from gemeentedossier.dossier.breaches.engine.severity import severity_of
from gemeentedossier.dossier.breaches.engine.words import word
from gemeentedossier.dossier.breaches.enums import BreachTermKind, DecisionKind
from gemeentedossier.dossier.breaches.facts import BreachDecision, PersonalDataBreach

TOLD = (BreachTermKind.AUTHORITY, BreachTermKind.CONTROLLER_REPORT)
"""The clock by which a breach must be told: to the authority, or to the controller for whom is processed."""
YES, NO = Text("ja", "yes"), Text("nee", "no")
HEADINGS: tuple[Text, ...] = (
    Text("nummer", "number"),
    Text("titel", "title"),
    Text("begin", "began"),
    Text("einde", "ended"),
    Text("ontdekt", "discovered"),
    Text("kennisname", "aware"),
    Text("uiterste meldmoment", "to be notified by"),
    Text("geraakte verwerkingen", "activities"),
    Text("verwerker", "processor"),
    Text("bericht van de verwerker", "processor told"),
    Text("type", "type"),
    Text("soort incident", "kind of incident"),
    Text("feiten", "facts"),
    Text("oorzaak", "cause"),
    Text("gegevens", "data"),
    Text("mensen", "people"),
    Text("aantal mensen", "number of people"),
    Text("aantal records", "number of records"),
    Text("bescherming vooraf", "protection beforehand"),
    Text("gevolgen", "effects"),
    Text("score", "score"),
    Text("oordeel risico", "risk"),
    Text("rol van de gemeente", "role of the municipality"),
    Text("besluit melden", "decision to notify"),
    Text("meldingen", "notifications"),
    Text("besluit inlichten", "decision to tell people"),
    Text("berichten aan mensen", "messages to people"),
    Text("herstel en verbetering", "remedies and improvements"),
    Text("advies van de FG", "officer's advice"),
    Text("sluiting", "closing"),
)
"""The columns, in the order in which ``_texts`` fills them."""


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """A breach as a line: heading and text, in the order of the register."""

    breach_id: UUID
    cells: tuple[tuple[str, str], ...]


def register_lines(
    breaches: Iterable[PersonalDataBreach],
    catalogue: Catalogue,
    *,
    activities: Mapping[UUID, str],
    language: str,
) -> tuple[RegisterLine, ...]:
    """A line for every breach, the newest first; exercises and what was no breach do not stand in it."""

    headings = tuple(each.in_language(language) for each in HEADINGS)
    real = (each for each in breaches if not each.is_exercise and each.is_breach is not False)
    return tuple(
        RegisterLine(each.id, tuple(zip(headings, _texts(each, catalogue, activities, language), strict=True)))
        for each in real
    )


def _texts(
    breach: PersonalDataBreach, catalogue: Catalogue, activities: Mapping[UUID, str], language: str
) -> tuple[str, ...]:
    m, n, c = breach.moments, breach.nature, breach.concerned
    role = breach.triage.municipal_role
    data, people = catalogue.data_categories, catalogue.subject_categories
    of_data = sorted(data[key].name.in_language(language) if key in data else key for key in c.data_categories)
    of_people = sorted(people[key].name.in_language(language) if key in people else key for key in c.subject_categories)
    return (
        breach.number,
        breach.title,
        told_moment(m.began_at),
        told_moment(m.ended_at),
        _joined(told_moment(m.discovered_at), m.discovered_by),
        _joined(told_moment(m.aware_at), m.aware_who, m.aware_grounds),
        _due(breach, catalogue),
        ", ".join(activities[key] for key in breach.activity_ids if key in activities),
        breach.processor.party_name,
        told_moment(breach.processor.processor_told_at),
        ", ".join(word(each, language) for each in breach.triage.types),
        word(n.kind, language) if n.kind else "",
        n.summary or breach.first_account,
        n.cause,
        ", ".join((*of_data, *c.data_own)),
        ", ".join((*of_people, *c.subjects_own)),
        told_number(c.people_min, c.people_max),
        "" if c.record_count is None else str(c.record_count),
        n.protection,
        _joined(n.consequences, ", ".join(word(each, language) for each in n.harms)),
        _score(breach, catalogue, language),
        _joined(word(breach.judgement.risk, language), breach.judgement.risk_reason) if breach.judgement.risk else "",
        _joined(word(role, language), breach.triage.controller_name) if role else "",
        _decided(breach.decision(DecisionKind.NOTIFY_AUTHORITY), language),
        "; ".join(
            _joined(word(each.kind, language), each.number, told_moment(each.sent_at)) for each in breach.notifications
        ),
        _decided(breach.decision(DecisionKind.INFORM_PEOPLE), language),
        "; ".join(
            _joined(word(each.manner, language), told_moment(each.told_at), _count(each.people_count))
            for each in breach.messages
        ),
        "; ".join(_joined(each.what, each.owner, _day(each.due_on), each.done_how) for each in breach.measures),
        "; ".join(_joined(each.text, each.answer) for each in breach.advices),
        _joined(told_moment(breach.closing.closed_at), breach.closing.closed_by),
    )


def _joined(*texts: str) -> str:
    return ", ".join(each.strip().rstrip(".") for each in texts if each.strip())


def _day(day: dt.date | None) -> str:
    return day.strftime("%d-%m-%Y") if day else ""


def _count(number: int | None) -> str:
    return "" if number is None else str(number)


def _decided(decision: BreachDecision | None, language: str) -> str:
    if decision is None:
        return ""
    ground = word(decision.ground, language) if decision.ground else ""
    yes = (YES if decision.is_yes else NO).in_language(language)
    return _joined(yes, ground, decision.reason, decision.decided_by, told_moment(decision.decided_at))


def _due(breach: PersonalDataBreach, catalogue: Catalogue) -> str:
    rules = tuple(catalogue.entries_of(BreachRule).values())
    clocks = clocks_of(breach, Law(rules=rules), now=breach.reported_at)
    return next((told_moment(each.due_at) for each in clocks if each.kind in TOLD), "")


def _score(breach: PersonalDataBreach, catalogue: Catalogue, language: str) -> str:
    scale = catalogue.severity_scale
    found = severity_of(breach.score, scale, broken=breach.triage.types).score if scale else None
    if found is None:
        return ""
    return str(found).replace(".", ",") if language == "nl" else str(found)
