"""The administrator adds somebody; the link that they get opens their way in once, for a week."""

import datetime as dt
import re
from hashlib import sha256
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from gemeentedossier.foundation import clock
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.organisation.actions.invitations import SIGNER, read_invitation
from gemeentedossier.organisation.actions.people import roles_held
from gemeentedossier.organisation.actions.second_factor import end_sessions, make_theirs, renew_kept_codes
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Account, AuthenticatorApp, KeptCode, Person, RoleAssignment
from tests.integration.desk.people import browser_of, someone

PEOPLE = "/duinveld/desk/people/"
MAIL = "eva@duinveld.example"
NEW = {"name": "Eva", "email": MAIL, "role": "privacy_officer", "reason": "Nieuw in dienst.", "invites": "on"}
CHOSEN = {"password": "een zin die niemand raadt", "again": "een zin die niemand raadt"}
YESTERDAY = dt.date(2026, 11, 27)
TODAY = dt.datetime(2026, 11, 28, 12, tzinfo=dt.UTC)


@pytest.fixture
def browser(municipality: Municipality) -> Client:
    return browser_of(someone(Role.ADMINISTRATOR))


def added(browser: Client, **values: Any) -> str:
    """What the page says after adding Eva."""
    with clock.clock_at(TODAY):
        return browser.post(f"{PEOPLE}new/", {**NEW, **values}, follow=True).content.decode()


def link() -> str:
    """The link in the last message."""
    return re.findall(r"http://127.0.0.1:8000(/sign-in/invitation/\S+)", str(mail.outbox[-1].body))[0]


def used(url: str, *, after: int = 0, browser: Client | None = None) -> int:
    with clock.clock_at(TODAY + dt.timedelta(days=after)):
        return (browser or Client()).post(url, CHOSEN).status_code


def test_who_is_added_has_a_role_and_a_link_and_no_account(browser: Client) -> None:
    assert "De persoon is toegevoegd" in added(browser, until="2027-01-31")
    eva = Person.objects.get(email=MAIL)
    assert (eva.account, eva.invited_until, mail.outbox[0].to) == (None, dt.date(2026, 12, 5), [MAIL])
    assert RoleAssignment.objects.get(person=eva).ends_on == dt.date(2027, 1, 31)


def test_the_link_stands_on_no_page_of_the_administrator(browser: Client) -> None:
    page = added(browser)
    eva = Person.objects.get(email=MAIL)
    assert "/sign-in/invitation/" not in page + browser.get(f"{PEOPLE}{eva.pk}/").content.decode()


def test_without_the_tick_nothing_is_sent(browser: Client) -> None:
    added(browser, invites="")
    assert (Person.objects.filter(email=MAIL).exists(), mail.outbox) == (True, [])


