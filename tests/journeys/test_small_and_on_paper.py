"""A long page on a phone is its headings, that open; and on paper, where nothing opens, all of it in whole pieces."""

from pathlib import Path

import pypdfium2
from playwright.sync_api import Page, expect

from gemeentedossier.dossier.risks.models import ImpactAssessment
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from tests.journeys.conftest import faults_of_access, sign_in

DESK = "/duinrade/desk"


def assessment(example: str) -> str:
    """The page of an assessment that was adopted, with all its points."""
    with municipality_scope(Municipality.objects.get(slug=example).pk):
        return f"{DESK}/assessments/{ImpactAssessment.objects.get(name='DPIA Toegang tot jeugdhulp').pk}/"


def printed(page: Page, file: Path) -> list[list[str]]:
    """The lines of each page of paper."""
    page.pdf(path=file, format="A4")
    with pypdfium2.PdfDocument(file) as paper:
        return [each.get_textpage().get_text_range().strip().splitlines() for each in paper]


def test_the_sections_of_an_assessment_open_from_their_headings(page: Page, example: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    sign_in(page, "noor", to=assessment(example))
    goals, words = page.get_by_role("button", name="5. Doelen"), page.locator("#point-5 dl").first
    expect(words).to_be_hidden()
    assert faults_of_access(page) == []
    goals.press("Enter")
    expect(words).to_be_visible()
    expect(goals).to_have_attribute("aria-expanded", "true")
    page.get_by_role("link", name="11. Grondslag").click()
    expect(page.locator("#point-11 dl").first).to_be_visible()


def test_on_a_wide_screen_all_of_it_is_open(page: Page, example: str) -> None:
    sign_in(page, "noor", to=assessment(example))
    expect(page.locator("#point-5 dl").first).to_be_visible()
    expect(page.get_by_role("button", name="5. Doelen")).to_have_count(0)


def test_on_paper_no_heading_stands_alone_at_the_foot_of_a_page_and_no_page_is_empty(
    page: Page, example: str, tmp_path: Path
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    sign_in(page, "noor", to=assessment(example))
    headings = {each.strip() for each in page.locator("main h2").all_inner_texts()}
    pages = printed(page, tmp_path / "assessment.pdf")
    assert [number for number, lines in enumerate(pages, 1) if not lines] == []
    assert [lines[-1] for lines in pages if lines[-1] in headings] == []
    assert sum("Het enige doel is" in line for lines in pages for line in lines) == 1


def test_a_finding_on_paper_tells_what_mends_it_and_stands_with_its_record(
    page: Page, example: str, tmp_path: Path
) -> None:
    sign_in(page, "noor", to=f"{DESK}/findings/")
    records = {each.strip() for each in page.locator(".gd-case__record").all_inner_texts()}
    repairs = page.locator(".gd-finding .nl-button").all_inner_texts()
    pages = printed(page, tmp_path / "findings.pdf")
    assert [lines[-1] for lines in pages if lines[-1] in records or lines[-1].startswith("Voor:")] == []
    whole = " ".join(line for lines in pages for line in lines)
    assert [each for each in repairs if each not in whole] == []


def test_on_paper_a_chart_comes_with_its_table_and_a_figure_with_its_question(
    page: Page, example: str, tmp_path: Path
) -> None:
    sign_in(page, "pieter", to=f"{DESK}/council/")
    questions = [each.strip() for each in page.locator("blockquote p").all_text_contents()]
    whole = " ".join(line for lines in printed(page, tmp_path / "council.pdf") for line in lines)
    assert (len(questions), [each for each in questions if each not in whole]) == (8, [])
    assert whole.count("Hoe we gegevens veilig houden") == 2  # in the picture, and in the table beside it
