import json

import pytest

from gemeentedossier.catalogue.facts import ListField
from gemeentedossier.exchange.engine.kinds import FORMS, SYSTEMS
from gemeentedossier.exchange.engine.mapping import ColumnMapping, mapping_from_json, propose_mapping
from gemeentedossier.exchange.engine.vocabulary import HeadingSynonyms
from gemeentedossier.exchange.enums import Confidence, ListKind, MappingReason, RegisterField, SystemField

from .vocabulary import VOCABULARY


def proposed(*headings: str) -> ColumnMapping:
    return propose_mapping(list(enumerate(headings)), VOCABULARY.headings)


HEADINGS = {
    "Grondslag": (RegisterField.LEGAL_BASIS, Confidence.CERTAIN),
    "GRONDSLAG:": (RegisterField.LEGAL_BASIS, Confidence.CERTAIN),
    "Categorieen persoonsgegevens": (RegisterField.DATA_CATEGORIES, Confidence.CERTAIN),
    "Categorie\ufffdn persoonsgegevens": (RegisterField.DATA_CATEGORIES, Confidence.LIKELY),
    "CategorieŽn persoonsgegevens": (RegisterField.DATA_CATEGORIES, Confidence.LIKELY),
    "Bewaartermijnen": (RegisterField.RETENTION, Confidence.LIKELY),
    "Ontvanger": (RegisterField.RECIPIENTS, Confidence.LIKELY),
    "Doel van de verwerkingen van gegevens": (RegisterField.PURPOSES, Confidence.UNCERTAIN),
    "Kleur": (RegisterField.REMARKS, Confidence.NONE),
    "": (RegisterField.REMARKS, Confidence.NONE),
}


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_is_taken_for_the_field_that_it_names(heading: str) -> None:
    column = proposed(heading).columns[0]
    assert (column.field, column.confidence) == HEADINGS[heading]


def test_of_two_columns_for_one_field_the_more_telling_one_is_it() -> None:
    first, second = proposed("Verwerking", "Verwerkingsactiviteit").columns
    assert (first.field, first.reason) == (RegisterField.REMARKS, MappingReason.ANOTHER_COLUMN_FITS_BETTER)
    assert (first.alternatives, second.field) == ((RegisterField.NAME,), RegisterField.NAME)


def test_two_columns_of_a_field_that_may_stand_twice_are_both_it() -> None:
    assert [each.field for each in proposed("Grondslag", "Rechtmatige grondslag").columns] == [
        RegisterField.LEGAL_BASIS,
        RegisterField.LEGAL_BASIS,
    ]


def test_a_heading_that_fits_two_fields_equally_says_so() -> None:
    synonyms = (
        HeadingSynonyms(RegisterField.UNIT, ("Verantwoordelijke",)),
        HeadingSynonyms(RegisterField.CONTROLLERS, ("Verantwoordelijke",)),
    )
    column = propose_mapping([(0, "Verantwoordelijke")], synonyms).columns[0]
    assert (column.reason, column.confidence) == (MappingReason.SEVERAL_FIELDS_FIT, Confidence.UNCERTAIN)
    assert column.alternatives == (RegisterField.CONTROLLERS,)


def test_a_corrected_mapping_is_stored_and_read_back_unchanged() -> None:
    mapping = proposed("Verwerking", "Kleur").corrected(1, field=RegisterField.IGNORE)
    assert mapping.columns[1].reason is MappingReason.CHOSEN
    assert mapping_from_json(json.loads(json.dumps(mapping.to_json()))) == mapping


@pytest.mark.parametrize("stored", [None, "x", [1], [{"column": 0}], [{"column": "0", "heading": "x"}]])
def test_what_is_no_mapping_is_refused(stored: object) -> None:
    with pytest.raises(ValueError, match="mapping"):
        mapping_from_json(json.loads(json.dumps(stored)))


def test_what_the_catalogue_calls_fields_of_lists_are_fields_of_lists() -> None:
    forms = [form for kind, form in FORMS.items() if kind is not ListKind.REGISTER]
    every = {field.value for form in forms for field in form.fields if field is not form.ignored}
    assert {field.value for field in ListField} == every


def test_a_column_that_no_field_of_a_list_fits_is_left_out() -> None:
    mapping = propose_mapping([(0, "Serienummer"), (1, "")], (), form=SYSTEMS)
    assert [(each.field, each.reason) for each in mapping.columns] == [
        (SystemField.IGNORE, MappingReason.LEFT_OUT),
        (SystemField.IGNORE, MappingReason.LEFT_OUT),
    ]


def test_a_stored_mapping_of_a_list_is_read_back_unchanged() -> None:
    synonyms = (HeadingSynonyms(SystemField.SUPPLIER, ("Leverancier",)),)
    mapping = propose_mapping([(0, "Leverancier"), (1, "Kleur")], synonyms, form=SYSTEMS)
    assert mapping_from_json(json.loads(json.dumps(mapping.to_json()))) == mapping
