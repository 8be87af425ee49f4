"""What Duinrade agreed with others, as it should be: who runs its systems, who gives care, and with whom it works."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace

from gemeentedossier.dossier.agreements.engine.points import points_of
from gemeentedossier.dossier.agreements.enums import (
    AgreementKind,
    Authorisation,
    Duty,
    EndChoice,
    PartyKind,
    Point,
    Renewal,
    SubProcessorDecision,
)
from gemeentedossier.dossier.agreements.facts import (
    AgreedPoint,
    Agreement,
    AgreementParty,
    Deviation,
    DividedDuty,
    Instruction,
    SharedClause,
    SubProcessor,
)
from gemeentedossier.dossier.evidence.enums import EvidenceKind
from gemeentedossier.dossier.evidence.facts import Evidence
from gemeentedossier.dossier.parties.facts import Party
from gemeentedossier.dossier.register.enums import PartyRole
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.exchange.example import organisation as who
from gemeentedossier.exchange.example.identifiers import named
from gemeentedossier.organisation.facts import Person

SIGNED = dt.date(2024, 2, 1)
REVIEWED = dt.date(2026, 6, 1)
ENDS = dt.date(2028, 12, 31)
ATTESTED = dt.date(2026, 5, 11)
NO = frozenset({Point.DECIDES_PURPOSES, Point.CARE_FILES_TRANSFERRED, Point.IS_STATUTORY_PARTNERSHIP})
"""Points that are as they should be where the answer is no."""
PLACES: Mapping[Point, str] = {
    Point.INSTRUCTIONS_ONLY: "artikel 3",
    Point.SECRECY: "artikel 4",
    Point.SECURITY_SPECIFIED: "artikel 5 en bijlage 2",
    Point.SUBPROCESSOR_DUTIES_PASSED_ON: "artikel 6",
    Point.ASSISTS_WITH_REQUESTS: "artikel 7",
    Point.ASSISTS_WITH_SECURITY_DUTIES: "artikel 8 en bijlage 3",
    Point.ERASURE_IS_CONFIRMED: "artikel 11",
    Point.AUDIT_RIGHT: "artikel 9",
    Point.DESCRIBES_PROCESSING: "bijlage 1",
}
CERTIFICATE = Evidence(
    id=named("certificate of erasure"),
    kind=EvidenceKind.LINK,
    title="Verklaring van vernietiging Oudwerk",
    owner_id=who.LEFT.id,
    owner=who.LEFT.name,
    added_by_id=who.LEFT.id,
    added_by=who.LEFT.name,
    added_at=dt.datetime(2023, 2, 14, 10, tzinfo=dt.UTC),
    url="https://www.oudwerk.example/verklaringen/duinrade-2023",
    seen="Getekende verklaring dat alle gegevens en reservekopieën op 10 februari 2023 zijn gewist.",
)
"""Whoever looked after it left, and nobody took it over."""


def sound_agreements(activities: Iterable[Activity]) -> tuple[Agreement, ...]:
    """The agreements in order; ``activities`` are those of the register that are in order."""
    kept = {activity.reference_activity: activity for activity in activities}
    return (
        case_system_agreement(tuple(kept.values())),
        old_system_agreement(),
        care_agreement("Zorggroep Het Baken", who.CARE_PROVIDER, kept["wmo-tailored-provision"]),
        care_agreement("Jeugdhulp De Kade", who.YOUTH_PROVIDER, kept["youth-individual-provision"]),
        region_arrangement((kept["compulsory-education"],)),
        neighbourhood_covenant((kept["debt-early-warning"], kept["wmo-report-and-inquiry"])),
    )


def case_system_agreement(activities: tuple[Activity, ...]) -> Agreement:
    """With the supplier of the case system, on all that runs in it."""
    made = processor_agreement("Verwerkersovereenkomst zaaksysteem", who.SUPPLIER, activities, owner=who.OWNER_INCOME)
    mailer = SubProcessor(
        id=named(f"{made.name} mailer"),
        party_id=who.MAILER.id,
        party_name=who.MAILER.name,
        service="Versturen van berichten aan inwoners",
        country="NL",
        listed=True,
        notified_on=dt.date(2025, 3, 3),
        objection_until=dt.date(2025, 4, 2),
        decision=SubProcessorDecision.AUTHORISED,
        decided_on=dt.date(2025, 3, 20),
        decided_because="Werkt in Nederland en heeft een verklaring van een onafhankelijke toetser.",
    )
    cellar = SubProcessor(
        id=named(f"{made.name} cellar"),
        party_id=who.HOSTING.id,
        party_name=who.HOSTING.name,
        above_id=mailer.id,
        service="Rekencentrum van de berichten",
        country="NL",
        listed=True,
    )
    instruction = Instruction(
        id=named(f"{made.name} instruction"),
        given_on=dt.date(2026, 4, 7),
        text="Zet de koppeling met het oude klantbeeld uit en bevestig dat schriftelijk.",
        given_by_id=who.OWNER_INCOME.id,
        given_by=who.OWNER_INCOME.name,
    )
    return replace(
        made,
        reference="Contract 2023-114",
        system_ids=(who.CASE_SYSTEM.id, who.SUPPORT_SYSTEM.id),
        uses_subprocessors=True,
        sub_processors=(mailer, cellar),
        instructions=(instruction,),
    )


def old_system_agreement() -> Agreement:
    """With the supplier before this one: over, and its data erased."""
    made = processor_agreement("Verwerkersovereenkomst oud zaaksysteem", who.FORMER, (), owner=who.OWNER_INCOME)
    return replace(
        made,
        reference="Contract 2015-031",
        signed_on=dt.date(2015, 6, 1),
        starts_on=dt.date(2015, 6, 1),
        ends_on=dt.date(2022, 12, 31),
        ended_on=dt.date(2022, 12, 31),
        end_reason="Overgestapt op een ander zaaksysteem.",
        reviewed_on=None,
        review_outcome="",
        data_categories=None,
        erasure_evidence_id=CERTIFICATE.id,
        erasure_proved_on=dt.date(2023, 2, 10),
        points=tuple(
            replace(each, agreed=None) if each.point is Point.SECURITY_FITS_CLASSIFICATION else each
            for each in made.points
        ),
    )


def processor_agreement(name: str, party: Party, activities: tuple[Activity, ...], *, owner: Person) -> Agreement:
    """An agreement with a processor on which everything that GDPR 28 asks was agreed."""
    return replace(
        _agreement(name, AgreementKind.PROCESSOR, (party,), activities, owner=owner),
        subject="Beheer van een systeem in opdracht van de gemeente, naar de standaard van gemeenten.",
        notice_months=6,
        renewal=Renewal.BY_DECISION,
        breach_report_hours=24,
        breach_contact="meldpunt" + who.MAIL,
        reviewed_on=REVIEWED,
        review_outcome="Jaarverklaring van de onafhankelijke toetser gelezen; geen bevindingen.",
        uses_subprocessors=False,
        subprocessor_authorisation=Authorisation.GENERAL,
        objection_days=30,
        end_choice=EndChoice.ERASE,
        countries=("NL",),
        parent_country="NL",
    )


def care_agreement(name: str, provider: Party, activity: Activity) -> Agreement:
    """With a care provider, which is a controller of its own: what it gets, and what comes back."""
    made = _agreement(
        f"Gegevenslevering {name}", AgreementKind.DATA_SUPPLY, (provider,), (activity,), owner=who.OWNER_SUPPORT
    )
    return replace(
        made,
        subject="Wat de aanbieder krijgt om hulp te geven, en wat hij terugmeldt om te betalen.",
        notice_months=3,
        renewal=Renewal.BY_DECISION,
        countries=("NL",),
        parent_country="NL",
        expected_of_party="De aanbieder houdt een eigen dossier en meldt een datalek dat ons raakt binnen een dag.",
        expected_of_municipality="De gemeente geeft alleen wat voor de hulp nodig is en vraagt het dossier niet op.",
    )


def region_arrangement(activities: tuple[Activity, ...]) -> Agreement:
    """With the regional body, which decides together with the municipality (GDPR 26)."""
    made = _agreement(
        "Regeling Sociaal Kustland", AgreementKind.JOINT_CONTROLLERS, (who.REGION,), activities, owner=who.OWNER_SUPPORT
    )
    ours, theirs = None, who.REGION
    divided: tuple[tuple[Duty, Party | None, str], ...] = (
        (Duty.INFORMATION, ours, "De gemeente legt het uit in de eerste brief."),
        (Duty.REQUESTS, theirs, "Eén loket voor inzage en verbetering."),
        (Duty.CONTACT_POINT, theirs, ""),
        (Duty.SECURITY, theirs, "Beheert het systeem en de autorisaties."),
        (Duty.BREACHES, ours, "De gemeente meldt; de regio bericht de gemeente dezelfde dag."),
        (Duty.RETENTION, theirs, ""),
    )
    duties = tuple(
        DividedDuty(
            id=named(f"{made.name} {duty}"),
            duty=duty,
            party_id=party.id if party else None,
            party_name=party.name if party else "",
            text=text,
        )
        for duty, party, text in divided
    )
    return replace(
        made,
        duties=duties,
        essence="De gemeente en Sociaal Kustland beslissen hier samen. U kunt met elk verzoek bij beide terecht.",
        essence_place="https://www.duinrade.example/privacy/kustland",
        countries=("NL",),
        parent_country="NL",
    )


SHARED = (
    ("3", "Doel", "De deelnemers delen gegevens alleen om hulp op elkaar af te stemmen, en voor niets anders."),
    ("5", "Per geval", "Elke deelnemer weegt per geval of delen nodig is, en legt vast waarom."),
    (
        "8",
        "Melden van een datalek",
        "Wie een datalek ontdekt, bericht de anderen binnen 24 uur en noemt wat er is gebeurd.",
    ),
    ("11", "Bewaren", "Verslagen van een overleg blijven bij de gemeente en nergens anders."),
)
"""The clauses that hold for every participant: number, title and text."""


def neighbourhood_covenant(activities: tuple[Activity, ...]) -> Agreement:
    """With all who help in the neighbourhood: shared clauses, one departure, and who attested."""
    members: tuple[tuple[Party, PartyKind, bool], ...] = (
        (who.CARE_PROVIDER, PartyKind.CARE_PROVIDER, True),
        (who.HOUSING, PartyKind.HOUSING_ASSOCIATION, True),
        (who.HEALTH_SERVICE, PartyKind.PUBLIC_HEALTH_SERVICE, False),
    )
    made = _agreement("Convenant Samen in de wijk", AgreementKind.COVENANT, (), activities, owner=who.OWNER_SUPPORT)
    parties = tuple(_participant(made.name, *member) for member in members)
    clauses = tuple(SharedClause(named(f"{made.name} clause {code}"), code, *told) for code, *told in SHARED)
    breaches = next(each for each in clauses if each.code == "8")
    departure = Deviation(
        id=named(f"{made.name} deviation"),
        party_id=who.HOUSING.id,
        party_name=who.HOUSING.name,
        clause=breaches.code,
        shared_text=breaches.text,
        shared_clause_id=breaches.id,
        own_text="Wie een datalek ontdekt, bericht de anderen binnen één werkdag en noemt wat er is gebeurd.",
        reason="Het meldpunt van de woningstichting is in het weekend gesloten; vanaf 2027 niet meer.",
        recorded_on=dt.date(2026, 5, 12),
    )
    return replace(
        made,
        subject="Hoe gemeente en partners elkaar inlichten als iemand op meer plekken hulp krijgt.",
        parties=parties,
        clauses=clauses,
        deviations=(departure,),
        breach_report_hours=24,
        breach_contact="meldpunt" + who.MAIL,
        system_ids=(who.SUPPORT_SYSTEM.id,),
        expected_of_party="Deelnemers delen per geval, leggen vast waarom en verklaren elk jaar dat zij dit doen.",
        expected_of_municipality="De gemeente houdt de lijst van deelnemers bij en wijst een contactpunt aan.",
    )


def _participant(covenant: str, party: Party, kind: PartyKind, has_attested: bool) -> AgreementParty:  # noqa: FBT001
    made = AgreementParty(
        id=named(f"{covenant} {party.name}"),
        party_id=party.id,
        party_name=party.name,
        role=PartyRole.INDEPENDENT_CONTROLLER,
        kind=kind,
        joined_on=SIGNED,
    )
    if not has_attested:
        return made
    words = "Wij houden ons aan het convenant en aan de afspraken over beveiliging."
    return replace(made, attested_on=ATTESTED, attested_by="De bestuurder", attestation=words)


ROLES: Mapping[AgreementKind, PartyRole] = {
    AgreementKind.PROCESSOR: PartyRole.PROCESSOR,
    AgreementKind.JOINT_CONTROLLERS: PartyRole.JOINT_CONTROLLER,
    AgreementKind.DATA_SUPPLY: PartyRole.INDEPENDENT_CONTROLLER,
}


def _agreement(
    name: str,
    kind: AgreementKind,
    parties: tuple[Party, ...],
    activities: tuple[Activity, ...],
    *,
    owner: Person,
) -> Agreement:
    """Signed, in force, everything agreed that its kind asks, and every category covered that the register uses."""
    uses = [use for activity in activities for use in activity.data_uses]
    return Agreement(
        id=named(f"agreement {name}"),
        name=name,
        kind=kind,
        place="Contractenregister",
        owner_id=owner.id,
        owner=owner.name,
        signed_on=SIGNED,
        signed_by="A. Strandman, wethouder; de directeur van de andere partij",
        starts_on=SIGNED,
        ends_on=ENDS,
        data_categories=_different(use.data_categories for use in uses),
        data_categories_own=_different(use.data_categories_own for use in uses),
        subject_categories=_different(use.subject_categories for use in uses),
        subject_categories_own=_different(use.subject_categories_own for use in uses),
        activity_ids=tuple(each.id for each in activities),
        parties=tuple(
            AgreementParty(named(f"{name} {each.name}"), each.id, each.name, role=ROLES[kind]) for each in parties
        ),
        points=tuple(_point(name, point) for point in points_of(kind) if point not in NOT_ASKED),
    )


def _different(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for group in groups for each in group))


NOT_ASKED = frozenset(
    {
        Point.PEOPLE_TOLD_OF_FILE_TRANSFER,
        Point.FILE_TRANSFER_FREE,
        Point.FOREIGN_ORDERS_AGREED,
        Point.SHARES_SPECIAL_OR_SENSITIVE_DATA,
        Point.SHARES_CRIMINAL_DATA,
        Point.HEALTH_DATA_WITHIN_STATUTORY_TASK,
        Point.IS_PUBLIC_PARTNERSHIP,
        Point.CRIMINAL_DATA_NECESSARY_WITH_SAFEGUARDS,
        Point.LEGALITY_COMMITTEE,
        Point.PRIVACY_AUDITS,
    }
)
"""Points that do not matter for any of these agreements, so that nobody recorded them."""


def _point(name: str, point: Point) -> AgreedPoint:
    return AgreedPoint(named(f"{name} {point}"), point, agreed=point not in NO, place=PLACES.get(point, ""))


def in_snapshot_order(agreements: Iterable[Agreement]) -> tuple[Agreement, ...]:
    """As the snapshot gives them."""
    return tuple(sorted(agreements, key=lambda each: (each.name, each.id)))
