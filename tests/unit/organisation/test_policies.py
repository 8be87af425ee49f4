"""When something may be recorded of the municipality itself."""

import datetime as dt
from contextlib import nullcontext
from uuid import UUID

import pytest

from gemeentedossier.foundation.errors import EditedMeanwhile, Refused
from gemeentedossier.organisation.enums import ControllerKind
from gemeentedossier.organisation.policies import (
    check_can_go,
    check_last_day,
    check_named,
    check_not_themselves,
    check_page,
    check_same_name,
    check_same_roles,
    check_until,
)

TODAY, ONE, OTHER = dt.date(2026, 11, 28), UUID(int=1), UUID(int=2)


@pytest.mark.parametrize("url", ["", "https://www.duinveld.example/privacy", "http://duinveld.example"])
def test_a_page_of_the_web_is_taken(url: str) -> None:
    check_page(url)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "privacy", "https://", "ftp://duinveld.example/x"])
def test_anything_else_is_not(url: str) -> None:
    with pytest.raises(Refused):
        check_page(url)


@pytest.mark.parametrize("name", ["", "   "])
def test_a_name_is_needed(name: str) -> None:
    with pytest.raises(Refused):
        check_named(name)


@pytest.mark.parametrize(
    ("kind", "others", "may"),
    [
        (ControllerKind.COLLEGE, 0, False),
        (ControllerKind.BURGEMEESTER, 0, False),
        (ControllerKind.GEMEENTERAAD, 0, False),
        (ControllerKind.COLLEGE, 1, True),
        (ControllerKind.JOINT_BODY, 0, True),
        (ControllerKind.OTHER, 0, True),
    ],
)
def test_the_last_body_that_the_law_gives_a_municipality_stays(kind: ControllerKind, others: int, *, may: bool) -> None:
    if may:
        return check_can_go(kind, others=others)
    with pytest.raises(Refused):
        check_can_go(kind, others=others)
    return None


@pytest.mark.parametrize(("actor", "may"), [(None, True), (OTHER, True), (ONE, False)])
def test_nobody_arranges_their_own_roles(actor: UUID | None, *, may: bool) -> None:
    with nullcontext() if may else pytest.raises(Refused):
        check_not_themselves(actor, ONE)


@pytest.mark.parametrize(("days", "may"), [(-2, False), (-1, True), (0, True), (9, True)])
def test_a_role_ends_yesterday_at_the_earliest(days: int, *, may: bool) -> None:
    with nullcontext() if may else pytest.raises(Refused):
        check_last_day(TODAY + dt.timedelta(days=days), today=TODAY)


@pytest.mark.parametrize(("days", "may"), [(-1, False), (0, True), (None, True)])
def test_a_role_that_is_given_holds_today(days: int | None, *, may: bool) -> None:
    until = None if days is None else TODAY + dt.timedelta(days=days)
    with nullcontext() if may else pytest.raises(Refused):
        check_until(until, today=TODAY)


@pytest.mark.parametrize(("read", "may"), [(None, True), (["ciso", "auditor"], True), (["ciso"], False), ([], False)])
def test_roles_that_were_read_are_the_ones_that_are_held(read: list[str] | None, *, may: bool) -> None:
    with nullcontext() if may else pytest.raises(EditedMeanwhile):
        check_same_roles(["auditor", "ciso"], read=read)


@pytest.mark.parametrize(("read", "may"), [("Zorg", True), ("zorg", False), ("", False)])
def test_a_unit_is_called_as_it_was_read(read: str, *, may: bool) -> None:
    with nullcontext() if may else pytest.raises(EditedMeanwhile):
        check_same_name("Zorg", read=read)
