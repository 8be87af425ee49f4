"""What the officer planned and what waits for an answer stands in the agenda, on its day and for whose it is."""

import datetime as dt

from gemeentedossier.dossier.governance.enums import AdviceAnswer
from gemeentedossier.method.engine.officer_duties import officer_duties
from gemeentedossier.method.enums import DutyKind
from gemeentedossier.organisation.enums import Role
from tests.unit.documents.composed_municipality import EMPTY, catalogue
from tests.unit.method.officers import FEMKE, advice, answered, check, watched

DAY = dt.date(2026, 12, 11)


def test_an_open_check_is_the_officers_by_its_day() -> None:
    dossier = watched(EMPTY, supervision_checks=(check(1, due_on=DAY), check(2, due_on=DAY, was_done=True)))
    found = tuple(officer_duties(dossier, catalogue()))
    assert [(each.kind, each.on, each.roles) for each in found] == [
        (DutyKind.CHECK, DAY, frozenset({Role.DATA_PROTECTION_OFFICER}))
    ]


def test_advice_waits_for_the_executive_six_weeks_and_is_no_term_of_the_law() -> None:
    given = (advice(1), answered(advice(2), AdviceAnswer.FOLLOWED))
    found = tuple(officer_duties(watched(EMPTY, FEMKE, own_advices=given), catalogue()))
    assert [(each.record_id, each.on, each.roles, each.law, each.is_legal) for each in found] == [
        (given[0].id, dt.date(2026, 4, 13), frozenset({Role.EXECUTIVE}), (), False)
    ]
