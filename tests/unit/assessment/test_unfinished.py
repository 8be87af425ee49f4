"""A text that is not finished records nothing: it is never met, in whatever field it stands."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gemeentedossier.assessment.engine.assess import assess
from gemeentedossier.assessment.engine.subjects.agreed import agreed_in
from gemeentedossier.assessment.engine.subjects.law import Law
from gemeentedossier.assessment.engine.subjects.secured import Secured
from gemeentedossier.assessment.engine.subjects.texts import free_texts_of
from gemeentedossier.assessment.engine.subjects.truths import said, written
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.agreements.enums import Point
from gemeentedossier.dossier.agreements.facts import AgreedPoint, Agreement
from gemeentedossier.dossier.register.enums import Article6, FurtherUseBasis, PartyRole, TransferMechanism
from gemeentedossier.dossier.register.facts import (
    Accountability,
    Activity,
    DataSource,
    DataUse,
    FurtherUse,
    LegalBasis,
    PartyRelation,
    Purpose,
    Recipient,
    RetentionPeriod,
    Transfer,
)
from gemeentedossier.dossier.security.facts import Classification
from tests.unit.assessment.dossiers import DAY, MOMENT, dossier_with, some_id

LAW = Law(current_catalogue(), DAY)
LEFT_OVERS = (*current_catalogue().words("unfinished-texts"), *current_catalogue().words("stand-ins-for-text"))
NO_TEXTS = frozenset(
    {"name", "party_name", "provision_id", "special_provision_id", "criminal_provision_id", "bsn_provision_id"}
    | {
        "category",
        "recipient_category",
        "sector_law",
        "policy_domain",
        "reference_activity",
        "country",
        "party_country",
    }
    | {"rule_id", "period", "trigger", "reference", "unit"}
)
"""Fields that hold a name, an id of the catalogue or a code."""
FULL = Activity(
    some_id(10),
    "Wmo",
    purposes=(
        Purpose(some_id(11), 1, "", (LegalBasis(some_id(12), Article6.PUBLIC_TASK),)),
        Purpose(some_id(13), 2, "", (LegalBasis(some_id(14), Article6.CONSENT), LegalBasis(some_id(15)))),
    ),
    data_uses=(DataUse(some_id(16), 1, data_categories=("health", "bsn", "criminal")), DataUse(some_id(17), 2)),
    sources=(DataSource(some_id(18), from_data_subject=False),),
    recipients=(Recipient(some_id(19)),),
    transfers=(Transfer(some_id(20), country="US", mechanism=TransferMechanism.STANDARD_CLAUSES),),
    retention=(RetentionPeriod(some_id(21), period="P15Y", trigger="case_closed"),),
    parties=(PartyRelation(some_id(22), some_id(23), "CAK", role=PartyRole.PROCESSOR),),
    further_uses=(FurtherUse(some_id(24), "", FurtherUseBasis.COMPATIBLE),),
)


def in_every_text(record: Any, text: str) -> Any:
    """The record, and all in it, with this in each field for free text."""
    made: dict[str, object] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, tuple) and field.name.endswith("_own"):
            made[field.name] = (text,) if text else ()
        elif isinstance(value, tuple) and value and is_dataclass(value[0]):
            made[field.name] = tuple(in_every_text(each, text) for each in value)
        elif isinstance(value, Accountability):
            made[field.name] = in_every_text(value, text)
        elif value == "" and field.name not in NO_TEXTS:
            made[field.name] = text
    return replace(record, **made)


def met(text: str) -> set[tuple[str, object]]:
    found = assess(dossier_with(in_every_text(FULL, text)), current_catalogue())
    return {(each.rule_id, each.subject_id) for each in found.findings() if each.outcome is Outcome.MET}


NOTHING_WRITTEN = met("")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "-",
        "--- ",
        "x",
        "PM",
        "xxx",
        "Nader invullen",
        "nader invullen door Jan",
        "TO DO: beschrijven hoe wij dit doen",
        "De juistheid wordt geborgd door nog te bepalen.",
        "[naam]",
        "Contract met [naam] van 3 maart",
        "Klik of tik om tekst in te voeren.",
        "n.v.t.",
        "Ja",
        "Geen.",
        "Onbekend",
        "BRP. Nog checken.",
        "[naam leverancier]",
        "{{ naam }}",
        "${partij}",
        "«naam»",
        "..........",
        "_____",
        "Termijn: PM",
        "Termijn: p.m.",
        "wordt aangevuld",
        "Termijn: wordt later aangevuld.",
        "Fout! Verwijzingsbron niet gevonden.",
        "Error! Reference source not found.",
    ],
)
def test_an_unfinished_text_says_nothing(text: str) -> None:
    assert (written(text, LAW.lint), said(text, LAW.lint)) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Wij leggen het uit.",
        "BRP",
        "2024-17",
        "Geen inwoner wordt overgeslagen.",
        "Elk jaar wordt een steekproef gecontroleerd. De uitkomst nader invullen.",
        "Elk jaar wordt een steekproef gecontroleerd. nader invullen",
        "Adressen komen uit de BRP\nTO DO: wie controleert?",
        "De inwoner kan zijn gegevens nakijken; [datum]",
        "Het dossier wordt aangevuld met gegevens van de huisarts.",
        "Het formulier wordt ingevuld door de inwoner.",
        "De balie is open tot 5 pm",
        "Zie noot [3] in Stb. [2020], onder «Wet»",
        "Bestrijding van tbc",
    ],
)
def test_what_stands_beside_a_blank_counts(text: str) -> None:
    assert (written(text, LAW.lint), said(text, LAW.lint)) == (True, text)


@given(st.sampled_from(LEFT_OVERS), st.sampled_from(["", " ", "\n", "\t "]), st.sampled_from(["", ".", " …", "!"]))
def test_a_left_over_alone_is_nothing(left_over: str, before: str, after: str) -> None:
    assert not LAW.lint.says_something(before + left_over + after)
    assert not LAW.lint.says_something(before + left_over.upper() + after)


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(LEFT_OVERS))
def test_a_left_over_alone_meets_no_criterion(left_over: str) -> None:
    assert met(left_over) - NOTHING_WRITTEN == set()


def test_a_text_does_meet_criteria() -> None:
    more = {rule for rule, _ in met("Zo staat het in het werkproces van team Zorg.") - NOTHING_WRITTEN}
    assert {"accuracy-kept", "fairness-weighed", "necessity-weighed"} <= more


def test_what_was_agreed_in_a_blank_is_unknown() -> None:
    def said_of(text: str, *, agreed: bool | None) -> bool | None:
        points = (AgreedPoint(some_id(2), Point.SECRECY, agreed, text),)
        return agreed_in(Agreement(some_id(1), "Afspraak", points=points), LAW.lint)(Point.SECRECY)

    assert [said_of(text, agreed=True) for text in ("", "artikel 5", "nader invullen")] == [True, True, None]
    assert said_of("nader invullen", agreed=False) is False


def test_levels_with_a_blank_for_a_reason_are_not_approved() -> None:
    def classified(reason: str) -> bool | None:
        levels = Classification(some_id(1), some_id(2), integrity=2, integrity_reason=reason, approved_at=MOMENT)
        return Secured(levels).is_classified(LAW.lint)

    assert [classified(reason) for reason in ("", "Fouten raken een besluit.", "xxx")] == [True, True, None]


def test_every_free_text_is_filled_in() -> None:
    assert {text for _, text in free_texts_of(in_every_text(FULL, "xxx"))} == {"Wmo", "xxx"}
