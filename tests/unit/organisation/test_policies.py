"""When something may be recorded of the municipality itself."""

import pytest

from gemeentedossier.foundation.errors import EditedMeanwhile, Refused
from gemeentedossier.organisation.enums import ControllerKind
from gemeentedossier.organisation.policies import check_can_go, check_named, check_page, check_read


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


@pytest.mark.parametrize(("stored", "read", "fits"), [(0, 0, True), (1, 0, False), (0, 1, False)])
def test_what_was_read_must_be_what_stands_there(stored: int, read: int, *, fits: bool) -> None:
    if fits:
        return check_read(stored, read=read)
    with pytest.raises(EditedMeanwhile):
        check_read(stored, read=read)
    return None
