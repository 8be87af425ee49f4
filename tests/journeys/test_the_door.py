"""Given a CISO with a password: they set up an app and a passkey, and come in with each; axe finds nothing."""

import base64
import datetime as dt
from typing import Any

from playwright.sync_api import Page

from gemeentedossier.exchange.actions.example import PASSWORD
from gemeentedossier.organisation.engine.one_time import code_at, step_of
from tests.journeys.conftest import faults_of_access, sign_in

ACCOUNT = "/sign-in/account/"
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def with_device(page: Page) -> None:
    """A device that makes passkeys, in the browser itself."""
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})


def shown_by_the_app(page: Page) -> str:
    """The code of now for the secret on the page."""
    page.click("summary")
    secret = base64.b32decode(page.inner_text(".gd-code").replace(" ", ""))
    return code_at(secret, step_of(dt.datetime.now(dt.UTC)))


def test_an_app_and_a_passkey_let_in_beside_the_password(page: Page, program: Any) -> None:
    with_device(page)
    sign_in(page, "ruben", to="/duinrade/desk/")
    page.goto(ACCOUNT)
    faults = faults_of_access(page)

    page.click("text=Een app instellen")
    faults += faults_of_access(page)
    page.fill("input[name=code]", shown_by_the_app(page))
    page.click("text=Dit is mijn app")
    assert page.locator("code").count() == 10
    faults += faults_of_access(page)

    page.click("text=Ik heb ze bewaard")
    page.click("text=Een passkey maken op dit apparaat")
    faults += faults_of_access(page)
    page.click("text=Passkey maken")
    page.wait_for_url(f"**{ACCOUNT}")
    assert "Mijn laptop" in page.inner_text("main")
    faults += faults_of_access(page)

    page.goto("/duinrade/desk/")
    page.click("summary:has-text('Ruben')")
    page.click(".gd-person form button")
    page.goto("/sign-in/?next=/duinrade/desk/security/")
    page.fill("input[name=username]", "ruben@duinrade.example")
    page.fill("input[name=password]", PASSWORD)
    page.click("main form.gd-form button[type=submit]")
    page.wait_for_url("**/sign-in/second/")
    faults += faults_of_access(page)
    page.click("text=Mijn passkey gebruiken")
    page.wait_for_url("**/duinrade/desk/security/")
    assert faults == []
