"""From an agreement, and what it covers in the register, to the agreement as a subject of rules."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from gemeentedossier.assessment.engine.subjects.agreement import (
    AgreementFields,
    AgreementSubject,
    ArrangementFields,
    PlaceFields,
    ProcessorFields,
    RegisterFields,
)
from gemeentedossier.assessment.engine.subjects.law import Law
from gemeentedossier.assessment.engine.subjects.left_over import left_over_in, texts_of_agreement
from gemeentedossier.assessment.engine.subjects.secured import fits_levels
from gemeentedossier.assessment.engine.subjects.truths import any_of, over_a_year_ago, written
from gemeentedossier.assessment.engine.subjects.whole import Whole
from gemeentedossier.catalogue.engine.lint import Lint
from gemeentedossier.dossier.agreements.engine.chain import unlisted
from gemeentedossier.dossier.agreements.engine.leaflets import without_leaflet
from gemeentedossier.dossier.agreements.engine.term import holds_on, last_day, state_on
from gemeentedossier.dossier.agreements.enums import AgreementKind, AgreementState, Duty, Point, Renewal
from gemeentedossier.dossier.agreements.facts import Agreement, Leaflet
from gemeentedossier.dossier.assets.facts import System, Tool
from gemeentedossier.dossier.evidence.facts import Evidence
from gemeentedossier.dossier.parties.facts import Party
from gemeentedossier.dossier.register.enums import ProcessingState
from gemeentedossier.dossier.register.facts import Activity, DataUse
from gemeentedossier.dossier.snapshot.facts import Dossier


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an agreement is held against: the register, what else is recorded, and the other agreements."""

    whole: Whole
    agreements: tuple[Agreement, ...]
    systems: tuple[System, ...]
    parties: Mapping[UUID, Party]
    evidence: Mapping[UUID, Evidence]
    tools: tuple[Tool, ...] = ()
    leaflets: tuple[Leaflet, ...] = ()
    holding: Mapping[tuple[AgreementKind | None, UUID], frozenset[UUID]] = field(default_factory=dict)
    """Which agreements of a kind that hold on the day cover a system."""

    def covered_by(self, agreement: Agreement) -> tuple[Activity, ...]:
        """The activities that the agreement covers."""
        every = self.whole.activities
        return tuple(every[key] for key in agreement.activity_ids if key in every)


def surroundings_in(dossier: Dossier, whole: Whole, *, day: dt.date) -> Surroundings:
    """Return what the agreements of a dossier are held against on a day; ``whole`` knows all activities."""
    holding: dict[tuple[AgreementKind | None, UUID], set[UUID]] = defaultdict(set)
    for each in dossier.agreements:
        for key in each.system_ids if holds_on(each, day) else ():
            holding[each.kind, key].add(each.id)
    return Surroundings(
        whole=whole,
        agreements=dossier.agreements,
        systems=dossier.systems,
        parties={party.id: party for party in dossier.parties},
        evidence={each.id: each for each in dossier.evidence},
        tools=dossier.tools,
        leaflets=dossier.leaflets,
        holding={key: frozenset(found) for key, found in holding.items()},
    )


def agreement_subject(agreement: Agreement, around: Surroundings, law: Law) -> AgreementSubject:
    """Return an agreement as a subject of rules on the law's day."""
    covered = around.covered_by(agreement)
    return AgreementSubject(
        **vars(_itself(agreement, covered, around, law)),
        **vars(_processor(agreement, law, fits=_fits_levels(agreement, covered, around, law))),
        **vars(_place(agreement, covered, law)),
        **vars(_register(agreement, covered, around, law)),
        **vars(_arrangement(agreement, law.lint)),
        **vars(left_over_in(texts_of_agreement(agreement), law.lint)),
    )


def agreed_in(agreement: Agreement, lint: Lint) -> Callable[[Point], bool | None]:
    """Return what was agreed on a point; unknown where nobody recorded it, or only a blank stands in its words."""
    blank = {each.point for each in agreement.points if each.agreed and lint.is_unfinished(each.text)}

    def agreed(point: Point) -> bool | None:
        return None if point in blank else agreement.agreed(point)

    return agreed


def is_done_with(agreement: AgreementSubject) -> bool:
    """Return whether nothing is left to judge: it ended, nothing runs under it, and what a processor had is gone."""
    erased = agreement.erasure_proved or agreement.kind != AgreementKind.PROCESSOR
    idle = not agreement.systems_in_use and not agreement.covers_activities_in_use_count
    return agreement.state == AgreementState.ENDED and idle and bool(erased)


