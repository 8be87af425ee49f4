"""A report of a Friday afternoon comes to the text for the authority's form, the letter, and a closed record."""

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from gemeentedossier.foundation import clock
from tests.journeys.conftest import faults_of_access, sign_in
from tests.journeys.effort import Counted, in_table

pytestmark = pytest.mark.journey
TITLE = "Verslagen van gesprekken bij de verkeerde bezorgd"
SUMMARY = "Twaalf verslagen gingen naar het adres van een ander."
SAVE = "main form.gd-form button[type=submit]"


def a_friday() -> str:
    """The last Friday that is wholly past, as a browser writes it."""
    today = clock.today()
    return (today - dt.timedelta(days=(today.weekday() - 4) % 7 or 7)).isoformat()


def reported_by_an_employee(page: Page) -> str:
    """The link of the privacy officer lets somebody without an account report; returns the number."""
    sign_in(page, "noor", to="/duinrade/desk/breaches/link/")
    page.click("form[action$='/renew/'] button")
    link = page.locator("main code").inner_text()
    page.context.clear_cookies()
    page.goto(link)
    assert faults_of_access(page) == []
    page.fill("input[name=title]", TITLE)
    page.fill("input[name=discovered_at_0]", a_friday())
    page.fill("input[name=discovered_at_1]", "15:40")
    page.fill("textarea[name=first_account]", "De bezorger gaf de map bij de buren af.")
    page.fill("input[name=reporter]", "Consulent, kamer 2.14")
    page.click(SAVE)
    told = page.locator("main section h2").inner_text()
    assert faults_of_access(page) == []
    return told.rstrip(".").rpartition(" ")[2]


def filled(
    page: Page, url: str, *, words: dict[str, str], chosen: dict[str, str], ticked: tuple[str, ...] = ()
) -> None:
    """A section of the record, written and saved; ``ticked`` are names with values."""
    page.goto(url)
    for name, value in chosen.items():
        page.select_option(f"select[name={name}]", value)
    for each in ticked:
        name, _, value = each.partition("=")
        page.check(f"input[name={name}][value={value}]")
    for name, text in words.items():
        page.fill(f"[name={name}]", text)
    page.click(SAVE)
    page.wait_for_url(lambda now: now != url)


def triaged(page: Page, one: str) -> None:
    """It is a breach, of data that the register knows."""
    aware = {"aware_at_0": a_friday(), "aware_at_1": "16:10", "aware_grounds": "De buren belden erover."}
    filled(page, f"{one}moments/", words=aware, chosen={})
    filled(
        page,
        f"{one}triage/",
        words={"triage_reason": "Een ander had de verslagen in handen."},
        chosen={"municipal_role": "controller"},
        ticked=("security_broken=yes", "personal_data=yes", "types=confidentiality", "police_data=no",
                "significant_incident=no"),
    )  # fmt: skip
    page.goto(f"{one}concerned/")
    page.check("label:has-text('Melding en onderzoek maatschappelijke ondersteuning') >> nth=0")
    page.click(SAVE)
    filled(page, f"{one}concerned/", words={"people_min": "12", "people_max": "12"}, chosen={})
    expect(page.locator("#concerned")).to_contain_text("Gespreks- en onderzoeksverslag")
    filled(
        page,
        f"{one}nature/",
        words={"summary": SUMMARY, "cause": "Een verkeerd etiket.", "consequences": "Buren weten wat geheim was."},
        chosen={"kind": "wrong_recipient"},
        ticked=("cause_found=yes", "harms=professional_secrecy"),
    )


