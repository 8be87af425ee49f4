"""A new municipality finds its first step, takes it, and sees the path move on; somebody plans the next one."""

import pytest
from playwright.sync_api import Page, expect

from gemeentedossier.foundation import clock
from tests.journeys.conftest import faults_of_access, sign_in
from tests.journeys.effort import Counted, in_table

pytestmark = pytest.mark.journey
SAVE = "main form button[type=submit]"


@pytest.fixture
def empty(example: str) -> str:
    """A municipality where only Noor works and Ali adopts, and nothing else is recorded; returns its short name."""
    from gemeentedossier.foundation.models import Municipality
    from gemeentedossier.foundation.tenancy import municipality_scope
    from gemeentedossier.organisation.enums import Role
    from gemeentedossier.organisation.models import Account, Person, RoleAssignment

    made = Municipality.objects.create(slug="leegveld", name="Leegveld")
    working = (("noor", "Noor Waterlander", Role.PRIVACY_OFFICER), ("ali", "Ali Demir", Role.EXECUTIVE))
    with municipality_scope(made.id):
        for mailbox, name, role in working:
            account = Account.objects.get(email=f"{mailbox}@duinrade.example")
            person = Person.objects.create(name=name, email=account.email, account=account)
            RoleAssignment.objects.create(person=person, role=role.value)
    return made.slug


def _basics(page: Page, empty: str) -> None:
    page.goto(f"/{empty}/desk/organisation/edit/contact/")
    page.fill("[name=contact_point]", "privacy@leegveld.example")
    page.click(SAVE)
    page.goto(f"/{empty}/desk/organisation/controllers/new/")
    page.fill("input[name=name]", "College van B en W")
    page.select_option("select[name=kind]", "college")
    page.click(SAVE)
    page.goto(f"/{empty}/desk/organisation/units/new/")
    page.fill("input[name=name]", "Sociaal domein")
    page.click(SAVE)


def _sign_out(page: Page) -> None:
    page.context.clear_cookies()


def test_from_empty_to_an_adopted_activity_and_its_documents_in_one_sitting(page: Page, empty: str) -> None:
    sitting = f"/{empty}/desk/method/sitting/"
    upcoming = page.locator(".desk-sitting__station--next")
    # given a municipality without anything
    sign_in(page, "noor", to=sitting)
    expect(upcoming).to_contain_text("Leg vast wie de gemeente is")
    assert faults_of_access(page) == []
    _basics(page, empty)
    counted = Counted(page)

    # when an activity begins from a reference, and a section of it is completed from the sitting
    page.goto(sitting)
    expect(upcoming).to_contain_text("Kies de eerste verwerking")
    page.click(".desk-sitting__station--next a")
    page.click("button[name=reference] >> nth=0")
    page.wait_for_url("**/register/**")
    page.goto(sitting)
    expect(upcoming).to_contain_text("Vul haar aan, onderdeel voor onderdeel")
    assert faults_of_access(page) == []
    page.click("#sections a >> text=Wat het is en wie verantwoordelijk is")
    page.fill("#identity [name=identity-owner_name]", "Noor Waterlander")
    page.click("#identity .desk-edit__actions button[name=done]")
    expect(page.locator("#record-state")).to_contain_text("Noor Waterlander", timeout=15_000)
    page.click("text=Terug naar de zitting")

    # and it is submitted, and another person adopts it
    page.click("#submission a")
    page.click(SAVE)
    page.goto(sitting)
    expect(upcoming).to_contain_text("Hierover besluit Ali Demir")
    effort = counted.stop()
    assert effort.counts == in_table("J1", effort)
    _sign_out(page)
    sign_in(page, "ali", to=sitting)
    page.click("#adoption a")
    page.click(SAVE)

    # then the sitting is done, the version stands, and Part A speaks of it
    page.goto(sitting)
    expect(upcoming).to_have_count(0)
    expect(page.locator("#adoption")).to_contain_text("Vastgesteld als versie 1.")
    named = page.locator("#choice a").first.inner_text()
    page.click("#documents a >> text=Deel A")
    expect(page.locator("main")).to_contain_text(named)
    assert faults_of_access(page) == []


def test_from_empty_to_the_second_step(page: Page, empty: str) -> None:
    # given a municipality without anything
    sign_in(page, "noor", to=f"/{empty}/desk/method/")
    expect(page.locator("main h1")).to_have_text("Invoering")
    expect(page.locator("#next")).to_have_text("Nu: Leg vast wie de gemeente is")
    assert faults_of_access(page) == []

    # when its first step is followed to where that is done
    page.click("#next a")
    expect(page.locator("#done")).to_contain_text("Het contactpunt voor inwoners is ingevuld")
    assert faults_of_access(page) == []
    _basics(page, empty)

    # then the path moved on by itself, and somebody takes the next step
    page.goto(f"/{empty}/desk/method/")
    expect(page.locator(".gd-lead")).to_contain_text("1 van de 22 stappen zijn klaar.")
    page.click("#next a")
    page.select_option("select[name=owner_id]", label="Noor Waterlander")
    page.fill("input[name=due_on]", f"{clock.today().year + 1}-03-05")
    page.click("main form.gd-form button[type=submit]")
    expect(page.locator("#plan")).to_contain_text("Plan wijzigen")

    # and it stands on the path, and on Today, and maturity claims nothing
    page.goto(f"/{empty}/desk/method/")
    expect(page.locator(".desk-path__step--next")).to_contain_text("Noor Waterlander, uiterlijk 5 maart")
    page.goto(f"/{empty}/desk/")
    expect(page.locator(".gd-waiting")).to_contain_text("Wijs mensen aan")
    page.goto(f"/{empty}/desk/method/maturity/")
    assert faults_of_access(page) == []
    page.goto(f"/{empty}/desk/method/quickscan/")
    assert faults_of_access(page) == []
