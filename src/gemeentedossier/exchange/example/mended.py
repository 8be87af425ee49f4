"""What became of the faulty records of Duinrade: each mended as its owner would, without hiding what it is about.

A record that moved data abroad still does, on a valid mechanism; one that decides by machine still does, and names its
algorithm. So that who sees a contradiction here sees a false alarm.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from uuid import UUID

from gemeentedossier.catalogue.facts import Catalogue
from gemeentedossier.dossier.parties.facts import Party
from gemeentedossier.dossier.register.enums import (
    ActivityRole,
    Article6,
    CriminalDataGround,
    DataSubjectRight,
    FurtherUseBasis,
    PartyRole,
    RecordState,
    RetentionSource,
    SpecialCategoryGround,
    TransferMechanism,
)
from gemeentedossier.dossier.register.facts import (
    Activity,
    DataUse,
    FurtherUse,
    LegalBasis,
    PartyRelation,
    Purpose,
    Recipient,
    RetentionPeriod,
    Transfer,
)
from gemeentedossier.exchange.example import organisation as who
from gemeentedossier.exchange.example.faulty import FAULTS, before_the_fault

NewId = Callable[[], UUID]
Mending = Callable[[Activity, NewId], Activity]
STARTED = dt.date(2021, 6, 1)
ASSESSED = dt.date(2021, 3, 1)
VALID_UNTIL = dt.date(2030, 12, 31)
WITHOUT_OBJECTION = (DataSubjectRight.ACCESS, DataSubjectRight.RECTIFICATION, DataSubjectRight.RESTRICTION)


def mended_activities(catalogue: Catalogue) -> Iterator[Activity]:
    """The faulty activities, each mended."""
    for (name, *_), (sound, new_id) in zip(FAULTS, before_the_fault(catalogue), strict=True):
        yield MENDINGS.get(name, _filled_in)(sound, new_id)


def _filled_in(activity: Activity, new_id: NewId) -> Activity:
    """What was missing, vague or borrowed was written down: the record as it should have been."""
    return activity


def _carried(activity: Activity, new_id: NewId, basis: LegalBasis) -> Activity:
    text = "Vaststellen of een inwoner recht heeft op de gevraagde voorziening."
    return replace(activity, purposes=(Purpose(id=new_id(), position=0, text=text, legal_bases=(basis,)),))


def _ages_agree(activity: Activity, new_id: NewId) -> Activity:
    traits = replace(
        activity.characteristics,
        children_under_16=True,
        children_12_to_15=True,
        guardianship=True,
        cross_domain_sharing=False,
    )
    return replace(activity, characteristics=traits)


def _covenant_beside_the_law(activity: Activity, new_id: NewId) -> Activity:
    """The covenant still stands there, as an agreement and not as a basis."""
    named = replace(activity.account, covenant_name="Samenwerkingsconvenant Kustland 2019")
    return replace(activity, characteristics=replace(activity.characteristics, covenant=True), account=named)


def _each_exception_carried(activity: Activity, new_id: NewId) -> Activity:
    """Health, criminal data and the bsn, each on the ground that it needs."""
    use = DataUse(
        id=new_id(),
        position=0,
        subject_categories=("wmo-client",),
        data_categories=("name-and-address", "health", "criminal", "bsn"),
        special_ground=SpecialCategoryGround.SUBSTANTIAL_PUBLIC_INTEREST,
        special_provision_id="wmo-5.1.1-1",
        criminal_ground=CriminalDataGround.SECTOR_LAW,
        criminal_provision_id="wgs-8a",
        bsn_provision_id="wmo-5.2.9-1-8",
    )
    return replace(activity, data_uses=(use,))


def _ground_that_fits(activity: Activity, new_id: NewId) -> Activity:
    use = DataUse(
        id=new_id(),
        position=0,
        subject_categories=("wmo-client",),
        data_categories=("health",),
        special_ground=SpecialCategoryGround.SUBSTANTIAL_PUBLIC_INTEREST,
        special_provision_id="wmo-5.1.1-1",
    )
    basis = LegalBasis(id=new_id(), article_6=Article6.PUBLIC_TASK, provision_id="wmo-5.1.1-1")
    offered = (*WITHOUT_OBJECTION, DataSubjectRight.OBJECTION)
    return replace(_carried(activity, new_id, basis), data_uses=(use,), rights_offered=offered)


def _abroad_on_valid_clauses(activity: Activity, new_id: NewId) -> Activity:
    """The American survey tool stays, and the register says so."""
    clauses = Transfer(
        id=new_id(),
        recipient="Brightform",
        country="US",
        mechanism=TransferMechanism.STANDARD_CLAUSES,
        mechanism_reference="Modelbepalingen 2021, module 2",
        mechanism_valid_until=VALID_UNTIL,
        assessment_on=dt.date(2026, 3, 2),
    )
    recipient = Recipient(id=new_id(), text="Brightform", party_id=who.AMERICAN.id)
    traits = replace(activity.characteristics, transfer_outside_eea=True)
    return replace(activity, recipients=(recipient,), transfers=(clauses,), characteristics=traits)


def _terms_agree(activity: Activity, new_id: NewId) -> Activity:
    """As the Act says, as the Archives Act asks, and what stays for ever without a term beside it."""
    rule = "statute-wmo-municipality-and-providers"
    terms = (
        RetentionPeriod(
            id=new_id(),
            rule_id=rule,
            period="P15Y",
            permanent=False,
            trigger="last_change_of_data",
            trigger_source="Zaaksysteem, datum laatste wijziging",
            source=RetentionSource.STATUTE,
        ),
        RetentionPeriod(
            id=new_id(), applies_to="besluiten van de raad", permanent=True, source=RetentionSource.OWN_DECISION
        ),
    )
    return replace(activity, sector_law="wmo-2015", retention=terms)


def _right_kinds_of_party(activity: Activity, new_id: NewId) -> Activity:
    """The care provider answers for itself, the host has an agreement, the region an arrangement."""
    care = _with_party(activity, who.CARE_PROVIDER, PartyRole.INDEPENDENT_CONTROLLER, new_id)
    host = _with_party(care, who.HOSTING, PartyRole.PROCESSOR, new_id)
    return _jointly(host, new_id)


def _with_party(activity: Activity, party: Party, role: PartyRole, new_id: NewId) -> Activity:
    relation = PartyRelation(
        id=new_id(),
        party_id=party.id,
        party_name=party.name,
        party_country=party.country,
        party_is_care_provider=party.is_care_provider,
        role=role,
        role_reasoning="Vastgesteld met juridische zaken.",
        agreement_declared=True,
        agreement_reference="Contract 2026-018",
    )
    return replace(activity, parties=(*activity.parties, relation))


def _jointly(activity: Activity, new_id: NewId) -> Activity:
    partner = _with_party(activity, who.REGION, PartyRole.JOINT_CONTROLLER, new_id)
    arranged = replace(activity.account, joint_arrangement="Regeling Kustland 2026, artikel 4: wie waarvoor instaat.")
    return replace(partner, role=ActivityRole.JOINT_CONTROLLER, account=arranged)


def _processor_that_says_so(activity: Activity, new_id: NewId) -> Activity:
    return replace(_with_party(activity, who.REGION, PartyRole.CLIENT, new_id), role=ActivityRole.PROCESSOR)


def _rights_that_exist(activity: Activity, new_id: NewId) -> Activity:
    """A legal obligation, without portability and objection."""
    basis = LegalBasis(id=new_id(), article_6=Article6.LEGAL_OBLIGATION, provision_id="wmo-2.3.2-1-9")
    use = DataUse(id=new_id(), position=0, subject_categories=("wmo-client",), data_categories=("name-and-address",))
    return replace(_carried(activity, new_id, basis), data_uses=(use,), rights_offered=WITHOUT_OBJECTION)


def _machine_that_is_known(activity: Activity, new_id: NewId) -> Activity:
    """The machine still decides; it is named, and judges nobody by a profile."""
    traits = replace(activity.characteristics, automated_decision=True, algorithm=True, profiling_with_effect=False)
    told = replace(
        activity.account,
        automated_decision_ground="Het besluit volgt uit de wet, zonder afweging.",
        automated_decision_safeguards="Wie het vraagt, krijgt een mens die opnieuw kijkt.",
        algorithm_register="Opgenomen in het algoritmeregister op 4 mei 2026.",
    )
    return replace(activity, characteristics=traits, account=told)


def _assessed_before(activity: Activity, new_id: NewId) -> Activity:
    """Begun after its assessment was ready."""
    traits = replace(activity.characteristics, impact_assessment_required=True, vulnerable_subjects=True)
    return replace(activity, characteristics=traits, started_on=STARTED, impact_assessment_completed_on=ASSESSED)


def _assessed_as_the_list_asks(activity: Activity, new_id: NewId) -> Activity:
    counted = ("sensitive_data", "large_scale", "matching", "vulnerable_subjects")
    return replace(
        _assessed_before(activity, new_id), authority_list_items=("fraud-prevention",), european_criteria=counted
    )


def _further_use_said(activity: Activity, new_id: NewId) -> Activity:
    use = FurtherUse(
        id=new_id(),
        purpose="Beleidsonderzoek naar wachttijden",
        basis=FurtherUseBasis.COMPATIBLE,
        link="Het onderzoek gaat over dezelfde hulp.",
        context="De inwoner verwacht dat de gemeente haar wachttijden kent.",
        nature="Alleen data en duur, geen gegevens over gezondheid.",
        consequences="Geen gevolgen voor wie erin voorkomt.",
        safeguards="De onderzoeker ziet geen namen.",
        conclusion="Verenigbaar met het doel van de verzameling.",
        people_informed=True,
    )
    return replace(activity, further_uses=(use,), characteristics=replace(activity.characteristics, further_use=True))


def _own_reasoning(activity: Activity, new_id: NewId) -> Activity:
    """Each provision weighed for itself."""
    basis = LegalBasis(
        id=new_id(),
        article_6=Article6.PUBLIC_TASK,
        provision_id="wmo-5.1.1-1",
        necessity=WEIGHED[activity.name],
    )
    return _carried(activity, new_id, basis)


def _special_data_said(activity: Activity, new_id: NewId) -> Activity:
    told = replace(activity.account, minimisation="Van de gezondheid staat er alleen wat iemand niet zelf kan.")
    return replace(_ground_that_fits(activity, new_id), account=told)


def _adopted_on_what_was_read(activity: Activity, new_id: NewId) -> Activity:
    """Published on the provision of its reference activity, which was read."""
    return replace(activity, record_state=RecordState.PUBLISHED, version=1)


def _helpdesk_abroad_said(activity: Activity, new_id: NewId) -> Activity:
    return _with_party(_abroad_on_valid_clauses(activity, new_id), who.AMERICAN, PartyRole.PROCESSOR, new_id)


WEIGHED = {
    "Huishoudelijke hulp": "Zonder te weten welke ruimten in gebruik zijn, is het aantal uren niet te bepalen.",
    "Vervoersvoorziening": "De afstand die iemand kan lopen, bepaalt of een scootmobiel of een pas nodig is.",
}
MENDINGS: Mapping[str, Mending] = {
    "Jongerenapp": _ages_agree,
    "Jeugdsportfonds": _ages_agree,
    "Overleg zorg en veiligheid": _covenant_beside_the_law,
    "Crisiskaart": _each_exception_carried,
    "Noodcontact huishoudelijke hulp": _ground_that_fits,
    "Cliëntervaring online": _abroad_on_valid_clauses,
    "Nieuwsbrief mantelzorg": _abroad_on_valid_clauses,
    "Vragenlijst welzijn": _abroad_on_valid_clauses,
    "Wmo-archief": _terms_agree,
    "Inkoop jeugdhulp": _right_kinds_of_party,
    "Salarisadministratie voor Kustland": _processor_that_says_so,
    "Regionale toegang": _jointly,
    "Meldingen digitaal": _rights_that_exist,
    "Automatische kwijtschelding": _machine_that_is_known,
    "Risicoselectie bijstand": _assessed_as_the_list_asks,
    "Vroegsignalering 2.0": _assessed_before,
    "Schuldhulp regionaal": _assessed_before,
    "Wachttijden": _further_use_said,
    "Huishoudelijke hulp": _own_reasoning,
    "Vervoersvoorziening": _own_reasoning,
    "Woningaanpassing": _special_data_said,
    "Vroegsignalering (regeling 2024)": _adopted_on_what_was_read,
    "Helpdesk zorgportaal": _helpdesk_abroad_said,
}
"""How each was mended; what is not named here was only filled in as it should have been."""
