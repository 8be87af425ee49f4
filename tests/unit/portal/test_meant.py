"""What the words of a visitor stand for."""

import pytest

from gemeentedossier.catalogue.facts import AliasKind
from gemeentedossier.catalogue.queries import latest_catalogue
from gemeentedossier.portal.engine.meant import meanings_of


def told(text: str) -> list[tuple[AliasKind, str]]:
    return [(meaning.kind, meaning.said) for meaning in meanings_of(text, latest_catalogue())]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Schulden", [(AliasKind.REFERENCE_ACTIVITIES, "schulden")]),
        (
            "hulp bij schulden en een rolstoel",
            [(AliasKind.REFERENCE_ACTIVITIES, each) for each in ("schulden", "rolstoel")],
        ),
        ("uitkeringn", [(AliasKind.REFERENCE_ACTIVITIES, "uitkering")]),
        ("dakolos", [(AliasKind.REFERENCE_ACTIVITIES, "dakloos")]),
        ("vergunningen", [(AliasKind.REFERENCE_ACTIVITIES, "vergunning")]),
        ("wat staat er in de Jeugdwet?", [(AliasKind.STATUTES, "jeugdwet")]),
        ("bijzondere bijstand", [(AliasKind.REFERENCE_ACTIVITIES, "bijzondere bijstand")]),
        ("UWV", [(AliasKind.RECIPIENT_CATEGORIES, "uwv")]),
        ("brief aan het UWV", []),
        ("drijfzand", []),
        *((each, []) for each in ("vrouwen", "rouwen", "bescheiden", "overblijven", "inning", "omvang")),
        ("", []),
    ],
)
def test_words_stand_for_what_the_catalogue_knows(text: str, meant: list[tuple[AliasKind, str]]) -> None:
    assert told(text) == meant


def test_a_law_stands_for_its_provisions() -> None:
    catalogue = latest_catalogue()
    (law,) = meanings_of("Zorgverzekeringswet", catalogue)
    assert {catalogue.legal_bases[each].statute for each in law.ids} == {"zvw"}


def test_a_word_for_nothing_says_where_it_belongs() -> None:
    (passport,) = meanings_of("paspoort", latest_catalogue())
    assert passport.ids == ()
    assert passport.elsewhere
    assert passport.elsewhere.nl.startswith("Dit is werk van burgerzaken.")


def test_a_question_of_any_length_is_answered() -> None:
    assert told("schulden " * 500) == [(AliasKind.REFERENCE_ACTIVITIES, "schulden")]
