"""From a finding to the exact field, and back: whoever mends it sees it go."""

import datetime as dt
from uuid import UUID

import pytest
from django.test import Client

from gemeentedossier.dossier.assets.actions.measures import record_measure, show_measure
from gemeentedossier.dossier.assets.actions.systems import record_system
from gemeentedossier.dossier.assets.enums import MeasureState
from gemeentedossier.dossier.assets.facts import Measure, System
from gemeentedossier.dossier.evidence.actions.evidence import add_link
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.register.facts import Activity, DataUse, Purpose
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.dossier.security.actions.access import record_right
from gemeentedossier.dossier.security.facts import AccessRight
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import signed_in
from tests.integration.desk.test_meanwhile import Forms

DESK = "/duinveld/desk/"
BSN = "burgerservicenummer"


@pytest.fixture
def officer(municipality: Municipality) -> Client:
    return signed_in(Role.PRIVACY_OFFICER)


def a_use(**changes: object) -> DataUse:
    use = an_activity().data_uses[0]
    return DataUse(id=new_id(), subject_categories=use.subject_categories, data_categories=("bsn",), **changes)  # type: ignore[arg-type]  # as given


def recorded(**changes: object) -> Activity:
    made = an_activity(**changes)
    insert_activities([made])
    return activity_facts(made.id)


def way_from(client: Client, rule: str) -> str:
    """Where the finding of this rule leads, from the list of findings."""
    (case,) = client.get(f"{DESK}findings/?rule={rule}").context["cases"]
    return str(case.finding.repair.url)


def opened(client: Client, url: str) -> tuple[str, bool]:
    """The field that has the focus on the page, and whether its fold is open."""
    form = next(s.form for s in client.get(url.partition("#")[0]).context["sections"] if s.form)
    every = [form.form, *(row for rows in form.rows.values() for row in rows.forms)]
    every += [inner for row in every if hasattr(row, "rows") for inner in row.rows.forms]
    (aimed,) = [each for each in every if each.goal]
    folded = [is_open for _title, fields, is_open in aimed.folded_fields if aimed.goal in {f.name for f in fields}]
    return aimed.goal, all(folded)


def test_bsn_without_provision_leads_into_its_fold_at_the_right_row(officer: Client) -> None:
    made = recorded(data_uses=(a_use(position=0, bsn_provision_id="wabb-10"), a_use(position=1)))
    way = way_from(officer, "bsn-without-provision")
    assert f"about={made.data_uses[1].id}" in way
    assert opened(officer, way) == ("bsn_provision_id", True)
    page = officer.get(way.partition("#")[0]).content.decode()
    assert "Gevraagd: Kies het wetsartikel; voor een eigen overheidstaak kan dat Wabb 10 zijn." in page


ASKED = "Gevraagd: Kies het wetsartikel; voor een eigen overheidstaak kan dat Wabb 10 zijn."


def form_on(page: str) -> tuple[str, dict[str, str]]:
    """The form of the open section: where it is sent, and what it holds."""
    return next(each for each in Forms(page).found if each[0].endswith("/save/"))


def sent_with(client: Client, page: str, typed: dict[str, str]) -> str:
    to, sent = form_on(page)
    return client.post(to, {**sent, **typed}).content.decode()


def test_what_was_asked_stays_on_the_page_that_shows_a_mistake(officer: Client) -> None:
    recorded(data_uses=(a_use(position=0, bsn_provision_id="wabb-10"), a_use(position=1)))
    wrong = {"data-uses-1-special_ground": "geen keuze"}
    asked = officer.get(way_from(officer, "bsn-without-provision").partition("#")[0]).content.decode()
    once = sent_with(officer, asked, wrong)
    again = sent_with(officer, once, wrong)
    assert [page.count(ASKED) for page in (asked, once, again)] == [1, 1, 1]
    assert [page.count(" autofocus") for page in (asked, once, again)] == [1, 0, 0]
    assert [page.count(" data-focus>") for page in (asked, once, again)] == [0, 1, 1]


def test_what_was_asked_is_gone_once_it_is_answered(officer: Client) -> None:
    recorded(data_uses=(a_use(position=0, bsn_provision_id="wabb-10"), a_use(position=1)))
    way = way_from(officer, "bsn-without-provision").partition("#")[0]
    asked = officer.get(way).content.decode()
    sent_with(officer, asked, {"data-uses-1-bsn_provision_id": "wabb-10"})
    assert [ASKED in page for page in (asked, officer.get(way).content.decode())] == [True, False]


def test_a_purpose_without_legal_basis_gets_a_new_one_to_fill_in(officer: Client) -> None:
    recorded(purposes=(Purpose(id=new_id(), position=0, text="Beslissen op een aanvraag om hulp."),))
    assert opened(officer, way_from(officer, "one-legal-basis-per-purpose")) == ("article_6", True)


def test_the_field_that_a_finding_asks_for_is_not_called_optional(officer: Client) -> None:
    made = recorded()
    page = officer.get(f"{DESK}register/{made.id}/?edit=data").content.decode()
    form = page.partition('id="form-data"')[2].partition("</form>")[0]
    assert ("BSN" in form, "niet verplicht" in form) == (True, False)


