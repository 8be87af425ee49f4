"""Records of Duinrade with faults as they are found in practice: together, every contradiction once."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from uuid import UUID

from gemeentedossier.catalogue.facts import Catalogue
from gemeentedossier.dossier.parties.facts import Party
from gemeentedossier.dossier.register.enums import (
    ActivityRole,
    Article6,
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
from gemeentedossier.exchange.example.identifiers import numbered
from gemeentedossier.exchange.example.records import INCOME, STAFF, SUPPORT, YOUTH, Keeper, kept

NewId = Callable[[], UUID]
Fault = Callable[[Activity, NewId], Activity]
GOOD_PURPOSE = "Vaststellen of een inwoner recht heeft op de gevraagde voorziening."


def faulty_activities(catalogue: Catalogue) -> Iterator[Activity]:
    """One activity for each kind of carelessness."""
    for (_name, _reference, _keeper, fault), (sound, new_id) in zip(FAULTS, before_the_fault(catalogue), strict=True):
        yield fault(sound, new_id)


def before_the_fault(catalogue: Catalogue) -> Iterator[tuple[Activity, NewId]]:
    """The same activities as they would be without carelessness, each with a maker of further identifiers."""
    for number, (name, reference, keeper, _fault) in enumerate(FAULTS, start=1):
        sound = kept(reference, catalogue, keeper=keeper, number=100 + number)
        new_id = numbered(f"faulty {number}")
        yield _renewed(replace(sound, id=new_id(), name=name, reference=f"DF-{number:03d}"), new_id), new_id


def _renewed(activity: Activity, new_id: NewId) -> Activity:
    """The same record with identifiers of its own, and nothing adopted."""
    return replace(
        activity,
        record_state=activity.record_state.CONCEPT,
        version=0,
        purposes=tuple(
            replace(p, id=new_id(), legal_bases=tuple(replace(b, id=new_id()) for b in p.legal_bases))
            for p in activity.purposes
        ),
        data_uses=tuple(replace(use, id=new_id(), purpose_ids=()) for use in activity.data_uses),
        sources=tuple(replace(source, id=new_id()) for source in activity.sources),
        recipients=tuple(replace(recipient, id=new_id()) for recipient in activity.recipients),
        retention=tuple(replace(period, id=new_id()) for period in activity.retention),
        parties=tuple(replace(relation, id=new_id()) for relation in activity.parties),
    )


def _resting_on(activity: Activity, new_id: NewId, *bases: LegalBasis, text: str = GOOD_PURPOSE) -> Activity:
    return replace(activity, purposes=(Purpose(id=new_id(), position=0, text=text, legal_bases=bases),))


def _with_party(activity: Activity, party: Party, relation: PartyRelation) -> Activity:
    named = replace(
        relation,
        party_id=party.id,
        party_name=party.name,
        party_country=party.country,
        party_is_care_provider=party.is_care_provider,
    )
    return replace(activity, parties=(*activity.parties, named))


def _copied_register(activity: Activity, new_id: NewId) -> Activity:
    """A line as it came from an old spreadsheet: a vague purpose, no ground, no term."""
    basis = LegalBasis(id=new_id(), article_6=Article6.PUBLIC_TASK)
    vague = _resting_on(activity, new_id, basis, text="Verbeteren dienstverlening e.d.")
    return replace(vague, retention=(), parties=(), sources=(), recipients=())


def _no_purpose(activity: Activity, new_id: NewId) -> Activity:
    return replace(activity, purposes=(), last_confirmed_on=None, owner_id=None, owner="")


def _consent_as_plaster(activity: Activity, new_id: NewId) -> Activity:
    """Consent for a service that people depend on, of children too."""
    asked = replace(activity, sector_law="jeugdwet", rights_offered=(DataSubjectRight.ACCESS,))
    traits = replace(
        asked.characteristics,
        children_under_16=True,
        children_12_to_15=None,
        guardianship=None,
        cross_domain_sharing=False,
    )
    children = replace(asked, characteristics=traits)
    return _resting_on(children, new_id, LegalBasis(id=new_id(), article_6=Article6.CONSENT))


def _ages_that_clash(activity: Activity, new_id: NewId) -> Activity:
    return replace(
        activity, characteristics=replace(activity.characteristics, children_under_16=False, children_12_to_15=True)
    )


def _covenant_as_basis(activity: Activity, new_id: NewId) -> Activity:
    basis = LegalBasis(
        id=new_id(), article_6=Article6.PUBLIC_TASK, provision_text="Samenwerkingsconvenant Kustland 2019"
    )
    return _resting_on(activity, new_id, basis)


def _legitimate_interest(activity: Activity, new_id: NewId) -> Activity:
    own = replace(activity, sector_law="participatiewet")
    return _resting_on(own, new_id, LegalBasis(id=new_id(), article_6=Article6.LEGITIMATE_INTERESTS))


def _law_not_in_force(activity: Activity, new_id: NewId) -> Activity:
    """Built on a bill: the basis, and the exceptions for health, crime and the bsn."""
    basis = LegalBasis(id=new_id(), article_6=Article6.PUBLIC_TASK, provision_id=BILL)
    use = DataUse(
        id=new_id(),
        position=0,
        subject_categories=("wmo-client",),
        data_categories=("health", "criminal", "bsn"),
        special_ground=SpecialCategoryGround.SUBSTANTIAL_PUBLIC_INTEREST,
        special_provision_id=BILL,
        criminal_provision_id=BILL,
        bsn_provision_id=BILL,
    )
    return replace(_resting_on(activity, new_id, basis), data_uses=(use,))


def _no_exceptions(activity: Activity, new_id: NewId) -> Activity:
    """Health, criminal data and the bsn, each without the ground that it needs."""
    use = DataUse(
        id=new_id(),
        position=0,
        subject_categories=("wmo-client",),
        data_categories=("name-and-address", "health", "criminal", "bsn"),
    )
    return replace(activity, data_uses=(use,))


def _ground_that_does_not_fit(activity: Activity, new_id: NewId) -> Activity:
    """An exception that the provision does not carry, and a point of Article 6 that it does not back."""
    use = DataUse(
        id=new_id(),
        position=0,
        subject_categories=("wmo-client",),
        data_categories=("health",),
        special_ground=SpecialCategoryGround.PUBLIC_HEALTH,
        special_provision_id="wmo-5.1.1-1",
    )
    basis = LegalBasis(id=new_id(), article_6=Article6.VITAL_INTERESTS, provision_id="wmo-5.1.1-1")
    return replace(_resting_on(activity, new_id, basis), data_uses=(use,))


def _abroad_in_silence(activity: Activity, new_id: NewId) -> Activity:
    """An American survey tool, while the register says that nothing leaves the EEA."""
    recipient = Recipient(id=new_id(), text="Brightform", party_id=who.AMERICAN.id)
    transfer = Transfer(id=new_id(), recipient="Brightform", country="US")
    return replace(activity, recipients=(recipient,), transfers=(transfer,))


def _abroad_unrecorded(activity: Activity, new_id: NewId) -> Activity:
    """The register says yes, but not to whom; the party that receives is in the United States."""
    recipient = Recipient(id=new_id(), text="Brightform", party_id=who.AMERICAN.id)
    traits = replace(activity.characteristics, transfer_outside_eea=True)
    return replace(activity, recipients=(recipient,), transfers=(), characteristics=traits)


def _abroad_on_expired_paper(activity: Activity, new_id: NewId) -> Activity:
    transfers = (
        Transfer(
            id=new_id(),
            recipient="Brightform",
            country="US",
            mechanism=TransferMechanism.STANDARD_CLAUSES,
            mechanism_valid_until=dt.date(2024, 12, 31),
        ),
        Transfer(id=new_id(), recipient="Brightform", country="US", mechanism=TransferMechanism.DEROGATION),
    )
    traits = replace(activity.characteristics, transfer_outside_eea=True)
    return replace(activity, transfers=transfers, characteristics=traits)


def _terms_that_clash(activity: Activity, new_id: NewId) -> Activity:
    """Kept longer than the Act says, shorter than the Archives Act asks, for ever and ten years, from no event."""
    statute = "statute-wmo-municipality-and-providers"
    terms = (
        RetentionPeriod(id=new_id(), rule_id=statute, period="P30Y", trigger="last_change_of_data"),
        RetentionPeriod(id=new_id(), rule_id="selectielijst-2020-8.1.1", period="P1Y", trigger="case_closed"),
        RetentionPeriod(
            id=new_id(), period="P10Y", permanent=True, trigger="case_closed", source=RetentionSource.OWN_DECISION
        ),
        RetentionPeriod(id=new_id(), period="P5Y", text="vijf jaar", source=RetentionSource.OWN_DECISION),
    )
    return replace(activity, sector_law="wmo-2015", retention=terms)


def _wrong_kinds_of_party(activity: Activity, new_id: NewId) -> Activity:
    """A care provider as processor, a processor without agreement, joint control without arrangement."""
    care = _with_party(activity, who.CARE_PROVIDER, _relation(new_id, PartyRole.PROCESSOR, agreed=True))
    host = _with_party(care, who.HOSTING, _relation(new_id, PartyRole.PROCESSOR, agreed=False))
    return _with_party(host, who.REGION, _relation(new_id, PartyRole.JOINT_CONTROLLER, agreed=False))


def _relation(new_id: NewId, role: PartyRole, *, agreed: bool) -> PartyRelation:
    return PartyRelation(id=new_id(), party_id=who.REGION.id, party_name="", role=role, agreement_declared=agreed)


def _processor_nobody_knows(activity: Activity, new_id: NewId) -> Activity:
    return replace(activity, role=ActivityRole.PROCESSOR)


def _joint_alone(activity: Activity, new_id: NewId) -> Activity:
    return replace(activity, role=ActivityRole.JOINT_CONTROLLER)


def _rights_that_do_not_exist(activity: Activity, new_id: NewId) -> Activity:
    """Portability and objection for a legal obligation."""
    basis = LegalBasis(id=new_id(), article_6=Article6.LEGAL_OBLIGATION, provision_id="wmo-2.3.2-1-9")
    use = DataUse(id=new_id(), position=0, subject_categories=("wmo-client",), data_categories=("name-and-address",))
    offered = (DataSubjectRight.ACCESS, DataSubjectRight.PORTABILITY, DataSubjectRight.OBJECTION)
    return replace(_resting_on(activity, new_id, basis), data_uses=(use,), rights_offered=offered)


def _objection_not_named(activity: Activity, new_id: NewId) -> Activity:
    basis = LegalBasis(
        id=new_id(), article_6=Article6.PUBLIC_TASK, provision_text="artikel 4 Wet op het primair onderwijs"
    )
    return _resting_on(replace(activity, rights_offered=(DataSubjectRight.ACCESS,)), new_id, basis)


def _informed_and_not(activity: Activity, new_id: NewId) -> Activity:
    traits = replace(activity.characteristics, information_given=True, information_waived=True)
    return replace(activity, sources=activity.sources[:1], characteristics=traits)


def _machine_decides(activity: Activity, new_id: NewId) -> Activity:
    traits = replace(activity.characteristics, automated_decision=True, algorithm=False, profiling_with_effect=True)
    return replace(activity, characteristics=traits)


def _assessment_denied(activity: Activity, new_id: NewId) -> Activity:
    """On the supervisor's list, three European criteria, vulnerable people; and no assessment, says the register."""
    traits = replace(activity.characteristics, impact_assessment_required=False, vulnerable_subjects=True)
    return replace(
        activity,
        characteristics=traits,
        authority_list_items=("fraud-prevention",),
        european_criteria=("sensitive_data", "large_scale", "matching"),
    )


