"""Promises about the pack that ships with the product."""

import json
from collections import Counter
from datetime import date
from enum import StrEnum

import pytest

from gemeentedossier.catalogue import facts
from gemeentedossier.catalogue.engine.durations import parse_duration, retention_wording
from gemeentedossier.catalogue.engine.schemas import SCHEMA_FOLDER
from gemeentedossier.catalogue.facts import (
    AliasKind,
    Catalogue,
    DataKind,
    DoubtKind,
    ReferenceActivity,
    RetentionBasis,
    RetentionForm,
    Status,
)
from gemeentedossier.catalogue.queries import SHIPPED_PACK, latest_catalogue
from tests.unit.catalogue.packs import faults_in

CATALOGUE_ENUMS = [each for each in vars(facts).values() if isinstance(each, type) and issubclass(each, StrEnum)]


def shipped() -> Catalogue:
    return latest_catalogue()


def activities() -> list[ReferenceActivity]:
    return list(shipped().reference_activities.values())


def test_the_shipped_pack_has_no_faults() -> None:
    assert faults_in(SHIPPED_PACK) == ()


def test_nothing_of_the_conversion_was_lost() -> None:
    catalogue = shipped()
    counted = {
        "legal bases": len(catalogue.legal_bases),
        "data categories": len(catalogue.data_categories),
        "subject categories": len(catalogue.subject_categories),
        "recipient categories": len(catalogue.recipient_categories),
        "retention rules": Counter(rule.basis for rule in catalogue.retention_rules.values()),
        "retention conflicts": len(catalogue.retention_conflicts),
        "reference activities": len(catalogue.reference_activities),
        "statutes": len(catalogue.statutes),
    }
    assert counted == {
        "legal bases": 279,
        "data categories": 30,
        "subject categories": 28,
        "recipient categories": 51,
        "retention rules": {
            RetentionBasis.STATUTE: 16,
            RetentionBasis.PRACTICE: 1,
            RetentionBasis.SELECTIELIJST: 99,
        },
        "retention conflicts": 7,
        "reference activities": 77,
        "statutes": 40,
    }


def test_how_far_the_legal_bases_were_verified_is_known() -> None:
    counted = Counter(basis.status for basis in shipped().legal_bases.values())
    assert counted == {Status.VERIFIED: 275, Status.VERIFIED_OLDER_TEXT: 2, Status.UNVERIFIED: 2}


def test_every_party_without_category_stands_in_the_alias_table_with_its_reason() -> None:
    catalogue = shipped()
    unresolved = {
        word for alias in catalogue.entries_of(facts.Alias).values() if alias.unresolved for word in alias.words
    }
    used = {word for basis in catalogue.legal_bases.values() for word in basis.parties_without_category}
    assert used - unresolved == set()
    assert len(used) == 20


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        (AliasKind.DATA_CATEGORIES, "naw", ("name-and-address",)),
        (AliasKind.DATA_CATEGORIES, "gezondheid", ("health",)),
        (AliasKind.DATA_KINDS, "bijzonder_overig", ("special",)),
        (AliasKind.SUBJECT_CATEGORIES, "cliënt", ("wmo-client", "debtor")),
        (AliasKind.SUBJECT_CATEGORIES, "betrokkene", ()),
        (AliasKind.RECIPIENT_CATEGORIES, "officier van justitie", ("public-prosecutor",)),
        (AliasKind.CONTROLLER_KINDS, "college van burgemeester en wethouders", ("college",)),
        (AliasKind.LEGAL_BASES, "avg-6-1onderc", ("gdpr-6-1-c",)),
        (AliasKind.LEGAL_BASES, "gemw-25", ("gemw-87-89",)),
        (AliasKind.RETENTION_RULES, "sl2020-8.1.1", ("selectielijst-2020-8.1.1",)),
        (AliasKind.REFERENCE_ACTIVITIES, "va-wmo-melding", ("wmo-report-and-inquiry",)),
        (AliasKind.STATUTES, "Pw", ("participatiewet",)),
        (AliasKind.ARTICLE_6, "wettelijke verplichting", ("c",)),
        (AliasKind.ARTICLE_6, "publiekrechtelijke taak", ("e",)),
    ],
)
def test_old_ids_and_words_of_registers_are_found(kind: AliasKind, old: str, new: tuple[str, ...]) -> None:
    assert shipped().resolve_alias(kind, old) == new


def test_a_reading_of_a_statute_is_always_marked_as_ours() -> None:
    readings = [basis.reading for basis in shipped().legal_bases.values() if basis.reading]
    assert {reading.by for reading in readings} == {facts.ReadingBy.OWN}


def test_nothing_that_was_not_read_fills_anything_in() -> None:
    catalogue = shipped()
    ids = {
        basis
        for activity in activities()
        for basis in (
            *(each for purpose in activity.prefill.purposes for each in purpose.legal_bases),
            *(use.special_ground for use in activity.prefill.data_uses if use.special_ground),
            *(use.national_number_provision for use in activity.prefill.data_uses if use.national_number_provision),
        )
    }
    assert {catalogue.legal_bases[each].status for each in ids} == {Status.VERIFIED}
    rules = {rule for activity in activities() for rule in activity.prefill.retention}
    assert {catalogue.retention_rules[each].status for each in rules} == {Status.VERIFIED}


