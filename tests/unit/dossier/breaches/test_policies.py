"""What is refused of a breach: moments in the wrong order also in the hour that comes twice, drafts, unfound scores."""

import datetime as dt

import pytest

from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.breaches.engine.letter import is_unfinished
from gemeentedossier.dossier.breaches.engine.severity import severity_of
from gemeentedossier.dossier.breaches.enums import BreachRisk, BreachType
from gemeentedossier.dossier.breaches.facts import BreachJudgement, BreachMoments, BreachScore, BreachTriage
from gemeentedossier.dossier.breaches.policies import check_judgement, check_message, check_moments
from gemeentedossier.foundation.errors import Refused
from tests.unit.dossier.breaches.recorded import a_breach, at

NOW = dt.datetime(2026, 11, 28, tzinfo=dt.UTC)


def known(found: dt.datetime, aware: dt.datetime) -> BreachMoments:
    return BreachMoments(discovered_at=found, aware_at=aware, aware_who="PO", aware_grounds="Toen was het zeker.")


def test_twenty_minutes_later_is_later_though_the_clock_was_put_back() -> None:
    moments = known(at("2026-10-25T02:50"), at("2026-10-25T02:10", fold=1))
    check_moments(moments, a_breach(), now=NOW)


def test_twenty_minutes_earlier_is_refused_though_the_clock_shows_later() -> None:
    moments = known(at("2026-10-25T02:10", fold=1), at("2026-10-25T02:50"))
    with pytest.raises(Refused):
        check_moments(moments, a_breach(), now=NOW)


@pytest.mark.parametrize(
    ("text", "is_draft"),
    [
        ("[Deze brief is nog niet af en kan zo niet weg.]", True),
        ("Wat wij doen\n\nHierover is niets vastgelegd.", True),
        ("Nothing is recorded about this.", True),
        ("Uw brief lag bij de buren.", False),
    ],
)
def test_a_draft_is_no_text_that_was_sent(text: str, *, is_draft: bool) -> None:
    assert is_unfinished(text) is is_draft
    if is_draft:
        with pytest.raises(Refused):
            check_message(text)
    else:
        check_message(text)


@pytest.mark.parametrize(("method", "is_refused"), [("ENISA 2013", True), ("eigen weging", False)])
def test_a_method_that_gave_no_score_weighed_nothing(method: str, *, is_refused: bool) -> None:
    scale = current_catalogue().severity_scale
    assert scale is not None
    triage = BreachTriage(security_broken=True, personal_data=True, types=(BreachType.CONFIDENTIALITY,))
    judged = BreachJudgement(risk=BreachRisk.RISK, risk_method=method, risk_reason="Een bekende las het.")
    unscored = severity_of(BreachScore(), scale, broken=triage.types)
    if is_refused:
        with pytest.raises(Refused):
            check_judgement(judged, triage, unscored)
    else:
        check_judgement(judged, triage, unscored)