def has_ended(agreement: Agreement, day: dt.date) -> bool | None:
    """Return whether its last day is past; unknown for a draft, and where nobody recorded until when it holds."""
    if state_on(agreement, day) is AgreementState.DRAFT:
        return None
    last = last_day(agreement, on=day)
    if last is None:
        return False if agreement.renewal is Renewal.TACIT else None
    return last < day


def in_use(activities: Iterable[Activity]) -> tuple[Activity, ...]:
    """Return those of the activities that go on."""
    return tuple(each for each in activities if each.processing_state is ProcessingState.IN_USE)


def _itself(agreement: Agreement, covered: tuple[Activity, ...], around: Surroundings, law: Law) -> AgreementFields:
    keys = [each.party_id for each in agreement.parties]
    decided = tuple(around.whole.decided[key].value for key in keys if key in around.whole.decided)
    care = [around.parties[key].is_care_provider for key in keys if key in around.parties]
    return AgreementFields(
        name=agreement.name,
        kind=agreement.kind.value if agreement.kind else None,
        party=agreement.party_names or None,
        state=state_on(agreement, law.day).value,
        covers_activities_in_use_count=len(in_use(covered)),
        party_is_care_provider=any_of(care) if care else None,
        roles_decided=decided or None,
        ends_on=last_day(agreement, on=law.day),
        ended=has_ended(agreement, law.day),
        breach_report_hours=agreement.breach_report_hours,
        reviewed_on=agreement.reviewed_on,
        review_overdue=over_a_year_ago(agreement.reviewed_on, on=law.day),
    )


def _fits_levels(agreement: Agreement, covered: tuple[Activity, ...], around: Surroundings, law: Law) -> bool | None:
    """Whether security fits the classification: no where somebody read that it does not, else as measures show.

    Where levels or measures of what it covers are not recorded, what somebody read in the contract holds.
    """
    said = agreed_in(agreement, law.lint)(Point.SECURITY_FITS_CLASSIFICATION)
    shown = fits_levels((around.whole.secured_of(each) for each in covered), law)
    return said if said is False or shown is None else shown


def _processor(agreement: Agreement, law: Law, *, fits: bool | None) -> ProcessorFields:
    said, choice = agreed_in(agreement, law.lint), agreement.subprocessor_authorisation
    return ProcessorFields(
        guarantees_assessed_first=said(Point.GUARANTEES_ASSESSED_FIRST),
        describes_processing=said(Point.DESCRIBES_PROCESSING),
        instructions_only=said(Point.INSTRUCTIONS_ONLY),
        secrecy=said(Point.SECRECY),
        security_specified=said(Point.SECURITY_SPECIFIED),
        security_fits_classification=fits,
        uses_subprocessors=True if agreement.sub_processors else agreement.uses_subprocessors,
        subprocessor_authorisation=choice.value if choice else None,
        subprocessor_duties_passed_on=said(Point.SUBPROCESSOR_DUTIES_PASSED_ON),
        assists_with_requests=said(Point.ASSISTS_WITH_REQUESTS),
        assists_with_security_duties=said(Point.ASSISTS_WITH_SECURITY_DUTIES),
        end_choice=agreement.end_choice.value if agreement.end_choice else None,
        erasure_is_confirmed=said(Point.ERASURE_IS_CONFIRMED),
        audit_right=said(Point.AUDIT_RIGHT),
        own_use_checked=said(Point.OWN_USE_CHECKED),
        own_use_excluded=said(Point.OWN_USE_EXCLUDED),
        decides_purposes=said(Point.DECIDES_PURPOSES),
    )


def _place(agreement: Agreement, covered: tuple[Activity, ...], law: Law) -> PlaceFields:
    places = [*(agreement.countries or ()), *(sub.country for sub in agreement.sub_processors if sub.country)]
    inside = {country: law.in_eea(country) for country in places}
    outside = tuple(dict.fromkeys(country for country in places if inside[country] is False))
    known = agreement.countries is not None and None not in inside.values()
    themselves = any(inside[country] is False for country in agreement.countries or ())
    parties = tuple(each.party_name for each in agreement.parties) if themselves else ()
    below = tuple(sub.party_name for sub in agreement.sub_processors if inside.get(sub.country or "") is False)
    parent = law.in_eea(agreement.parent_country)
    denying = tuple(each.name for each in covered if _denies_transfer(each))
    return PlaceFields(
        processes_outside_eea=True if outside else (False if known else None),
        working_outside_eea=tuple(dict.fromkeys((*parties, *below))) if outside or known else None,
        countries_outside_eea=outside if outside or known else None,
        parent_outside_eea=None if parent is None else not parent,
        foreign_orders_agreed=agreed_in(agreement, law.lint)(Point.FOREIGN_ORDERS_AGREED),
        activities_denying_transfer=denying if covered else None,
        activities_denying_transfer_count=len(denying) if covered else None,
    )


