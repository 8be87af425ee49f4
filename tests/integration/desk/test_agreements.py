"""Agreements in the desk: from a draft to its end, and what somebody is told on the way."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from gemeentedossier.dossier.agreements.actions.agreements import record_agreement
from gemeentedossier.dossier.agreements.actions.clauses import write_clause
from gemeentedossier.dossier.agreements.actions.terms import end_agreement, sign_agreement
from gemeentedossier.dossier.agreements.enums import AgreementKind, Point
from gemeentedossier.dossier.agreements.facts import Agreement, SharedClause
from gemeentedossier.dossier.agreements.queries import agreement_facts
from gemeentedossier.dossier.evidence.actions.evidence import add_link
from gemeentedossier.dossier.parties.actions.parties import ensure_party
from gemeentedossier.dossier.register.actions.activities import create_activity
from gemeentedossier.dossier.register.enums import PartyRole
from gemeentedossier.dossier.register.facts import DataUse, PartyRelation
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person
from tests.builders import an_activity
from tests.integration.desk.people import signed_in
from tests.integration.dossier.agreed import all_agreements

LIST = "/duinveld/desk/agreements/"
DAY = dt.date(2026, 11, 24)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.clock_at(dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)):
        yield


@pytest.fixture
def officer(municipality: object) -> Client:
    return signed_in(Role.PRIVACY_OFFICER)


def recorded(by: Actor, kind: AgreementKind = AgreementKind.PROCESSOR, **more: Any) -> UUID:
    made = Agreement(id=new_id(), name="Hosting", kind=kind, **more)
    return record_agreement(made, party_names=["Cloud BV"], by=by).id


def post(client: Client, key: UUID, step: str, **values: object) -> Any:
    return client.post(f"{LIST}{key}/{step}/", {name: value for name, value in values.items() if value is not None})


def shown(client: Client, address: str = LIST) -> str:
    return client.get(address).content.decode()


def test_an_empty_place_says_what_belongs_there(officer: Client) -> None:
    page = shown(officer)
    assert "Nog geen overeenkomsten" in page
    assert f'href="{LIST}new/"' in page


def test_a_draft_is_begun_with_a_party_that_was_not_known(officer: Client) -> None:
    given = {"name": "Hosting", "kind": "processor", "party_names": "Cloud BV", "reference": "C-1"}
    answer = officer.post(f"{LIST}new/", given)
    made = all_agreements()[0]
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{LIST}{made.id}/")
    assert (made.name, made.party_names, made.reference, made.signed_on) == ("Hosting", "Cloud BV", "C-1", None)


def test_from_signature_to_end(officer: Client, everyone: Actor) -> None:
    key = recorded(everyone)
    post(officer, key, "sign", signed_on="2026-11-24", signed_by="J. Smit")
    post(officer, key, "term/notice", given_on="2026-11-24", ends_on="2026-12-31", reason="Te duur.")
    post(officer, key, "term/end", ended_on="2026-11-24", reason="Overgestapt.")
    made = agreement_facts(key)
    assert (made.signed_on, made.notice_ends_on, made.ended_on) == (DAY, dt.date(2026, 12, 31), DAY)


@pytest.mark.parametrize(
    ("starts_on", "told"),
    [
        (dt.date(2024, 2, 1), "van 1 februari 2024 tot en met 23 november 2026"),
        (DAY, ""),
        (dt.date(2026, 11, 23), "van 23 november 2026 tot en met 23 november 2026"),
    ],
)
def test_the_time_before_the_signature_stays_told(
    starts_on: dt.date, told: str, officer: Client, everyone: Actor
) -> None:
    key = recorded(everyone, starts_on=starts_on)
    warned = "zonder ondertekende tekst" in shown(officer, f"{LIST}{key}/")
    post(officer, key, "sign", signed_on="2026-11-24", signed_by="J. Smit")
    page = shown(officer, f"{LIST}{key}/")
    assert (warned, "Zonder handtekening" in page, told in page) == (bool(told), bool(told), True)


def test_what_is_of_the_agreement_stands_first_among_the_evidence(officer: Client, everyone: Actor) -> None:
    key = recorded(everyone)
    for title in ("Back-uptest", "Hosting: verwerkersovereenkomst", "Aanbesteding"):
        add_link("https://a.example/", seen="Mei.", title=title, valid_until=None, by=everyone)
    form = shown(officer, f"{LIST}{key}/").partition('name="signed_text_evidence_id"')[2].partition("</select>")[0]
    told = re.findall(r">([^<>]+)</option>", form)
    assert [each.partition(" (")[0] for each in told[1:]] == [
        "Hosting: verwerkersovereenkomst", "Aanbesteding", "Back-uptest",
    ]  # fmt: skip


def test_what_is_refused_comes_back_with_the_reason_and_what_was_filled_in(officer: Client, everyone: Actor) -> None:
    key = recorded(everyone)
    page = post(officer, key, "sign", signed_on="2027-01-01", signed_by="J. Smit").content.decode()
    assert "Die dag moet nog komen" in page
    assert 'value="J. Smit"' in page


def test_an_agreement_that_ends_before_it_starts_is_refused(officer: Client, everyone: Actor) -> None:
    key = recorded(everyone)
    page = post(officer, key, "edit/term", starts_on="2026-11-24", ends_on="2026-11-01", revision=0).content.decode()
    assert "De overeenkomst eindigt voordat zij begint." in page
    assert agreement_facts(key).starts_on is None


def test_who_saves_on_an_older_revision_loses_nothing(officer: Client, everyone: Actor) -> None:
    key = recorded(everyone)
    post(officer, key, "edit/what", name="Van een ander", kind="processor", revision=0)
    page = post(officer, key, "edit/what", name="Van mij", kind="processor", revision=0).content.decode()
    assert "Van een ander" in page
    assert 'value="Van mij"' in page
    assert agreement_facts(key).name == "Van een ander"


def test_what_it_covers_is_linked_to_the_register_and_what_lacks_is_found(officer: Client, everyone: Actor) -> None:
    use = DataUse(new_id(), 0, data_categories=("contact", "health"))
    activity = an_activity(name="Beslissen", data_uses=(use,))
    create_activity(activity, by=everyone)
    key = recorded(everyone)
    post(officer, key, "edit/cover", activity_ids=str(activity.id), data_categories="contact", revision=0)
    made, page = agreement_facts(key), shown(officer, f"{LIST}{key}/")
    assert (made.activity_ids, made.data_categories) == ((activity.id,), ("contact",))
    assert f'href="/duinveld/desk/register/{activity.id}/"' in page
    assert "Volgens het register krijgt Cloud BV ook: Gegevens over gezondheid." in page


def test_a_party_of_the_register_leads_to_its_agreement(officer: Client, everyone: Actor) -> None:
    party = ensure_party("Cloud BV")
    activity = an_activity(parties=(PartyRelation(new_id(), party.pk, party.name, role=PartyRole.PROCESSOR),))
    create_activity(activity, by=everyone)
    key = recorded(everyone, activity_ids=(activity.id,))
    assert f'href="{LIST}{key}/"' in shown(officer, f"/duinveld/desk/register/{activity.id}/")


def test_two_people_at_the_points_lose_no_answer(officer: Client, everyone: Actor) -> None:
    key = recorded(everyone)
    post(officer, key, "points", revision=0, secrecy="yes", **{"secrecy-place": "artikel 4"})
    page = post(officer, key, "points", revision=0, audit_right="no", **{"audit_right-place": "bijlage"})
    told = page.content.decode()
    assert ("Nu vastgelegd: Ja, artikel 4" in told, 'value="bijlage"' in told) == (True, True)
    assert [p.point for p in agreement_facts(key).points if p.agreed is not None] == [Point.SECRECY]
    assert 'name="revision" value="1"' in told


def test_a_name_that_is_too_long_comes_back_with_a_sentence(officer: Client) -> None:
    page = officer.post(f"{LIST}new/", {"name": "Hosting", "kind": "processor", "party_names": "Cloud " * 60})
    assert "is langer dan 300 tekens" in page.content.decode()
    assert all_agreements() == ()


def test_every_point_of_the_law_is_answered_on_one_page(officer: Client, everyone: Actor) -> None:
    key = recorded(everyone)
    post(officer, key, "points", revision=0, secrecy="yes", **{"secrecy-place": "artikel 4", "audit_right": "no"})
    made = agreement_facts(key)
    said = [(p.point, p.agreed, p.place) for p in made.points if p.agreed is not None]
    assert said == [(Point.SECRECY, True, "artikel 4"), (Point.AUDIT_RIGHT, False, "")]


def test_a_chain_that_bites_its_tail_is_told(officer: Client, everyone: Actor) -> None:
    key = recorded(everyone)
    page = post(officer, key, "steps/engage", party_name="Cloud BV").content.decode()
    assert "bijt in zijn staart: Cloud BV → Cloud BV" in page


def test_participants_join_and_attest(officer: Client, everyone: Actor) -> None:
    key = record_agreement(Agreement(id=new_id(), name="Wijk", kind=AgreementKind.COVENANT), by=everyone).id
    post(officer, key, "steps/join", party_name="Het Baken", kind="care_provider", joined_on="2026-11-24")
    party = agreement_facts(key).parties[0].party_id
    post(officer, key, "attest", party_id=str(party), attested_by="A. Vis", attestation="Wij houden ons hieraan.")
    assert [(p.party_name, p.attested_on) for p in agreement_facts(key).parties] == [("Het Baken", DAY)]


@pytest.fixture
def covenant(everyone: Actor) -> Agreement:
    key = record_agreement(Agreement(id=new_id(), name="Wijk", kind=AgreementKind.COVENANT), by=everyone).id
    return write_clause(key, SharedClause(new_id(), "10", "Bewaren", "Vijf jaar."), by=everyone)


def rewriting(covenant: Agreement, **more: object) -> dict[str, object]:
    return {"clause_id": str(covenant.clauses[0].id), "code": "10", "revision": covenant.revision, **more}


@pytest.mark.parametrize("step", ["clause", "rewrite-clause"])
@pytest.mark.parametrize("gone", [(), ("revision",), ("revision", "title", "text"), ("title", "text"), ("text",)])
def test_a_clause_that_was_not_shown_is_not_emptied(
    gone: tuple[str, ...], step: str, covenant: Agreement, officer: Client
) -> None:
    sent = rewriting(covenant, title="", text="") if gone else rewriting(covenant)
    post(officer, covenant.id, f"steps/{step}", **{name: value for name, value in sent.items() if name not in gone})
    assert covenant.clauses[0] in agreement_facts(covenant.id).clauses


def test_a_clause_opens_with_what_stands_there(covenant: Agreement, officer: Client) -> None:
    link = f"{LIST}{covenant.id}/?clause={covenant.clauses[0].id}#rewrite-clause"
    page = shown(officer, link)
    assert f'href="{link}"' in page
    form = page.partition('id="rewrite-clause"')[2].partition("</form>")[0]
    assert ('value="Bewaren"' in form, "Vijf jaar." in form, 'name="revision" value="1"' in form) == (True,) * 3


def test_who_writes_a_clause_anew_after_another_sees_theirs_and_can_then_save(
    covenant: Agreement, officer: Client
) -> None:
    def sent(text: str, revision: int) -> str:
        more = rewriting(covenant, title="Bewaren", text=text, revision=revision)
        return str(post(officer, covenant.id, "steps/rewrite-clause", **more).content.decode())

    sent("Zes jaar.", 1)
    told = sent("Zeven jaar.", 1)
    assert ("Nu vastgelegd: Zes jaar." in told, "Nu vastgelegd: Bewaren" in told) == (True, False)
    assert agreement_facts(covenant.id).clauses[0].text == "Zes jaar."
    sent("Zeven jaar.", 2)
    assert [each.text for each in agreement_facts(covenant.id).clauses] == ["Zeven jaar."]


def test_a_step_of_another_route_is_not_there(officer: Client, everyone: Actor) -> None:
    assert post(officer, recorded(everyone), "steps/end").status_code == 404


def test_a_process_owner_reads_the_agreement_of_another_and_cannot_write_it(
    municipality: object, everyone: Actor
) -> None:
    key, owner = recorded(everyone), signed_in(Role.PROCESS_OWNER)
    page = shown(owner, f"{LIST}{key}/")
    assert "Bewerken" not in page
    assert post(owner, key, "edit/what", name="Van mij", kind="processor", revision=0).status_code == 403


def test_the_calendar_tells_what_is_asked(officer: Client, everyone: Actor) -> None:
    key = recorded(everyone, ends_on=dt.date(2027, 5, 31), notice_months=3)
    sign_agreement(key, signed_on=DAY, signed_by="J. Smit", by=everyone)
    page, file = shown(officer), officer.get(f"{LIST}calendar.ics")
    assert "SUMMARY:Laatste dag om op te zeggen: Hosting" in file.content.decode()
    assert file.headers["Content-Disposition"] == 'attachment; filename="duinveld-agenda.ics"'
    assert page.index("28 februari 2027") < page.index("Laatste dag om op te zeggen")


@pytest.mark.parametrize("agreements", [1, 3])
def test_the_number_of_queries_does_not_grow(
    agreements: int, officer: Client, everyone: Actor, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(agreements):
        recorded(everyone)
    with django_assert_max_num_queries(12):
        officer.get(LIST)


def test_its_history_tells_what_was_done_by_whom_and_why(officer: Client, everyone: Actor) -> None:
    key = recorded(everyone)
    sign_agreement(key, signed_on=DAY, signed_by="J. Smit", by=everyone)
    end_agreement(key, ended_on=DAY, reason="Overgestapt.", by=everyone)
    page = shown(officer, f"{LIST}{key}/history/")
    told = ["Overeenkomst geëindigd", "Overgestapt.", "Overeenkomst ondertekend", "J. Smit", "Overeenkomst vastgelegd"]
    assert [text for text in told if text not in page] == []
    assert page.count(everyone.name) == 3


def test_findings_on_agreements_are_found_by_who_answers_for_them(officer: Client, everyone: Actor) -> None:
    somebody = Person.objects.create(name="Iemand anders")
    mine, theirs = recorded(everyone, owner_id=everyone.person_id), recorded(everyone, owner_id=somebody.pk)
    page = shown(officer, f"/duinveld/desk/findings/?rule=processor-secrecy&owner={everyone.person_id}")
    assert (f'href="{LIST}{mine}/' in page, f'href="{LIST}{theirs}/' in page) == (True, False)


def test_a_name_that_is_not_known_is_said_to_be_a_new_party(covenant: Agreement, officer: Client) -> None:
    ensure_party("GGD Kustland")
    told = [
        "als nieuwe partij vastgelegd"
        in officer.post(
            f"{LIST}{covenant.id}/steps/join/", {"party_name": name, "joined_on": "2026-11-24"}, follow=True
        ).content.decode()
        for name in ("ggd Kustland", "GGD Kustlandt")
    ]
    assert told == [False, True]


def test_what_may_be_expected_names_all_and_who_departs(covenant: Agreement, officer: Client, everyone: Actor) -> None:
    parties = {name: ensure_party(name).pk for name in ("De Vloedlijn", "GGD Kust")}
    for name in parties:
        post(officer, covenant.id, "steps/join", party_name=name, joined_on="2026-11-24")
    departing = {"party_id": str(parties["De Vloedlijn"]), "shared_clause_id": str(covenant.clauses[0].id)}
    post(officer, covenant.id, "steps/deviation", **departing, own_text="Binnen 48 uur.", reason="Geen nachtdienst.")
    page = shown(officer, f"{LIST}{covenant.id}/expectations/")
    assert ("Wat allen afspraken" in page, "Wat beide afspraken" in page) == (True, False)
    assert "Van De Vloedlijn is een afwijking vastgelegd: lees die hierboven." in page


@pytest.mark.parametrize("wrong", ["31-02-2026", "gisteren"])
def test_a_day_of_a_leaflet_that_does_not_exist_is_refused_in_a_sentence(wrong: str, officer: Client) -> None:
    answer = officer.post(
        f"{LIST}leaflets/new/", {"party_name": "GGD", "product": "Nazorg", "issued_on": wrong, "revision": 0}
    )
    page = answer.content.decode()
    assert ("Dit is geen datum" in page, f'value="{wrong}"' in page, "Geschreven op" in page) == (True,) * 3
