"""Every change enters the ledger of its municipality, and every later change of what was recorded is found."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.db.utils import DatabaseError
from django.utils import translation

from gemeentedossier.foundation import clock
from gemeentedossier.foundation.engine.leaves import entry_leaf, entry_text
from gemeentedossier.foundation.engine.notes import NotAValidNote
from gemeentedossier.foundation.engine.proofs import consistency_holds, inclusion_holds
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.ledger.actions import erase, make_checkpoint, settle, under_one_moment
from gemeentedossier.foundation.ledger.keys import verifier_key
from gemeentedossier.foundation.ledger.queries import (
    checkpoint_in,
    consistency_proof,
    entries,
    head,
    inclusion_proof,
    latest_checkpoint,
    ledger_size,
)
from gemeentedossier.foundation.ledger.verification import verify_ledger
from gemeentedossier.foundation.locks import lock_database
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.models.ledger import LedgerCheckpoint, LedgerPending, LedgerTransaction
from gemeentedossier.foundation.tenancy import as_owner, municipality_scope
from gemeentedossier.organisation.models import Person


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def five(municipality: Municipality) -> Municipality:
    """Five entries: three people, of whom one is renamed and one leaves."""
    people = [Person.objects.create(name=name) for name in ("An", "Bo", "Cé “x”\n\\")]
    Person.objects.filter(pk=people[0].pk).update(name="Anna")
    people[1].delete()
    settle()
    return municipality


def as_owner_run(statement: str) -> None:
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(statement)
        cursor.execute("SET LOCAL session_replication_role = origin")


def test_every_change_is_an_entry_in_order(five: Municipality) -> None:
    recorded = list(entries(up_to=ledger_size()))
    assert [(e.number, e.source) for e in recorded] == [(n, "organisation_personhistoryevent") for n in range(1, 6)]
    assert [e.row for e in recorded] == sorted(e.row for e in recorded)


def test_the_database_and_the_engine_hash_alike(five: Municipality) -> None:
    recorded = list(entries(up_to=5))
    assert [entry_leaf(entry_text(e), salt=e.salt or b"") for e in recorded] == [e.leaf for e in recorded]


def test_salts_differ(five: Municipality, other_municipality: Municipality) -> None:
    salts = [e.salt for e in entries(up_to=5)]
    with municipality_scope(other_municipality.id):
        Person.objects.create(name="Di")
        settle()
        salts += [e.salt for e in entries(up_to=1)]
    assert len(set(salts)) == 6


def test_a_long_write_numbers_as_it_goes_under_one_moment(municipality: Municipality) -> None:
    with under_one_moment():
        for name in ("An", "Bo", "Cé"):
            Person.objects.create(name=name)
            settle()
        Person.objects.create(name="Di")
    Person.objects.create(name="Ed")
    settle()
    moments = [e.numbered_at for e in entries(up_to=5)]
    assert len(set(moments[:4])) == 1
    assert moments[3] < moments[4]


def test_what_is_hashed_does_not_depend_on_settings(municipality: Municipality) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL timezone = 'Asia/Tokyo'")
    Person.objects.create(name="An")
    settle()
    assert "+00:00" in (next(entries(up_to=1)).content or "")


def test_a_change_has_no_number_before_its_transaction_ends(municipality: Municipality) -> None:
    Person.objects.create(name="An")
    assert ledger_size() == 0


def test_what_is_rolled_back_leaves_nothing(municipality: Municipality) -> None:
    savepoint = transaction.savepoint()
    Person.objects.create(name="An")
    transaction.savepoint_rollback(savepoint)
    Person.objects.create(name="Bo")
    settle()
    assert ledger_size() == 1


def test_nothing_is_left_waiting(five: Municipality) -> None:
    with as_owner():
        assert (LedgerPending.objects.count(), LedgerTransaction.objects.count()) == (0, 0)


def test_many_rows_in_one_statement_are_each_an_entry(municipality: Municipality) -> None:
    Person.objects.bulk_create([Person(name=f"p{n}") for n in range(300)])
    Person.objects.filter(name__startswith="p1").update(email="x@example.org")
    settle()
    assert ledger_size() == 300 + 111
    assert verify_ledger(municipality).is_intact


def test_municipalities_have_a_ledger_each(five: Municipality, other_municipality: Municipality) -> None:
    with municipality_scope(other_municipality.id):
        Person.objects.create(name="Di")
        settle()
        assert ledger_size() == 1
    assert (ledger_size(), verify_ledger(other_municipality).size) == (5, 1)


def test_an_intact_ledger_verifies(five: Municipality) -> None:
    make_checkpoint(five)
    Person.objects.create(name="Di")
    settle()
    found = verify_ledger(five)
    assert (found.size, found.erased, found.checkpoints, found.signed_up_to, found.fault) == (
        6,
        0,
        1,
        5,
        None,
    )
    assert found.root == head().root


def test_an_empty_ledger_verifies(municipality: Municipality) -> None:
    assert verify_ledger(municipality).size == 0


def test_a_checkpoint_is_signed_by_the_municipality(five: Municipality) -> None:
    checkpoint = checkpoint_in(make_checkpoint(five))
    assert (checkpoint.origin, checkpoint.size) == (verifier_key(five.id).name, 5)
    assert checkpoint.root == head().root


def test_a_key_that_went_is_not_replaced_where_something_was_signed(five: Municipality) -> None:
    make_checkpoint(five)
    (settings.HOME / "ledger-keys" / f"{five.id}.pem").unlink()
    with pytest.raises(Refused, match="Put it back"):
        verifier_key(five.id)


def test_nothing_added_gives_no_new_checkpoint(five: Municipality) -> None:
    assert make_checkpoint(five) == make_checkpoint(five)


def test_the_next_checkpoint_goes_on_from_the_latest(five: Municipality) -> None:
    make_checkpoint(five)
    Person.objects.create(name="Di")
    settle()
    assert checkpoint_in(make_checkpoint(five)).root == verify_ledger(five).root


@pytest.mark.parametrize("number", range(1, 6))
def test_every_entry_can_be_proved(five: Municipality, number: int) -> None:
    proof = inclusion_proof(number)
    assert proof.root == head().root
    assert inclusion_holds(proof.hashes, leaf=proof.leaf, index=number - 1, size=proof.size, root=proof.root)


def test_growth_can_be_proved(five: Municipality) -> None:
    proof = consistency_proof(3)
    assert consistency_holds(proof.hashes, old=3, new=5, old_root=proof.old_root, new_root=proof.new_root)


ENTRY, EVENT = "foundation_ledgerentry", "organisation_personhistoryevent"
ROW_3 = f"(SELECT row FROM {ENTRY} WHERE number = 3)"
ANOTHER = "01a22695-4f40-7172-bc83-1f02c4cf1e34"


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        (
            f"UPDATE {ENTRY} SET content = replace(content, 'Cé', 'Co') WHERE number = 3",
            "Entry 3 was changed",
        ),
        (f"UPDATE {ENTRY} SET row = row + 1 WHERE number = 3", "Entry 3 was changed"),
        (f"UPDATE {ENTRY} SET source = 'x' WHERE number = 3", "Entry 3 was changed"),
        (f"UPDATE {ENTRY} SET numbered_at = numbered_at - interval '1 s' WHERE number = 3", "Entry 3 says"),
        (f"UPDATE {ENTRY} SET salt = NULL WHERE number = 3", "Entry 3 has lost"),
        (f"DELETE FROM {ENTRY} WHERE number = 3", "Entry 3 is missing"),
        (
            f"UPDATE {EVENT} SET name = 'Co' WHERE pgh_id = {ROW_3}",
            f"The row of {EVENT} that entry 3 recorded was changed",
        ),
        (f"DELETE FROM {EVENT} WHERE pgh_id = {ROW_3}", f"The row of {EVENT} that entry 3 recorded is gone"),
        (
            f"UPDATE {EVENT} SET pgh_obj_id = gen_random_uuid() WHERE pgh_id = {ROW_3}",
            f"The row of {EVENT} that entry 3 recorded was changed",
        ),
        (
            f"WITH moved AS (UPDATE {ENTRY} SET record = '{ANOTHER}' WHERE number = 3 RETURNING row)"
            f" UPDATE {EVENT} SET pgh_obj_id = '{ANOTHER}' FROM moved WHERE pgh_id = moved.row",
            f"The row of {EVENT} that entry 3 recorded was changed",
        ),
        (
            f"UPDATE {ENTRY} SET record = gen_random_uuid() WHERE number = 3",
            f"The row of {EVENT} that entry 3 recorded was changed",
        ),
    ],
)
def test_harm_is_found_at_its_number(five: Municipality, harm: str, sentence: str) -> None:
    as_owner_run(harm)
    found = verify_ledger(five).fault
    assert found is not None
    assert (found.number, found.sentence[: len(sentence)]) == (3, sentence)


def test_an_entry_that_holds_every_column_as_older_ones_do_is_as_good(five: Municipality) -> None:
    as_owner_run(
        f"UPDATE {ENTRY} SET content = (SELECT row_to_json(event)::text FROM {EVENT} AS event WHERE pgh_id = row)"
    )
    for entry in entries(up_to=5):
        leaf = entry_leaf(entry_text(entry), salt=entry.salt or b"")
        as_owner_run(f"UPDATE {ENTRY} SET leaf = '\\x{leaf.hex()}' WHERE number = {entry.number}")
    assert verify_ledger(five).fault is None


LIVE = "organisation_person"


@pytest.mark.parametrize(
    ("harm", "number", "sentence"),
    [
        (f"UPDATE {LIVE} SET name = 'Eva' WHERE name = 'Anna'", 4, "is not what entry 4, its latest, says."),
        (f"UPDATE {LIVE} SET name = 'An' WHERE name = 'Anna'", 4, "is not what entry 4, its latest, says."),
        (f"DELETE FROM {LIVE} WHERE name = 'Anna'", 4, "is gone, though entry 4 has it."),
        (
            f"INSERT INTO {LIVE} (id, municipality_id, name, email)"
            f" SELECT id, municipality_id, name, email FROM {EVENT} WHERE pgh_label = 'delete'",
            5,
            "is there, though entry 5 removed it.",
        ),
        (
            f"INSERT INTO {LIVE} (id, municipality_id, name, email)"
            f" SELECT gen_random_uuid(), municipality_id, 'Nobody', '' FROM {LIVE} LIMIT 1",
            6,
            "was not written by a change: it has no entry.",
        ),
    ],
)
def test_a_record_that_was_changed_past_its_history_is_found(
    five: Municipality, harm: str, number: int, sentence: str
) -> None:
    as_owner_run(harm)
    fault = verify_ledger(five).fault
    assert fault is not None
    assert (fault.number, fault.sentence.endswith(f" of {LIVE} {sentence}")) == (number, True)


def test_the_last_entry_cannot_be_cut_off(five: Municipality) -> None:
    as_owner_run(f"DELETE FROM {ENTRY} WHERE number = 5")
    fault = verify_ledger(five).fault
    assert fault is not None
    assert (fault.number, fault.sentence) == (5, "Entry 5 is missing; the ledger should end at 5.")


def test_an_entry_rewritten_with_its_leaf_contradicts_the_checkpoint(five: Municipality) -> None:
    make_checkpoint(five)
    as_owner_run(f"UPDATE {ENTRY} SET content = NULL, salt = NULL, leaf = sha256('x') WHERE number = 3")
    fault = verify_ledger(five).fault
    assert fault is not None
    assert fault.sentence == "The entries up to number 5 are not those of the checkpoint that was signed there."


def test_a_shortened_ledger_contradicts_the_checkpoint(five: Municipality) -> None:
    make_checkpoint(five)
    as_owner_run(f"DELETE FROM {ENTRY} WHERE number = 5")
    as_owner_run("UPDATE foundation_ledgerhead SET size = 4")
    fault = verify_ledger(five).fault
    assert fault is not None
    assert fault.sentence == "A checkpoint was signed at number 5, but the ledger ends at 4."


def test_a_checkpoint_that_was_tampered_with_is_found_and_gets_no_successor(five: Municipality) -> None:
    make_checkpoint(five)
    as_owner_run("UPDATE foundation_ledgercheckpoint SET note = replace(note, E'\\n5\\n', E'\\n4\\n')")
    fault = verify_ledger(five).fault
    assert fault is not None
    assert fault.sentence.startswith("The checkpoint at number 5 is not genuine")
    with pytest.raises(Refused):
        make_checkpoint(five)


FORGED = f"vals\n1\n{'A' * 43}=\n\n— vals AAAA\n"


def planted(municipality: Municipality, *, size: int, note: str = FORGED, peaks: bytes = b"p" * 32) -> None:
    """A checkpoint as the application's role could write it, without the key."""
    with transaction.atomic():
        LedgerCheckpoint.objects.create(
            municipality=municipality, size=size, note=note, peaks=peaks, made_at=clock.now()
        )


