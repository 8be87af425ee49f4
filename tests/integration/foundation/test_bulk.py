"""Many rows in one statement: what they have alike is told once, and what differs of each."""

import psycopg
import pytest
from django.db import DataError, transaction

from gemeentedossier.dossier.register.models import Activity, Purpose
from gemeentedossier.foundation.bulk import Buffers, insert_values
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.ledger.actions import settle_wholly
from gemeentedossier.foundation.ledger.queries import ledger_size
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.packing import Packer

COLUMNS = ("name", "policy_domain", "large_scale", "controllers_own", "version")


def _inserted(*rows: tuple[object, ...]) -> list[tuple[object, ...]]:
    blank = {"controllers_own": [], "revision": 0, "record_state": "concept"}
    texts = {
        field.attname: ""
        for field in Activity._meta.concrete_fields
        if not field.null and field.get_internal_type() in ("CharField", "TextField")
    }
    insert_values(
        Activity, [{**texts, **blank, "id": new_id(), **dict(zip(COLUMNS, row, strict=True))} for row in rows]
    )
    return list(Activity.objects.order_by("name").values_list(*COLUMNS))


def test_rows_that_are_alike_but_for_their_key_are_all_there(municipality: Municipality) -> None:
    assert _inserted(*[("Wmo", "zorg", True, [], 0)] * 3) == [("Wmo", "zorg", True, [], 0)] * 3


def test_one_row_alone_is_told_whole(municipality: Municipality) -> None:
    assert _inserted(("Wmo", "'; --", None, ["a", "b"], 1)) == [("Wmo", "'; --", None, ["a", "b"], 1)]


def test_what_differs_stays_with_its_row(municipality: Municipality) -> None:
    rows = [("Jeugd", "zorg", False, [], 0), ("Wmo", "", None, ["a"], 0)]
    assert _inserted(*rows) == rows


@pytest.mark.parametrize("versions", [(2**33, 2**33), (1, 2**33)], ids=["in all rows", "in one row"])
def test_a_number_too_large_for_its_column_is_refused(municipality: Municipality, versions: tuple[int, int]) -> None:
    with pytest.raises(DataError), transaction.atomic():
        _inserted(*(("Wmo", "", None, [], version) for version in versions))


def test_settling_wholly_numbers_the_rows_and_keeps_keys_checked_at_the_commit(municipality: Municipality) -> None:
    _inserted(("Wmo", "", None, [], 0))
    settle_wholly()
    assert ledger_size() == 1
    Purpose.objects.create(activity_id=Activity.objects.get().id, text="Hulp")
    assert ledger_size() == 1


def test_batches_through_the_same_buffers_are_each_written_once(municipality: Municipality) -> None:
    key = _inserted(("Wmo", "", None, [], 0)) and Activity.objects.get().id
    packer, buffers = Packer([Purpose]), Buffers()
    for words in (("Hulp", "Zorg"), ("Toezicht", "Controle")):
        rows = [{"id": new_id(), "activity_id": key, "position": 0, "text": text} for text in words]
        buffers.insert([packer.packed(Purpose, rows)])
        settle_wholly()
    assert list(Purpose.objects.order_by("text").values_list("text", flat=True)) == [
        "Controle", "Hulp", "Toezicht", "Zorg",
    ]  # fmt: skip
    assert ledger_size() == 5


def test_a_text_that_cannot_be_kept_is_refused(municipality: Municipality) -> None:
    with pytest.raises(psycopg.DataError), transaction.atomic():
        _inserted(("Wmo", "", None, [], 0), ("W\0mo", "", None, [], 0))
