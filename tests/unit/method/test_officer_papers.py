"""The officer's plan and report as documents."""

import datetime as dt

from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.rendering import Format, render
from tests.unit.documents.composed_municipality import DOSSIER, EMPTY
from tests.unit.method.officers import FEMKE, GIVEN, LOTTE, advice, check, paper, plan, report, watched


def told(document: Document) -> str:
    return render(document, Format.HTML).decode()


def test_a_draft_says_that_it_is_one_and_an_adopted_report_by_whom() -> None:
    draft, adopted = told(paper(EMPTY, report())), told(paper(EMPTY, report(adopted_by="Femke", adopted_at=GIVEN)))
    assert ("Verslag van de FG (concept)" in draft, "Verslag van de FG (concept)" in adopted) == (True, False)
    assert "Femke heeft dit verslag vastgesteld op 2 maart 2026." in adopted


def test_the_judgement_stands_in_the_officers_own_words() -> None:
    text = told(paper(EMPTY, report(judgement="Het gaat beter.")))
    assert "“Het gaat beter.”" in text
    assert "Het oordeel is nog niet geschreven." not in text


def test_without_a_judgement_it_says_so() -> None:
    assert "Het oordeel is nog niet geschreven." in told(paper(EMPTY, report()))


def test_an_advice_without_answer_is_named() -> None:
    text = told(paper(watched(EMPTY, own_advices=(advice(1),)), report()))
    assert "De FG gaf 1 keer advies." in text
    assert "Eén postbus (2 maart 2026)" in text


def test_an_advice_of_an_earlier_year_without_answer_is_named_too() -> None:
    earlier = advice(1, given_at=dt.datetime(2024, 5, 2, 9, tzinfo=dt.UTC))
    text = told(paper(watched(EMPTY, own_advices=(earlier,)), report()))
    assert "De FG gaf 0 keer advies." in text
    assert "Eén postbus (2 mei 2024)" in text


def test_a_conflicting_role_is_named() -> None:
    assert "Lotte is ook: beheerder." in told(paper(watched(DOSSIER, FEMKE, LOTTE), report()))


def test_the_plan_says_what_is_late_and_what_came_of_a_check() -> None:
    late, done = check(1, due_on=dt.date(2020, 1, 6)), check(2, due_on=dt.date(2020, 2, 6), was_done=True)
    text = told(plan(watched(EMPTY, supervision_checks=(late, done))))
    assert "Van deze controles is de dag voorbij: Controle 1." in text
    assert "“In orde.”" in text


def test_an_empty_plan_says_so() -> None:
    assert "Er is nog niets gepland." in told(plan(EMPTY))
