"""The report of an assessment: its own words beside the register, what changed, what was decided, and what is open."""

import dataclasses
import datetime as dt

import pytest

from gemeentedossier.documents.engine.blocks import Document, sections_of, texts_of
from gemeentedossier.documents.engine.composition import Material
from gemeentedossier.documents.engine.composition.impact_assessment import assessment_of
from gemeentedossier.documents.engine.composition.papers import papers_in
from gemeentedossier.documents.engine.placing import sentences_of
from gemeentedossier.documents.engine.provenance import RecordOrigin
from gemeentedossier.documents.engine.rendering import Format, render
from gemeentedossier.documents.enums import PaperKind
from gemeentedossier.dossier.risks.facts import ImpactAssessment
from tests.unit.documents.assessed_municipality import ASSESSED, WHOLE, every_report, report_of
from tests.unit.documents.composed_municipality import SUPPORT, catalogue, library, number

REPORT = report_of(8000)
MATERIAL = Material(dossier=ASSESSED, catalogue=catalogue(), library=library())


def cells(document: Document, anchor: str) -> list[str]:
    section = next(each for _, each in sections_of(document.sections) if each.anchor == anchor)
    return [" ".join(each.text for each in text) for block in section.blocks for text in texts_of(block)]


def report_with(**more: object) -> Document:
    changed: ImpactAssessment = dataclasses.replace(WHOLE, **more)
    return report_of(8000, dataclasses.replace(ASSESSED, impact_assessments=(changed,)))


def on(day: dt.date) -> Document:
    moment = dt.datetime.combine(day, dt.time(12), tzinfo=dt.UTC)
    return report_of(8000, dataclasses.replace(ASSESSED, moment=moment))


def test_it_opens_with_what_it_is_about_its_version_state_and_author() -> None:
    told = cells(REPORT, "opening")
    assert told[1].endswith(f"Dit rapport gaat over: {SUPPORT.name}.")
    assert [told[told.index(label) + 1] for label in ("Versie", "Stand", "Opgesteld door", "Uiterlijk herzien")] == [
        "1", "Vastgesteld", "Adviseur", "1 juni 2027"
    ]  # fmt: skip


def test_every_point_of_the_model_has_its_section_in_order() -> None:
    anchors = [each.anchor for _, each in sections_of(REPORT.sections) if each.anchor.startswith("point-")]
    assert anchors == [f"point-{each}" for each in range(1, 18)]


def test_own_words_stand_beside_what_the_register_says() -> None:
    told = cells(REPORT, "point-5")
    assert told[1:3] == ["“Wij schreven punt 5.”", "“Ook dit.”"]
    assert told[-2:] == ["Doel", f"“{SUPPORT.purposes[0].text}”"]


def test_a_stale_point_says_what_changed_and_the_others_do_not() -> None:
    told = cells(REPORT, "point-2")
    assert "Het register is veranderd nadat dit is geschreven. Kijk of de tekst nog klopt." in told
    assert told[told.index("Gegeven") + 1] == "Postcode"
    assert "Wat is veranderd" not in " ".join(cells(REPORT, "point-3"))


def test_a_risk_tells_likelihood_impact_and_level_with_their_reasons() -> None:
    told = cells(REPORT, "risks")
    first = told.index("1. “gevaar 8010”. Hoe het komt: “Een fout”.")
    assert told[first + 1 : first + 5] == [
        "“Iemand krijgt geen hulp”",
        "Midden: “Elders elk jaar”.",
        "Hoog: “Hulp blijft uit”.",
        "Hoog: “De matrix geeft hoog”.",
    ]


def test_a_risk_without_measures_is_named() -> None:
    assert "Geen maatregel hebben deze risico’s: 2." in cells(REPORT, "measures")


@pytest.mark.parametrize(("day", "told"), [
    (dt.date(2026, 11, 22), "Uiterlijk 22 november 2026."),
    (dt.date(2026, 11, 23), "Te laat, want het moest 22 november 2026."),
])  # fmt: skip
def test_the_day_after_its_day_a_measure_is_late(day: dt.date, told: str) -> None:
    found = cells(on(day), "measures")
    assert found[found.index("“Contract aanpassen”") + 3] == told


