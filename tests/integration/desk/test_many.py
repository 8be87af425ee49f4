"""Changing many records from the list of the register: choose, see what it does, do it, undo it."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from gemeentedossier.assessment.queries import assessment_of
from gemeentedossier.catalogue.facts import PolicyDomain
from gemeentedossier.design.parts import Link
from gemeentedossier.desk.actions.drafts import MOST_STEPS
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.dossier.register.actions.activities import edit_activity, insert_activities
from gemeentedossier.dossier.register.enums import RecordState
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person, RoleAssignment, Unit
from tests.builders import an_activity
from tests.integration.desk.people import browser_of, signed_in, someone

LIST = "/duinveld/desk/register/"
MANY = f"{LIST}many/"
BOX = re.compile(r'name="records" value="([^"]+)"')
OPTION = re.compile(r'<option value="([^"]*)"[^>]*>([^<]*)<')
GROUP = re.compile(r'<optgroup label="([^"]*)"')
STEP = re.compile(rf"{MANY}([0-9a-f-]+)/choose/")
OFFICER = Actor(name="Noor", roles=frozenset({Role.PRIVACY_OFFICER}))


@pytest.fixture
def unit(municipality: Municipality) -> Unit:
    adopted = an_activity(name="Leerplicht", record_state=RecordState.ADOPTED, version=1)
    insert_activities([an_activity(name="Bijstand"), adopted, an_activity(name="Parkeren")])
    return Unit.objects.create(name="Zorg")


@pytest.fixture
def officer(unit: Unit) -> Client:
    return signed_in(Role.PRIVACY_OFFICER)


def key_of(name: str) -> str:
    activity = Activity.objects.get(name=name)
    return f"{activity.pk}.{activity.revision}"


def begun(browser: Client, *names: str, what: str = "unit_id", records: list[str] | None = None) -> str:
    """The address of a change that was begun with these records."""
    chosen = records or [key_of(name) for name in names]
    answer = browser.post(MANY, {"begin": "1", "which": "ticked", "what": what, "records": chosen})
    return f"{MANY}{STEP.findall(answer.headers['Location'])[0]}/"


def sent(browser: Client, unit: Unit, *names: str, confirm: bool = False, **more: Any) -> str:
    """Choose records, say what they become, and look; with ``confirm`` also make it so."""
    records = more.pop("records", None) or [key_of(name) for name in names]
    what = more.pop("what", "unit_id")
    said = {"value": str(unit.pk), "reason": "Nieuwe afdeling.", "records": records, **more}
    case = begun(browser, what=what, records=records)
    looked = browser.post(f"{case}choose/", said, follow=True).content.decode()
    if not confirm:
        return looked
    shown = {**said, "records": BOX.findall(looked)}
    return browser.post(f"{case}preview/", shown, follow=True).content.decode()


def units() -> dict[str, str | None]:
    return dict(Activity.objects.values_list("name", "unit__name"))


def test_who_edits_every_record_has_a_box_at_each(officer: Client) -> None:
    page = officer.get(LIST).content.decode()
    assert set(BOX.findall(page)) == {key_of("Bijstand"), key_of("Leerplicht"), key_of("Parkeren")}


def test_who_answers_for_some_has_a_box_at_these(unit: Unit) -> None:
    person = someone(Role.PROCESS_OWNER)
    Activity.objects.filter(name="Parkeren").update(owner=person)
    assert BOX.findall(browser_of(person).get(LIST).content.decode()) == [key_of("Parkeren")]


def test_who_only_reads_has_none(unit: Unit) -> None:
    page = signed_in(Role.AUDITOR).get(LIST).content.decode()
    assert [BOX.findall(page), 'id="many"' in page] == [[], False]


def test_the_ticked_ones_are_asked_what_they_become(officer: Client) -> None:
    said = {"begin": "1", "which": "ticked", "what": "unit_id", "records": [key_of("Bijstand")]}
    page = officer.post(MANY, said, follow=True).content.decode()
    assert ["Afdeling van 1 registratie wijzigen" in page, BOX.findall(page)] == [True, [key_of("Bijstand")]]


def test_all_that_the_list_finds_are_over_every_page(officer: Client) -> None:
    insert_activities([an_activity(name=f"Bezwaar {each}") for each in range(60)])
    said = {"begin": "1", "which": "all", "what": "unit_id"}
    page = officer.post(f"{MANY}?q=Bezwaar", said, follow=True).content.decode()
    assert len(BOX.findall(page)) == 60


def test_nothing_ticked_is_said(officer: Client) -> None:
    answer = officer.post(f"{MANY}?q=Bij", {"begin": "1", "which": "ticked", "what": "unit_id"})
    assert answer.headers["Location"] == f"{LIST}?q=Bij#many"
    assert "Vink eerst registraties aan, of kies alle: 1 registratie." in officer.get(LIST).content.decode()


@pytest.mark.parametrize("told", ["x", "00000000-0000-0000-0000-000000000000.-1", f"{'0' * 8}.1"])
def test_a_box_that_is_no_box_is_not_there(told: str, officer: Client) -> None:
    answer = officer.post(MANY, {"begin": "1", "which": "ticked", "what": "unit_id", "records": [told]})
    assert answer.status_code == 404


def test_first_it_shows_what_changes_and_what_does_not(officer: Client, unit: Unit) -> None:
    Activity.objects.filter(name="Parkeren").update(unit=unit)
    page = sent(officer, unit, "Bijstand", "Leerplicht", "Parkeren")
    told = ("Wat dit wijzigt", "Wijzig 2 registraties", "Dit staat er al.", "Wordt weer een concept")
    assert [word in page for word in told] == [True] * 4
    assert units() == {"Bijstand": None, "Leerplicht": None, "Parkeren": "Zorg"}


def test_then_it_changes_them_and_says_what_changed(officer: Client, unit: Unit) -> None:
    page = sent(officer, unit, "Bijstand", "Leerplicht", confirm=True)
    assert units() == {"Bijstand": "Zorg", "Leerplicht": "Zorg", "Parkeren": None}
    assert ["2 registraties tegelijk gewijzigd" in page, "Nieuwe afdeling." in page] == [True, True]


def test_what_was_changed_meanwhile_stops_all_and_is_named(officer: Client, unit: Unit) -> None:
    read = [key_of("Bijstand"), key_of("Leerplicht")]
    case = begun(officer, records=read)
    said = {"value": str(unit.pk), "reason": "Nieuwe afdeling.", "records": read}
    officer.post(f"{case}choose/", said)
    edit_activity(activity_facts(Activity.objects.get(name="Leerplicht").pk), by=OFFICER)
    page = officer.post(f"{case}preview/", said, follow=True).content.decode()
    assert ["Iemand heeft deze intussen gewijzigd." in page, "Wijzig 1 registratie" in page] == [True, True]
    assert units() == {"Bijstand": None, "Leerplicht": None, "Parkeren": None}


def test_every_page_of_it_can_be_loaded_again(officer: Client, unit: Unit) -> None:
    case = begun(officer, "Bijstand", "Leerplicht")
    said = {"value": str(unit.pk), "reason": "Nieuwe afdeling.", "records": [key_of("Bijstand")]}
    answer = officer.post(f"{case}choose/", said)
    assert answer.headers["Location"] == f"{case}preview/"
    assert "Wijzig 1 registratie" in officer.get(f"{case}preview/").content.decode()
    again = officer.get(f"{case}choose/").content.decode()
    ticked = re.findall(r'value="([^"]+)"[^>]* checked', again)
    assert ["Nieuwe afdeling." in again, ticked, units()["Bijstand"]] == [True, [key_of("Bijstand")], None]


def test_going_back_after_it_was_done_leads_to_what_was_done(officer: Client, unit: Unit) -> None:
    sent(officer, unit, "Bijstand", confirm=True)
    case = made(officer)
    answers = [officer.get(f"{case}{page}/").headers["Location"] for page in ("choose", "preview")]
    twice = officer.post(f"{case}preview/", {"value": str(unit.pk), "reason": "x.", "records": [key_of("Parkeren")]})
    assert [*answers, twice.headers["Location"], units()["Parkeren"]] == [case, case, case, None]


def test_a_step_goes_on_where_what_is_not_saved_yet_stands(officer: Client, unit: Unit) -> None:
    case = begun(officer, "Bijstand")
    officer.post(f"{case}choose/", {"value": str(unit.pk), "reason": "Fusie.", "records": [key_of("Bijstand")]})
    page = officer.get("/duinveld/desk/drafts/").content.decode()
    words = ("Afdeling van 1 registratie wijzigen", "Fusie.", f'href="{case}choose/"')
    assert [word in page for word in words] == [True] * 3


def test_a_step_of_somebody_else_is_not_there(officer: Client) -> None:
    case = begun(officer, "Bijstand")
    other = signed_in(Role.PRIVACY_OFFICER)
    assert other.get(case).status_code == 404
    page = other.get(f"{case}choose/", follow=True).content.decode()
    assert "Deze keuze van registraties is niet bewaard gebleven" in page


def test_changes_that_are_begun_push_out_only_older_ones(officer: Client) -> None:
    typed = {"form": f"{LIST}new/:name", "page": f"{LIST}new/", "fields": '[["name", ["Lange tekst"]]]'}
    officer.post("/duinveld/desk/drafts/keep/", typed)
    begun_ones = [begun(officer, "Bijstand") for _each in range(MOST_STEPS + 1)]
    page = officer.get("/duinveld/desk/drafts/").content.decode()
    assert ["Lange tekst" in page, *(f'href="{each}choose/"' in page for each in (begun_ones[0], begun_ones[-1]))] == [
        True,
        False,
        True,
    ]


def test_a_step_is_called_as_its_reader_reads(officer: Client) -> None:
    case = begun(officer, "Bijstand")
    officer.cookies["django_language"] = "en"
    pages = [officer.get(page).content.decode() for page in (f"{case}choose/", "/duinveld/desk/drafts/")]
    assert ["Change Unit of 1 record" in page for page in pages] == [True, True]


def test_who_only_leaves_records_out_finds_them_left_out(officer: Client) -> None:
    case = begun(officer, "Bijstand", "Leerplicht")
    officer.post(f"{case}choose/", {"value": "", "reason": "", "records": [key_of("Bijstand")]})
    page = officer.get(f"{case}choose/").content.decode()
    assert re.findall(r'value="([^"]+)"[^>]* checked', page) == [key_of("Bijstand")]


@pytest.mark.parametrize("page", ["choose", "preview"])
def test_in_the_past_nothing_is_chosen_to_change(officer: Client, page: str) -> None:
    case = begun(officer, "Bijstand")
    officer.post("/duinveld/desk/moment/", {"moment": clock.now().isoformat()})
    answer = officer.get(f"{case}{page}/", follow=True)
    assert [answer.redirect_chain[-1][0], "U kijkt naar het verleden" in answer.content.decode()] == [
        "/duinveld/desk/",
        True,
    ]


def test_what_is_not_filled_in_is_asked_again(officer: Client, unit: Unit) -> None:
    page = sent(officer, unit, "Bijstand", reason="")
    assert ["Afdeling van 1 registratie wijzigen" in page, units()["Bijstand"]] == [True, None]
    assert (page.count("data-focus"), "<title>Fout: " in page) == (1, True)


def test_it_is_undone_with_a_reason(officer: Client, unit: Unit) -> None:
    sent(officer, unit, "Bijstand", "Leerplicht", confirm=True)
    case = re.findall(r'action="([^"]+/undo/)"', officer.get(made(officer)).content.decode())[0]
    page = officer.post(case, {"reason": "Vergissing."}, follow=True).content.decode()
    assert ["2 registraties zijn weer als ervoor." in page, "Vergissing." in page] == [True, True]
    assert units() == {"Bijstand": None, "Leerplicht": None, "Parkeren": None}


def test_what_was_put_back_is_not_called_changed(officer: Client, unit: Unit) -> None:
    sent(officer, unit, "Bijstand", "Leerplicht", confirm=True)
    edit_activity(activity_facts(Activity.objects.get(name="Leerplicht").pk), by=OFFICER)
    url = made(officer)
    page = officer.post(f"{url}undo/", {"reason": "Vergissing."}, follow=True).content.decode()
    assert "Gelaten zoals ze zijn: “Leerplicht” (sindsdien gewijzigd)." in page
    assert [page.count("Teruggezet"), page.count("Gewijzigd")] == [1, 1]


def made(browser: Client) -> str:
    """The page of what was changed at once, as Today leads there."""
    found = re.findall(rf'href="({MANY}[0-9a-f-]+/)"', browser.get("/duinveld/desk/").content.decode())
    return str(found[0])


def test_the_history_of_a_record_leads_to_all_of_it(officer: Client, unit: Unit) -> None:
    sent(officer, unit, "Bijstand", "Leerplicht", confirm=True)
    key = Activity.objects.get(name="Bijstand").pk
    page = officer.get(f"{LIST}{key}/history/").content.decode()
    assert "Tegelijk met andere registraties gewijzigd" in page
    assert f'href="{made(officer)}">Alles wat tegelijk is gewijzigd</a>' in page


@pytest.mark.parametrize(
    ("what", "value", "stored"),
    [
        ("policy_domain", "Jeugd", "youth"),
        ("processing_state", "ended", "ended"),
        ("role", "processor", "processor"),
        ("started_on", "2026-01-05", "2026-01-05"),
        ("ended_on", "2026-01-05", "2026-01-05"),
    ],
)
def test_each_field_can_be_changed(what: str, value: str, stored: str, officer: Client, unit: Unit) -> None:
    sent(officer, unit, "Bijstand", what=what, value=value, confirm=True)
    assert str(Activity.objects.values_list(what, flat=True).get(name="Bijstand")) == stored


def test_the_owner_is_somebody_who_works_here(officer: Client, unit: Unit) -> None:
    left, works = Person.objects.create(name="Sjoerd"), someone(Role.PROCESS_OWNER)
    yesterday = clock.today() - dt.timedelta(days=1)
    RoleAssignment.objects.create(person=left, role=Role.PROCESS_OWNER.value, ends_on=yesterday)
    sent(officer, unit, "Bijstand", what="owner_id", value=str(left.pk), confirm=True)
    sent(officer, unit, "Parkeren", what="owner_id", value=str(works.pk), confirm=True)
    owners = dict(Activity.objects.values_list("name", "owner__name"))
    assert owners == {"Bijstand": None, "Leerplicht": None, "Parkeren": "Jet"}


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.COUNCIL_MEMBER, Role.AUDITOR, Role.DATA_PROTECTION_OFFICER])
def test_who_supervises_or_sees_nothing_of_the_register_answers_for_nothing_in_it(role: Role, officer: Client) -> None:
    person = someone(role)
    Person.objects.filter(pk=person.pk).update(name="Bas")
    case = begun(officer, "Bijstand", what="owner_id")
    officer.post(f"{case}preview/", {"value": str(person.pk), "reason": "x.", "records": [key_of("Bijstand")]})
    key = Activity.objects.get(name="Bijstand").pk
    said = {"identity-name": "Bijstand", "identity-owner_name": "Bas", "revision": "0"}
    section = officer.post(f"{LIST}{key}/sections/identity/save/", said)
    assert "Niemand die verantwoordelijk kan zijn heet" in section.content.decode()
    assert Activity.objects.get(pk=key).owner_id is None


def test_a_domain_that_is_mistyped_is_doubted_and_not_refused(officer: Client, unit: Unit) -> None:
    page = sent(officer, unit, "Bijstand", what="policy_domain", value="Jeugt")
    assert ["Bedoelt u “jeugd”?" in page, "Wijzig 1 registratie" in page] == [True, True]


def test_the_domains_that_are_known_can_be_chosen(officer: Client) -> None:
    Activity.objects.filter(name="Parkeren").update(policy_domain="Havens")
    page = officer.get(f"{begun(officer, 'Bijstand', what='policy_domain')}choose/").content.decode()
    assert OPTION.findall(page) == [
        ("", "Kies een domein"),
        *((each.value, str(name_of(each))) for each in PolicyDomain),
        ("Havens", "Havens"),
    ]
    assert GROUP.findall(page) == ["Uit de lijst", "Hier in gebruik"]


@pytest.mark.parametrize(
    ("said", "stored"),
    [
        ({"value": "youth", "value_own": ""}, "youth"),
        ({"value": "", "value_own": "Havens"}, "Havens"),
        ({"value": "", "value_own": "JEUGD"}, "youth"),
        ({"value": "youth", "value_own": "Havens"}, "Havens"),
    ],
)
def test_a_domain_is_chosen_from_the_list_or_written(
    said: dict[str, str], stored: str, officer: Client, unit: Unit
) -> None:
    sent(officer, unit, "Bijstand", what="policy_domain", confirm=True, **said)
    assert Activity.objects.values_list("policy_domain", flat=True).get(name="Bijstand") == stored


def test_what_was_said_of_a_domain_stands_there_again(officer: Client, unit: Unit) -> None:
    case = begun(officer, "Bijstand", what="policy_domain")
    for said, found in (({"value_own": "Havens"}, ("", "Havens")), ({"value": "youth"}, ("youth", ""))):
        officer.post(f"{case}choose/", {"reason": "", "records": [key_of("Bijstand")], **said}, follow=True)
        form = officer.get(f"{case}choose/?check=1").context["form"]
        assert tuple(form["value"].value()) == found


def open_findings() -> set[tuple[str, UUID]]:
    found = assessment_of(Municipality.objects.get(slug="duinveld")).findings()
    return {(each.rule_id, each.subject_id) for each in found if each.is_open}


@pytest.mark.parametrize(("what", "value"), [("processing_state", "ended"), ("policy_domain", "youth")])
def test_what_it_would_do_to_the_findings_is_what_it_does(what: str, value: str, officer: Client, unit: Unit) -> None:
    before, names = open_findings(), ("Bijstand", "Leerplicht", "Parkeren")
    told = preview_of(officer, what, value, names)
    assert open_findings() == before
    sent(officer, unit, *names, what=what, value=value, confirm=True)
    after = open_findings()
    assert any(told)
    assert told == [Counter(rule for rule, _subject in each) for each in (before - after, after - before)]


def preview_of(browser: Client, what: str, value: str, names: tuple[str, ...]) -> list[Counter[str]]:
    """By rule how many findings the preview says would go, and would come."""
    case, records = begun(browser, *names, what=what), [key_of(name) for name in names]
    browser.post(f"{case}choose/", {"value": value, "reason": "Zo is het.", "records": records})
    parts = dict(browser.get(f"{case}preview/").context["effects"].parts)
    found = {title.partition(":")[0]: Counter(counts_in(lines)) for title, lines in parts.items()}
    return [found.get("Opgelost", Counter()), found.get("Komt erbij", Counter())]


def counts_in(lines: Iterable[Link]) -> dict[str, int]:
    return {each.url.rstrip("/").rpartition("/")[2]: int(str(each.note).split()[0]) for each in lines}


def test_it_is_said_where_no_finding_changes(officer: Client, unit: Unit) -> None:
    page = sent(officer, unit, "Bijstand", what="owner_id", value=str(someone(Role.PROCESS_OWNER).pk))
    assert "Er wordt geen bevinding door opgelost, en er komt er geen bij." in page


def test_each_line_leads_to_what_its_rule_asks(officer: Client, unit: Unit) -> None:
    case = begun(officer, "Bijstand", what="policy_domain")
    officer.post(f"{case}choose/", {"value": "youth", "reason": "Zo.", "records": [key_of("Bijstand")]})
    (_title, lines) = officer.get(f"{case}preview/").context["effects"].parts[0]
    page = officer.get(lines[0].url)
    assert (page.status_code, str(lines[0].label) in page.content.decode()) == (200, True)


def test_a_record_doubts_a_domain_that_nothing_else_uses(officer: Client) -> None:
    Activity.objects.filter(name="Parkeren").update(policy_domain="Jeugt")
    page = officer.get(f"{LIST}{Activity.objects.get(name='Parkeren').pk}/").content.decode()
    assert "Niets anders in het register gebruikt “Jeugt”. Bedoelt u “jeugd”?" in page