def test_a_checkpoint_without_the_key_vouches_for_nothing(five: Municipality) -> None:
    stolen = make_checkpoint(five).note
    Person.objects.create(name="Di")
    settle()
    planted(five, size=6, note=stolen, peaks=b"p" * 64)
    with pytest.raises(NotAValidNote):
        latest_checkpoint()
    with pytest.raises(Refused, match="not genuine"):
        make_checkpoint(five)
    assert verify_ledger(five).signed_up_to == 5


def test_a_checkpoint_of_another_municipality_vouches_for_nothing(
    five: Municipality, other_municipality: Municipality
) -> None:
    with municipality_scope(other_municipality.id):
        Person.objects.bulk_create([Person(name=f"p{n}") for n in range(5)])
        settle()
        theirs = make_checkpoint(other_municipality)
    verifier_key(five.id)  # theirs was made before the stranger's checkpoint stood among them
    planted(five, size=5, note=theirs.note, peaks=theirs.peaks)
    with pytest.raises(NotAValidNote):
        latest_checkpoint()


def test_what_is_not_there_yet_cannot_be_vouched_for(five: Municipality) -> None:
    with pytest.raises(DatabaseError, match="row-level security"):
        planted(five, size=6, peaks=b"p" * 64)


def test_history_that_nobody_wrote_is_found(five: Municipality) -> None:
    as_owner_run(
        f"INSERT INTO {EVENT} (pgh_created_at, pgh_label, pgh_obj_id, id, municipality_id, name, email)"
        f" SELECT pgh_created_at, pgh_label, pgh_obj_id, id, municipality_id, 'forged', email FROM {EVENT} LIMIT 1"
    )
    fault = verify_ledger(five).fault
    assert fault is not None
    assert (fault.number, fault.sentence.endswith("it was not written by a change.")) == (6, True)


