"""Subjects: what is recorded, what follows from it with the catalogue, and what stays unknown."""

import datetime as dt
from dataclasses import replace

import pytest

from gemeentedossier.assessment.engine.subjects.cases import activity_cases
from gemeentedossier.assessment.engine.subjects.keeping import retention_subject
from gemeentedossier.assessment.engine.subjects.law import Law
from gemeentedossier.assessment.engine.subjects.lawfulness import legal_basis_subject, purpose_subject
from gemeentedossier.assessment.engine.subjects.organisation import organisation_subject
from gemeentedossier.assessment.engine.subjects.use import (
    data_use_subject,
    recipient_subject,
    transfer_subject,
)
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.parties.facts import Party
from gemeentedossier.dossier.register.enums import Article6, DataSubjectRight, PartyRole, TransferMechanism
from gemeentedossier.dossier.register.facts import (
    Activity,
    Characteristics,
    DataSource,
    DataUse,
    LegalBasis,
    PartyRelation,
    Purpose,
    Recipient,
    RetentionPeriod,
    Transfer,
)
from tests.unit.assessment.dossiers import DAY, dossier_with, some_id

LAW = Law(current_catalogue(), DAY)
ID = some_id(2)


def subject_of(activity: Activity):
    organisation = organisation_subject(dossier_with().organisation, LAW)
    return next(activity_cases(activity, organisation, {}, LAW)).layers["activity"]


def use(*data: str, **fields: object) -> DataUse:
    return DataUse(ID, 1, data_categories=data, **fields)  # type: ignore[arg-type]


def test_an_empty_activity_denies_nothing():
    found = subject_of(Activity(ID, "Leeg"))
    denied = {name for name, fact in vars(found).items() if fact is False}
    assert denied == {"has_sector_law", "is_adopted", "children_rule_recorded", "has_impact_assessment"}


@pytest.mark.parametrize(
    ("uses", "truth"),
    [
        ((use("health"),), True),
        ((use("contact"),), False),
        ((use("contact"), use("health")), True),
        ((use("contact", data_categories_own=("iets",)),), None),
        ((use("contact"), use()), None),
        ((use("no-such-category"),), None),
        ((), None),
    ],
)
def test_special_data_are_denied_only_where_every_category_is_known(uses, truth):
    assert subject_of(Activity(ID, "A", data_uses=uses)).has_special_data is truth


def test_a_category_that_the_catalogue_does_not_know_leaves_each_kind_open():
    found = data_use_subject(use("contact", "no-such-category"), LAW)
    assert (found.has_health_data, found.has_bsn, found.has_criminal) == (None, None, None)


def test_the_kinds_of_data_come_from_the_catalogue():
    found = data_use_subject(use("health", "bsn", "criminal"), LAW)
    assert (found.has_special, found.has_bsn, found.has_criminal, found.special_names) == (
        True,
        True,
        True,
        "Gegevens over gezondheid",
    )


@pytest.mark.parametrize(
    ("letters", "truth"),
    [
        ((Article6.CONSENT, None), True),
        ((Article6.PUBLIC_TASK, None), None),
        ((Article6.PUBLIC_TASK,), False),
    ],
)
def test_consent_is_denied_only_where_every_basis_is_known(letters, truth):
    bases = tuple(LegalBasis(some_id(number), letter) for number, letter in enumerate(letters))
    found = subject_of(Activity(ID, "A", purposes=(Purpose(ID, 1, "Doel", bases),)))
    assert found.rests_on_consent is truth


def test_a_purpose_without_basis_leaves_the_others_open():
    bases = (LegalBasis(ID, Article6.PUBLIC_TASK),)
    found = subject_of(Activity(ID, "A", purposes=(Purpose(ID, 1, "Een", bases), Purpose(some_id(3), 2, "Twee"))))
    assert (found.rests_on_public_task, found.rests_on_consent, found.legal_bases_letters) == (
        True,
        None,
        None,
    )


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("Diverse doeleinden", ("diverse doeleinden",)),
        ("Uitvoering.", ("uitvoering",)),
        ("Verbeteren dienstverlening", ("verbeteren dienstverlening",)),
        ("Een efficiënte dienstverlening", ("efficiënte dienstverlening",)),
        ("De kwaliteit van onze dienstverlening", ("kwaliteit van onze dienstverlening",)),
        ("Optimaliseren", ("optimaliseren",)),
        ("Diverse doelen", ("diverse doelen",)),
        ("Overige", ("overige",)),
        ("statistiek", ("statistiek",)),
        ("Het verwerken van gegevens van de gemeente", ("verwerken van gegevens",)),
        ("Gegevens beheren voor onze taken", ("gegevens beheren voor onze taken",)),
        ("Wmo uitvoeren", ()),
        ("Verbeteren van de zorg voor ouderen", ()),
        ("Beoordelen van de kwaliteit van ingekochte dienstverlening", ()),
        ("Beoordelen of een inwoner recht heeft op hulp bij het huishouden", ()),
        ("", None),
    ],
)
def test_vague_words_in_a_purpose(text, vague):
    assert purpose_subject(Purpose(ID, 1, text), Activity(ID, "A"), LAW).vague_words == vague


