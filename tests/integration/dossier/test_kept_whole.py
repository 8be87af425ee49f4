"""Every record beside the register is kept whole: in the file, in the tables, and at any moment of the past."""

import dataclasses
from collections.abc import Iterator

import pytest
from django.db import connection

from gemeentedossier.dossier.agreements import models as agreements
from gemeentedossier.dossier.assets import models as assets
from gemeentedossier.dossier.governance import models as governance
from gemeentedossier.dossier.parties import models as parties
from gemeentedossier.dossier.register import models as register
from gemeentedossier.dossier.requests import models as requests
from gemeentedossier.dossier.risks import models as risks
from gemeentedossier.dossier.security import models as security
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.dossier.snapshot.queries import dossier_at, dossier_of, dossier_up_to
from gemeentedossier.exchange.actions.dossiers import load_dossier
from gemeentedossier.exchange.engine.dossier_file import read_dossier, same_content, write_dossier
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.ledger.actions import settle
from gemeentedossier.foundation.ledger.queries import ledger_size
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor, verb
from tests.everything import everything

ADDED = (
    "representatives", "appetites", "policy_clauses", "tools", "tool_rules", "log_review_plans", "security_risks",
    "exclusions", "continuities", "leaflets", "requests", "consents", "prescans", "impact_assessments", "planned_steps",
    "ambitions", "review_notes", "supervision_checks",
)  # fmt: skip
"""The fields of the dossier that the records below fill."""
KEPT_FOR_GOOD = ("breaches", "report_links", "own_advices", "samples", "officer_reports")
"""What the database lets nobody take away."""
STAYS = {"impact_assessments", "requests", "supervision_checks"}
"""On which the officer advised, or of which a sample was drawn: such a record cannot be taken away."""
MODELS: tuple[type[MunicipalityRecord], ...] = (
    requests.Consent,
    risks.Prescan,
    agreements.Leaflet, agreements.Agreement, security.ToolRule, security.LogReview, security.LogReviewPlan,
    security.SecurityRisk, security.ControlExclusion, security.Continuity, assets.Tool, governance.RiskAppetite,
    register.ReviewNote, governance.PolicyClause, governance.PlannedStep, governance.Ambition,
    parties.PartyRepresentative,
)  # fmt: skip
"""In the order in which they can be taken away."""
OF_ONE_PRODUCT = {"Leaflet.tool_id", "Leaflet.system_id", "Leaflet.product", "Leaflet.agreement_id"}


@pytest.fixture
def kept(db: None) -> Iterator[tuple[Municipality, Dossier]]:
    """Everything, loaded as a municipality of its own, which is then in scope."""
    wanted = everything()
    loaded = load_dossier(wanted, by=Actor("test"))
    with municipality_scope(loaded.municipality.id):
        settle()
        yield loaded.municipality, wanted


def values(facts: object) -> Iterator[tuple[str, object, object]]:
    """Each field of the facts and of what is in them: its name, its value, what it is when nobody says."""
    for field in dataclasses.fields(facts):  # type: ignore[arg-type]  # facts are dataclasses
        value = getattr(facts, field.name)
        yield f"{type(facts).__name__}.{field.name}", value, field.default
        for each in value if isinstance(value, tuple) else (value,):
            if dataclasses.is_dataclass(each):
                yield from values(each)


def test_no_field_of_these_records_is_left_out_of_what_is_tried() -> None:
    dossier = everything()
    empty = {
        name
        for record in (r for field in (*ADDED, *KEPT_FOR_GOOD) for r in getattr(dossier, field))
        for name, value, default in values(record)
        if value == default
    }
    assert empty == OF_ONE_PRODUCT


def test_a_file_holds_all_of_it() -> None:
    dossier = everything()
    assert read_dossier(write_dossier(dossier)) == dossier


def test_a_file_of_before_these_records_still_reads() -> None:
    dossier = everything()
    older = dataclasses.replace(dossier, agreements=(), **dict.fromkeys((*ADDED, *KEPT_FOR_GOOD), ()))
    assert not any(f'"{field}"'.encode() in write_dossier(older) for field in (*ADDED, *KEPT_FOR_GOOD))
    assert read_dossier(write_dossier(older)) == older


def test_what_was_loaded_is_what_stands_there(kept: tuple[Municipality, Dossier]) -> None:
    municipality, wanted = kept
    assert same_content(dossier_of(municipality), wanted)


def test_history_has_all_of_it_at_the_moment_and_by_number(kept: tuple[Municipality, Dossier]) -> None:
    municipality, wanted = kept
    number, moment = ledger_size(), clock.now()
    assert same_content(dossier_up_to(municipality, ledger_number=number, moment=moment), wanted)
    assert same_content(dossier_at(municipality, moment=moment), wanted)


def test_what_is_taken_away_was_there_before(kept: tuple[Municipality, Dossier]) -> None:
    municipality, wanted = kept
    number, moment = ledger_size(), clock.now()
    with verb("test.take_away", by=Actor("test")):
        for model in MODELS:
            model.objects.all().delete()
    connection.check_constraints()
    settle()
    left = {field for field in ADDED if getattr(dossier_of(municipality), field)}
    assert left == STAYS
    assert same_content(dossier_up_to(municipality, ledger_number=number, moment=moment), wanted)


def test_nothing_of_it_shows_in_another_municipality(
    kept: tuple[Municipality, Dossier], other_municipality: Municipality
) -> None:
    with municipality_scope(other_municipality.id):
        theirs = dossier_of(other_municipality)
    assert [getattr(theirs, field) for field in (*ADDED, *KEPT_FOR_GOOD)] == [()] * (len(ADDED) + len(KEPT_FOR_GOOD))
