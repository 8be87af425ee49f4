"""A step that does not exist is refused in a sentence."""

import pytest
from django.utils import translation

from gemeentedossier.catalogue.engine.word_lists import CovenantWords
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.register.enums import Article6, RecordState
from gemeentedossier.dossier.register.facts import LegalBasis
from gemeentedossier.dossier.register.policies import STATE_WORDS, became_covenant, check_moves, is_covenant
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.identifiers import new_id

IN_DUTCH = "De status van deze registratie is “in beoordeling”. Daarna kan zij niet de status “gepubliceerd” krijgen."


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "This record is under review and cannot become published from there."), ("nl", IN_DUTCH)],
)
def test_a_step_that_does_not_exist_is_refused_in_the_language_of_the_reader(language: str, sentence: str) -> None:
    with translation.override(language), pytest.raises(Refused) as refused:
        check_moves(RecordState.UNDER_REVIEW, to=RecordState.PUBLISHED)
    assert str(refused.value) == sentence


def test_every_state_has_a_word() -> None:
    assert set(STATE_WORDS) == set(RecordState)


TEXT = "Convenant buurtteams"


@pytest.mark.parametrize(
    ("letter", "provision_id", "text", "truth"),
    [
        (Article6.PUBLIC_TASK, "", TEXT, True),
        (Article6.LEGAL_OBLIGATION, "", TEXT, True),
        (Article6.CONSENT, "", TEXT, True),
        (None, "", TEXT, True),
        (Article6.CONTRACT, "", TEXT, False),
        (Article6.PUBLIC_TASK, "wmo-2015-2-3-2", TEXT, False),
        (Article6.PUBLIC_TASK, "", "Wmo 2015 en het convenant", False),
        (Article6.PUBLIC_TASK, "", "Gemeentewet", False),
        (Article6.PUBLIC_TASK, "", "", False),
    ],
)
def test_a_basis_is_a_covenant_where_no_law_carries_it(
    letter: Article6 | None, provision_id: str, text: str, *, truth: bool
) -> None:
    basis = LegalBasis(new_id(), article_6=letter, provision_id=provision_id, provision_text=text)
    assert is_covenant(basis, CovenantWords(current_catalogue())) is truth


@pytest.mark.parametrize(
    ("was", "truth"),
    [
        (None, True),
        ("", True),
        ("Gemeentewet", True),
        ("Convenant van vorig jaar", True),
        (TEXT, False),
    ],
)
def test_a_basis_becomes_a_covenant_unless_it_stood_there_in_the_same_words(was: str | None, *, truth: bool) -> None:
    basis = LegalBasis(new_id(), provision_text=TEXT)
    before = None if was is None else LegalBasis(basis.id, provision_text=was)
    assert became_covenant(basis, CovenantWords(current_catalogue()), was=before) is truth


LAW = "wmo-2015-2-3-2"


@pytest.mark.parametrize(
    ("was", "now", "truth"),
    [
        (None, (LAW, TEXT), True),
        ((LAW, ""), (LAW, TEXT), True),
        ((LAW, "Gemeentewet"), (LAW, "Con\u00advenanten"), True),
        (("", TEXT), (LAW, TEXT), False),
        ((LAW, TEXT), (LAW, TEXT), False),
        ((LAW, TEXT), ("", TEXT), True),
        ((LAW, TEXT), (LAW, ""), False),
    ],
)
def test_a_provision_beside_them_does_not_let_new_words_of_a_covenant_in(
    was: tuple[str, str] | None, now: tuple[str, str], *, truth: bool
) -> None:
    provision, text = now
    basis = LegalBasis(new_id(), provision_id=provision, provision_text=text)
    before = LegalBasis(basis.id, provision_id=was[0], provision_text=was[1]) if was else None
    assert became_covenant(basis, CovenantWords(current_catalogue()), was=before) is truth
