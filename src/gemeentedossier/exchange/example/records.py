"""Records of Duinrade that are in order: reference activities, filled in as an owner would."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from gemeentedossier.catalogue.facts import Catalogue, DataKind
from gemeentedossier.dossier.parties.facts import Party
from gemeentedossier.dossier.register.engine.reference import activity_from
from gemeentedossier.dossier.register.enums import (
    ActivityRole,
    Article6,
    DataSubjectRight,
    PartyRole,
    ProcessingState,
    RecordState,
    RetentionSource,
)
from gemeentedossier.dossier.register.facts import (
    Accountability,
    Activity,
    Characteristics,
    DataSource,
    DataUse,
    LegalBasis,
    PartyRelation,
    Purpose,
    RetentionPeriod,
)
from gemeentedossier.exchange.example import organisation as who
from gemeentedossier.exchange.example.identifiers import numbered
from gemeentedossier.organisation.facts import Controller, Person, Unit

CONFIRMED = dt.date(2026, 9, 14)
STARTED = dt.date(2019, 1, 1)


@dataclass(frozen=True, slots=True)
class Keeper:
    """Who keeps a record: unit, owner and controller."""

    unit: Unit
    owner: Person
    controller: Controller = who.COLLEGE


SUPPORT = Keeper(who.UNITS["Maatschappelijke ondersteuning"], who.OWNER_SUPPORT)
YOUTH = Keeper(who.UNITS["Jeugd"], who.OWNER_SUPPORT)
INCOME = Keeper(who.UNITS["Werk en inkomen"], who.OWNER_INCOME)
EDUCATION = Keeper(who.UNITS["Onderwijs"], who.OWNER_SUPPORT)
SAFETY = Keeper(who.UNITS["Veiligheid"], who.OWNER_INCOME, who.BURGEMEESTER)
STAFF = Keeper(who.UNITS["Bedrijfsvoering"], who.OWNER_INCOME)
COUNCIL = Keeper(who.UNITS["Bedrijfsvoering"], who.OWNER_INCOME, who.RAAD)

RIGHTS = (
    DataSubjectRight.ACCESS,
    DataSubjectRight.RECTIFICATION,
    DataSubjectRight.ERASURE,
    DataSubjectRight.RESTRICTION,
    DataSubjectRight.OBJECTION,
)

KEPT = {
    "wmo-report-and-inquiry": SUPPORT,
    "wmo-tailored-provision": SUPPORT,
    "wmo-personal-budget": SUPPORT,
    "wmo-own-contribution": SUPPORT,
    "wmo-periodic-review": SUPPORT,
    "wmo-quality-supervision": SUPPORT,
    "wmo-carer-appreciation": SUPPORT,
    "disabled-parking-card": SUPPORT,
    "youth-access": YOUTH,
    "youth-individual-provision": YOUTH,
    "youth-billing": YOUTH,
    "assistance-application": INCOME,
    "assistance-enforcement": INCOME,
    "reintegration": INCOME,
    "special-assistance": INCOME,
    "debt-intake": INCOME,
    "debt-early-warning": INCOME,
    "compulsory-education": EDUCATION,
    "school-transport": EDUCATION,
    "exclusion-order": SAFETY,
    "wvggz-crisis-measure": SAFETY,
    "objections": STAFF,
    "complaints": STAFF,
    "data-subject-requests": STAFF,
    "breach-register": STAFF,
    "council-information": COUNCIL,
}
PUBLISHED = (
    "wmo-report-and-inquiry",
    "wmo-tailored-provision",
    "youth-access",
    "assistance-application",
    "debt-intake",
)
"""Weighed, adopted and shown to everyone."""
CARE = {"wmo-tailored-provision": who.CARE_PROVIDER, "youth-individual-provision": who.YOUTH_PROVIDER}
"""Where a care provider gives the help."""
JOINTLY = frozenset({"compulsory-education"})
"""What the regional body and the municipality decide together."""
UNDER_COVENANT = frozenset({"debt-early-warning", "wmo-report-and-inquiry"})
"""What falls under the covenant with the partners in the neighbourhood."""

FEW_PEOPLE = frozenset(
    {
        "wmo-quality-supervision",
        "wmo-carer-appreciation",
        "disabled-parking-card",
        "school-transport",
        "exclusion-order",
        "wvggz-crisis-measure",
        "objections",
        "complaints",
        "data-subject-requests",
        "breach-register",
        "council-information",
    }
)
"""What is about some tens or hundreds of people in a year."""
NOT_COUNTED = frozenset({"reintegration", "wmo-own-contribution"})
"""Of which nobody settled whether it is on a large scale."""
ANYBODY = frozenset(
    {
        "wmo-carer-appreciation",
        "objections",
        "complaints",
        "data-subject-requests",
        "breach-register",
        "council-information",
    }
)
"""What is about any resident, not about people who depend on help."""
SCREENED: Mapping[str, tuple[str, ...]] = {
    "breach-register": (),
    "wmo-carer-appreciation": (),
    "data-subject-requests": ("sensitive_data",),
    "complaints": ("sensitive_data",),
}
"""What somebody held against the supervisor's list, which names none, with the European criteria that apply."""

