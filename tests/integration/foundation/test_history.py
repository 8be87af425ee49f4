"""The rows of a model at any moment, and the changes of one record."""

from gemeentedossier.foundation.history import rows_at
from gemeentedossier.foundation.ledger.actions import settle
from gemeentedossier.foundation.ledger.queries import entries
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.models import Person

SAM = Actor(name="Sam")


def names_at(number: int | None = None) -> list[str]:
    return sorted(row["name"] for row in rows_at(Person, ledger_number=number))


def three_changes() -> Person:
    """An is entered (1), renamed (2) and leaves (4); Bo is entered (3)."""
    with verb("enter", by=SAM, reason="new"):
        an = Person.objects.create(name="An")
    an.name = "Anna"
    an.save()
    Person.objects.create(name="Bo")
    kept = Person(id=an.id, name="An")
    an.delete()
    settle()
    return kept


def test_rows_are_those_after_each_number(municipality: Municipality) -> None:
    three_changes()
    assert [names_at(n) for n in range(5)] == [[], ["An"], ["Anna"], ["Anna", "Bo"], ["Bo"]]


def test_a_moment_is_the_number_reached_by_then(municipality: Municipality) -> None:
    Person.objects.create(name="An")
    settle()
    Person.objects.create(name="Bo")
    settle()
    moments = [entry.numbered_at for entry in entries(up_to=2)]
    assert [sorted(row["name"] for row in rows_at(Person, moment=m)) for m in moments] == [
        ["An"],
        ["An", "Bo"],
    ]


def test_another_municipality_has_another_past(municipality: Municipality, other_municipality: Municipality) -> None:
    three_changes()
    with municipality_scope(other_municipality.id):
        assert names_at() == []
