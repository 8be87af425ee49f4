"""Each field of the dossier names the tables that it is read from, so that no other has to be read for it."""

from collections.abc import Iterable, Iterator

import pytest

from gemeentedossier.dossier.snapshot.around import UNASKED, _read_around
from gemeentedossier.dossier.snapshot.fields import FIELDS, Names
from gemeentedossier.dossier.snapshot.queries import dossier_of
from gemeentedossier.exchange.actions.example import ensure_example
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.rows import Row, live_rows
from gemeentedossier.foundation.tenancy import municipality_scope


@pytest.fixture
def filled(db: None) -> Iterator[Municipality]:
    made = ensure_example()
    with municipality_scope(made.id):
        yield made


def tables_of(name: str) -> set[type[MunicipalityRecord]]:
    read = set()

    def rows(model: type[MunicipalityRecord], /) -> Iterable[Row]:
        read.add(model)
        return live_rows(model)

    FIELDS[name].read(rows, Names({}, {}, {}))
    return read


def test_a_field_is_read_from_the_tables_that_it_names(filled: Municipality) -> None:
    assert {name: tables_of(name) for name in FIELDS} == {name: set(field.tables) for name, field in FIELDS.items()}


def test_of_one_activity_each_table_is_read_narrowly_or_not_at_all(filled: Municipality) -> None:
    activity = dossier_of(filled).activities[0]
    asked = {table for field in FIELDS.values() for table in field.tables}
    assert {table.__name__ for table in asked - UNASKED - _read_around(activity.id).keys()} == {"LogReview"}