@pytest.mark.parametrize("done", [{}, {"done": "1"}])
def test_whoever_mends_a_finding_sees_it_go(officer: Client, done: dict[str, str]) -> None:
    made = recorded(data_uses=(a_use(position=0),))
    values = {
        "revision": str(made.revision),
        "data-uses-count": "1",
        "data-uses-0-id": str(made.data_uses[0].id),
        "data-uses-0-data_categories": "bsn",
        "data-uses-0-bsn_provision_id": "art. 10 Wabb",
        **done,
    }
    url = f"{DESK}register/{made.id}/sections/data/save/"
    answer = officer.post(url, values, headers={"HX-Request": "true"}).content.decode()
    assert "BSN zonder wetsartikel" in answer.partition("Opgelost: ")[2].partition("<")[0]


def test_what_an_earlier_saving_of_the_same_form_solved_is_told_when_it_closes(officer: Client) -> None:
    made = recorded(data_uses=(a_use(position=0, bsn_provision_id="wabb-10"),))
    known = f"bsn-without-provision:{made.data_uses[0].id} no-such-rule:{new_id()}"
    values = {"revision": str(made.revision), "remarks-remarks": "", "mended": known, "done": "1"}
    url = f"{DESK}register/{made.id}/sections/remarks/save/"
    answer = officer.post(url, values, headers={"HX-Request": "true"}).content.decode()
    assert "Opgelost: BSN zonder wetsartikel<" in answer


def test_a_finding_that_a_saving_opens_is_told_too(officer: Client) -> None:
    made = recorded()
    values = {"revision": str(made.revision), "data-uses-count": "1", "data-uses-0-data_categories": "bsn", "done": "1"}
    url = f"{DESK}register/{made.id}/sections/data/save/"
    answer = officer.post(url, values, headers={"HX-Request": "true"}).content.decode()
    assert "BSN zonder wetsartikel" in answer.partition("Nu open: ")[2].partition("<")[0]


def test_what_an_earlier_saving_opened_and_a_later_one_mended_is_told_as_neither(officer: Client) -> None:
    made = recorded(data_uses=(a_use(position=0, bsn_provision_id="wabb-10"),))
    known = f"+bsn-without-provision:{made.data_uses[0].id}"
    values = {"revision": str(made.revision), "remarks-remarks": "", "mended": known, "done": "1"}
    url = f"{DESK}register/{made.id}/sections/remarks/save/"
    answer = officer.post(url, values, headers={"HX-Request": "true"}).content.decode()
    assert ("BSN zonder wetsartikel" in answer.partition("Opgeslagen")[2].partition("<")[0]) is False


def a_right(everyone: Actor) -> UUID:
    system = record_system(System(new_id(), "Zaaksysteem"), by=everyone)
    made = recorded(system_ids=(system.id,))
    right = AccessRight(
        new_id(), system.id, made.id, "piket-oud", "Balie", account_active=True, role_ended_on=dt.date(2026, 3, 3)
    )
    record_right(right, by=everyone)
    return made.id


def test_an_account_that_outlives_its_role_leads_to_the_form_that_says_it_is_gone(
    officer: Client, everyone: Actor
) -> None:
    activity = a_right(everyone)
    way = way_from(officer, "account-active-role-ended")
    sheet = officer.get(way.partition("#")[0])
    (fold,) = [f for s in sheet.context["sections"] for f in s.folds if f.id == "gone"]
    assert way.endswith("#gone")
    assert fold.is_open
    assert f'value="{fold.form.initial["right_id"]}" selected' in sheet.content.decode()
    assert f"{DESK}register/{activity}/security/?gone=" in way


def test_an_account_that_outlives_its_role_never_looks_in_order(officer: Client, everyone: Actor) -> None:
    activity = a_right(everyone)
    sheet = officer.get(f"{DESK}register/{activity}/security/").content.decode()
    assert ("Account open na einde rol" in sheet, "Binnen de taak" in sheet) == (True, False)


def test_a_measure_without_proof_leads_to_the_form_that_links_evidence(officer: Client, everyone: Actor) -> None:
    measure = record_measure(Measure(new_id(), "Logging", state=MeasureState.DONE), by=everyone)
    way = way_from(officer, "measure-done-without-proof")
    assert way == f"{DESK}security/measures/{measure.id}/?open=evidence#evidence"


def test_a_measure_with_proof_is_told_what_happened_and_not_to_add_proof(officer: Client, everyone: Actor) -> None:
    again = dt.date(2026, 10, 6)
    made = Measure(new_id(), "Brieven", state=MeasureState.DONE, repeated_incident_on=again)
    measure = record_measure(made, by=everyone)
    piece = add_link("https://a.example/", seen="Steekproef.", valid_until=None, by=everyone)
    show_measure(measure.id, evidence_id=piece.pk, by=everyone)
    (found,) = officer.get(f"{DESK}findings/?rule=measure-done-happened-again").context["cases"]
    assert [str(each.text) for each in found.finding.statements] == [
        "“Brieven” is gereed gemeld.",
        "Hetzelfde gebeurde daarna opnieuw, op 6-10-2026.",
    ]
    page = officer.get(f"{DESK}security/measures/{measure.id}/").content.decode()
    assert ("Maatregel klaar, toch weer gebeurd" in page, "Maatregel klaar zonder bewijs" in page) == (True, False)
