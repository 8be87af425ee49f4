"""Part B tells what is recorded of security: what counts on the day, what is late, and what nobody decided."""

import dataclasses
import datetime as dt

import pytest

from gemeentedossier.documents.engine.blocks import Document, sections_of, texts_of
from gemeentedossier.documents.engine.comparison import ChangeKind, compare
from gemeentedossier.documents.enums import DocumentKind
from tests.unit.documents.composed_municipality import EMPTY, SUPPORT, composed
from tests.unit.documents.secured_municipality import CLASSIFICATIONS, EXCLUSIONS, SECURED

PART_B = composed(DocumentKind.PART_B, SECURED)


def cells(document: Document, anchor: str) -> list[str]:
    section = next(each for _, each in sections_of(document.sections) if each.anchor == anchor)
    return [" ".join(each.text for each in text) for block in section.blocks for text in texts_of(block)]


def changed(**more: object) -> set[tuple[str, str]]:
    """Chapter and new words of every sentence that is other than in Part B."""
    found = compare(PART_B, composed(DocumentKind.PART_B, dataclasses.replace(SECURED, **more)))
    return {(each.new.section, each.new.sentence.text) for each in found
            if each.new and each.kind is not ChangeKind.UNCHANGED}  # fmt: skip


@pytest.mark.parametrize(
    ("measure", "told"),
    [
        ("Toegang per rol", "Telt mee."),
        ("Back-up", "Telt mee tot en met 1 mei 2027."),
        ("Tweede stap", "Telt niet mee, want het is nog niet klaar."),
        ("Adrescontrole", "Telt niet mee, want het ging opnieuw mis op 6 oktober 2026."),
        ("Versleuteling", "Telt niet mee, want geen geldig bewijs laat zien dat het werkt."),
        ("Logging van inzage", "Hoever dit is, is niet vastgelegd."),
    ],
)
def test_a_measure_says_whether_it_counts_and_else_why_not(measure: str, told: str) -> None:
    found = cells(PART_B, "measures")

    assert found[found.index(measure) + 3] == told


@pytest.mark.parametrize(("day", "told"), [
    (dt.datetime(2027, 5, 1, 12, tzinfo=dt.UTC), "Telt mee tot en met 1 mei 2027."),
    (dt.datetime(2027, 5, 2, 12, tzinfo=dt.UTC), "Telt niet mee, want geen geldig bewijs laat zien dat het werkt."),
])  # fmt: skip
def test_the_day_after_its_evidence_ends_a_measure_does_not_count(day: dt.datetime, told: str) -> None:
    found = cells(composed(DocumentKind.PART_B, dataclasses.replace(SECURED, moment=day)), "measures")

    assert found[found.index("Back-up") + 3] == told


@pytest.mark.parametrize(
    ("threat", "told"),
    [
        ("“dreiging 1080”", "Nog niet te zeggen."),
        ("“dreiging 1081”", "Blijft binnen wat het bestuur aanvaardt."),
        ("“dreiging 1082”", "Meer dan mag overblijven; het bestuur heeft nog niet beslist."),
        (
            "“dreiging 1083”",
            "Op 23 november 2026 aanvaard door Wethouder, tot en met 1 september 2027: “het kan niet anders”.",
        ),
        ("“dreiging 1086”", "Op 23 november 2026 besloot Wethouder om ermee te stoppen: “het kan niet anders”."),
    ],
)  # fmt: skip
def test_a_risk_says_what_was_decided_about_what_remains(threat: str, told: str) -> None:
    found = cells(PART_B, "risks")

    assert found[found.index(threat) + 3] == told


def test_an_acceptance_that_ran_out_is_no_decision_any_more() -> None:
    later = dataclasses.replace(SECURED, moment=dt.datetime(2027, 9, 2, 12, tzinfo=dt.UTC))
    found = cells(composed(DocumentKind.PART_B, later), "risks")

    assert found[found.index("“dreiging 1083”") + 3] == "Meer dan mag overblijven; het bestuur heeft nog niet beslist."


def test_another_level_changes_the_activity_its_system_and_its_sheet() -> None:
    lower = dataclasses.replace(CLASSIFICATIONS[0], integrity=2)
    found = changed(classifications=(lower, CLASSIFICATIONS[1]))
    sections = {section for section, _ in found if not section.startswith(("criteri", "contradiction", "about"))}

    assert sections == {"levels", "systems", f"sheet-{SUPPORT.id}"}
    assert ("levels", "2 (beschermd)") in found


def test_a_number_that_does_not_apply_says_so_in_the_statement() -> None:
    found = cells(PART_B, "applicability-technological")
    place = found.index("8.25")

    assert found[place + 3] == "Geldt niet; zie de uitzonderingen."
    assert {"Geldt niet; zie de uitzonderingen."} & set(
        cells(composed(DocumentKind.PART_B, dataclasses.replace(SECURED, exclusions=EXCLUSIONS[1:])),
              "applicability-technological")
    ) == set()  # fmt: skip


def test_a_log_that_nobody_looked_at_is_late() -> None:
    found = cells(PART_B, "logging")

    assert "Nog nooit." in found
    assert "Te laat nagekeken wordt het logboek van: Archief 2008." in found


def test_what_is_not_there_is_not_told() -> None:
    anchors = {each.anchor for _, each in sections_of(composed(DocumentKind.PART_B).sections)}

    assert anchors & {"tools", "exclusions"} == set()
    assert {"tools", "exclusions"} <= {each.anchor for _, each in sections_of(PART_B.sections)}


def test_an_empty_register_yields_what_can_be_said_without_it() -> None:
    anchors = [each.anchor for each in composed(DocumentKind.PART_B, EMPTY).sections]

    assert anchors == ["about", "responsible", "criteria", "contradictions"]


def test_the_sheet_of_an_activity_has_a_section_for_each_purpose() -> None:
    headings = [each.heading.text for _, each in sections_of(PART_B.sections)
                if each.anchor.startswith(f"sheet-{SUPPORT.id}-")]  # fmt: skip

    assert headings == ["Doel: vaststellen welke ondersteuning een inwoner nodig heeft"]
    assert "“Kijkt een steekproef na”" in cells(PART_B, f"sheet-{SUPPORT.id}-1")
