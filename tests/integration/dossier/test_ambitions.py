"""How far a theme must be: who may choose, what is refused, and what stays."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

import pytest

from gemeentedossier.dossier.governance.actions.ambitions import change_ambition, choose_ambition, withdraw_ambition
from gemeentedossier.dossier.governance.facts import Ambition
from gemeentedossier.dossier.governance.queries import ambitions_from
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import EditedMeanwhile, NotPermitted, Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.rows import live_rows
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person

TODAY, TOMORROW = dt.date(2026, 11, 28), dt.date(2026, 11, 29)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.clock_at(dt.datetime(2026, 11, 28, 9, tzinfo=dt.UTC)):
        yield


@pytest.fixture
def jet(municipality: Municipality) -> UUID:
    return Person.objects.create(name="Jet").pk


@pytest.fixture
def board(jet: UUID) -> Actor:
    return Actor("Jet", jet, frozenset({Role.EXECUTIVE}))


WANTED = Ambition(new_id(), "rights", 3, TOMORROW, " Op tijd antwoord. ", UUID(int=0), dt.date(2020, 1, 1))


def ambitions() -> tuple[Ambition, ...]:
    return ambitions_from(live_rows, {})


@pytest.mark.parametrize("role", Role)
def test_only_the_executive_chooses(role: Role, jet: UUID) -> None:
    by = Actor("Jet", jet, frozenset({role}))
    if role is Role.EXECUTIVE:
        choose_ambition(WANTED, by=by)
    else:
        with pytest.raises(NotPermitted):
            choose_ambition(WANTED, by=by)
    assert len(ambitions()) == int(role is Role.EXECUTIVE)


def test_who_chose_and_when_is_not_told_but_follows(board: Actor, jet: UUID) -> None:
    choose_ambition(WANTED, by=board)
    assert ambitions() == (Ambition(WANTED.id, "rights", 3, TOMORROW, "Op tijd antwoord.", jet, TODAY, revision=1),)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (
            {"level": 1},
            "Kies niveau 2 tot en met 4: dat een ander niveau is bereikt, kan geen enkel gegeven laten zien.",
        ),
        (
            {"level": 5},
            "Kies niveau 2 tot en met 4: dat een ander niveau is bereikt, kan geen enkel gegeven laten zien.",
        ),
        ({"because": " "}, "Vul “waarom dit niveau” in: zonder kan niemand dit besluit volgen."),
        ({"due_on": TODAY}, "Die dag is er al. Kies een latere dag waarop het niveau is bereikt."),
        (
            {"due_on": dt.date(2036, 11, 29)},
            "Die dag ligt meer dan tien jaar vooruit, dus dat is een tikfout. Kies een eerdere dag.",
        ),
    ],
)
def test_what_cannot_be_aimed_at_is_refused(board: Actor, changed: dict[str, object], sentence: str) -> None:
    with pytest.raises(Refused) as refusal:
        choose_ambition(replace(WANTED, **changed), by=board)  # type: ignore[arg-type]  # a field each
    assert (str(refusal.value), ambitions()) == (sentence, ())


def test_a_theme_has_one_ambition(board: Actor) -> None:
    choose_ambition(WANTED, by=board)
    with pytest.raises(Refused, match="al een ambitie gekozen"):
        choose_ambition(replace(WANTED, id=new_id()), by=board)
    assert [each.id for each in ambitions()] == [WANTED.id]


def test_a_day_that_passed_may_stay_when_the_level_changes(board: Actor) -> None:
    made = choose_ambition(WANTED, by=board)
    with clock.clock_at(dt.datetime(2026, 12, 1, 9, tzinfo=dt.UTC)):
        change_ambition(replace(made, level=4), by=board)
    told = [(each.level, each.due_on, each.decided_on, each.revision) for each in ambitions()]
    assert told == [(4, TOMORROW, dt.date(2026, 12, 1), 2)]


def test_an_older_page_never_writes_over_what_stands(board: Actor) -> None:
    made = choose_ambition(WANTED, by=board)
    change_ambition(replace(made, level=4), by=board)
    with pytest.raises(EditedMeanwhile):
        change_ambition(replace(made, level=2), by=board)
    assert [each.level for each in ambitions()] == [4]


def test_only_a_person_chooses(municipality: Municipality) -> None:
    with pytest.raises(Refused, match="Alleen een persoon"):
        choose_ambition(WANTED, by=Actor("Programma", roles=frozenset({Role.EXECUTIVE})))


def test_an_ambition_is_withdrawn_with_a_reason(board: Actor) -> None:
    made = choose_ambition(WANTED, by=board)
    with pytest.raises(Refused):
        withdraw_ambition(made.id, reason=" ", by=board)
    withdraw_ambition(made.id, reason="De raad koos anders.", by=board)
    assert ambitions() == ()
