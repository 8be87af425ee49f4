"""Signing in by an identity provider: a real one, in a process of its own, that is asked over HTTP."""

import datetime as dt
import html
import json
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from django.core.management import call_command
from django.test import Client

from gemeentedossier.desk.views import single_sign_on
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.organisation.actions.identities import Proved, account_of
from gemeentedossier.organisation.actions.invitations import invitation_token
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Account, Identity, Person, RoleAssignment
from gemeentedossier.organisation.queries import with_address
from tests.integration.desk.people import browser_of, someone

PROVIDER = Path(sys.executable).with_name("oidc-provider-mock")
MAIL = "noor@duinveld.example"
USERS = (
    {"sub": "noor", "email": MAIL, "email_verified": True},
    {"sub": "typed", "email": MAIL, "email_verified": False},
    {"sub": "silent"},
    {"sub": "after-noor", "email": MAIL, "email_verified": True},
    {"sub": "stranger", "email": "niemand@elders.example", "email_verified": True},
)


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    """The address of a provider that runs."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    users = [part for each in USERS for part in ("--user-claims", json.dumps(each))]
    silent = subprocess.DEVNULL
    running = subprocess.Popen(
        [PROVIDER, "--require-nonce", "true", "-p", str(port), *users], stdout=silent, stderr=silent
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/.well-known/openid-configuration")
        yield f"http://127.0.0.1:{port}"
    finally:
        running.terminate()
        running.wait(10)


def _wait_for(address: str) -> None:
    for _each in range(300):
        try:
            requests.get(address, timeout=1).raise_for_status()
        except requests.RequestException:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("The identity provider did not start.")


@pytest.fixture
def noor(municipality: Municipality, settings: Any, provider: str, tmp_path: Path) -> Person:
    """Somebody whom the administrator recorded with a role, without an account."""
    (tmp_path / "secret").write_text("geheim\n", encoding="utf-8")
    settings.OIDC_ISSUER, settings.OIDC_CLIENT, settings.OIDC_NAME = provider, "dossier", "Duinveld"
    settings.OIDC_SECRET_FILE = str(tmp_path / "secret")
    settings.GEMEENTEDOSSIER_URL = "http://testserver"
    settings.SECOND_FACTOR = True
    person = Person.objects.create(name="Noor", email=MAIL)
    RoleAssignment.objects.create(person=person, role=Role.PRIVACY_OFFICER.value)
    return person


def sent_to(browser: Client, **asked: str) -> str:
    """Where the browser is sent to sign in."""
    return browser.get("/sign-in/single/", asked).headers["Location"]


def answered(there: str, sub: str) -> str:
    """With what the provider sends the browser back."""
    told = requests.post(there, data={"sub": sub}, allow_redirects=False, timeout=10)
    return told.headers["Location"].removeprefix("http://testserver")


def signed_in(browser: Client, sub: str, **asked: str) -> Any:
    return browser.get(answered(sent_to(browser, **asked), sub))


def said(browser: Client, sub: str, **asked: str) -> str:
    """What a page says to whom the provider names so."""
    return str(signed_in(browser, sub, **asked).content.decode())


def is_in(browser: Client) -> bool:
    return browser.get("/duinveld/desk/register/").status_code == 200


def test_it_is_asked_with_a_state_a_nonce_and_the_challenge_of_a_secret(noor: Person) -> None:
    asked = parse_qs(urlsplit(sent_to(Client())).query)
    assert sorted(asked) == [
        "client_id",
        "code_challenge",
        "code_challenge_method",
        "nonce",
        "redirect_uri",
        "response_type",
        "scope",
        "state",
    ]
    assert (asked["code_challenge_method"], asked["response_type"]) == (["S256"], ["code"])


def test_a_verified_address_that_was_recorded_comes_in_without_a_second_step(noor: Person) -> None:
    browser = Client()
    assert signed_in(browser, "noor").headers["Location"] == "/duinveld/desk/"
    assert is_in(browser)
    noor.refresh_from_db()
    assert (noor.account.email, noor.account.has_usable_password()) == (MAIL, False)  # type: ignore[union-attr]  # linked just now


def test_who_was_on_the_way_somewhere_goes_on_and_nobody_to_another_site(noor: Person) -> None:
    assert signed_in(Client(), "noor", next="/duinveld/desk/ledger/").headers["Location"] == "/duinveld/desk/ledger/"
    assert signed_in(Client(), "noor", next="https://elders.example/").headers["Location"] == "/duinveld/desk/"


def test_nobody_gets_a_role_by_signing_in(noor: Person) -> None:
    RoleAssignment.objects.all().delete()
    assert "Het adres noor@duinveld.example is hier niet bekend" in said(Client(), "noor")
    assert Account.objects.exists() is False


@pytest.mark.parametrize(
    ("sub", "sentence"),
    [
        ("typed", "die zegt niet welk gecontroleerd e-mailadres van u is"),
        ("silent", "die zegt niet welk gecontroleerd e-mailadres van u is"),
        ("stranger", "Het adres niemand@elders.example is hier niet bekend"),
    ],
)
def test_who_cannot_be_told_apart_stays_outside(sub: str, sentence: str, noor: Person) -> None:
    browser = Client()
    assert (sentence in said(browser, sub), is_in(browser), Account.objects.exists()) == (True, False, False)


def test_a_letter_that_the_database_takes_for_another_opens_nobody_elses_account(municipality: Municipality) -> None:
    Account.objects.create_account(email="mike@zeist.example", password=None)
    with pytest.raises(Refused, match="heeft letters die hier in geen adres staan"):
        account_of(Proved("https://in.example", "1", email="mike@zeıst.example", is_verified=True))
    assert (with_address(Account.objects.all(), "mike@zeıst.example"), Identity.objects.exists()) == (None, False)


def test_capitals_make_no_other_address(noor: Person) -> None:
    account_of(Proved("https://in.example", "1", email="Noor@DUINVELD.example", is_verified=True))
    noor.refresh_from_db()
    assert noor.account is not None


def test_who_has_the_address_after_somebody_is_not_that_somebody(noor: Person) -> None:
    signed_in(Client(), "noor")
    browser = Client()
    assert "hoort bij iemand anders in uw organisatie" in said(browser, "after-noor")
    assert not is_in(browser)


def test_the_name_at_the_provider_stays_when_the_address_changes(noor: Person) -> None:
    signed_in(Client(), "noor")
    Account.objects.update(email="noor.de.boer@duinveld.example")
    browser = Client()
    signed_in(browser, "noor")
    assert (is_in(browser), Identity.objects.get().subject) == (True, "noor")


def taken_up(browser: Client, invited: Person, sub: str) -> Any:
    """What somebody meets who chooses their organisation on the page of an invitation, and goes on."""
    page = browser.post(page_of(invited), {"provider": "1"}).content.decode()
    there = html.unescape(re.findall(r'href="(http://127[^"]+)"', page)[0])
    return browser.get(answered(there, sub))


def test_an_invitation_links_who_has_no_verified_address(noor: Person) -> None:
    Person.objects.update(invited_until=clock.today())
    browser = Client()
    assert taken_up(browser, noor, "silent").headers["Location"] == "/duinveld/desk/"
    with municipality_scope(noor.municipality_id):
        noor.refresh_from_db()
        assert (noor.invited_until, Identity.objects.get().subject) == (None, "silent")


def test_an_invitation_that_ran_out_links_nobody(noor: Person) -> None:
    Person.objects.update(invited_until=clock.today() - dt.timedelta(days=1))
    page = Client().post(page_of(noor), {"provider": "1"})
    assert "Deze link is al gebruikt" in page.content.decode()
    assert Identity.objects.exists() is False


def page_of(person: Person) -> str:
    """The page of the invitation of somebody."""
    return "/sign-in/invitation/" + invitation_token(person.pk, mark="") + "/"


def invited_eva(noor: Person) -> Person:
    """Somebody else with a role and an open invitation, who has the link and shows it to others."""
    eva = Person.objects.create(name="Eva", email="eva@duinveld.example", invited_until=clock.today())
    RoleAssignment.objects.create(person=eva, role=Role.CISO.value)
    return eva


def test_a_link_with_an_invitation_in_it_makes_nobody_somebody_else(noor: Person) -> None:
    token = invitation_token(invited_eva(noor).pk, mark="")
    signed_in(Client(), "noor", invitation=token)
    assert Identity.objects.get().account.email == MAIL


def test_who_went_to_an_invitation_and_signs_in_without_it_is_who_they_are(noor: Person) -> None:
    browser = Client()
    browser.post(page_of(invited_eva(noor)), {"provider": "1"})
    signed_in(browser, "noor")
    assert Identity.objects.get().account.email == MAIL


def test_an_invitation_is_taken_up_from_its_own_page_alone(noor: Person) -> None:
    strict = Client(enforce_csrf_checks=True)
    told = strict.post(page_of(invited_eva(noor)), {"provider": "1"})
    assert (told.status_code, "single_sign_on_invited" in strict.session) == (403, False)


def test_who_is_known_here_by_another_address_does_not_take_up_the_invitation(noor: Person) -> None:
    browser, eva = Client(), invited_eva(noor)
    page = taken_up(browser, eva, "noor").content.decode()
    assert "U hebt zich aangemeld als noor@duinveld.example" in page
    assert (Identity.objects.exists(), is_in(browser)) == (False, False)


def test_before_going_to_the_provider_somebody_reads_whose_invitation_it_is(noor: Person) -> None:
    page = Client().post(page_of(invited_eva(noor)), {"provider": "1"})
    assert "<strong>eva@duinveld.example</strong>" in page.content.decode()


def test_the_answer_for_another_browser_lets_nobody_in(noor: Person) -> None:
    victim, there = Client(), sent_to(Client())
    page = victim.get(answered(there, "noor"))
    assert (page.status_code, is_in(victim)) == (403, False)
    assert "hoort niet bij een aanmelding die hier begon" in page.content.decode()


def test_an_answer_counts_once(noor: Person) -> None:
    browser = Client()
    back = answered(sent_to(browser), "noor")
    assert (browser.get(back).status_code, browser.get(back).status_code) == (302, 403)


def test_an_answer_with_another_nonce_does_not_count(noor: Person) -> None:
    browser = Client()
    there = sent_to(browser)
    nonce = parse_qs(urlsplit(there).query)["nonce"][0]
    assert browser.get(answered(there.replace(nonce, "another"), "noor")).status_code == 403
    assert not is_in(browser)


def test_who_refuses_there_reads_so_here(noor: Person) -> None:
    page = Client().get("/sign-in/single/back/", {"error": "access_denied", "state": "x"})
    assert "U hebt zich niet aangemeld bij uw organisatie" in page.content.decode()


def test_a_provider_that_does_not_answer_is_told(noor: Person, settings: Any) -> None:
    settings.OIDC_ISSUER = "http://127.0.0.1:9"
    page = Client().get("/sign-in/single/")
    assert (page.status_code, "antwoordt nu niet" in page.content.decode()) == (403, True)


def test_a_provider_that_calls_itself_otherwise_is_not_believed(noor: Person, settings: Any, provider: str) -> None:
    settings.OIDC_ISSUER = provider.replace("127.0.0.1", "x@127.0.0.1")
    assert Client().get("/sign-in/single/").status_code == 403


def test_a_blocked_account_stays_outside(noor: Person) -> None:
    signed_in(Client(), "noor")
    Account.objects.update(is_active=False)
    assert "Dit account is geblokkeerd" in said(Client(), "noor")


def test_without_a_provider_there_is_no_way_to_one(db: None) -> None:
    assert [Client().get(f"/sign-in/single/{each}").status_code for each in ("", "back/")] == [404, 404]
    assert "Aanmelden via" not in Client().get("/sign-in/").content.decode()


def became_another(noor: Person) -> Person:
    """Noor came in once, and then got a new account at the provider: it gives her another name."""
    signed_in(Client(), "noor")
    Identity.objects.update(subject="the-old-one")
    return noor


def test_who_became_another_at_the_provider_is_let_in_once_they_are_untied(noor: Person, settings: Any) -> None:
    became_another(noor)
    before = Client()
    assert (signed_in(before, "noor").status_code, is_in(before)) == (403, False)
    asked = {"unlink": "1", "reason": "Ik zag haar aan de balie."}
    settings.SECOND_FACTOR = False  # the administrator came in by a password here
    with municipality_scope(noor.municipality_id):
        administrator = someone(Role.ADMINISTRATOR)
    browser_of(administrator).post(f"/duinveld/desk/people/{noor.pk}/", asked)
    after = Client()
    assert (signed_in(after, "noor").status_code, is_in(after)) == (302, True)
    with municipality_scope(noor.municipality_id):
        assert Person.objects.get(pk=noor.pk).unlinked_at is not None


def test_the_command_unties_somebody(noor: Person) -> None:
    became_another(noor)
    call_command("people", "duinveld", "--unlink", MAIL)
    assert Identity.objects.exists() is False


@pytest.mark.parametrize(("password", "left"), [(None, True), ("een lang wachtwoord", False)])
def test_who_unties_themselves_has_a_password_to_come_in_with(password: str | None, left: bool, noor: Person) -> None:
    browser = Client()
    signed_in(browser, "noor")
    account = Account.objects.get(email=MAIL)
    if password:
        account.set_password(password)
        account.save()
        browser.force_login(account)
        session = browser.session
        session["shown_at"], session["second_shown"] = int(clock.now().timestamp()), True
        session.save()
    assert browser.post("/sign-in/account/organisation/unlink/").status_code == 302
    assert Identity.objects.exists() is left


def test_untying_asks_to_show_again_who_one_is(noor: Person) -> None:
    browser = Client()
    signed_in(browser, "noor")
    with clock.clock_at(clock.now() + dt.timedelta(minutes=20)):
        answer = browser.post("/sign-in/account/organisation/unlink/")
    assert (answer.headers["Location"], Identity.objects.exists()) == ("/sign-in/account/again/", True)


def test_an_account_known_under_another_name_there_is_no_error(noor: Person) -> None:
    account = Account.objects.create_account(email=MAIL, password=None)
    Person.objects.create(name="Noor van vroeger", account=account)
    assert signed_in(Client(), "noor").status_code == 302


def test_a_provider_that_does_not_say_where_its_keys_are_is_told(noor: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    def without_keys(_request: object) -> Proved:
        raise RuntimeError('Missing "jwks_uri" in metadata')

    monkeypatch.setattr(single_sign_on, "_proved", without_keys)
    assert Client().get("/sign-in/single/back/?code=x&state=y").status_code == 403
