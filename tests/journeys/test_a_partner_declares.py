"""A provider is invited, comes in with a password of its own, and declares for two municipalities at once."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from gemeentedossier.dossier.parties.actions.representatives import invitation_token, invite_representative
from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.exchange.actions.example import LOADER, ensure_twin
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.tenancy import municipality_scope
from tests.journeys.conftest import faults_of_access, sign_in

pytestmark = pytest.mark.journey
MAIL, PASSWORD = "bram.wad@ggdkustland.example", "meeuwen eten geen rekenbladen"
PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def invited_by_the_twin() -> str:
    """The address of the invitation that the other municipality sends to the same person."""
    with municipality_scope(ensure_twin().id):
        party = Party.objects.get(name="GGD Kustland")
        made = invite_representative(party.pk, name="Bram Wad", email=MAIL, until=clock.today(), by=LOADER)
        return f"/partner/invitation/{invitation_token(made.pk)}/"


def test_a_provider_declares_once_for_two_municipalities(page: Page, tmp_path: Path) -> None:
    certificate = tmp_path / "certificaat.pdf"
    certificate.write_bytes(PDF)
    elsewhere = invited_by_the_twin()

    # when the privacy officer invites somebody of the party
    sign_in(page, "noor", to="/duinrade/desk/parties/")
    assert faults_of_access(page) == []
    page.click("main a:has-text('GGD Kustland')")
    assert faults_of_access(page) == []
    page.click("summary:has-text('Iemand uitnodigen')")
    page.fill("#invite-name", "Bram Wad")
    page.fill("#invite-email", MAIL)
    page.click("#invite button[type=submit]")
    link = page.input_value(".desk-people__link")

    # then that person, and nobody else, comes in by the link and chooses a password
    page.context.clear_cookies()
    page.goto(link)
    expect(page.locator("main h1")).to_have_text("De gemeente Duinrade nodigt u uit")
    assert faults_of_access(page) == []
    page.fill("input[name=password]", PASSWORD)
    page.fill("input[name=again]", PASSWORD)
    page.click("main button[type=submit]")
    expect(page.locator("main h1")).to_have_text("Uw afspraken")
    assert faults_of_access(page) == []

    # and the second municipality is taken up with the same account
    page.goto(elsewhere)
    page.click("main button[type=submit]")
    expect(page.locator("#duinrade-hersteld")).to_be_visible()

    # when the declaration is made once, with evidence, for both
    page.click("main a:has-text('Eén keer verklaren')")
    assert faults_of_access(page) == []
    page.fill("input[name=function]", "contractmanager")
    page.set_input_files("input[name=file]", certificate)
    page.check("input[name=may_sign]")
    page.click("main button[type=submit]")

    # then it is told per municipality that it was written, and nothing more is asked
    expect(page.locator(".gg-results")).to_contain_text("Duinrade: Convenant Samen in de wijk (GGD Kustland)")
    expect(page.locator(".gg-results")).to_contain_text("Duinrade, hersteld: Convenant Samen in de wijk")
    expect(page.locator(".gg-task")).to_have_count(0)
    assert faults_of_access(page) == []
    page.click("main a:has-text('Convenant Samen in de wijk') >> nth=0")
    expect(page.locator("#asked")).to_contain_text("Bram Wad, contractmanager")
    assert faults_of_access(page) == []

    # and the desk shows who declared, through which account, and on what
    page.context.clear_cookies()
    sign_in(page, "noor", to="/duinrade/desk/agreements/")
    page.click("main a:has-text('Convenant Samen in de wijk')")
    participants = page.locator("#participants")
    expect(participants).to_contain_text("Bram Wad, contractmanager, met een eigen account van de partij")
    participants.locator("a[href*='/evidence/']").click()
    expect(page.locator("main h1")).to_contain_text("certificaat.pdf")