@pytest.mark.parametrize(("day", "told"), [
    (dt.date(2027, 6, 1), "Uiterlijk 1 juni 2027 kijkt de gemeente hier opnieuw naar."),
    (dt.date(2027, 6, 2), "De gemeente had hier uiterlijk 1 juni 2027 opnieuw naar moeten kijken."),
])  # fmt: skip
def test_the_day_after_its_review_it_says_that_this_is_late(day: dt.date, told: str) -> None:
    assert cells(on(day), "decision")[-1] == told


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"views_sought": None}, ["Of het mensen is gevraagd, is niet vastgelegd."]),
        ({"views_sought": False, "views_reason": ""},
         ["De gemeente heeft het mensen niet gevraagd.", "Een reden is niet vastgelegd."]),
        ({"views_sought": False, "views_reason": "Geheim"},
         ["De gemeente heeft het mensen niet gevraagd.", "De reden: “Geheim”."]),
        ({"views": ""}, ["De gemeente vroeg het aan mensen om wie het gaat, of aan wie voor hen spreekt.",
                         "Wat zij zeiden, is niet vastgelegd."]),
    ],
)  # fmt: skip
def test_it_says_what_people_think_or_why_they_were_not_asked(more: dict[str, object], told: list[str]) -> None:
    assert cells(report_with(**more), "views") == told


def test_advice_stands_in_its_own_words_with_the_answer() -> None:
    assert cells(REPORT, "advice") == [
        "Op 9 juni 2026 gaf F. Zand als FG advies over versie 1:",
        "“Kijk het na.”",
        "“Doe dat elk jaar.”",
        "Op 9 juni 2026 antwoordde Wethouder dat het advies is gevolgd: “Dat past”.",
    ]


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (0, "Wanneer die het kreeg, is niet vastgelegd, en dus is de termijn niet bekend."),
        (1, "Het advies komt uiterlijk 27 november 2026, en de gemeente wacht met beginnen."),
        (2, "De toezichthouder nam meer tijd, tot en met 8 februari 2027."),
        (3, "De termijn staat stil, tot de toezichthouder heeft wat die vroeg."),
        (4, "De termijn liep af op 26 augustus 2026 zonder advies, en dat is geen toestemming."),
        (5, "Het advies kwam op 20 november 2026."),
    ],
)
def test_a_consultation_says_where_it_stands(number: int, told: str) -> None:
    found = [each for each in cells(report_of(8500), "consultation") if each.startswith("Op ")]
    assert found[number].partition("om advies. ")[2] == told


def test_a_high_risk_without_consultation_is_said() -> None:
    assert "dat is niet gedaan" in " ".join(cells(report_of(8300), "consultation"))


def test_nothing_is_said_of_a_consultation_that_nothing_asks() -> None:
    assert "consultation" not in {each.anchor for each in REPORT.sections}


def test_what_is_unknown_is_said_and_an_empty_draft_still_has_its_report() -> None:
    bare = report_of(8200)
    assert cells(bare, "opening")[1] == "Over welke verwerking dit gaat, is niet vastgelegd."
    assert cells(bare, "summary")[:3] == [
        "Een samenvatting is niet geschreven.",
        "Een conclusie is er nog niet.",
        "Er is nog geen risico beschreven.",
    ]
    assert cells(bare, "advice") == ["Een advies van de FG is er nog niet."]


def test_the_annex_has_every_criterion_that_was_held_against_it_once() -> None:
    found = cells(REPORT, "criteria")
    assert found.count("DPIA: beschrijving") == 1
    assert found[found.index("DPIA: beschrijving") + 1] == "artikel 35, lid 7, onder a, AVG"
    assert "criteria" not in {each.anchor for each in report_of(8000, judged=False).sections}


def test_every_sentence_has_a_source() -> None:
    assert [
        each.text for document in every_report() for _, each in sentences_of(document) if not each.provenance.origins
    ] == []


def test_a_sentence_rests_on_the_assessment_in_the_version_that_was_read() -> None:
    found = next(each for _, each in sentences_of(REPORT) if each.text == "“Het kan.”")
    (kept,) = [each for each in found.provenance.origins if isinstance(each, RecordOrigin)]
    assert (kept.record_kind, kept.field, kept.version) == ("impact_assessment", "summary", 5)


@pytest.mark.parametrize("form", list(Format))
def test_it_comes_in_every_form_with_hostile_words_in_it(form: Format) -> None:
    hostile = "<script>alert(1)</script> #eval(1) $x$ \x00\x1b " + "ge" * 200 + "\n\n\x00"
    assert render(report_with(summary=hostile, views=hostile, name=hostile, conclusion_reason=hostile), form)


def test_each_assessment_is_a_paper_by_its_key() -> None:
    assert [each.about for each in papers_in(MATERIAL, PaperKind.IMPACT_ASSESSMENT)] == [
        number(8000), number(8200), number(8300), number(8400), number(8500)
    ]  # fmt: skip
    assert assessment_of(MATERIAL, number(1)) is None
