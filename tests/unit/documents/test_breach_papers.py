"""The papers about a breach say the same, all from the one record; Part D tells how it went in a year."""

import pytest

from gemeentedossier.documents.engine.blocks import Document, sections_of, texts_of
from gemeentedossier.documents.engine.placing import sentences_of
from gemeentedossier.documents.enums import DocumentKind, PaperKind
from tests.unit.documents.breached_municipality import BREACHED, HANDLED, KINDS, papers_of
from tests.unit.documents.composed_municipality import composed

PART_D = composed(DocumentKind.PART_D, BREACHED)


def cells(document: Document, anchor: str) -> list[str]:
    section = next(each for _, each in sections_of(document.sections) if each.anchor == anchor)
    return [" ".join(each.text for each in text) for block in section.blocks for text in texts_of(block)]


def words(document: Document) -> str:
    return " ".join(sentence.text for _, sentence in sentences_of(document))


OF_BOTH = {PaperKind.BREACH_ENTRY: 8, PaperKind.BREACH_REPORT: 8, PaperKind.BREACH_CONTROLLER: 2}


@pytest.mark.parametrize("kind", KINDS)
def test_an_exercise_and_what_was_no_breach_have_no_paper_and_for_another_there_is_one(kind: PaperKind) -> None:
    assert len(papers_of(kind)) == OF_BOTH.get(kind, 6)


def test_a_paper_that_lacks_what_the_law_asks_is_called_a_draft() -> None:
    titles = [each.subject for each in papers_of(PaperKind.BREACH_LETTER)[:2]]
    assert titles == ["Bericht over uw gegevens", "Concept: bericht over uw gegevens"]
    told = [each.subject for each in papers_of(PaperKind.BREACH_CONTROLLER)]
    assert told == [f"{word}ericht aan de verwerkingsverantwoordelijke" for word in ("B", "Concept: b")]


def test_a_letter_about_who_is_under_sixteen_goes_to_a_parent() -> None:
    letters = [words(each) for each in papers_of(PaperKind.BREACH_LETTER)[:2]]
    assert ["Geachte ouder of voogd," in each for each in letters] == [False, True]


def test_a_controller_is_not_told_what_only_it_decides() -> None:
    told = words(papers_of(PaperKind.BREACH_CONTROLLER)[0])
    assert ("10.2 " in told, "10.1.1 " in told, "9.3 " in told, "4.5 " in told) == (True, False, False, False)


def test_whether_people_were_told_is_open_until_it_is_decided() -> None:
    handled, late = papers_of(PaperKind.BREACH_FIRST)[:2]
    told = [cells(each, "chapter-10") for each in (handled, late)]
    answers = [each[each.index("10.1.1 mensen ingelicht") + 1] for each in told]
    assert answers == ["ja", "Hierover is niets vastgelegd."]


@pytest.mark.parametrize("kind", [PaperKind.BREACH_FIRST, PaperKind.BREACH_LETTER, PaperKind.BREACH_ENTRY,
                                  PaperKind.BREACH_REPORT])  # fmt: skip
def test_what_happened_is_the_same_in_every_paper(kind: PaperKind) -> None:
    assert HANDLED.nature.summary in words(papers_of(kind)[0])


def test_the_letter_names_nobody_who_works_on_the_breach() -> None:
    told = words(papers_of(PaperKind.BREACH_LETTER)[0])
    assert [each.name for each in BREACHED.organisation.people if each.name in told] == []


def test_the_letter_says_where_nobody_recorded_whom_to_ask() -> None:
    assert cells(papers_of(PaperKind.BREACH_LETTER)[-1], "contact")[0].startswith("Waar mensen met vragen terecht")


def test_advice_to_people_fits_what_can_come_of_it() -> None:
    handled, late = papers_of(PaperKind.BREACH_LETTER)[:2]
    assert (len(cells(handled, "yourself")), len(cells(late, "yourself"))) == (4, 1)


def test_an_answer_of_the_form_says_where_it_comes_from() -> None:
    told = cells(papers_of(PaperKind.BREACH_FIRST)[0], "chapter-1")
    at = told.index("1.1 soort melding")
    assert told[at + 1 : at + 3] == ["eerste melding", "Afgeleid"]


def test_a_notification_at_72_hours_is_in_time_and_at_73_it_is_late() -> None:
    handled, late = (cells(each, "clock") for each in papers_of(PaperKind.BREACH_REPORT)[:2])
    assert (handled[handled.index("Melden aan de AP") + 3], late[late.index("Melden aan de AP") + 3]) == (
        "Op tijd",
        "Te laat",
    )


def test_telling_people_has_no_hours_and_is_never_called_in_time() -> None:
    told = cells(papers_of(PaperKind.BREACH_REPORT)[0], "clock")
    assert told[told.index("Mensen inlichten") + 3] == "Gedaan"


def test_the_year_counts_breaches_and_leaves_exercises_out() -> None:
    told = cells(PART_D, "year")
    at = told.index("2026")
    assert told[at + 1 : at + 6] == ["5", "1", "1", "1", "2/3"]


def test_what_came_back_after_an_improvement_is_named() -> None:
    assert "Toch weer gebeurd, na een verbetering die klaar was: 2026-9200 Weer bij de buren." in cells(PART_D, "year")


def test_what_is_not_judged_yet_and_what_waits_for_a_decision_are_named_apart() -> None:
    told = " ".join(cells(PART_D, "year"))
    assert "Gemeld en nog niet beoordeeld: 2026-9300 Iets met een laptop en 2026-9900 Nog een lijst." in told
    assert "het besluit over melden ontbreekt bij: 2026-9700 Een lijst met namen." in told
    assert "Te laat gemeld, of nog niet gemeld na de termijn: 2026-9200 Weer bij de buren." in told
    assert "Gemeld, maar de momenten zeggen niet of dat op tijd was: 2026-9850 Een mail zonder uur." in told
    assert "Hier verwerkte de gemeente voor een ander, die zelf meldt: 2026-9800 Lijst van de buurgemeente." in told
