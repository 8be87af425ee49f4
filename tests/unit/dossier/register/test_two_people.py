"""Who adopts a record is another person than who submitted it."""

from uuid import UUID

import pytest

from gemeentedossier.dossier.register.policies import is_of_two_people, may_settle

ONE, OTHER = UUID(int=1), UUID(int=2)


@pytest.mark.parametrize(
    ("submitted_by", "decided_by", "allowed"), [("", ONE, True), (str(ONE), ONE, False), (str(OTHER), ONE, True)]
)
def test_two_people_adopt(submitted_by: str, decided_by: UUID, *, allowed: bool) -> None:
    assert is_of_two_people(submitted_by=submitted_by, decided_by=decided_by) is allowed


@pytest.mark.parametrize(
    ("written_by", "settled_by", "adopts", "allowed"),
    [(ONE, ONE, False, True), (ONE, OTHER, False, False), (ONE, OTHER, True, True), (ONE, ONE, True, True)],
)
def test_who_made_a_remark_settles_it_or_who_adopts(
    written_by: UUID, settled_by: UUID, *, adopts: bool, allowed: bool
) -> None:
    assert may_settle(written_by=written_by, settled_by=settled_by, adopts=adopts) is allowed