ALSO_IN = {"debt-intake": (who.LEGACY,)}
"""Which systems are used besides."""
LOGGED_APART = {"wmo-urgent-provision": who.CRISIS_LOGGING}
"""Where another measure logs who looks."""


def recorded_activities(catalogue: Catalogue) -> tuple[Activity, ...]:
    """The records in order; a few are only begun."""
    return tuple(
        kept(reference, catalogue, keeper=keeper, number=number)
        for number, (reference, keeper) in enumerate(KEPT.items(), start=1)
    )


def kept(reference: str, catalogue: Catalogue, *, keeper: Keeper, number: int) -> Activity:
    """One reference activity as Duinrade keeps it."""
    new_id = numbered(f"activity {reference}")
    begun = activity_from(catalogue.reference_activities[reference], catalogue, new_id=new_id)
    state = RecordState.PUBLISHED if reference in PUBLISHED else RecordState.CONCEPT
    return replace(
        begun,
        reference=f"DR-{number:03d}",
        record_state=state,
        version=1 if reference in PUBLISHED else 0,
        processing_state=ProcessingState.IN_USE,
        role=ActivityRole.JOINT_CONTROLLER if reference in JOINTLY else begun.role,
        started_on=STARTED,
        last_confirmed_on=CONFIRMED if number % 3 else dt.date(2024, 5, 2),
        last_destruction_on=dt.date(2026, 2, 3),
        rights_offered=_rights(begun, catalogue),
        unit_id=keeper.unit.id,
        unit=keeper.unit.name,
        owner_id=keeper.owner.id,
        owner=keeper.owner.name,
        controller_ids=(keeper.controller.id,),
        controllers=(keeper.controller.name,),
        system_ids=(who.CASE_SYSTEM.id, who.ARCHIVE.id, *(each.id for each in ALSO_IN.get(reference, ()))),
        measure_ids=_measures(reference),
        purposes=tuple(_weighed(purpose, catalogue) for purpose in begun.purposes),
        data_uses=tuple(filter(_has_data, (_needed(use, catalogue) for use in begun.data_uses))),
        sources=(
            DataSource(id=new_id(), from_data_subject=True, text="de inwoner zelf"),
            DataSource(id=new_id(), from_data_subject=False, text="Basisregistratie personen"),
        ),
        retention=_terms(begun, new_id),
        parties=tuple(_relations(reference, new_id)),
        characteristics=_like(reference),
        authority_list_items=() if reference in SCREENED else begun.authority_list_items,
        european_criteria=SCREENED.get(reference, begun.european_criteria),
        account=replace(
            ACCOUNT,
            covenant_name="Convenant Samen in de wijk" if reference in UNDER_COVENANT else "",
            joint_arrangement="Regeling Sociaal Kustland" if reference in JOINTLY else "",
        ),
    )


