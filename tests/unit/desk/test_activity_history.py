"""What the history of a record says in words."""

import pytest

from gemeentedossier.desk.presenters.activity.history import ledger_place, verb_words


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ((), ""),
        ((12,), "Regel 12 van het grootboek"),
        ((12, 13, 14), "Regels 12 tot en met 14 van het grootboek"),
        ((12, 14), "2 regels van het grootboek, tussen 12 en 14"),
    ],
    ids=["none yet", "one", "in a row", "with others between"],
)
def test_a_happening_says_where_the_ledger_holds_it(numbers: tuple[int, ...], told: str) -> None:
    assert ledger_place(numbers) == told


def test_loading_a_dossier_has_words() -> None:
    assert verb_words("exchange.load_dossier") == "Dossier geladen"


def test_a_verb_without_words_is_never_shown_as_it_is() -> None:
    assert verb_words("register.some_new_verb") == "Registratie gewijzigd"