def _assessment_missing(activity: Activity, new_id: NewId) -> Activity:
    return replace(activity, characteristics=replace(activity.characteristics, impact_assessment_required=True))


def _assessment_late(activity: Activity, new_id: NewId) -> Activity:
    required = replace(activity.characteristics, impact_assessment_required=True)
    return replace(activity, characteristics=required, impact_assessment_completed_on=dt.date(2021, 3, 1))


def _further_use_denied(activity: Activity, new_id: NewId) -> Activity:
    use = FurtherUse(id=new_id(), purpose="Beleidsonderzoek naar wachttijden", basis=FurtherUseBasis.COMPATIBLE)
    return replace(activity, further_uses=(use,), characteristics=replace(activity.characteristics, further_use=False))


def _half_written(activity: Activity, new_id: NewId) -> Activity:
    """Notes for later that nobody came back to, in a record that was said to be ready."""
    account = replace(activity.account, minimisation="TO DO: navragen bij het team", destruction="nader invullen")
    return replace(activity, account=account)


def _borrowed_reasoning(activity: Activity, new_id: NewId) -> Activity:
    """The weighing of another activity, of which a word was changed."""
    basis = LegalBasis(
        id=new_id(),
        article_6=Article6.PUBLIC_TASK,
        provision_id="wmo-5.1.1-1",
        necessity=f"{BORROWED} Dit geldt voor {activity.name}.",
    )
    return _resting_on(activity, new_id, basis)