def test_a_letter_of_article_6_fills_in_only_where_a_cited_provision_backs_it() -> None:
    catalogue = shipped()
    for activity in activities():
        for purpose in activity.prefill.purposes:
            backed = {
                letter
                for basis in purpose.legal_bases
                if (reading := catalogue.legal_bases[basis].reading)
                for letter in reading.article_6
            }
            assert set(purpose.article_6) - backed == set(), activity.id


def test_special_criminal_and_national_number_data_fill_in_only_with_their_provision() -> None:
    catalogue = shipped()
    for activity in activities():
        for use in activity.prefill.data_uses:
            kind = catalogue.data_categories[use.data].kind
            assert (use.special_ground is not None) == kind.needs_exception, (activity.id, use.data)
            asks_number = kind is DataKind.NATIONAL_NUMBER
            assert (use.national_number_provision is not None) == asks_number, (activity.id, use.data)


def test_every_activity_of_the_municipality_with_a_bsn_has_a_provision_for_it() -> None:
    numbered = [
        activity.id
        for activity in activities()
        if activity.prefill.controller is not None and "bsn" in activity.suggestions.data
    ]
    assert numbered == []


def test_whatever_is_not_filled_in_has_a_doubt() -> None:
    silent = [
        activity.id
        for activity in activities()
        if (activity.suggestions.data or activity.suggestions.article_6) and not activity.doubts
    ]
    assert silent == []


READ_TOO_LITTLE = {
    DoubtKind.PROVISION_UNVERIFIED: Status.UNVERIFIED,
    DoubtKind.PROVISION_OLDER_TEXT: Status.VERIFIED_OLDER_TEXT,
}


@pytest.mark.parametrize("kind", READ_TOO_LITTLE)
def test_a_doubt_about_how_a_provision_was_read_names_those_of_which_that_is_so(kind: DoubtKind) -> None:
    legal_bases = shipped().legal_bases
    for activity in activities():
        doubted = {each for doubt in activity.doubts if doubt.kind is kind for each in doubt.about}
        so = {each for each in activity.suggestions.legal_bases if legal_bases[each].status is READ_TOO_LITTLE[kind]}
        assert doubted == so, activity.id


def test_a_doubt_about_how_a_retention_term_was_read_names_those_of_which_that_is_so() -> None:
    rules = shipped().retention_rules
    unread = {Status.UNVERIFIED, Status.VERIFIED_OLDER_TEXT}
    for activity in activities():
        kind = DoubtKind.RETENTION_UNVERIFIED
        doubted = {each for doubt in activity.doubts if doubt.kind is kind for each in doubt.about}
        assert doubted == {each for each in activity.suggestions.retention if rules[each].status in unread}, activity.id


def test_the_log_of_disclosures_from_the_records_database_is_kept_as_long_as_its_own_article_says() -> None:
    rule = shipped().retention_rules["statute-brp-disclosures"]
    assert (rule.legal_basis, rule.duration, rule.status) == ("brp-3.11-1-2", "P20Y", Status.VERIFIED)


def test_every_retention_rule_can_be_said_and_every_term_yields_a_date() -> None:
    for rule in shipped().retention_rules.values():
        assert retention_wording(rule, "nl"), rule.id
        assert (rule.duration is not None) == (rule.form is RetentionForm.DURATION), rule.id
        assert rule.duration is None or parse_duration(rule.duration).after(date(2026, 2, 28)) > date(2026, 2, 28)


def test_youth_care_files_are_kept_for_twenty_years() -> None:
    rule = shipped().retention_rules["statute-youth-care-file"]
    assert retention_wording(rule, "nl") == "20 jaar"
    assert rule.holders == ("jeugdhulpverlener", "GI")


def test_every_field_of_another_list_has_its_headings() -> None:
    assert {entry.field for entry in shipped().list_headings.values()} == set(facts.ListField)


def test_every_field_of_the_register_has_its_headings() -> None:
    assert {entry.field for entry in shipped().headings.values()} == set(facts.RegisterField)


def test_validity_is_unknown_unless_the_source_gives_it() -> None:
    known = Counter(basis.validity.valid_from for basis in shipped().legal_bases.values())
    assert known == {None: 266, date(2018, 5, 25): 12, date(2026, 9, 1): 1}


@pytest.mark.parametrize("provision", ["uavg-29", "uavg-46"])
def test_a_provision_whose_words_changed_was_in_force_before(provision: str) -> None:
    validity = shipped().legal_bases[provision].validity
    days = (date(2018, 5, 24), date(2018, 5, 25), date(2026, 8, 31), date(2026, 9, 1))
    assert [validity.holds_on(day) for day in days] == [False, True, True, True]


@pytest.mark.parametrize("vocabulary", CATALOGUE_ENUMS, ids=lambda each: each.__name__)
def test_a_closed_list_is_the_same_in_code_and_in_schema(vocabulary: type[StrEnum]) -> None:
    lists = [found for path in SCHEMA_FOLDER.iterdir() for found in _enums(json.loads(path.read_text("utf-8")))]
    assert [each.value for each in vocabulary] in lists


def _enums(schema: object) -> list[list[str]]:
    if isinstance(schema, list):
        return [found for item in schema for found in _enums(item)]
    if not isinstance(schema, dict):
        return []
    own = [schema["enum"]] if isinstance(schema.get("enum"), list) else []
    return own + [found for item in schema.values() for found in _enums(item)]