def weighed(page: Page, one: str) -> None:
    """The factors give advice; a person judges the risk and decides twice."""
    reasons = {
        "context_reason": "Het gaat over gezondheid.",
        "identification_reason": "Naam en adres staan erop.",
        "circumstances_reason": "Het stond op papier.",
    }
    factors = {
        "context": "sensitive",
        "context_value": "4",
        "identification": "maximum",
        "confidentiality_loss": "some",
    }
    losses = {"integrity_loss": "none", "availability_loss": "none"}
    filled(page, f"{one}score/", words=reasons, chosen=factors | losses, ticked=("is_malicious=no",))
    expect(page.locator("#score")).to_contain_text("4 × 1")
    judged = {"risk_method": "ENISA", "risk_reason": "Kwetsbare mensen raken de greep op hun verhaal kwijt."}
    filled(page, f"{one}judgement/", words=judged, chosen={"risk": "high"})
    for step in ("notify", "inform"):
        page.click(f"#do-decide-{step} summary")
        page.check(f"#do-decide-{step} input[name=is_yes][value=yes]")
        page.fill(f"#do-decide-{step} textarea[name=reason]", "Het risico is hoog.")
        page.fill(f"#do-decide-{step} textarea[name=late_reason]", "Het was weekend.")
        page.click(f"#do-decide-{step} button[type=submit]")
        page.wait_for_load_state("networkidle")
    expect(page.locator("#decisions table tbody tr")).to_have_count(2)
    assert faults_of_access(page) == []


def told(page: Page, one: str) -> None:
    """The text of the form and the letter come from the one record; what was sent is recorded."""
    page.goto(f"{one}form/")
    expect(page.locator("main")).to_contain_text(SUMMARY)
    assert faults_of_access(page) == []
    page.click("main a[href$='/notify/']")
    page.fill("input[name=number]", "AP-2026-12345")
    expect(page.locator("textarea[name=delay_reason]")).to_have_value("Het was weekend.")  # said at the decision
    page.click(SAVE)
    expect(page.locator("#notifications")).to_contain_text("AP-2026-12345")
    page.goto(f"{one}papers/breach-letter/")
    expect(page.locator(".gd-paper")).to_contain_text(SUMMARY)
    assert faults_of_access(page) == []
    page.goto(f"{one}tell/")
    expect(page.locator("textarea[name=text]")).to_have_value("")  # no measure yet, so the letter is still a draft
    page.fill("textarea[name=text]", "Uw verslag kwam bij een ander terecht. Wij bellen nu.")
    page.select_option("select[name=manner]", "letter")
    page.click(SAVE)
    expect(page.locator("#messages table tbody tr")).to_have_count(1)


def mended(page: Page) -> None:
    """A measure is recorded, done, and then the work is closed."""
    page.click("#do-measure summary")
    page.select_option("#do-measure select[name=kind]", "improvement")
    page.fill("#do-measure textarea[name=what]", "Een tweede collega kijkt elk etiket na.")
    page.fill("#do-measure input[name=due_on]", "2099-01-04")
    page.click("#do-measure button[type=submit]")
    page.click("#measures a[href$='/done/']")
    page.fill("textarea[name=done_how]", "Het staat in de werkwijze.")
    page.click(SAVE)
    page.click("#do-close summary")
    page.fill("#do-close textarea[name=because]", "Alles is gedaan.")
    page.check("#do-close input[name=knows_open]")  # nobody asked the officer
    page.click("#do-close button[type=submit]")


def test_a_report_of_friday_afternoon_comes_to_a_closed_record(page: Page) -> None:
    number = reported_by_an_employee(page)

    # given the report in the list of the privacy officer, without more than was told
    counted = Counted(page)
    sign_in(page, "noor", to="/duinrade/desk/breaches/")
    page.click(f"main tr:has-text('{number}') a >> nth=0")
    expect(page.locator("main h1")).to_have_text(TITLE)
    expect(page.locator("#moments")).to_contain_text("De bezorger gaf de map bij de buren af.")
    one = page.url.partition("#")[0]
    assert faults_of_access(page) == []

    # when it is triaged, weighed, decided on and told
    triaged(page, one)
    weighed(page, one)
    told(page, one)
    effort = counted.stop()
    assert (effort.asked_again, effort.counts) == ([], in_table("J4", effort))

    # then mending is what is left, and after it the record closes and stays
    expect(page.locator("main .gd-heading")).to_contain_text("te herstellen")
    mended(page)
    expect(page.locator("main .gd-heading")).to_contain_text("gesloten")
    page.goto("/duinrade/desk/breaches/register/")
    expect(page.locator("main")).to_contain_text(TITLE)
    assert faults_of_access(page) == []
