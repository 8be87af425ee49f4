"""Agreements of Duinrade with faults as they are found in practice, and what became of each in the corrected twin."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from gemeentedossier.dossier.agreements.enums import (
    FoundRole,
    Point,
    RoleQuestion,
    SubProcessorDecision,
)
from gemeentedossier.dossier.agreements.facts import Agreement, Deviation, RoleAnswer, RoleTest, SubProcessor
from gemeentedossier.dossier.parties.facts import Party
from gemeentedossier.dossier.register.enums import PartyRole
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.exchange.example import organisation as who
from gemeentedossier.exchange.example.agreements import (
    ENDS,
    care_agreement,
    neighbourhood_covenant,
    processor_agreement,
    region_arrangement,
)
from gemeentedossier.exchange.example.identifiers import named

TESTED = dt.datetime(2026, 9, 1, 9, tzinfo=dt.UTC)
Activities = Mapping[str, Activity]
Q = RoleQuestion
BLANK = "Nog in te vullen."


@dataclass(frozen=True, slots=True)
class Fault:
    """One agreement as it should be, and what went wrong with it."""

    sound: Callable[[Activities], Agreement]
    spoilt: Callable[[Agreement], Agreement]


def faulty_agreements(activities: Iterable[Activity]) -> Iterator[Agreement]:
    """One agreement for each kind of carelessness."""
    by_name = {activity.name: activity for activity in activities}
    for fault in FAULTS:
        yield fault.spoilt(fault.sound(by_name))


def mended_agreements(activities: Iterable[Activity]) -> Iterator[Agreement]:
    """The same agreements as they should have been."""
    by_name = {activity.name: activity for activity in activities}
    for fault in FAULTS:
        yield fault.sound(by_name)


def _archive(activities: Activities) -> Agreement:
    every = tuple(each for each in activities.values() if who.ARCHIVE.id in each.system_ids)
    made = processor_agreement("Verwerkersovereenkomst documentarchief", who.HOSTING, every, owner=who.OWNER_INCOME)
    return replace(made, reference="Contract 2020-007", system_ids=(who.ARCHIVE.id,))


def _forgotten(agreement: Agreement) -> Agreement:
    """Past its last day, half written, and nobody looked; the archive is still there."""
    return replace(agreement, subject=BLANK, ends_on=dt.date(2025, 12, 31), activity_ids=agreement.activity_ids[:3])


def _helpdesk(activities: Activities) -> Agreement:
    activity = activities["Helpdesk zorgportaal"]
    made = processor_agreement("Verwerkersovereenkomst helpdesk", who.AMERICAN, (activity,), owner=who.OWNER_SUPPORT)
    abroad = (replace(point, agreed=True) for point in made.points)
    sub = SubProcessor(
        id=named(f"{made.name} sub-processor"),
        party_id=who.OVERSEAS.id,
        party_name=who.OVERSEAS.name,
        service="Nachtdienst van de helpdesk",
        country="PH",
        listed=True,
        decision=SubProcessorDecision.AUTHORISED,
        decided_on=dt.date(2026, 3, 9),
        decided_because="Ziet alleen het nummer van de melding.",
    )
    points = (*abroad, replace(made.points[0], id=named(f"{made.name} orders"), point=Point.FOREIGN_ORDERS_AGREED))
    order = {point: place for place, point in enumerate(Point)}
    said = tuple(
        replace(each, agreed=each.point not in (Point.DECIDES_PURPOSES, Point.CARE_FILES_TRANSFERRED), place="")
        for each in sorted(points, key=lambda each: order[each.point])
    )
    return replace(
        made, countries=("US",), parent_country="US", uses_subprocessors=True, sub_processors=(sub,), points=said
    )


def _full_of_gaps(agreement: Agreement) -> Agreement:
    """Half of what must be agreed was; the party does with the data what it likes."""
    left_out = {Point.OWN_USE_EXCLUDED: False, Point.AUDIT_RIGHT: False, Point.DECIDES_PURPOSES: True}
    unknown = {Point.ASSISTS_WITH_REQUESTS, Point.SECURITY_FITS_CLASSIFICATION, Point.FOREIGN_ORDERS_AGREED}
    points = tuple(
        replace(each, agreed=None if each.point in unknown else left_out.get(each.point, each.agreed))
        for each in agreement.points
    )
    (sub,) = agreement.sub_processors
    seen = replace(sub, listed=False, seen_in="Auditrapport 2026", decision=None, decided_on=None, decided_because="")
    return replace(
        agreement,
        points=points,
        sub_processors=(seen,),
        data_categories=("name-and-address",),
        breach_report_hours=72,
        reviewed_on=dt.date(2024, 3, 4),
        end_choice=None,
    )


def _remission(activities: Activities) -> Agreement:
    covered = (activities["Automatische kwijtschelding"],)
    return processor_agreement("Verwerkersovereenkomst kwijtschelding", who.RECKONER, covered, owner=who.OWNER_INCOME)


def _unsigned(agreement: Agreement) -> Agreement:
    return replace(agreement, signed_on=None, signed_by="")


def _youth_purchase(activities: Activities) -> Agreement:
    return care_agreement("Zorggroep Het Baken, inkoop jeugdhulp", who.CARE_PROVIDER, activities["Inkoop jeugdhulp"])


def _wrong_kind(agreement: Agreement) -> Agreement:
    """The model for processors, signed by a care provider because it lay ready."""
    made = processor_agreement("", who.CARE_PROVIDER, (), owner=who.OWNER_SUPPORT)
    (party,) = agreement.parties
    (role,) = (each.role for each in made.parties)
    points = tuple(replace(each, id=named(f"{agreement.name} {each.point}")) for each in made.points)
    return replace(
        made,
        id=agreement.id,
        name="Verwerkersovereenkomst Zorggroep Het Baken",
        activity_ids=agreement.activity_ids,
        data_categories=agreement.data_categories,
        data_categories_own=agreement.data_categories_own,
        parties=(replace(party, role=role),),
        points=points,
    )


def _region(activities: Activities) -> Agreement:
    covered = (activities["Inkoop jeugdhulp"], activities["Regionale toegang"])
    made = region_arrangement(covered)
    name = "Regeling Sociaal Kustland, jeugd"
    return replace(
        made,
        id=named(f"agreement {name}"),
        name=name,
        parties=tuple(replace(each, id=named(f"{name} {each.id}")) for each in made.parties),
        points=tuple(replace(each, id=named(f"{name} {each.id}")) for each in made.points),
        duties=tuple(replace(each, id=named(f"{name} {each.id}")) for each in made.duties),
    )


def _still_a_draft(agreement: Agreement) -> Agreement:
    return replace(agreement, signed_on=None, signed_by="", duties=(), essence="", essence_place="")


def _covenant(activities: Activities) -> Agreement:
    made = neighbourhood_covenant((activities["Overleg zorg en veiligheid"], activities["Crisiskaart"]))
    name = "Samenwerkingsconvenant Kustland 2019"
    return replace(
        made,
        id=named(f"agreement {name}"),
        name=name,
        signed_on=dt.date(2019, 1, 1),
        starts_on=dt.date(2019, 1, 1),
        ends_on=ENDS,
        deviations=(),
        clauses=tuple(replace(each, id=named(f"{name} {each.id}")) for each in made.clauses),
        parties=tuple(
            replace(each, id=named(f"{name} {each.id}"), joined_on=dt.date(2019, 1, 1)) for each in made.parties
        ),
        points=tuple(replace(each, id=named(f"{name} {each.id}")) for each in made.points),
    )


def _expired(agreement: Agreement) -> Agreement:
    """Ran out years ago, half of it never settled; the meetings go on, and who came and left was never kept."""
    settled = {Point.DATA_AND_NEED_PER_PHASE: None, Point.RETENTION_AND_END: False}
    points = tuple(replace(each, agreed=settled.get(each.point, each.agreed)) for each in agreement.points)
    parties = [replace(each, attested_on=None, attested_by="", attestation="") for each in agreement.parties]
    parties[0] = replace(parties[0], role=None)
    parties[1] = replace(parties[1], role=PartyRole.PROCESSOR, joined_on=dt.date(2024, 2, 1))
    parties[2] = replace(
        parties[2],
        left_on=dt.date(2022, 6, 30),
        left_because="Doet het werk niet meer.",
        attested_on=dt.date(2023, 5, 11),
        attested_by="De bestuurder",
        attestation="Wij houden ons aan het convenant.",
    )
    first, *others = agreement.clauses
    departure = Deviation(
        id=named(f"{agreement.name} deviation"),
        party_id=parties[1].party_id,
        party_name=parties[1].party_name,
        clause=first.code,
        shared_text=first.text,
        shared_clause_id=first.id,
        own_text="De deelnemers delen wat zij nuttig vinden.",
        reason=BLANK,
    )
    return replace(
        agreement,
        subject=BLANK,
        ends_on=dt.date(2023, 12, 31),
        breach_report_hours=96,
        points=points,
        parties=tuple(parties),
        clauses=(first, *(replace(each, text="") for each in others[-1:]), *others[:-1]),
        deviations=(departure,),
    )


FAULTS = (
    Fault(_archive, _forgotten),
    Fault(_helpdesk, _full_of_gaps),
    Fault(_remission, _unsigned),
    Fault(_youth_purchase, _wrong_kind),
    Fault(_region, _still_a_draft),
    Fault(_covenant, _expired),
)


def role_tests(activities: Iterable[Activity]) -> tuple[RoleTest, ...]:
    """What Duinrade found of its parties, as the snapshot gives them."""
    by_name = {activity.name: activity for activity in activities}
    told = {
        Q.LAW_NAMES_PARTY: False,
        Q.OWN_FILE: False,
        Q.DECIDES_PURPOSE: False,
        Q.DECIDES_ESSENTIAL_MEANS: False,
        Q.DECIDES_TOGETHER: False,
        Q.ON_INSTRUCTION_ONLY: True,
        Q.OWN_USE: False,
    }
    made = (
        _role_test(who.SUPPLIER, FoundRole.PROCESSOR, told),
        _role_test(who.REGION, FoundRole.JOINT_CONTROLLER, {Q.DECIDES_TOGETHER: True}, by_name["Regionale toegang"]),
        _role_test(
            who.CARE_PROVIDER,
            FoundRole.CONTROLLER,
            {Q.LAW_NAMES_PARTY: True, Q.IS_CARE_PROVIDER: True, Q.OWN_FILE: True},
            by_name["Inkoop jeugdhulp"],
        ),
    )
    return tuple(sorted(made, key=lambda each: (each.party_name, each.tested_at, each.id)))


def _role_test(
    party: Party, role: FoundRole, said: Mapping[RoleQuestion, bool], activity: Activity | None = None
) -> RoleTest:
    return RoleTest(
        id=named(f"role test {party.name}"),
        party_id=party.id,
        party_name=party.name,
        activity_id=activity.id if activity else None,
        tested_at=TESTED,
        outcome=role,
        decided=role,
        decided_by_id=who.PRIVACY_OFFICER.id,
        decided_by=who.PRIVACY_OFFICER.name,
        decided_at=TESTED,
        answers=tuple(
            RoleAnswer(named(f"role test {party.name} {question}"), question, said[question])
            for question in RoleQuestion
            if question in said
        ),
    )