def _like(reference: str) -> Characteristics:
    """What the processing is like: on which scale, about whom, and whether partners share in it."""
    scale = None if reference in NOT_COUNTED else reference not in FEW_PEOPLE
    return replace(
        USUAL,
        large_scale=scale,
        vulnerable_subjects=reference not in ANYBODY,
        covenant=reference in UNDER_COVENANT,
    )


def _relations(reference: str, new_id: Callable[[], UUID]) -> Iterator[PartyRelation]:
    """The supplier of the case system, and who else works on this task."""
    told = "Beheert het zaaksysteem volgens de opdracht van de gemeente en bepaalt geen doel."
    yield _relation(who.SUPPLIER, PartyRole.PROCESSOR, told, "Contract 2023-114", new_id)
    if reference in CARE:
        own = "Geeft zelf hulp, houdt daarvan een eigen dossier en beslist daarover."
        contract = f"Gegevenslevering {CARE[reference].name}"
        yield _relation(CARE[reference], PartyRole.INDEPENDENT_CONTROLLER, own, contract, new_id)
    if reference in JOINTLY:
        together = "Gemeente en regio bepalen samen waarvoor en hoe."
        yield _relation(who.REGION, PartyRole.JOINT_CONTROLLER, together, "Regeling Sociaal Kustland", new_id)


def _relation(
    party: Party, role: PartyRole, reasoning: str, reference: str, new_id: Callable[[], UUID]
) -> PartyRelation:
    return PartyRelation(
        id=new_id(),
        party_id=party.id,
        party_name=party.name,
        party_country=party.country,
        party_is_care_provider=party.is_care_provider,
        role=role,
        role_reasoning=reasoning,
        agreement_declared=True,
        agreement_reference=reference,
    )


def _weighed(purpose: Purpose, catalogue: Catalogue) -> Purpose:
    """The purpose with the reasons that its owner gave."""
    bases = tuple(_reasoned(basis, catalogue) for basis in purpose.legal_bases)
    return replace(purpose, text=CLEARER.get(purpose.text, purpose.text), legal_bases=bases)


def _reasoned(basis: LegalBasis, catalogue: Catalogue) -> LegalBasis:
    return replace(
        basis,
        article_6=basis.article_6 or _carried_by(basis.provision_id, catalogue),
        necessity="De wet geeft de gemeente deze taak. Zonder de gegevens kan zij die niet doen.",
        proportionality="Wij vragen niet meer dan voor het besluit nodig is.",
        subsidiarity="Wat u zelf kunt laten zien, vragen wij niet bij een ander op.",
        rejected_alternative="Werken met een eigen verklaring. Dat kan niet, want dan is er niets om na te gaan.",
    )


def _carried_by(provision: str, catalogue: Catalogue) -> Article6:
    """Of several points the public task, where the provision carries it."""
    reading = catalogue.legal_bases[provision].reading
    letters = reading.article_6 if reading else ()
    return Article6.PUBLIC_TASK if not letters or "e" in letters else Article6(letters[0])


def _rights(activity: Activity, catalogue: Catalogue) -> tuple[DataSubjectRight, ...]:
    """Objection is offered where a public task carries the processing (GDPR 21(1))."""
    letters = {b.article_6 for p in activity.purposes for b in _weighed(p, catalogue).legal_bases}
    public = Article6.PUBLIC_TASK in letters
    return tuple(right for right in RIGHTS if right is not DataSubjectRight.OBJECTION or public)


