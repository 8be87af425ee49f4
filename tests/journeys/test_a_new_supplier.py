"""A new supplier goes from the role test to a signed agreement; what it does not cover is told on the way."""

import pytest
from playwright.sync_api import Page, expect

from gemeentedossier.foundation import clock
from tests.journeys.conftest import faults_of_access, sign_in

pytestmark = pytest.mark.journey
NOBODY_BUT_THE_MUNICIPALITY = (
    "law_names_party",
    "is_care_provider",
    "own_file",
    "decides_purpose",
    "decides_essential_means",
    "decides_together",
    "own_use",
)


def test_a_new_supplier_goes_from_role_test_to_signed_agreement(page: Page) -> None:
    sign_in(page, "noor", to="/duinrade/desk/agreements/")
    assert faults_of_access(page) == []

    # when the officer tests what the supplier is
    page.goto("/duinrade/desk/roles/new/")
    assert faults_of_access(page) == []
    page.fill("input[name=party_name]", "Blauwzee Software bv")
    for question in NOBODY_BUT_THE_MUNICIPALITY:
        page.check(f"input[name={question}][value=no]")
    page.check("input[name=on_instruction_only][value=yes]")
    page.click("main form.gd-form button[type=submit]")

    # then it is a processor, and the fitting agreement is proposed
    expect(page.locator("main")).to_contain_text("Verwerker: verwerkt alleen in opdracht van de gemeente.")
    assert faults_of_access(page) == []
    page.click("main form.gd-form button[type=submit]")
    page.click("main a:has-text('De overeenkomst vastleggen')")
    expect(page.locator("select[name=kind]")).to_have_value("processor")
    page.fill("input[name=name]", "Verwerkersovereenkomst Blauwzee")
    page.click("main form.gd-form button[type=submit]")
    expect(page.locator("main h1")).to_have_text("Verwerkersovereenkomst Blauwzee")
    assert faults_of_access(page) == []

    # when it is linked to an activity whose data it does not name
    page.click("#cover .desk-edit-link")
    assert faults_of_access(page) == []
    page.locator("input[name=activity_ids]").first.check()
    page.locator("input[name=data_categories][value=sex]").check()
    page.click("main form.gd-form button[type=submit]")

    # then what lacks stands beside it, and so does that nobody signed
    expect(page.locator("#cover .gd-margin")).to_contain_text("Overeenkomst dekt minder dan het register")
    expect(page.locator("#term .gd-margin")).to_contain_text("Concept-overeenkomst, verwerking loopt al")

    # when its text is made, and says that nobody signed
    page.click("main .gd-heading a:has-text('Tekst van de overeenkomst')")
    expect(page.locator("main")).to_contain_text("had nog niemand deze tekst getekend.")
    expect(page.locator("main")).to_contain_text("Blauwzee Software bv")
    assert faults_of_access(page) == []

    # when that text is kept, and signed
    page.click("main button:has-text('Bewaren als bewijs')")
    expect(page.locator("main")).to_contain_text("De tekst is bewaard als bewijs.")
    page.click("#term summary:has-text('Zij is ondertekend')")
    page.fill("#sign-signed_on", clock.today().isoformat())
    page.fill("#sign-signed_by", "A. Strandman, wethouder; B. Blauw, directeur")
    page.select_option("#sign-signed_text_evidence_id", index=1)  # what was kept of this agreement comes first
    page.click("#term form[action$='/sign/'] button[type=submit]")

    # then it is in force with the text as it was signed, and the second finding is gone
    expect(page.locator("#term")).to_contain_text("De tekst zoals die is getekend")
    expect(page.locator("main .gd-heading")).to_contain_text("Geldt")
    expect(page.locator("#term .gd-margin")).to_have_count(0)
    page.click("#points .desk-edit-link")
    assert faults_of_access(page) == []