def _special_data_denied(activity: Activity, new_id: NewId) -> Activity:
    use = DataUse(
        id=new_id(),
        position=0,
        subject_categories=("wmo-client",),
        data_categories=("name-and-address", "health"),
        special_ground=SpecialCategoryGround.SUBSTANTIAL_PUBLIC_INTEREST,
        special_provision_id="wmo-5.1.1-1",
    )
    account = replace(activity.account, minimisation="Er worden geen bijzondere persoonsgegevens gebruikt.")
    return replace(activity, data_uses=(use,), account=account)


def _consent_for_the_form(activity: Activity, new_id: NewId) -> Activity:
    """The task carries it, yet people sign for consent."""
    basis = LegalBasis(
        id=new_id(),
        article_6=Article6.PUBLIC_TASK,
        provision_id="wmo-5.1.1-1",
        consent_evidence="De inwoner zet een handtekening onder het formulier.",
    )
    return _resting_on(activity, new_id, basis)


def _owner_left(activity: Activity, new_id: NewId) -> Activity:
    return replace(activity, owner_id=who.LEFT.id, owner=who.LEFT.name)


def _adopted_unread(activity: Activity, new_id: NewId) -> Activity:
    """Published on a provision that nobody read in the text of the law."""
    basis = LegalBasis(id=new_id(), article_6=Article6.PUBLIC_TASK, provision_id=UNREAD)
    (purpose,) = activity.purposes
    plain = replace(purpose, text="Inwoners met een achterstand in de betaling hulp aanbieden.")
    published = replace(activity, record_state=RecordState.PUBLISHED, version=1, purposes=(plain,))
    return _resting_on(published, new_id, basis)


