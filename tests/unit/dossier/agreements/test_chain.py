"""The chain of sub-processors."""

from uuid import UUID

import pytest

from gemeentedossier.dossier.agreements.engine.chain import circle_in, ordered, unlisted
from gemeentedossier.dossier.agreements.enums import SubProcessorDecision
from gemeentedossier.dossier.agreements.facts import Agreement, AgreementParty, SubProcessor

NAMES = {1: "Cloud", 2: "Mailer", 3: "Opslag", 4: "Steun"}


def sub(key: int, party: int, above: int | None = None, **more: object) -> SubProcessor:
    return SubProcessor(
        UUID(int=key),
        UUID(int=party),
        NAMES[party],
        above_id=UUID(int=above) if above else None,
        **more,  # type: ignore[arg-type]
    )


def with_chain(*subs: SubProcessor) -> Agreement:
    processor = AgreementParty(UUID(int=100), UUID(int=1), "Cloud")
    return Agreement(UUID(int=200), "Hosting", parties=(processor,), sub_processors=subs)


@pytest.mark.parametrize(
    ("subs", "circle"),
    [
        ((), ()),
        ((sub(11, 2), sub(12, 3, 11)), ()),
        ((sub(11, 2), sub(12, 4, 11), sub(13, 3), sub(14, 4, 13)), ()),
        ((sub(11, 1),), ("Cloud", "Cloud")),
        ((sub(11, 2), sub(12, 1, 11)), ("Cloud", "Mailer", "Cloud")),
        ((sub(11, 2), sub(12, 3, 11), sub(13, 2, 12)), ("Mailer", "Opslag", "Mailer")),
        ((sub(11, 2, 12), sub(12, 3, 11)), ("Opslag", "Mailer", "Opslag")),
        ((sub(11, 2, 11),), ("Mailer", "Mailer")),
    ],
    ids=["none", "line", "serves-two", "itself", "back-to-processor", "below-itself", "ring", "own-tail"],
)
def test_a_chain_that_bites_its_tail_is_named(subs: tuple[SubProcessor, ...], circle: tuple[str, ...]) -> None:
    assert circle_in(with_chain(*subs)) == circle


def test_each_stands_below_who_engages_it() -> None:
    chain = (sub(12, 3, 11), sub(11, 2), sub(13, 4))
    assert [(depth, each.party_name) for depth, each in ordered(chain)] == [(1, "Mailer"), (2, "Opslag"), (1, "Steun")]


def test_who_was_seen_and_is_neither_listed_nor_allowed_is_unlisted() -> None:
    allowed = SubProcessorDecision.AUTHORISED
    subs = (sub(11, 2, listed=True), sub(12, 3, listed=False), sub(13, 4, listed=False, decision=allowed))
    assert [each.party_name for each in unlisted(with_chain(*subs))] == ["Opslag"]