def test_no_purpose_of_a_reference_activity_is_vague_but_the_one_with_an_open_end():
    activities = LAW.catalogue.reference_activities.values()
    purposes = [each.text.nl for known in activities for each in known.prefill.purposes]
    assert [text for text in purposes if LAW.vague_words(text)] == ["inzage, rectificatie, wissing e.d."]
    assert [text for text in purposes if LAW.lint.look_at(text).left_over] == []


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("Convenant met partners", True),
        ("Wmo 2015 en het convenant", False),
        ("Gemeentewet", False),
        ("", None),
    ],
)
def test_a_covenant_in_the_place_of_a_law(text, truth):
    assert legal_basis_subject(LegalBasis(ID, provision_text=text), LAW).names_covenant is truth


def test_a_provision_of_the_catalogue_is_cited_and_judged():
    found = legal_basis_subject(LegalBasis(ID, Article6.CONTRACT, provision_id="wmo-5.1.1-1"), LAW)
    assert (found.provision_known, found.provision_verified, found.has_provision) == (True, True, True)
    assert (found.provision_article_6, found.provision_backs_article_6) == (("e",), False)


def test_a_provision_that_the_catalogue_does_not_know_is_neither_in_force_nor_not():
    found = legal_basis_subject(LegalBasis(ID, provision_id="no-such-provision"), LAW)
    assert (found.provision_known, found.provision_in_force, found.has_provision) == (False, None, True)


def statutory_rule():
    rules = LAW.retention_rules.values()
    return next(rule for rule in rules if rule.basis == "statute" and rule.duration == "P15Y")


@pytest.mark.parametrize(
    ("period", "longer", "shorter"),
    [
        ("P15Y", False, False),
        ("P180M", False, False),
        ("P20Y", True, False),
        ("P10Y", False, True),
        ("", None, None),
    ],
)
def test_a_period_is_held_against_the_statutory_rule(period, longer, shorter):
    found = retention_subject(RetentionPeriod(ID, rule_id=statutory_rule().id, period=period), LAW)
    assert (found.longer_than_sector_rule, found.shorter_than_archive_duty) == (longer, shorter)


def test_a_period_that_may_be_longer_or_not_stays_open():
    found = retention_subject(RetentionPeriod(ID, rule_id=statutory_rule().id, period="P5478D"), LAW)
    assert (found.longer_than_sector_rule, found.within_rule) == (None, None)


@pytest.mark.parametrize(
    ("period", "months"),
    [("P15Y", 180), ("P180M", 180), ("P14Y12M", 180), ("P5479D", 180), ("P6W", 1), ("vijftien jaar", None), ("", None)],
)
def test_a_period_counts_in_months_however_it_is_written(period, months):
    assert retention_subject(RetentionPeriod(ID, period=period), LAW).period_months == months


def test_for_ever_is_longer_than_any_period():
    found = retention_subject(RetentionPeriod(ID, rule_id=statutory_rule().id, permanent=True), LAW)
    assert (found.longer_than_sector_rule, found.yields_date) == (True, True)


def test_a_recipient_outside_the_eea_without_a_transfer():
    party = Party(some_id(5), "Cloud Inc.", country="US")
    found = recipient_subject(Recipient(ID, party_id=party.id), party, Activity(ID, "A"), LAW)
    assert (found.country_in_eea, found.transfer_recorded, found.transfer_mechanism_recorded) == (
        False,
        False,
        False,
    )


def test_a_recipient_of_unknown_country_is_not_outside_the_eea():
    found = recipient_subject(Recipient(ID, text="Iemand"), None, Activity(ID, "A"), LAW)
    assert (found.country_in_eea, found.transfer_recorded) == (None, None)


@pytest.mark.parametrize(
    ("until", "expired"), [(dt.date(2026, 11, 22), True), (dt.date(2026, 11, 23), False), (None, None)]
)
def test_a_mechanism_expires_the_day_after_its_last(until, expired):
    transfer = Transfer(ID, "X", "US", TransferMechanism.ADEQUACY, mechanism_valid_until=until)
    assert transfer_subject(transfer, LAW).mechanism_expired is expired


def test_sources_are_known_only_when_each_says_who_it_is():
    sources = (DataSource(ID, from_data_subject=True), DataSource(some_id(3)))
    found = subject_of(Activity(ID, "A", sources=sources))
    assert (found.sources_known, found.collects_from_data_subject, found.uses_third_party_source) == (
        False,
        True,
        None,
    )


def test_what_is_said_of_children_goes_before_what_categories_suggest():
    child = DataUse(ID, 1, subject_categories=("young-person",), data_categories=("contact",))
    activity = Activity(ID, "A", data_uses=(child,))
    said = replace(activity, characteristics=Characteristics(children_under_16=False))
    assert (subject_of(activity).has_children, subject_of(said).has_children) == (True, False)


def test_a_party_counts_by_its_role():
    parties = (
        PartyRelation(ID, ID, "Zorg", role=PartyRole.PROCESSOR, party_is_care_provider=True, agreement_declared=False),
        PartyRelation(some_id(3), ID, "Wie"),
    )
    found = subject_of(Activity(ID, "A", parties=parties))
    assert (found.party_count, found.processor_count, found.care_provider_processor_count) == (2, 1, 1)
    assert found.processors_without_agreement_count == 1


def test_rights_that_nobody_recorded_are_unknown():
    told = Activity(ID, "A", rights_offered=(DataSubjectRight.ACCESS,))
    assert subject_of(told).rights_include_objection is False
    assert subject_of(Activity(ID, "A")).rights_include_objection is None
