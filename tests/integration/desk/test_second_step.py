"""A code beside the password: asked, shown once, never twice, and left by who has another way."""

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from gemeentedossier.desk.forms.door import NewPasswordForm
from gemeentedossier.desk.views import second_step
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.models import Attempt, Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.organisation.actions.second_factor import add_app, renew_kept_codes, sealed_secret, secret_in
from gemeentedossier.organisation.engine.one_time import code_at, step_of
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Account, AuthenticatorApp, KeptCode, Person, RoleAssignment

NOW = dt.datetime(2026, 11, 28, 9, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(seconds=30)
GIVEN = {"username": "noor@duinveld.example", "password": "een lang wachtwoord"}
ACCOUNT = "/sign-in/account/"


@pytest.fixture
def noor(municipality: Municipality, settings: Any) -> Account:
    settings.SECOND_FACTOR = True
    account = Account.objects.create_account(email=GIVEN["username"], password=GIVEN["password"])
    person = Person.objects.create(name="Noor", email=account.email, account=account)
    RoleAssignment.objects.create(person=person, role=Role.PRIVACY_OFFICER.value)
    return account


def secret_of(account: Account) -> bytes:
    return secret_in(bytes(AuthenticatorApp.objects.get(account=account).sealed), account=account)


def with_app(account: Account) -> tuple[str, ...]:
    """The account has an app since half a minute ago; returns the codes to keep."""
    sealed = sealed_secret(account)
    with clock.clock_at(NOW):
        return add_app(account, sealed=sealed, code=code_at(secret_in(sealed, account=account), step_of(NOW)))


def at_the_door(at: dt.datetime = LATER) -> Client:
    """A browser in which the password was right."""
    browser = Client()
    with clock.clock_at(at):
        browser.post("/sign-in/", GIVEN)
    return browser


def shown(browser: Client, code: str, at: dt.datetime = LATER) -> str:
    """Where somebody comes with the code; nowhere where it is refused."""
    with clock.clock_at(at):
        return browser.post("/sign-in/second/", {"code": code}).headers.get("Location", "")


def is_in(browser: Client) -> bool:
    return browser.get("/duinveld/desk/register/").status_code == 200


def test_who_has_no_app_sets_one_up_before_coming_in(noor: Account) -> None:
    browser = at_the_door()
    with clock.clock_at(LATER):
        page = browser.get("/sign-in/app/").content.decode()
        assert ("<svg" in page, is_in(browser)) == (True, False)
        secret = secret_in(bytes.fromhex(browser.session["setting_up_app"]), account=noor)
        told = browser.post("/sign-in/app/", {"code": code_at(secret, step_of(LATER))}).content.decode()
    assert (len(re.findall(r"<code>[a-z0-9]{5}-[a-z0-9]{5}</code>", told)), is_in(browser)) == (10, True)


def test_a_wrong_code_sets_nothing_up(noor: Account) -> None:
    browser = at_the_door()
    with clock.clock_at(LATER):
        browser.get("/sign-in/app/")
        page = browser.post("/sign-in/app/", {"code": "000000"}).content.decode()
    assert "Dit is niet de code die uw app nu toont" in page
    assert (AuthenticatorApp.objects.exists(), is_in(browser)) == (False, False)


def test_a_password_alone_opens_nothing(noor: Account) -> None:
    with_app(noor)
    browser = at_the_door()
    with clock.clock_at(LATER):
        assert (browser.get("/sign-in/second/").status_code, is_in(browser)) == (200, False)


def test_the_code_of_now_lets_in(noor: Account) -> None:
    with_app(noor)
    browser = at_the_door()
    assert shown(browser, code_at(secret_of(noor), step_of(LATER))) == "/duinveld/desk/"
    assert is_in(browser)


def test_a_code_that_came_in_comes_in_once(noor: Account) -> None:
    with_app(noor)
    code = code_at(secret_of(noor), step_of(LATER))
    assert [shown(at_the_door(), code), shown(at_the_door(), code)] == ["/duinveld/desk/", ""]


def test_the_code_that_set_the_app_up_does_not_let_in(noor: Account) -> None:
    with_app(noor)
    assert shown(at_the_door(), code_at(secret_of(noor), step_of(NOW))) == ""


def test_a_kept_code_lets_in_once(noor: Account) -> None:
    kept = with_app(noor)[0]
    assert [shown(at_the_door(), kept), shown(at_the_door(), kept)] == ["/duinveld/desk/", ""]
    assert KeptCode.objects.count() == 9


def test_after_ten_wrong_codes_the_right_one_must_wait(noor: Account) -> None:
    with_app(noor)
    browser = at_the_door()
    for _each in range(10):
        shown(browser, "000000")
    assert shown(browser, code_at(secret_of(noor), step_of(LATER))) == ""
    with clock.clock_at(LATER):
        page = browser.post("/sign-in/second/", {"code": "000000"}).content.decode()
    assert "Te veel verkeerde pogingen voor dit account" in page


@pytest.mark.parametrize(("minutes", "lets_in"), [(10, True), (11, False)])
def test_the_second_step_follows_within_ten_minutes(minutes: int, lets_in: bool, noor: Account) -> None:
    with_app(noor)
    browser, then = at_the_door(), LATER + dt.timedelta(minutes=minutes)
    come = shown(browser, code_at(secret_of(noor), step_of(then)), at=then)
    assert come == ("/duinveld/desk/" if lets_in else "/sign-in/")


def test_the_second_step_is_nothing_for_who_showed_no_password(noor: Account) -> None:
    assert shown(Client(), "000000") == "/sign-in/"


def test_who_acts_for_a_party_only_is_not_asked(noor: Account) -> None:
    RoleAssignment.objects.update(role=Role.PROVIDER.value)
    browser = at_the_door()
    assert browser.get("/sign-in/account/").status_code == 200


def test_where_it_is_not_asked_an_app_of_ones_own_still_is(noor: Account, settings: Any) -> None:
    settings.SECOND_FACTOR = False
    assert is_in(at_the_door())
    with_app(noor)
    assert not is_in(at_the_door())


def entered(noor: Account) -> Client:
    """A browser in which the account is in with an app."""
    with_app(noor)
    browser = at_the_door()
    shown(browser, code_at(secret_of(noor), step_of(LATER)))
    return browser


def test_the_last_way_cannot_be_removed_where_one_is_asked(noor: Account) -> None:
    browser = entered(noor)
    with clock.clock_at(LATER):
        page = browser.post(f"{ACCOUNT}app/remove/", follow=True).content.decode()
    assert ("Stel eerst een andere manier in" in page, AuthenticatorApp.objects.exists()) == (True, True)


def test_after_a_quarter_who_is_in_shows_it_once_more_before_changing_anything(noor: Account) -> None:
    browser, then = entered(noor), LATER + dt.timedelta(minutes=16)
    with clock.clock_at(then):
        assert browser.get(f"{ACCOUNT}password/").headers["Location"] == f"{ACCOUNT}again/"
        told = browser.post(f"{ACCOUNT}again/", {"code": code_at(secret_of(noor), step_of(then))})
        assert told.headers["Location"] == f"{ACCOUNT}password/"
        assert browser.get(f"{ACCOUNT}password/").status_code == 200


def test_signing_out_everywhere_leaves_this_place_alone(noor: Account) -> None:
    here, elsewhere = entered(noor), at_the_door()
    with clock.clock_at(LATER):
        shown(elsewhere, renew_kept_codes(noor)[0])
    assert is_in(elsewhere)
    with clock.clock_at(LATER):
        here.post(f"{ACCOUNT}sessions/end/")
    assert (is_in(here), is_in(elsewhere)) == (True, False)


def test_new_codes_end_those_before(noor: Account) -> None:
    old = with_app(noor)[0]
    browser = at_the_door()
    shown(browser, code_at(secret_of(noor), step_of(LATER)))
    with clock.clock_at(LATER):
        browser.post(f"{ACCOUNT}codes/")
    assert (shown(at_the_door(), old), KeptCode.objects.count()) == ("", 10)


def test_the_secret_does_not_stand_readable_in_the_database(noor: Account) -> None:
    with_app(noor)
    assert secret_of(noor) not in bytes(AuthenticatorApp.objects.get().sealed)


def in_before_the_role() -> Client:
    """A browser of somebody who acted for a party only when they came in, and works here since."""
    RoleAssignment.objects.update(role=Role.PROVIDER.value)
    browser = at_the_door()
    with municipality_scope(Municipality.objects.get(slug="duinveld").pk):
        RoleAssignment.objects.update(role=Role.PRIVACY_OFFICER.value)
    return browser


@pytest.mark.parametrize("has_app", [False, True])
def test_a_role_given_after_signing_in_asks_the_second_step_in_the_open_session(has_app: bool, noor: Account) -> None:
    browser = in_before_the_role()
    if has_app:
        with_app(noor)
    told = browser.get("/duinveld/desk/register/")
    assert told.headers["Location"] == "/sign-in/more/?next=/duinveld/desk/register/"
    step = browser.get(told.headers["Location"]).headers["Location"]
    assert step == ("/sign-in/second/" if has_app else "/sign-in/app/")


def test_a_role_that_begins_tomorrow_asks_the_second_step_tomorrow(noor: Account) -> None:
    RoleAssignment.objects.update(starts_on=LATER.date() + dt.timedelta(days=1))
    browser = at_the_door()
    with clock.clock_at(LATER + dt.timedelta(days=1)):
        assert browser.get("/duinveld/desk/register/").status_code == 302


def test_who_shows_the_second_step_in_an_open_session_goes_on_where_they_were_going(noor: Account) -> None:
    browser = in_before_the_role()
    with_app(noor)
    with clock.clock_at(LATER):
        browser.get("/sign-in/more/?next=/duinveld/desk/ledger/")
    assert shown(browser, code_at(secret_of(noor), step_of(LATER))) == "/duinveld/desk/ledger/"
    assert is_in(browser)


def test_what_was_being_sent_returns_after_the_second_step(noor: Account) -> None:
    browser = in_before_the_role()
    with_app(noor)
    with clock.clock_at(LATER):
        told = browser.post("/duinveld/desk/organisation/units/new/", {"name": "Team", "reason": "Nieuw."})
        browser.get(told.headers["Location"])
    assert shown(browser, code_at(secret_of(noor), step_of(LATER))) == "/sign-in/kept/"


def test_another_password_ends_what_waits_for_the_second_step(noor: Account) -> None:
    thief = at_the_door()
    noor.set_password("een heel ander wachtwoord")
    noor.save()
    with clock.clock_at(LATER):
        assert thief.get("/sign-in/app/").headers["Location"] == "/sign-in/"


def test_a_session_of_a_password_alone_does_not_replace_the_app_that_came_later(noor: Account) -> None:
    RoleAssignment.objects.update(role=Role.PROVIDER.value)
    browser = at_the_door()
    with_app(noor)
    with clock.clock_at(LATER):
        assert browser.get(f"{ACCOUNT}app/").headers["Location"] == f"{ACCOUNT}again/"


def test_who_is_not_in_shows_nothing_more(noor: Account) -> None:
    assert Client().get("/sign-in/more/").headers["Location"] == "/sign-in/"


@pytest.fixture
def keys(settings: Any, tmp_path: Path) -> Path:
    """Where the key of the apps stands."""
    settings.ENVELOPE_KEYS = tmp_path
    return tmp_path / "installation.key"


def test_a_key_that_went_is_not_made_anew_and_put_back_it_serves(keys: Path, noor: Account) -> None:
    with_app(noor)
    held = keys.read_bytes()
    code = code_at(secret_of(noor), step_of(LATER))
    keys.unlink()
    other = Account.objects.create_account(email="eva@duinveld.example", password=None)
    with pytest.raises(Refused):
        sealed_secret(other)
    assert (shown(at_the_door(), code), keys.exists()) == ("", False)
    keys.write_bytes(held)
    assert shown(at_the_door(), code) == "/duinveld/desk/"


def test_a_code_on_paper_needs_no_key_and_a_wrong_one_counts_without_it(keys: Path, noor: Account) -> None:
    codes = with_app(noor)
    keys.unlink()
    assert shown(at_the_door(), codes[0]) == "/duinveld/desk/"
    browser = at_the_door()
    assert [shown(browser, "000000") for _number in range(10)] == [""] * 10
    assert shown(browser, codes[1]) == ""


def test_reading_with_the_key_writes_nothing(keys: Path, noor: Account) -> None:
    with_app(noor)
    keys.parent.chmod(0o500)
    before = sorted(keys.parent.iterdir())
    assert shown(at_the_door(), code_at(secret_of(noor), step_of(LATER))) == "/duinveld/desk/"
    assert (sorted(keys.parent.iterdir()), keys.stat().st_mtime_ns) == (before, before[0].stat().st_mtime_ns)


@pytest.mark.parametrize("password", ["noor@duinveld.example", "NOOR@duinveld.example!"])
def test_the_own_address_is_no_password(password: str, noor: Account) -> None:
    form = NewPasswordForm({"password": password, "again": password}, account=noor)
    assert form.errors["password"] == ["Uw eigen e-mailadres is het eerste wat anderen proberen. Kies iets anders."]


def test_a_passkey_message_that_is_nested_without_end_is_refused_with_a_sentence(noor: Account) -> None:
    browser = at_the_door()
    session = browser.session
    session["passkey_asked"] = {"challenge": "x"}
    session.save()
    with clock.clock_at(LATER):
        answer = browser.post("/sign-in/passkey/answer/", "[" * 200_000, content_type="application/json")
    assert answer.status_code == 400


def answered(browser: Client) -> str:
    """What a device hears that answers with no passkey of the account."""
    session = browser.session
    session["passkey_asked"] = {"challenge": "x"}
    session.save()
    with clock.clock_at(LATER):
        told = browser.post("/sign-in/passkey/answer/", {"credential": {}}, content_type="application/json")
    return str(told.json()["sentence"])


def test_after_ten_refused_passkeys_the_right_code_must_wait_too(noor: Account) -> None:
    with_app(noor)
    browser = at_the_door()
    told = ["Te veel verkeerde pogingen" in answered(browser) for _number in range(11)]
    assert told == [False] * 10 + [True]
    assert shown(browser, code_at(secret_of(noor), step_of(LATER))) == ""


def test_whoever_is_in_has_ten_tries_at_their_own_password(noor: Account) -> None:
    RoleAssignment.objects.update(role=Role.PROVIDER.value)
    browser, then = at_the_door(), LATER + dt.timedelta(minutes=16)
    tries = ["geraden"] * 10 + [GIVEN["password"]]
    with clock.clock_at(then):
        pages = [browser.post(f"{ACCOUNT}again/", {"password": each}).status_code for each in tries]
    with clock.clock_at(then + dt.timedelta(minutes=10)):
        last = browser.post(f"{ACCOUNT}again/", {"password": GIVEN["password"]}).status_code
    assert (pages, last) == ([200] * 11, 302)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("view", ["second", "enrol"])
def test_no_fault_behind_a_wrong_code_undoes_that_it_counted(view: str, monkeypatch: pytest.MonkeyPatch) -> None:
    account = Account.objects.create_account(email=GIVEN["username"], password=GIVEN["password"])
    browser = Client(raise_request_exception=False)
    if view == "second":
        with_app(account)
    with clock.clock_at(LATER):
        waits = {"account": str(account.pk), "to": "", "at": int(LATER.timestamp())}
        session = browser.session
        session["entering"] = waits | {"holds": account.get_session_auth_hash()}
        session["setting_up_app"] = sealed_secret(account).hex()
        session.save()
        monkeypatch.setattr(second_step, "render", lambda *_given: 1 / 0)
        told = browser.post(f"/sign-in/{'second' if view == 'second' else 'app'}/", {"code": "000000"})
    assert (told.status_code, list(Attempt.objects.values_list("times", flat=True))) == (500, [1])


@pytest.mark.django_db(transaction=True)
def test_no_app_is_added_whose_codes_nobody_saw(monkeypatch: pytest.MonkeyPatch) -> None:
    account = Account.objects.create_account(email=GIVEN["username"], password=GIVEN["password"])
    browser = Client(raise_request_exception=False)
    with clock.clock_at(LATER):
        waits = {"account": str(account.pk), "to": "", "at": int(LATER.timestamp())}
        session = browser.session
        session["entering"] = waits | {"holds": account.get_session_auth_hash()}
        session["setting_up_app"] = sealed_secret(account).hex()
        secret = secret_in(bytes.fromhex(session["setting_up_app"]), account=account)
        session.save()
        monkeypatch.setattr(second_step, "codes_page", lambda *_given, **_told: 1 / 0)
        told = browser.post("/sign-in/app/", {"code": code_at(secret, step_of(LATER))})
    assert (told.status_code, AuthenticatorApp.objects.count(), KeptCode.objects.count()) == (500, 0, 0)
