"""The plan of action as a document: each step with who, when and how far, from the same path as the desk shows."""

import datetime as dt

from gemeentedossier.documents.engine.blocks import Document, Table
from gemeentedossier.documents.engine.rendering import Format, render
from tests.unit.documents.composed_municipality import DOSSIER, EMPTY, catalogue
from tests.unit.method.plans import done, path, plan, planned


def rows(document: Document) -> list[tuple[str, ...]]:
    tables = [block for section in document.sections for block in section.blocks if isinstance(block, Table)]
    return [tuple(" ".join(each.text for each in cell) for cell in row) for table in tables for row in table.rows]


def told(document: Document) -> str:
    return render(document, Format.HTML).decode()


def test_each_step_stands_in_it_once_in_order() -> None:
    names = [f"{each.number}. {each.name.nl}" for each in catalogue().method_steps]
    assert [row[0] for row in rows(plan(EMPTY, path(EMPTY)))] == names


def test_who_and_when_are_those_of_the_plan_else_the_role_and_no_day() -> None:
    dossier = planned(DOSSIER, due_on=dt.date(2099, 1, 5))
    assert rows(plan(dossier, path(dossier)))[0][1:3] == ("Noor", "5 januari 2099")
    assert rows(plan(EMPTY, path(EMPTY)))[0][1:3] == ("Privacy officer", "–")


def test_it_says_what_nobody_leads_and_of_what_the_day_has_passed() -> None:
    late = planned(DOSSIER, due_on=dt.date(2020, 1, 6))
    assert "Nog niemand trekt deze stappen." in told(plan(EMPTY, path(EMPTY)))
    assert "Van deze stappen is de dag voorbij." in told(plan(late, path(late)))
    assert "Nog niemand trekt" not in told(plan(late, path(late)))


def test_once_every_step_is_done_it_asks_nothing() -> None:
    document = plan(DOSSIER, done(path(DOSSIER)))
    assert {row[3] for row in rows(document)} == {"Klaar"}
    assert "Elke stap die nog niet klaar is, heeft een trekker en een dag." in told(document)