def test_where_the_mail_server_is_down_nobody_is_recorded(browser: Client, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    assert "De mailserver nam het bericht niet aan" in added(browser)
    assert Person.objects.filter(email=MAIL).exists() is False


def test_who_is_invited_sets_a_password_and_is_in(browser: Client) -> None:
    added(browser)
    eva = Client()
    assert used(link(), browser=eva) == 302
    assert eva.get("/duinveld/desk/register/").status_code == 200
    with municipality_scope(Municipality.objects.get(slug="duinveld").pk):
        assert Person.objects.get(email=MAIL).account == Account.objects.get(email=MAIL)


def test_reading_the_link_uses_nothing_and_it_works_once(browser: Client) -> None:
    added(browser)
    url = link()
    with clock.clock_at(TODAY):
        assert Client().get(url).status_code == 200
    assert (used(url), used(url)) == (302, 410)


def test_a_link_that_was_used_does_not_open_with_the_next_one(browser: Client) -> None:
    added(browser)
    first, eva = link(), Person.objects.get(email=MAIL)
    assert used(first) == 302
    with clock.clock_at(TODAY):
        browser.post(f"{PEOPLE}{eva.pk}/", {"invite": "1", "reason": "Wachtwoord vergeten."})
    assert (link() == first, used(first), used(link())) == (False, 410, 302)


def test_a_newer_link_shuts_the_one_before_it(browser: Client) -> None:
    added(browser)
    first, eva = link(), Person.objects.get(email=MAIL)
    with clock.clock_at(TODAY):
        browser.post(f"{PEOPLE}{eva.pk}/", {"invite": "1", "reason": "Kwijt."})
    assert (used(first), used(link())) == (410, 302)


def test_the_mark_of_a_link_stands_nowhere_in_the_database(browser: Client) -> None:
    added(browser)
    named = read_invitation(link().split("/")[3])
    kept = Person.objects.get(email=MAIL).invitation_mark
    assert named is not None
    assert (kept == named.mark, kept) == (False, sha256(named.mark.encode()).hexdigest())


@pytest.mark.parametrize(("mark", "status"), [("", 302), ("0" * 64, 410)])
def test_a_link_from_before_marks_holds_until_the_next_one_is_sent(mark: str, status: int, browser: Client) -> None:
    added(browser)
    eva = Person.objects.get(email=MAIL)
    Person.objects.filter(pk=eva.pk).update(invitation_mark=mark)
    before = SIGNER.sign_object([str(eva.municipality_id), str(eva.pk)])
    assert used(f"/sign-in/invitation/{before}/") == status


@pytest.mark.parametrize(("days", "status"), [(7, 302), (8, 410)])
def test_a_link_holds_for_a_week(days: int, status: int, browser: Client) -> None:
    added(browser)
    assert used(link(), after=days) == status


def test_a_link_of_who_lost_the_role_opens_nothing_and_says_what_then(browser: Client) -> None:
    added(browser)
    RoleAssignment.objects.filter(person__email=MAIL).update(ends_on=dt.date(2026, 11, 27))
    with clock.clock_at(TODAY):
        page = Client().get(link())
    assert (page.status_code, Account.objects.filter(email=MAIL).exists()) == (410, False)
    assert "Vraag de beheerder van uw gemeente om een nieuwe" in page.content.decode()


def test_a_link_that_nobody_here_signed_is_not_there(browser: Client) -> None:
    assert [Client().get(f"/sign-in/invitation/{each}/").status_code for each in ("x", "W10:x")] == [404, 404]


@pytest.mark.parametrize("password", ["kort", "123456789012345", "qwertyuiop123"])
def test_the_rules_for_passwords_hold(password: str, browser: Client) -> None:
    added(browser)
    with clock.clock_at(TODAY):
        answer = Client().post(link(), {"password": password, "again": password})
    assert (answer.status_code, Account.objects.filter(email=MAIL).exists()) == (200, False)


def test_where_a_second_step_is_asked_it_is_set_up_before_coming_in(browser: Client, settings: Any) -> None:
    added(browser)
    settings.SECOND_FACTOR = True
    eva = Client()
    with clock.clock_at(TODAY):
        assert eva.post(link(), CHOSEN).headers["Location"] == "/sign-in/app/"
    assert eva.get("/duinveld/desk/register/").status_code == 302


def test_a_new_password_by_link_ends_sessions_and_leaves_the_second_step(browser: Client) -> None:
    jet = someone(Role.CISO)
    at_home = browser_of(jet)
    AuthenticatorApp.objects.create(account=jet.account, sealed=b"x", added_at=TODAY)
    with clock.clock_at(TODAY):
        browser.post(f"{PEOPLE}{jet.pk}/", {"invite": "1", "reason": "Wachtwoord vergeten."})
        answer = Client().post(link(), CHOSEN)
    assert answer.headers["Location"] == "/sign-in/second/"
    assert at_home.get("/duinveld/desk/register/").status_code == 302


def test_an_account_of_a_party_whose_password_others_knew_becomes_its_owners(browser: Client) -> None:
    account = Account.objects.create_account(email=MAIL, password="wie de link had", is_by_invitation=True)
    added(browser)
    assert used(link()) == 302
    account.refresh_from_db()
    assert (account.is_by_invitation, account.check_password(CHOSEN["password"])) == (False, True)


def test_who_held_the_link_of_a_party_leaves_no_app_and_no_codes_in_it(browser: Client) -> None:
    account = Account.objects.create_account(email=MAIL, password="wie de link had", is_by_invitation=True)
    AuthenticatorApp.objects.create(account=account, sealed=b"x", added_at=TODAY)
    renew_kept_codes(account)
    added(browser)
    assert used(link()) == 302
    assert (AuthenticatorApp.objects.exists(), KeptCode.objects.exists()) == (False, False)


@pytest.mark.parametrize(("is_by_invitation", "stays"), [(True, False), (False, True)])
def test_only_an_account_that_an_invitation_made_loses_its_codes(is_by_invitation: bool, stays: bool, db: None) -> None:
    account = Account.objects.create_account(email=MAIL, password=None, is_by_invitation=is_by_invitation)
    renew_kept_codes(account)
    make_theirs(account, password=None)
    assert (KeptCode.objects.exists(), account.is_by_invitation) == (stays, False)


def test_nobody_sends_a_link_to_themselves(municipality: Municipality) -> None:
    bas = someone(Role.ADMINISTRATOR)
    browser_of(bas).post(f"{PEOPLE}{bas.pk}/", {"invite": "1", "reason": "Ik."})
    assert mail.outbox == []


def test_who_lost_the_phone_sets_up_anew_and_every_session_ends(browser: Client) -> None:
    jet = someone(Role.CISO)
    at_home = browser_of(jet)
    AuthenticatorApp.objects.create(account=jet.account, sealed=b"x", added_at=TODAY)
    browser.post(f"{PEOPLE}{jet.pk}/", {"forget": "1", "reason": "Ik zag haar aan de balie."})
    assert (AuthenticatorApp.objects.exists(), at_home.get("/duinveld/desk/").status_code) == (False, 302)
    with municipality_scope(jet.municipality_id):
        assert Person.objects.get(pk=jet.pk).forgotten_at is not None


@pytest.mark.parametrize(("until", "is_refused"), [(None, True), (dt.date(2026, 11, 28), True), (YESTERDAY, False)])
def test_who_arranges_one_municipality_does_not_open_another(
    until: dt.date | None, is_refused: bool, browser: Client, other_municipality: Municipality
) -> None:
    jet = someone(Role.CISO)
    with municipality_scope(other_municipality.pk):
        elsewhere = Person.objects.create(name="Jet", account=jet.account)
        RoleAssignment.objects.create(person=elsewhere, role=Role.AUDITOR.value, ends_on=until)
    AuthenticatorApp.objects.create(account=jet.account, sealed=b"x", added_at=TODAY)
    with clock.clock_at(TODAY):
        page = browser.post(f"{PEOPLE}{jet.pk}/", {"forget": "1", "reason": "Aan de balie."}).content.decode()
    told = "komt ook bij een andere gemeente binnen" in page
    assert (told, AuthenticatorApp.objects.exists()) == (is_refused, is_refused)


def test_who_has_the_address_already_keeps_the_name_and_gets_the_role(browser: Client) -> None:
    jet = someone(Role.CISO)
    end_sessions(Account.objects.get(pk=jet.account_id))
    added(browser, email=jet.email, role="auditor")
    assert (Person.objects.get(pk=jet.pk).name, roles_held(jet)) == ("Jet", ["auditor", "ciso"])
