"""The nine criteria of WP 248 rev. 01 are facts of the catalogue, each with its source."""

from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.desk.presenters.activity.vocabulary import EuropeanCriterion


def test_the_catalogue_has_every_criterion_that_a_record_may_name_in_the_order_of_the_guidance() -> None:
    found = sorted(current_catalogue().screening_criteria.values(), key=lambda each: each.number)
    assert [each.value for each in found] == [each.value for each in EuropeanCriterion]
    assert [each.number for each in found] == [1, 2, 3, 4, 5, 6, 7, 8, 9]


def test_each_names_its_place_in_the_guidance() -> None:
    found = current_catalogue().screening_criteria.values()
    assert all(f"WP 248 rev. 01, criterium {each.number} " in each.source.location for each in found)