def _denies_transfer(activity: Activity) -> bool:
    return activity.characteristics.transfer_outside_eea is False and not activity.transfers


def _register(agreement: Agreement, covered: tuple[Activity, ...], around: Surroundings, law: Law) -> RegisterFields:
    uncovered = _uncovered(agreement, covered, law)
    systems = _systems_in_use(agreement, covered, around)
    subs = tuple(each.party_name for each in unlisted(agreement))
    known = bool(agreement.sub_processors) or agreement.uses_subprocessors is False
    covers = set(agreement.system_ids)
    products = [each for each in around.systems if each.id in covers] if covers else []
    untold = tuple(each.name for each in without_leaflet(agreement, around.leaflets, products, around.tools))
    proof = around.evidence.get(agreement.erasure_evidence_id) if agreement.erasure_evidence_id else None
    return RegisterFields(
        uncovered_data=uncovered,
        uncovered_data_en=_uncovered(agreement, covered, law, language="en") if uncovered else uncovered,
        uncovered_data_count=None if uncovered is None else len(uncovered),
        unlisted_subprocessors=subs if known else None,
        unlisted_subprocessor_count=len(subs) if known else None,
        systems_in_use=systems,
        systems_in_use_count=None if systems is None else len(systems),
        product_count=len(products),
        products_without_leaflet=untold,
        products_without_leaflet_count=len(untold),
        erasure_proved=proof is not None and proof.lost_at is None and proof.withdrawn_at is None,
    )


def _uncovered(
    agreement: Agreement, covered: tuple[Activity, ...], law: Law, *, language: str = "nl"
) -> tuple[str, ...] | None:
    """The categories that the register uses and the agreement does not name; a broader name covers a narrower one.

    Unknown where nobody read the annex, nothing is linked, or own words on either side leave it open.
    """
    if agreement.data_categories is None or not covered:
        return None
    named, own = set(agreement.data_categories), {each.casefold() for each in agreement.data_categories_own}
    uses = [use for activity in covered for use in activity.data_uses if _is_covered(use, activity, agreement)]
    asked = dict.fromkeys(each for use in uses for each in use.data_categories)
    bare = [each for each in asked if named.isdisjoint(law.broader_data.get(each, frozenset({each})))]
    missing = [each for each, name in zip(bare, law.names_of_data(bare), strict=True) if name.casefold() not in own]
    words = tuple(law.names_of_data(missing, language))
    if words:
        return words
    loose = {each.casefold() for use in uses for each in use.data_categories_own}
    return None if loose - own else ()


def _is_covered(use: DataUse, activity: Activity, agreement: Agreement) -> bool:
    """Whether the agreement is about the purposes of the data use; an agreement that names none is about all."""
    own = {purpose.id for purpose in activity.purposes} & set(agreement.purpose_ids)
    return not own or not use.purpose_ids or not own.isdisjoint(use.purpose_ids)


def _systems_in_use(
    agreement: Agreement, covered: tuple[Activity, ...], around: Surroundings
) -> tuple[str, ...] | None:
    """The party's systems that activities in use rely on, and that no other agreement in force covers.

    Unknown where the agreement covers no activity and no system.
    """
    if not agreement.system_ids and not covered:
        return None
    parties = {each.party_id for each in agreement.parties}
    own = set(agreement.system_ids) or {each.id for each in around.systems if each.supplier_id in parties}
    going_on = in_use(covered) if agreement.activity_ids else in_use(around.whole.activities.values())
    used = own & {key for activity in going_on for key in activity.system_ids}
    bare = {key for key in used if not around.holding.get((agreement.kind, key), frozenset()) - {agreement.id}}
    return tuple(each.name for each in around.systems if each.id in bare)


def _arrangement(agreement: Agreement, lint: Lint) -> ArrangementFields:
    said = agreed_in(agreement, lint)
    duties = {each.duty for each in agreement.duties if not lint.is_unfinished(each.text)}
    divided = True if {Duty.INFORMATION, Duty.REQUESTS} <= duties else None
    shown = written(agreement.essence_place, lint)
    return ArrangementFields(
        information_and_requests_divided=divided or said(Point.INFORMATION_AND_REQUESTS_DIVIDED),
        essence_available=shown or said(Point.ESSENCE_AVAILABLE),
        any_party_takes_requests=said(Point.ANY_PARTY_TAKES_REQUESTS),
        care_files_transferred=said(Point.CARE_FILES_TRANSFERRED),
        people_told_of_file_transfer=said(Point.PEOPLE_TOLD_OF_FILE_TRANSFER),
        file_transfer_free=said(Point.FILE_TRANSFER_FREE),
    )