def _needed(use: DataUse, catalogue: Catalogue) -> DataUse:
    """Why the data are needed; data whose exception is still being sought are not yet recorded."""
    unclear = {DataKind.SPECIAL} if use.special_ground is None else set()
    data = tuple(d for d in use.data_categories if catalogue.data_categories[d].kind not in unclear)
    return replace(
        use, data_categories=data, necessity="Zonder deze gegevens weten wij niet of iemand er recht op heeft."
    )


def _has_data(use: DataUse) -> bool:
    return bool(use.data_categories)


def _terms(activity: Activity, new_id: Callable[[], UUID]) -> tuple[RetentionPeriod, ...]:
    own = RetentionPeriod(id=new_id(), period="P10Y", trigger="case_closed", source=RetentionSource.OWN_DECISION)
    return tuple(
        replace(term, trigger_source="Zaaksysteem, datum laatste wijziging") for term in activity.retention or (own,)
    )


CLEARER = {
    "inzage, rectificatie, wissing e.d.": "Beslissen op een verzoek om inzage, verbetering of wissing van gegevens.",
    "onderzoek naar behoefte aan ondersteuning na melding": (
        "Uitzoeken welke hulp iemand nodig heeft die zich bij de gemeente meldt."
    ),
    "beschikken, toewijzen en leveren van maatwerkvoorzieningen": (
        "Beslissen of iemand hulp of een hulpmiddel krijgt, en zorgen dat het er komt."
    ),
    "toeleiding, advisering, bepaling van voorziening": (
        "Uitzoeken welke hulp een kind en het gezin nodig hebben. Daarover raad geven, en de hulp kiezen."
    ),
    "recht en hoogte bijstand vaststellen": "Vaststellen of iemand recht heeft op bijstand, en hoeveel.",
    "oplossen problematische schulden": "Samen met wie schulden heeft een plan maken om daarvan af te komen.",
}
"""Purposes of the reference that Duinrade wrote more precisely, those that everybody can read in plain words."""

USUAL = Characteristics(
    large_scale=True,
    vulnerable_subjects=True,
    children_under_16=False,
    children_12_to_15=False,
    guardianship=False,
    personnel=False,
    online_service_to_children=False,
    free_text=True,
    shared_systems=True,
    uses_base_registry=True,
    archiving_in_public_interest=False,
    research_or_statistics=False,
    public_monitoring=False,
    profiling_with_effect=False,
    automated_decision=False,
    algorithm=False,
    identification_not_needed=False,
    care_provider_role=False,
    care_contract=False,
    cross_domain_sharing=False,
    blacklist_shared=False,
    criminal_data_from_police_or_justice=False,
    criminal_data_for_own_use=False,
    covenant=False,
    information_given=True,
    information_waived=False,
    transfer_outside_eea=False,
    further_use=False,
)
ACCOUNT = Accountability(
    fairness="De inwoner hoort vooraf welke gegevens nodig zijn en wat ermee gebeurt.",
    purpose_separation="Elke taak heeft een eigen plek in het systeem. Alleen wie de taak doet, kan daar in.",
    minimisation="Het formulier vraagt alleen wat voor het besluit nodig is.",
    free_text_instruction="Elk verslag heeft dezelfde opbouw. Wij schrijven daarin niet wat wij van anderen vinden.",
    accuracy="De inwoner leest het verslag na en kan het laten verbeteren.",
    base_registry_feedback="Is er twijfel over een adres? Dan melden wij dat dezelfde dag.",
    destruction="Elk jaar maakt het archief een lijst van wat weg moet. De proceseigenaar tekent die.",
    information_method="In de brief dat wij uw aanvraag hebben, en op de pagina over privacy.",
    information_moment="Bij de eerste aanvraag, en binnen een maand als gegevens van een ander komen.",
    security="Toegang op basis van taak, tweede factor, logging met steekproef.",
)


def _measures(reference: str) -> tuple[UUID, ...]:
    apart = LOGGED_APART.get(reference, who.LOGGING)
    return tuple(apart.id if each is who.LOGGING else each.id for each in who.USUAL)
