"""The points of each kind of agreement."""

from gemeentedossier.dossier.agreements.engine.points import POINTS, points_of
from gemeentedossier.dossier.agreements.enums import AgreementKind, Point


def test_every_point_stands_in_some_kind_of_agreement() -> None:
    assert set(POINTS) == set(Point)


def test_a_processor_agreement_has_the_points_a_to_h_in_the_order_of_the_law() -> None:
    letters = [POINTS[point].letter for point in points_of(AgreementKind.PROCESSOR)]
    assert "".join(letters) == "abcdefgh"


def test_an_agreement_of_unknown_kind_has_no_points() -> None:
    assert points_of(None) == ()
