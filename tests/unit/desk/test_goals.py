"""Each repair leads to a field that is there: of the record, of the municipality, or of what stands beside them."""

import pytest

from gemeentedossier.assessment.engine.subjects.texts import WRITTEN
from gemeentedossier.catalogue.engine.expressions import names_as_written
from gemeentedossier.catalogue.facts.rules import Rule, SubjectKind
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.desk.forms.activity.parts import LegalBasisForm
from gemeentedossier.desk.forms.activity.sections import FORMS
from gemeentedossier.desk.forms.assets import MeasureForm, SystemForm
from gemeentedossier.desk.forms.organisation import FORMS as ORGANISATION_FORMS
from gemeentedossier.desk.presenters.activity.goals import (
    BY_RULE,
    OF_THE_ACTIVITY,
    SECTION_OF_TEXT,
    Goal,
    goal_of_fact,
)
from gemeentedossier.desk.presenters.activity.sections import section_of_part
from gemeentedossier.desk.presenters.mending import FIELD_OF_ASSET
from gemeentedossier.desk.presenters.organisation_sections import FIELDS, SECTIONS, organisation_section

OTHER_PAGES = frozenset(
    {"organisation", "security_classification", "access_right", "security_risk", "policy_clause"}
    | {"interpretation", "position", "evidence", "tool", "leaflet", "request", "consent", "impact_assessment", "breach"}
)
NO_FIELD = frozenset(
    {
        "activity.is_adopted",  # a step of the record
        "activity.reference_activity",  # chosen where the record begins
        "activity.security_classified",  # its security sheet
        "activity.unfinished_count",  # whichever text it is: the case says where
        "activity.assessment_departure_reasoned",  # decided on its pre-scan
    }
)
"""Facts that no field of the record says."""
RECORDS = frozenset({SubjectKind.ORGANISATION, SubjectKind.AGREEMENT, SubjectKind.COVENANT, SubjectKind.SYSTEM})
"""Kinds of which the records stand beside the register."""


def fields_of(section: str) -> set[str]:
    form, parts = FORMS[section]
    inner = LegalBasisForm.base_fields if section == "purposes" else {}
    return {*form.base_fields, *inner, *(name for _prefix, part in parts for name in part.base_fields)}


def derived(rule: Rule) -> bool:
    return not rule.is_attested and rule.awaits is None


def facts_of_the_register() -> set[str]:
    """Every fact of the register on which a rule turns that somebody can mend there."""
    rules = (r for r in current_catalogue().rules.values() if derived(r) and r.subject not in RECORDS)
    names = {name for rule in rules for name in names_as_written(rule.contradicts or rule.met or "")}
    return {n for n in names if n.partition(".")[0] not in {*OTHER_PAGES, "measure"}} - NO_FIELD


@pytest.mark.parametrize("goal", [*OF_THE_ACTIVITY.values(), *BY_RULE.values()])
def test_a_goal_is_a_field_of_its_section(goal: Goal) -> None:
    assert goal.field in fields_of(goal.section)


@pytest.mark.parametrize("name", sorted(facts_of_the_register() - {"party.country_in_eea", "recipient.country_in_eea",
                                                                  "recipient.transfer_recorded"}))  # fmt: skip
def test_each_fact_that_decides_a_finding_has_a_field(name: str) -> None:
    goal = goal_of_fact(name)
    assert goal
    assert goal.field in fields_of(goal.section)


def test_a_rule_with_a_field_of_its_own_is_in_the_catalogue() -> None:
    assert set(BY_RULE) - set(current_catalogue().rules) == set()


@pytest.mark.parametrize(("subject", "field"), sorted(WRITTEN.values()))
def test_each_free_text_has_a_field(subject: str, field: str) -> None:
    section = SECTION_OF_TEXT[field] if subject == "activity" else section_of_part(subject)
    assert field in fields_of(section)


def test_what_is_asked_of_the_municipality_has_its_section_and_field() -> None:
    kept = {(section, field) for section, form in ORGANISATION_FORMS.items() for field in form.base_fields}
    asked = {goal for goal in FIELDS.values() if SECTIONS[goal[0]].edited}
    assert asked - kept == set()


def test_a_derived_rule_on_the_municipality_stands_beside_a_section_or_counts_over_other_records() -> None:
    every = [r for r in current_catalogue().rules.values() if r.subject is SubjectKind.ORGANISATION and derived(r)]
    without = {rule.id for rule in every if not organisation_section(rule)}
    assert without == {
        "accountability-file",
        "exclusions-decided",
        "register-as-processor",
        "register-confirmed-yearly",
        "register-in-writing-and-at-hand",
        "register-public",
        "risk-appetite-decided",
        "unfinished-beside-register",
    }


def test_what_is_asked_of_a_system_or_measure_has_its_field() -> None:
    forms = {"system": SystemForm, "measure": MeasureForm}
    lacking = {name for name, field in FIELD_OF_ASSET.items() if field not in forms[name.split(".")[0]].base_fields}
    assert lacking == set()
