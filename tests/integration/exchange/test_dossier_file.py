"""A dossier that leaves the program comes back as the same snapshot."""

import dataclasses
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from gemeentedossier.dossier.register.actions.activities import create_activity, insert_activities
from gemeentedossier.dossier.register.actions.adoption import adopt_activity, submit_activity
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.dossier.snapshot.queries import dossier_of
from gemeentedossier.exchange.actions.dossiers import load_dossier
from gemeentedossier.exchange.engine.dossier_file import NotADossier, read_dossier, same_content, write_dossier
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Unit
from tests.builders import an_activity, another


@pytest.fixture
def dossier(municipality: Municipality, everyone: Actor) -> Dossier:
    activity = an_activity()
    create_activity(activity, by=everyone)
    submit_activity(activity.id, revision=0, by=another(everyone))
    adopt_activity(activity.id, revision=1, catalogue_version="2026.11.0", by=everyone)
    return dossier_of(municipality)


def elsewhere(dossier: Dossier) -> Dossier:
    """The same dossier as of a municipality that is not here yet."""
    text = write_dossier(dossier).decode()
    for identifier in {part for part in text.split('"') if len(part) == 36 and part.count("-") == 4}:
        text = text.replace(identifier, str(new_id()))
    return read_dossier(text.replace('"duinveld"', '"elders"').encode())


def test_a_dossier_reads_back_as_it_was_written(dossier: Dossier) -> None:
    assert read_dossier(write_dossier(dossier)) == dossier


def test_a_loaded_dossier_gives_the_same_snapshot(dossier: Dossier, everyone: Actor) -> None:
    other = elsewhere(dossier)
    loaded = load_dossier(other, by=everyone)
    with municipality_scope(loaded.municipality.id):
        assert same_content(dossier_of(loaded.municipality), other)


def test_the_same_file_again_changes_nothing(dossier: Dossier, everyone: Actor) -> None:
    other = elsewhere(dossier)
    load_dossier(other, by=everyone)
    assert load_dossier(other, by=everyone).is_new is False


@pytest.mark.parametrize("name", ["a\0b", "a\ud800b", "a" * 301])
def test_what_no_database_can_hold_is_refused_and_leaves_no_municipality(
    dossier: Dossier, everyone: Actor, name: str
) -> None:
    other = elsewhere(dossier)
    unfit = dataclasses.replace(other.activities[0], name=name)
    with pytest.raises(NotADossier):
        load_dossier(dataclasses.replace(other, activities=(unfit,)), by=everyone)
    assert not Municipality.objects.filter(slug="elders").exists()


@pytest.mark.parametrize("slug", ["../../x", "een twee", "sign-in", ""])
def test_a_short_name_that_cannot_stand_in_an_address_is_refused(dossier: Dossier, everyone: Actor, slug: str) -> None:
    other = elsewhere(dossier)
    with pytest.raises(NotADossier):
        load_dossier(
            dataclasses.replace(other, organisation=dataclasses.replace(other.organisation, slug=slug)), by=everyone
        )


def test_a_number_that_is_too_long_to_read_is_no_dossier() -> None:
    with pytest.raises(NotADossier):
        read_dossier(b'{"format": ' + b"9" * 5000 + b"}")


def test_a_municipality_is_not_made_for_a_file_that_holds_no_register(db: None, tmp_path: Path) -> None:
    empty = tmp_path / "empty.csv"
    empty.touch()
    with pytest.raises(CommandError):
        call_command("import", "nieuw", str(empty), create="Nieuw")
    assert not Municipality.objects.filter(slug="nieuw").exists()


def test_a_different_dossier_of_the_same_municipality_is_refused(dossier: Dossier, everyone: Actor) -> None:
    with pytest.raises(Refused):
        load_dossier(dataclasses.replace(dossier, activities=()), by=everyone)


def test_an_unknown_field_is_refused_with_its_place(dossier: Dossier) -> None:
    plain = json.loads(write_dossier(dossier))
    plain["dossier"]["activities"][0]["colour"] = "blue"
    with pytest.raises(NotADossier, match=r"activities\[0\]: the field “colour” does not exist here"):
        read_dossier(json.dumps(plain).encode())


def test_a_value_without_end_is_told_in_one_sentence(dossier: Dossier) -> None:
    plain = json.loads(write_dossier(dossier))
    for unfit in ("x" * 1_000_000, ["x"] * 100_000, {"a": "x" * 100_000}):
        plain["dossier"]["activities"][0]["started_on"] = unfit
        with pytest.raises(NotADossier) as refused:
            read_dossier(json.dumps(plain).encode())
        assert len(str(refused.value)) < 300


def test_a_record_that_stands_twice_is_refused_and_leaves_no_municipality(dossier: Dossier, everyone: Actor) -> None:
    other = elsewhere(dossier)
    with pytest.raises(NotADossier):
        load_dossier(dataclasses.replace(other, activities=other.activities * 2), by=everyone)
    assert not Municipality.objects.filter(slug="elders").exists()


def test_a_record_of_another_municipality_is_refused_and_stays_theirs(dossier: Dossier, everyone: Actor) -> None:
    other = elsewhere(dossier)
    taken = dataclasses.replace(other.activities[0], id=dossier.activities[0].id)
    with pytest.raises(NotADossier):
        load_dossier(dataclasses.replace(other, activities=(taken,), versions=(), attestations=()), by=everyone)
    assert not Municipality.objects.filter(slug="elders").exists()


@pytest.mark.django_db(transaction=True)
def test_keys_into_another_municipality_are_refused_when_they_are_written() -> None:
    theirs = Municipality.objects.create(slug="duinveld", name="Duinveld")
    with municipality_scope(theirs.id):
        unit = Unit.objects.create(name="Jeugd")
        insert_activities([an_activity()])
        there = dossier_of(theirs)
    other = elsewhere(there)
    stolen = dataclasses.replace(other.activities[0], unit_id=unit.pk)
    with pytest.raises(NotADossier):
        load_dossier(dataclasses.replace(other, activities=(stolen,)), by=Actor("test", roles=frozenset(Role)))
    assert not Municipality.objects.filter(slug="elders").exists()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"{", b"[]", b'{"format": "other"}', b"[" * 100_000])
def test_what_is_no_dossier_gets_a_sentence(content: bytes) -> None:
    with pytest.raises(NotADossier):
        read_dossier(content)
