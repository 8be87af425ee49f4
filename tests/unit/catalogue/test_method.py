"""The implementation method of the shipped pack, and what a pack may not say of it."""

from gemeentedossier.catalogue.facts.rules import RuleKind
from gemeentedossier.catalogue.facts.sources import Status
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.organisation.enums import ResponsibleRole


def test_steps_are_numbered_in_the_order_of_their_phases() -> None:
    catalogue = current_catalogue()
    phases = {each.id: each.number for each in catalogue.method_phases}
    order = [phases[each.phase] for each in catalogue.method_steps]
    assert [each.number for each in catalogue.method_steps] == list(range(1, 23))
    assert order == sorted(order)
    assert set(order) == set(range(1, 7))


def test_each_role_of_a_step_is_a_role_that_answers_for_something() -> None:
    roles = {role for each in current_catalogue().method_steps for role in (each.lead, *each.supports)}
    assert roles <= set(ResponsibleRole)


def test_a_condition_rests_on_criteria_and_never_on_a_contradiction() -> None:
    catalogue = current_catalogue()
    asked = {rule for step in catalogue.method_steps for each in step.done_when for rule in each.rules}
    assert {catalogue.rules[each].kind for each in asked} == {RuleKind.CRITERION}


def test_the_steps_are_our_own_and_say_so() -> None:
    assert {each.status for each in current_catalogue().method_steps} == {Status.OWN_WORK}


def test_the_nine_main_questions_come_before_what_is_new() -> None:
    themes = [(each.id, each.status) for each in current_catalogue().maturity_themes]
    assert [name for name, _ in themes[:3]] == ["record", "transparency", "purpose-limitation"]
    assert [status for _, status in themes] == [Status.VERIFIED] * 7 + [Status.UNVERIFIED] * 2 + [Status.OWN_WORK] * 3


def test_levels_run_from_one_to_five() -> None:
    assert [each.number for each in current_catalogue().maturity_levels] == [1, 2, 3, 4, 5]


def test_the_quickscan_has_fifteen_questions_each_worked_on_in_a_step() -> None:
    catalogue = current_catalogue()
    steps = {each.id for each in catalogue.method_steps}
    assert [each.number for each in catalogue.quickscan] == list(range(1, 16))
    assert {each.step for each in catalogue.quickscan} <= steps
