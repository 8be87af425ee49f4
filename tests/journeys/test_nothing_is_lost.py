"""Who types and is interrupted finds it again; who knows where to go goes there by the keyboard."""

from playwright.sync_api import Page, expect

from tests.journeys.conftest import faults_of_access, sign_in

NEW = "/duinrade/desk/register/new/"


def test_a_closed_tab_loses_nothing_that_was_typed(page: Page) -> None:
    sign_in(page, "noor", to=NEW)
    page.locator("#main input[name=name]").press_sequentially("Half getypte naam")
    expect(page.locator(".gd-draft-kept")).to_contain_text("Als concept bewaard om")
    page.close()
    again = page.context.new_page()
    again.goto(NEW)
    expect(again.locator(".gd-draft")).to_contain_text("U was hier bezig op")
    assert faults_of_access(again) == []
    again.click("[data-go-on]")
    expect(again.locator("#main input[name=name]")).to_have_value("Half getypte naam")
    again.click("#main form:has(input[name=name]) button[type=submit]")
    again.wait_for_url("**?edit=identity**")
    again.goto(NEW)
    again.wait_for_load_state("networkidle")
    assert again.locator(".gd-draft").count() == 0


def test_typing_beside_an_offer_leaves_the_text_that_was_offered(page: Page) -> None:
    sign_in(page, "noor", to=NEW)
    page.locator("#main input[name=name]").press_sequentially("Lange eerste tekst")
    expect(page.locator(".gd-draft-kept")).to_contain_text("Als concept bewaard om")
    page.goto(NEW)
    expect(page.locator(".gd-draft")).to_be_visible()
    page.locator("#main input[name=name]").press_sequentially("Jw")
    expect(page.locator(".gd-draft-kept")).to_contain_text("Als concept bewaard om")
    page.goto(NEW)
    expect(page.locator(".gd-draft")).to_have_count(2)
    page.locator("[data-go-on]").last.click()
    expect(page.locator("#main input[name=name]")).to_have_value("Lange eerste tekst")
    page.locator("[data-throw-away]").click()
    expect(page.locator(".gd-draft")).to_have_count(0)
    page.click("#main form:has(input[name=name]) button[type=submit]")
    page.wait_for_url("**?edit=identity**")


def test_what_is_put_back_after_a_refusal_is_not_called_changed(page: Page) -> None:
    sign_in(page, "noor", to="/duinrade/desk/parties/")
    page.locator("#main table a").first.click()
    page.goto(f"{page.url}edit/")
    name, contact = (page.locator(f"#main input[name={each}]") for each in ("name", "contact"))
    recorded = contact.input_value()
    name.fill("")
    contact.fill("Iemand anders")
    expect(page.locator(".gd-draft-kept")).to_contain_text("Als concept bewaard om")
    with page.expect_response("**/drafts/found/**"):
        page.click("#main form:has(input[name=name]) button[type=submit]")
    page.wait_for_load_state("networkidle")
    expect(contact).to_have_value("Iemand anders")
    with page.expect_response("**/drafts/keep/"):
        contact.fill(recorded)
    page.goto("/duinrade/desk/drafts/")
    expect(page.get_by_text("Gewijzigd: Naam", exact=True)).to_be_visible()


def test_the_keyboard_goes_to_a_place_and_to_a_record(page: Page) -> None:
    sign_in(page, "noor", to="/duinrade/desk/")
    page.keyboard.press("Control+k")
    page.keyboard.type("verzoeken")
    assert faults_of_access(page) == []
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/requests/")
    page.keyboard.press("Control+k")
    page.keyboard.type("kwijtschelding")
    expect(page.locator("#gd-palette-list [role=option]").first).to_contain_text("kwijtschelding")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("kwijtschelding")
