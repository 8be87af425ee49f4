"""On which facts a finding turns, the likeliest first."""

from dataclasses import dataclass

import pytest

from gemeentedossier.assessment.engine.turning import turning_facts
from gemeentedossier.assessment.enums import AnswerSource, Outcome
from gemeentedossier.assessment.facts import Answer, Case, Finding
from gemeentedossier.catalogue.facts.rules import SubjectKind
from gemeentedossier.catalogue.queries import current_catalogue
from tests.unit.assessment.dossiers import some_id


@dataclass(frozen=True)
class Facts:
    """Any facts, by name; what is not given is unknown."""

    given: dict[str, object]

    def __getattr__(self, name: str) -> object:
        return self.given.get(name)


def found(rule: str, outcome: Outcome, missing: tuple[str, ...] = (), **given: object) -> Finding:
    facts = Facts(given)
    layers = dict.fromkeys(("activity", "organisation", "data_use"), facts)
    case = Case(SubjectKind.ACTIVITY, some_id(1), some_id(1), layers)
    answer = Answer(outcome, AnswerSource.DERIVED, missing)
    return Finding(current_catalogue().rules[rule], case, answer)


def test_what_a_contradiction_says_is_not_so_comes_first() -> None:
    finding = found("bsn-without-provision", Outcome.CONTRADICTS)
    assert turning_facts(finding) == ("data_use.has_bsn_provision", "data_use.has_bsn")


@pytest.mark.parametrize(
    ("given", "first"),
    [
        ({"controller_count": 0, "client_count": 0}, "activity.controller_count"),
        ({"controller_count": 1, "client_count": 1}, "organisation.contact_point_written"),
        (
            {"controller_count": 1, "client_count": 1, "contact_point_written": True},
            "organisation.data_protection_officer_contact_written",
        ),
    ],
)
def test_what_lacks_comes_before_what_is_there(given: dict[str, object], first: str) -> None:
    assert turning_facts(found("record-names-and-contacts", Outcome.NOT_MET, **given))[0] == first


def test_what_nobody_recorded_comes_first_also_where_it_decides_whether_the_rule_applies() -> None:
    finding = found("algorithm-registered", Outcome.GAP, missing=("activity.algorithm",))
    assert turning_facts(finding) == ("activity.algorithm", "activity.algorithm_register_written")
