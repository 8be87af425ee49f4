"""Two at one record know of each other and lose nothing; and many records are changed at once, and back again."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from tests.journeys.conftest import faults_of_access, sign_in

REGISTER = "/duinrade/desk/register/"


@pytest.fixture
def other(browser: Browser, program: Any, page: Page) -> Any:
    """A second window, of somebody else."""
    context = browser.new_context(base_url=program.url, locale="nl-NL")
    yield context.new_page()
    context.close()


def concept(example: str) -> str:
    """The page of a record that nobody adopted yet."""
    with municipality_scope(Municipality.objects.get(slug=example).pk):
        found = Activity.objects.filter(record_state="concept").order_by("name").values_list("pk", flat=True)[0]
    return f"{REGISTER}{found}/"


def test_two_at_one_record_are_told_of_each_other(page: Page, other: Page, example: str) -> None:
    record = concept(example)
    sign_in(page, "noor", to=f"{record}?edit=identity")
    expect(page.locator("#gd-presence")).to_have_text("")
    page.wait_for_load_state("networkidle")
    sign_in(other, "femke", to=record)
    expect(other.locator("#gd-presence")).to_contain_text("Noor Waterlander is hier ook, sinds")
    expect(other.locator("#gd-presence")).to_contain_text("en heeft “")
    assert faults_of_access(other) == []


def test_who_saves_second_sees_both_texts(page: Page, other: Page, example: str) -> None:
    record = concept(example)
    for window, text in ((page, "Eerste"), (other, "Tweede")):
        sign_in(window, "noor", to=f"{record}?edit=identity")
        window.wait_for_load_state("networkidle")
        window.locator("#identity input[name=identity-reference]").evaluate(
            "(field, text) => { field.value = text }", text
        )
    for window in (page, other):
        window.locator("#identity form button[name=done]:not(.desk-default)").first.click()
        expect(window.locator("#identity")).to_contain_text("Eerste")
    expect(other.locator(".desk-conflict")).to_contain_text("Eerste")
    expect(other.locator("#identity input[name=identity-reference]")).to_have_value("Tweede")


def test_many_are_changed_at_once_and_back(page: Page, example: str) -> None:
    sign_in(page, "noor", to=REGISTER)
    for box in page.locator(".gd-tick").all()[:3]:
        box.check()
    page.select_option("#many-what", "unit_id")
    assert faults_of_access(page) == []
    page.get_by_role("button", name="Verder…").click()
    page.get_by_label("Afdeling").select_option(label="Jeugd")
    page.get_by_label("Waarom").fill("Nieuwe indeling.")
    page.get_by_role("button", name="Toon wat er wijzigt").click()
    assert faults_of_access(page) == []
    page.go_back()
    expect(page.get_by_label("Waarom")).to_have_value("Nieuwe indeling.")
    page.get_by_role("button", name="Toon wat er wijzigt").click()
    page.get_by_role("button", name="Wijzig 3 registraties").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("3 registraties tegelijk gewijzigd")
    page.get_by_text("Maak dit ongedaan…").click()
    page.get_by_label("Waarom het teruggaat").fill("Vergissing.")
    page.get_by_role("button", name="Ongedaan maken").click()
    expect(page.get_by_text("3 registraties zijn weer als ervoor.")).to_be_visible()
    assert faults_of_access(page) == []


def test_what_is_ticked_stays_so_on_the_other_pages_of_the_list(page: Page, example: str) -> None:
    sign_in(page, "noor", to=REGISTER)
    page.locator(".gd-tick").first.check()
    page.get_by_role("link", name="Volgende").click()
    page.locator(".gd-tick").first.check()
    expect(page.locator(".gd-ticked output")).to_have_text("2 gekozen, waarvan niet op deze pagina: 1")
    page.get_by_role("button", name="Verder…").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Proceseigenaar van 2 registraties wijzigen")
    page.goto(REGISTER)
    expect(page.locator(".gd-tick:checked")).to_have_count(1)
    page.get_by_role("button", name="Keuze wissen").click()
    expect(page.locator(".gd-tick:checked")).to_have_count(0)
    expect(page.locator(".gd-ticked")).to_be_hidden()


def test_what_is_ticked_is_forgotten_once_it_changed_and_not_before(page: Page, example: str) -> None:
    sign_in(page, "noor", to=REGISTER)
    for box in page.locator(".gd-tick").all()[:2]:
        box.check()
    page.select_option("#many-what", "unit_id")
    page.get_by_role("button", name="Verder…").click()
    page.get_by_label("Afdeling").select_option(label="Jeugd")
    page.get_by_label("Waarom").fill("Nieuwe indeling.")
    page.get_by_role("button", name="Toon wat er wijzigt").click()
    change = page.get_by_role("button", name="Wijzig 2 registraties")
    first = page.locator("#main form [name=records]").first
    first.evaluate("field => { field.value = field.value.replace(/\\d+$/, '99999') }")
    change.click()  # as if somebody changed one of them meanwhile
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("heading", level=1)).not_to_have_text("2 registraties tegelijk gewijzigd")
    page.goto(REGISTER)
    expect(page.locator(".gd-tick:checked")).to_have_count(2)
    page.go_back()
    change.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("2 registraties tegelijk gewijzigd")
    page.goto(REGISTER)
    expect(page.locator(".gd-tick:checked")).to_have_count(0)


def test_on_a_phone_what_is_ticked_leads_to_changing_and_covers_no_focus(page: Page, example: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    sign_in(page, "noor", to=REGISTER)
    page.locator(".gd-tick").first.check()
    expect(page.locator(".gd-ticked")).to_be_in_viewport()
    assert faults_of_access(page) == []
    page.locator(".gd-tick").first.focus()
    for _step in range(24):
        page.keyboard.press("Tab")
        page.wait_for_function(UNCOVERED)
    page.get_by_role("link", name="Samen wijzigen…").click()
    expect(page.get_by_role("button", name="Verder…")).to_be_in_viewport()


UNCOVERED = """() => {
    const [each, bar] = [document.activeElement, document.querySelector('.gd-ticked')]
    const [{ top, bottom }, over] = [each.getBoundingClientRect(), bar.getBoundingClientRect()]
    return bar.contains(each) || top < over.top || bottom > over.bottom
}"""
"""What has the focus is seen beside the bar, at least in part (WCAG 2.2, 2.4.11)."""