def test_erasure_keeps_every_proof(five: Municipality) -> None:
    make_checkpoint(five)
    before = head()
    with as_owner():
        assert erase(five, numbers=[3], because="retention") == 1
    found = verify_ledger(five)
    assert (found.fault, found.erased, found.root, head()) == (None, 1, before.root, before)
    assert [(e.number, e.content, e.salt) for e in entries(after=2, up_to=3)] == [(3, None, None)]


def test_erasure_destroys_the_row_of_history_too(five: Municipality) -> None:
    with as_owner(), connection.cursor() as cursor:
        erase(five, numbers=[3], because="retention")
        cursor.execute(f"SELECT count(*) FROM {EVENT} WHERE name LIKE 'Cé%'")
        assert cursor.fetchone() == (0,)


def test_the_application_cannot_erase(five: Municipality) -> None:
    with pytest.raises(PermissionError):
        erase(five, numbers=[3], because="curiosity")
    with pytest.raises(DatabaseError, match="denied"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT foundation_ledger_erase(%s, '{3}', 'x')", [five.id])


def test_history_from_before_the_ledger_enters_when_it_is_watched(municipality: Municipality) -> None:
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER foundation_ledger_collect ON {EVENT}")
    Person.objects.create(name="An")
    settle()
    assert ledger_size() == 0
    connection.check_constraints()
    lock_database()
    settle()
    assert verify_ledger(municipality).size == 1


@pytest.mark.parametrize(
    ("size", "note", "peaks", "constraint"),
    [
        (0, FORGED, b"", "ledger_checkpoint_of_something"),
        (-1, FORGED, b"p" * 32 * 64, "ledger_checkpoint_of_something"),
        (1, "forged", b"p" * 32, "ledger_checkpoint_is_signed"),
        (1, FORGED.partition("— ")[0], b"p" * 32, "ledger_checkpoint_is_signed"),
        (3, FORGED, b"p" * 32, "ledger_checkpoint_has_its_peaks"),
    ],
)
def test_what_has_not_the_form_of_a_checkpoint_never_enters(
    five: Municipality, size: int, note: str, peaks: bytes, constraint: str
) -> None:
    with pytest.raises(IntegrityError, match=constraint):
        planted(five, size=size, note=note, peaks=peaks)
    assert verify_ledger(five).is_intact
