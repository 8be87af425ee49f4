"""An activity goes from its pre-scan to an adopted impact assessment; one change of facts then makes it stale."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import faults_of_access, sign_in

pytestmark = pytest.mark.journey
ACTIVITY, NAME = "Klachtbehandeling", "DPIA klachten"
SAVE = "main form.gd-form button[type=submit]"


def opened(page: Page, step: str) -> None:
    page.click(f"#{step} summary")


def as_another(page: Page, mailbox: str, *, to: str) -> None:
    page.context.clear_cookies()
    sign_in(page, mailbox, to=to)


def advised_and_adopted(page: Page, place: str) -> None:
    """The officer advises; the executive answers and adopts."""
    as_another(page, "femke", to=place)
    opened(page, "assessment-advise")
    page.fill("#assessment-advise textarea[name=text]", "Kijk na een half jaar of de map werkt.")
    page.click("#assessment-advise button[type=submit]")
    as_another(page, "ali", to=place)
    opened(page, "assessment-answer")
    page.select_option("#assessment-answer select[name=answer]", "followed")
    page.fill("#assessment-answer textarea[name=reason]", "Het staat in de agenda.")
    page.click("#assessment-answer button[type=submit]")
    opened(page, "assessment-adopt")
    page.fill("#assessment-adopt textarea[name=because]", "Wat overblijft is klein.")
    page.click("#assessment-adopt button[type=submit]")


def test_from_prescan_to_adopted_and_stale(page: Page) -> None:
    sign_in(page, "noor", to="/duinrade/desk/assessments/prescans/")
    page.goto(f"/duinrade/desk/register/?q={ACTIVITY}")
    page.click(f"main table a:has-text('{ACTIVITY}')")
    activity = page.url
    page.click("main a[href$='/prescan/']")
    assert faults_of_access(page) == []

    # when somebody answers and decides
    if not page.locator("#answer[open]").count():
        opened(page, "answer")
    page.select_option("#answer select[name=new-legislation]", "no")
    page.click("#answer button[type=submit]")
    opened(page, "decide")
    page.select_option("#decide select[name=decision]", "required")
    page.fill("#decide textarea[name=because]", "Een klacht kan alles over iemand bevatten.")
    page.click("#decide button[type=submit]")

    # then an assessment is asked, and it begins with what the register knows
    page.click("main a:has-text('De DPIA opstellen')")
    page.fill("input[name=name]", NAME)
    page.click(SAVE)
    expect(page.locator("main h1")).to_have_text(NAME)
    one = page.url
    assert faults_of_access(page) == []

    # when each point is written, the risk weighed and the conclusion drawn
    for number in range(1, 18):
        page.goto(f"{one}points/{number}/")
        page.fill("textarea[name=text]", f"Bij punt {number} hebben wij dit met twee uitvoerders besproken.")
        page.click(SAVE)
    page.goto(f"{one}risks/new/")
    for name, words in {
        "threat": "Een klacht komt bij de verkeerde terecht.",
        "consequence": "Iemand durft niet meer te klagen.",
        "likelihood_reason": "Het kwam twee keer voor.",
        "impact_reason": "Het vertrouwen is weg.",
        "m0_text": "Klachten staan in een eigen map.",
    }.items():
        page.fill(f"textarea[name={name}]", words)
    for name in ("likelihood", "impact", "residual_likelihood"):
        page.select_option(f"select[name={name}]", "medium" if name == "likelihood" else "low")
    page.select_option("select[name=residual_impact]", "low")
    page.select_option("select[name=m0_owner_id]", label="Noor Waterlander")
    page.fill("input[name=m0_due_on]", "2099-01-04")
    page.click(SAVE)
    page.goto(f"{one}edit/")
    page.check("input[name=views_sought][value=yes]")
    page.fill("textarea[name=views]", "De cliëntenraad vindt een eigen map nodig.")
    page.select_option("select[name=conclusion]", "may_start")
    page.fill("textarea[name=conclusion_reason]", "Er blijft weinig risico over.")
    page.click(SAVE)
    expect(page.locator("#standing")).to_contain_text("Niets: de volgende stap kan worden gezet")
    opened(page, "assessment-put")
    page.click("#assessment-put button[type=submit]")

    # then the officer advises, and the executive answers and adopts
    place = f"/duinrade{one.partition('/duinrade')[2]}"
    advised_and_adopted(page, place)
    expect(page.locator("main .gd-heading")).to_contain_text("Vastgesteld")

    # when one fact of the register changes, exactly its points go stale
    as_another(page, "noor", to=place)
    page.goto(activity)
    page.click("#identity .desk-edit-link")
    page.get_by_label("Naam", exact=True).first.fill(f"{ACTIVITY} en bemiddeling")
    page.click("#identity button:has-text('Opslaan en sluiten')")
    page.wait_for_load_state("networkidle")
    page.goto(activity)
    expect(page.locator("main h1")).to_contain_text("en bemiddeling")
    page.goto(one)
    expect(page.locator("main .gd-heading")).to_contain_text("De feiten zijn veranderd")
    expect(page.locator("#point-1")).to_contain_text(f"was “{ACTIVITY}”, is nu “{ACTIVITY} en bemiddeling”")
    expect(page.locator("#point-1")).to_contain_text("Noor Waterlander")
    assert faults_of_access(page) == []

    # when the decision is proposed to the register, its owner takes that over
    page.goto(f"{activity}prescan/")
    fold = page.locator("#proposals details", has_text="DPIA verplicht: Ja")
    fold.locator("summary").first.click()
    fold.locator("select[name=answer]").select_option("taken_over")
    fold.locator("button[type=submit]").click()
    expect(page.locator("#proposals")).to_contain_text("Overgenomen in het register")
    expect(page.locator("#proposals details", has_text="DPIA verplicht")).to_have_count(0)

    # when the assessment is revised, what changed taken over, advised on and adopted, it is renewed
    page.goto(one)
    opened(page, "assessment-revise")
    page.fill("#assessment-revise textarea[name=reason]", "De taak is groter geworden.")
    page.click("#assessment-revise button[type=submit]")
    stale = page.locator("#standing a[href^='#point-']")
    for number in sorted({(each.get_attribute("href") or "").removeprefix("#point-") for each in stale.all()}):
        page.goto(f"{one}points/{number}/")
        page.click(SAVE)
    expect(page.locator("#standing")).to_contain_text("Niets: de volgende stap kan worden gezet")
    opened(page, "assessment-put")
    page.click("#assessment-put button[type=submit]")
    advised_and_adopted(page, place)
    expect(page.locator("main .gd-heading")).to_contain_text("Vastgesteld")
    expect(page.locator("#decision dd").first).to_have_text("2")