def _helpdesk_abroad(activity: Activity, new_id: NewId) -> Activity:
    """A processor in the United States, while the register says that nothing leaves the EEA."""
    return _with_party(activity, who.AMERICAN, _relation(new_id, PartyRole.PROCESSOR, agreed=True))


BILL = "wams"
UNREAD = "bgs-3"
BORROWED = (
    "De gegevens zijn nodig om vast te stellen wat iemand nodig heeft, welke hulp er al is, wie daarbij betrokken zijn "
    "en of de inwoner zelf of met hulp van zijn omgeving een oplossing kan vinden."
)
FAULTS: tuple[tuple[str, str, Keeper, Fault], ...] = (
    ("Klantcontact sociaal domein (oud register)", "customer-contact", SUPPORT, _copied_register),
    ("Signalen uit de wijk", "community-team", SUPPORT, _no_purpose),
    ("Jongerenapp", "youth-access", YOUTH, _consent_as_plaster),
    ("Jeugdsportfonds", "minimum-income-schemes", YOUTH, _ages_that_clash),
    ("Overleg zorg en veiligheid", "care-and-safety-house", SUPPORT, _covenant_as_basis),
    ("Huisbezoek bij bijstand", "assistance-enforcement", INCOME, _legitimate_interest),
    ("Meervoudige problematiek (proef)", "community-team", SUPPORT, _law_not_in_force),
    ("Crisiskaart", "wmo-urgent-provision", SUPPORT, _no_exceptions),
    ("Noodcontact huishoudelijke hulp", "wmo-urgent-provision", SUPPORT, _ground_that_does_not_fit),
    ("Cliëntervaring online", "client-experience-survey", SUPPORT, _abroad_in_silence),
    ("Nieuwsbrief mantelzorg", "wmo-carer-appreciation", SUPPORT, _abroad_unrecorded),
    ("Vragenlijst welzijn", "client-experience-survey", SUPPORT, _abroad_on_expired_paper),
    ("Wmo-archief", "wmo-periodic-review", SUPPORT, _terms_that_clash),
    ("Inkoop jeugdhulp", "youth-billing", YOUTH, _wrong_kinds_of_party),
    ("Salarisadministratie voor Kustland", "staff-administration", STAFF, _processor_nobody_knows),
    ("Regionale toegang", "youth-access", YOUTH, _joint_alone),
    ("Meldingen digitaal", "wmo-report-and-inquiry", SUPPORT, _rights_that_do_not_exist),
    ("Leerlingenvervoer (nieuw formulier)", "school-transport", SUPPORT, _objection_not_named),
    ("Onderzoek zonder bericht", "assistance-review", INCOME, _informed_and_not),
    ("Automatische kwijtschelding", "tax-remission", INCOME, _machine_decides),
    ("Risicoselectie bijstand", "algorithm-in-use", INCOME, _assessment_denied),
    ("Vroegsignalering 2.0", "debt-early-warning", INCOME, _assessment_missing),
    ("Schuldhulp regionaal", "debt-settlement", INCOME, _assessment_late),
    ("Wachttijden", "policy-information", YOUTH, _further_use_denied),
    ("Dagbesteding (in bewerking)", "wmo-tailored-provision", SUPPORT, _half_written),
    ("Huishoudelijke hulp", "wmo-tailored-provision", SUPPORT, _borrowed_reasoning),
    ("Vervoersvoorziening", "wmo-tailored-provision", SUPPORT, _borrowed_reasoning),
    ("Woningaanpassing", "wmo-tailored-provision", SUPPORT, _special_data_denied),
    ("Keukentafelgesprek", "wmo-report-and-inquiry", SUPPORT, _consent_for_the_form),
    ("Maatwerk minima", "minimum-income-schemes", INCOME, _owner_left),
    ("Vroegsignalering (regeling 2024)", "debt-early-warning", INCOME, _adopted_unread),
    ("Helpdesk zorgportaal", "client-experience-survey", SUPPORT, _helpdesk_abroad),
)
"""Name, reference activity, keeper, and what went wrong."""
