"""Severity by the method of the catalogue: every factor shows, and the outcome is advice."""

from dataclasses import replace
from decimal import Decimal

import pytest

from gemeentedossier.catalogue.facts.breaches import SeverityScale
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.breaches.engine.severity import band_of, least_context, severity_of
from gemeentedossier.dossier.breaches.enums import BreachType, Circumstance, Identification, Loss
from gemeentedossier.dossier.breaches.facts import BreachScore

MAXIMUM, SIGNIFICANT, NEGLIGIBLE = Identification.MAXIMUM, Identification.SIGNIFICANT, Identification.NEGLIGIBLE
NONE, SOME, FULL = Loss.NONE, Loss.SOME, Loss.FULL


def scale() -> SeverityScale:
    found = current_catalogue().severity_scale
    assert found is not None
    return found


def scored(
    context: int,
    identification: Identification,
    *losses: Loss,
    malicious: bool = False,
    around: tuple[Circumstance, ...] = (),
) -> BreachScore:
    return BreachScore(
        context_value=context,
        identification=identification,
        confidentiality_loss=losses[0],
        integrity_loss=losses[1],
        availability_loss=losses[2],
        is_malicious=malicious,
        circumstances=around,
    )


@pytest.mark.parametrize(
    ("score", "total", "band"),
    [
        (scored(3, MAXIMUM, SOME, NONE, NONE), "3.25", "hoog"),  # a decision at a wrong neighbour
        (scored(1, SIGNIFICANT, SOME, NONE, NONE), "1.00", "laag"),  # forty addresses in copy
        (scored(4, NEGLIGIBLE, NONE, NONE, FULL), "1.50", "laag"),  # an encrypted laptop with a backup
        (scored(4, MAXIMUM, FULL, NONE, SOME, malicious=True), "5.25", "zeer hoog"),  # ransomware with theft
    ],
)
def test_worked_examples(score: BreachScore, total: str, band: str) -> None:
    found = severity_of(score, scale())
    assert (found.score, found.band and found.band.name.nl) == (Decimal(total), band)


@pytest.mark.parametrize(
    ("score", "level"), [("0.25", 1), ("1.99", 1), ("2", 2), ("2.99", 2), ("3", 3), ("3.99", 3), ("4", 4), ("6", 4)]
)
def test_a_band_begins_with_its_own_number(score: str, level: int) -> None:
    assert band_of(Decimal(score), scale()).level == level


@pytest.mark.parametrize(
    ("around", "advised"),
    [
        ((), 3),
        ((Circumstance.CHILDREN,), 4),
        ((Circumstance.CHILDREN, Circumstance.SECRET_ADDRESS), 4),
        ((Circumstance.TRUSTED_RECIPIENT,), 3),
        ((Circumstance.TRUSTED_RECIPIENT, Circumstance.CONFIRMED_DELETED), 2),
        ((Circumstance.UNINTELLIGIBLE, Circumstance.BACKUP_AVAILABLE), 2),
        ((Circumstance.UNINTELLIGIBLE, Circumstance.BACKUP_AVAILABLE, Circumstance.VULNERABLE), 3),
    ],
)
def test_circumstances_put_the_advice_a_band_higher_or_lower(around: tuple[Circumstance, ...], advised: int) -> None:
    found = severity_of(scored(3, MAXIMUM, SOME, NONE, NONE, around=around), scale())
    assert (found.band and found.band.level, found.advised and found.advised.level) == (3, advised)


@pytest.mark.parametrize(
    "unknown",
    ["context_value", "identification", "confidentiality_loss", "integrity_loss", "availability_loss", "is_malicious"],
)
def test_an_unknown_factor_gives_no_score(unknown: str) -> None:
    found = severity_of(replace(scored(1, MAXIMUM, NONE, NONE, NONE), **{unknown: None}), scale())
    assert (found.score, found.band, found.advised, found.missing) == (None, None, None, (unknown,))


@pytest.mark.parametrize(("people", "large"), [(None, None), (100, False), (101, True)])
def test_more_than_a_hundred_people_are_many(people: int | None, *, large: bool | None) -> None:
    assert severity_of(BreachScore(), scale(), people=people).is_large is large


@pytest.mark.parametrize(
    ("number", "crime", "least"), [(False, False, 1), (True, False, 2), (False, True, 4), (True, True, 4)]
)
def test_the_citizen_service_number_and_crimes_ask_a_context(*, number: bool, crime: bool, least: int) -> None:
    assert least_context(has_national_number=number, has_criminal_data=crime) == least


def test_the_scale_has_a_name_for_every_choice_and_no_other() -> None:
    assert {each.value for each in scale().identification} == set(Identification)
    assert {each.value for each in scale().circumstances} == set(Circumstance)
    assert {aspect: {each.value for each in points} for aspect, points in scale().losses.items()} == {
        aspect: set(Loss) for aspect in ("confidentiality", "integrity", "availability")
    }


@pytest.mark.parametrize(
    ("broken", "score", "missing"),
    [
        ((BreachType.CONFIDENTIALITY,), Decimal("4.25"), ()),
        ((BreachType.CONFIDENTIALITY, BreachType.INTEGRITY), None, ("integrity_loss",)),
        ((), None, ("integrity_loss", "availability_loss")),
    ],
)
def test_what_triage_found_not_broken_counts_nothing(
    broken: tuple[BreachType, ...], score: Decimal | None, missing: tuple[str, ...]
) -> None:
    given = replace(scored(4, MAXIMUM, SOME, NONE, NONE), integrity_loss=None, availability_loss=None)
    found = severity_of(given, scale(), broken=broken)
    assert (found.score, found.missing) == (score, missing)
