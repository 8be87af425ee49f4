"""How the law is read, in the desk: open norms and contested matters, what rests on them, and by whom that is said."""

import datetime as dt
import re
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from gemeentedossier.dossier.governance.actions.interpretations import decide_interpretation, end_interpretation
from gemeentedossier.dossier.governance.actions.positions import edit_matter, open_matter, record_position
from gemeentedossier.dossier.governance.actions.reliances import rely_on_interpretation, rely_on_position
from gemeentedossier.dossier.governance.enums import PositionHolder
from gemeentedossier.dossier.governance.models import ContestedMatter, Interpretation, Position, Reliance
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.ledger.actions import settle
from gemeentedossier.foundation.ledger.queries import ledger_size
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person
from tests.builders import an_activity
from tests.integration.desk.people import browser_of, signed_in, someone

NORMS, NORM = "/duinveld/desk/norms/", "/duinveld/desk/norms/large-scale/"
MATTERS = "/duinveld/desk/matters/"
HOSTILE = '<script>alert(1)</script>"onmouseover="x {{ 7 }}'
READING = 12
"""One reading of the whole dossier in two journeys, and what every page asks: the budget of a main page."""


@pytest.fixture
def officer(municipality: Municipality) -> Client:
    return signed_in(Role.PRIVACY_OFFICER)


@pytest.fixture
def activity(municipality: Municipality) -> Activity:
    made = an_activity(name="Wmo")
    insert_activities([made])
    return made


def read_so(by: Actor, text: str = "Meer dan 5.000 mensen.", **more: Any) -> UUID:
    given = {"reason": "Advies.", "decided_on": clock.today(), "review_on": None, "decided_by_id": by.person_id}
    made = decide_interpretation("large-scale", reading=text, by=by, **{**given, **more})
    return made.id


def stated(by: Actor, statement: str = "Nee.", *, on: dt.date | None = None) -> UUID:
    found = ContestedMatter.objects.first() or open_matter("Wifi-tellingen", question="Mag dit?", by=by)
    day = on or clock.today() - dt.timedelta(days=10)
    made = record_position(
        found.id, holder=PositionHolder.OWN_COUNSEL, statement=statement, reference="Memo 4", stated_on=day, by=by
    )
    return made.id


def form(**values: object) -> dict[str, str]:
    return {name: str(value) for name, value in values.items()}


def page(client: Client, url: str) -> str:
    return client.get(url).content.decode()


def posted(client: Client, name: str, *about: object, **values: object) -> int:
    return client.post(reverse(f"desk:{name}", args=["duinveld", *about]), form(**values)).status_code


def test_the_list_names_every_norm_and_what_nobody_read(officer: Client, municipality: Municipality) -> None:
    shown = page(officer, NORMS)
    assert (shown.count("Nog niet gelezen"), "grootschalig" in shown) == (16, True)


def test_a_reading_is_decided_with_who_why_and_when(officer: Client, municipality: Municipality) -> None:
    person = Person.objects.create(name="Ali")
    values = {
        "reading": "Meer dan 5.000.",
        "reason": "Advies.",
        "decided_by_id": person.pk,
        "decided_on": clock.today(),
    }
    assert posted(officer, "reading-decide", "large-scale", **values) == 302
    shown = page(officer, NORM)
    assert [word in shown for word in ("Meer dan 5.000.", "Advies.", "Ali, ", "Zij wordt nog nergens toegepast")] == [
        True,
        True,
        True,
        True,
    ]


@pytest.mark.parametrize("lacking", ["reading", "reason", "decided_by_id", "decided_on"])
def test_without_one_of_these_nothing_is_decided_and_the_form_says_so(officer: Client, lacking: str) -> None:
    person = Person.objects.create(name="Ali")
    values = {"reading": "Ja.", "reason": "Advies.", "decided_by_id": person.pk, "decided_on": clock.today()}
    assert posted(officer, "reading-decide", "large-scale", **{**values, lacking: ""}) == 200
    assert Interpretation.objects.count() == 0


def test_two_readings_show_as_a_difference_until_one_ends(officer: Client, everyone: Actor) -> None:
    old, _new = read_so(everyone), read_so(everyone, "Meer dan 1.000 mensen.")
    assert "Eén norm, twee lezingen" in page(officer, NORM)
    assert posted(officer, "reading-end", old, reason="Eén grens.") == 302
    shown = page(officer, NORM)
    assert ("Eén norm, twee lezingen" in shown, "Eén grens." in shown) == (False, True)


def test_a_record_applies_a_reading_and_the_record_says_so(
    officer: Client, everyone: Actor, activity: Activity
) -> None:
    reading = read_so(everyone)
    assert posted(officer, "reading-apply", reading, record=f"activity:{activity.id}", note="") == 302
    record = page(officer, f"/duinveld/desk/register/{activity.id}/")
    assert "“grootschalig”: Meer dan 5.000 mensen." in record
    assert reverse("desk:activity", args=["duinveld", activity.id]) in page(officer, NORM)


def test_what_rests_on_an_ended_reading_is_looked_at_again_from_the_page(
    officer: Client, everyone: Actor, activity: Activity
) -> None:
    old = read_so(everyone)
    kept = rely_on_interpretation(old, subject_kind="activity", subject_id=activity.id, note="", by=everyone)
    new = read_so(everyone, "Meer dan 1.000 mensen.", replaces_id=old)
    assert "Rust op een lezing die niet meer geldt" in page(officer, NORM)
    values = {"reliance_ids": kept.id, "onto": new, "note": "Blijft zo."}
    assert posted(officer, "reading-carry", old, **values) == 302
    assert [(r.interpretation_id, r.note) for r in Reliance.objects.all()] == [(new, "Blijft zo.")]
    assert "Rust op een lezing die niet meer geldt" not in page(officer, NORM)


def test_a_finding_leads_to_the_form_that_mends_it(officer: Client, everyone: Actor) -> None:
    reading = read_so(everyone)
    answer = officer.get(f"/duinveld/desk/readings/{reading}/?open=end")
    assert answer.headers["Location"] == f"{NORM}#end-{reading}-reason"
    assert f'id="end-{reading}-reason"' in page(officer, NORM)


def test_a_later_position_shows_the_decisions_that_it_overtakes(
    officer: Client, everyone: Actor, activity: Activity
) -> None:
    old = stated(everyone)
    kept = rely_on_position(old, subject_kind="activity", subject_id=activity.id, note="Doorgaan.", by=everyone)
    matter = ContestedMatter.objects.get()
    values = {"holder": "court", "statement": "Ja.", "stated_on": clock.today(), "reference": "Uitspraak", "url": ""}
    assert posted(officer, "position-record", matter.id, **values) == 302
    shown = page(officer, f"{MATTERS}{matter.id}/")
    assert ("Rust op een standpunt dat is ingehaald" in shown, "Doorgaan." in shown) == (True, True)
    new = Position.objects.get(holder="court")
    values = {"reliance_ids": kept.id, "onto": new.id, "note": "Gestopt."}
    assert posted(officer, "position-carry", old, **values) == 302
    assert "Rust op een standpunt dat is ingehaald" not in page(officer, f"{MATTERS}{matter.id}/")


def test_a_reading_can_rest_on_a_position(officer: Client, everyone: Actor) -> None:
    reading, position = read_so(everyone), stated(everyone)
    record = f"interpretation:{reading}"
    assert posted(officer, "position-decide", position, record=record, note="De lezing volgt dit advies.") == 302
    assert "Wifi-tellingen: Eigen jurist" in page(officer, NORM)


def test_a_decision_says_which_it_is(officer: Client, everyone: Actor, activity: Activity) -> None:
    assert posted(officer, "position-decide", stated(everyone), record=f"activity:{activity.id}", note=" ") == 200
    assert Reliance.objects.count() == 0


def test_a_record_says_what_it_rests_on_and_that_it_does_no_longer(
    officer: Client, everyone: Actor, activity: Activity
) -> None:
    reading, position = read_so(everyone), stated(everyone)
    for onto, note in ((reading, ""), (position, "Doorgaan.")):
        assert posted(officer, "rests-on", "activity", activity.id, onto=onto, note=note) == 302
    assert Reliance.objects.count() == 2
    kept = Reliance.objects.get(position_id=position)
    assert posted(officer, "reliance-end", kept.id, reason="Gestopt.") == 302
    assert [r.interpretation_id for r in Reliance.objects.all()] == [reading]


def test_a_matter_is_opened_and_its_question_asked_more_clearly(officer: Client, municipality: Municipality) -> None:
    assert "Er is geen omstreden vraag vastgelegd" in page(officer, MATTERS)
    posted(officer, "matter-new", title="Tellingen", question="Mag dit?")
    matter = ContestedMatter.objects.get()
    assert "Nog van niemand is een standpunt vastgelegd" in page(officer, f"{MATTERS}{matter.id}/")
    asked = {"title": "Tellingen", "question": "Is een MAC-adres een persoonsgegeven?", "revision": 0}
    posted(officer, "matter-edit", matter.id, **asked)
    assert "Is een MAC-adres een persoonsgegeven?" in page(officer, MATTERS)


def test_what_another_wrote_meanwhile_is_shown_before_it_can_be_replaced(officer: Client, everyone: Actor) -> None:
    matter = open_matter("Tellingen", question="Mag dit?", by=everyone)
    edit_matter(matter.id, title="Tellingen", question="Mag dit met knippen?", revision=0, by=everyone)
    mine = {"title": "Tellingen", "question": "Mag dit zonder knippen?"}
    told = officer.post(reverse("desk:matter-edit", args=["duinveld", matter.id]), {**mine, "revision": 0})
    form = told.context["form"]
    assert (form.errors["question"], "title" in form.errors) == (["Nu vastgelegd: Mag dit met knippen?"], False)
    assert (form["revision"].value(), ContestedMatter.objects.get().revision) == ("1", 1)
    assert posted(officer, "matter-edit", matter.id, **mine, revision=1) == 302
    assert ContestedMatter.objects.get().question == "Mag dit zonder knippen?"


def test_a_position_written_down_wrongly_is_corrected_with_the_reason(officer: Client, everyone: Actor) -> None:
    position = stated(everyone)
    values = {"holder": "officer", "statement": "Mits geknipt.", "stated_on": "2026-01-05", "reference": "Memo 5"}
    values["revision"] = "0"
    assert posted(officer, "position-correct", position, **values, url="", reason="") == 200
    assert posted(officer, "position-correct", position, **values, url="", reason="Verkeerd overgenomen.") == 302
    assert [(p.holder, p.statement) for p in Position.objects.all()] == [("officer", "Mits geknipt.")]


def test_an_address_is_one_of_the_web(officer: Client, everyone: Actor) -> None:
    stated(everyone)
    values = {"holder": "court", "statement": "Ja.", "stated_on": clock.today(), "reference": "Uitspraak"}
    matter = ContestedMatter.objects.get()
    assert posted(officer, "position-record", matter.id, **values, url="javascript:alert(1)") == 200
    assert Position.objects.count() == 1


def test_a_process_owner_speaks_for_own_records_only(everyone: Actor, activity: Activity) -> None:
    owner, reading = someone(Role.PROCESS_OWNER), read_so(everyone)
    mine = an_activity(name="Jeugd", owner_id=owner.pk, owner=owner.name)
    insert_activities([mine])
    browser = browser_of(owner)
    assert posted(browser, "reading-apply", reading, record=f"activity:{activity.id}", note="") == 200
    assert posted(browser, "rests-on", "activity", activity.id, onto=reading, note="") == 403
    assert posted(browser, "reading-apply", reading, record=f"activity:{mine.id}", note="") == 302
    assert [r.subject_id for r in Reliance.objects.all()] == [mine.id]


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.CISO, Role.DATA_PROTECTION_OFFICER])
def test_who_does_not_decide_reads_along_without_forms(everyone: Actor, activity: Activity, role: Role) -> None:
    reading = read_so(everyone)
    rely_on_interpretation(reading, subject_kind="activity", subject_id=activity.id, note="", by=everyone)
    reader = signed_in(role)
    assert re.findall(r'method="post" action="/duinveld/desk/(norms|readings)', page(reader, NORM)) == []
    assert posted(reader, "reading-end", reading, reason="Nee.") == 403


def test_text_stays_text(officer: Client, everyone: Actor, activity: Activity) -> None:
    reading = read_so(everyone, HOSTILE, reason=HOSTILE)
    rely_on_interpretation(reading, subject_kind="activity", subject_id=activity.id, note=HOSTILE, by=everyone)
    open_matter(HOSTILE[:60], question=HOSTILE, by=everyone)
    position = stated(everyone, HOSTILE)
    rely_on_position(position, subject_kind="activity", subject_id=activity.id, note=HOSTILE, by=everyone)
    record_position(
        ContestedMatter.objects.get().id,
        holder=PositionHolder.COURT,
        statement=HOSTILE,
        reference=HOSTILE,
        stated_on=clock.today(),
        by=everyone,
    )
    end_interpretation(reading, reason=HOSTILE, by=everyone)
    urls = [NORMS, NORM, MATTERS, f"{MATTERS}{ContestedMatter.objects.get().id}/", "/duinveld/desk/findings/"]
    urls += [f"/duinveld/desk/register/{activity.id}/", f"/duinveld/desk/rests-on/activity/{activity.id}/"]
    assert [
        url for url in urls if "<script>alert" in page(officer, url) or '"onmouseover="' in page(officer, url)
    ] == []


def test_the_past_shows_what_was_read_then_and_takes_nothing(everyone: Actor, activity: Activity) -> None:
    reading = read_so(everyone)
    browser = signed_in(*Role)
    settle()
    browser.post("/duinveld/desk/moment/", {"moment": clock.now().isoformat()})
    end_interpretation(reading, reason="Later.", by=everyone)
    settle()
    before = ledger_size()
    shown = page(browser, NORM)
    assert ("Geldt" in shown, "Later." in shown, 'class="gd-fold"' in shown) == (True, False, False)
    posted(browser, "reading-apply", reading, record=f"activity:{activity.id}", note="")
    settle()
    assert ledger_size() == before


def test_readings_and_matters_of_another_municipality_are_not_there(
    officer: Client, other_municipality: Municipality
) -> None:
    with municipality_scope(other_municipality.id):
        stranger = someone(Role.PRIVACY_OFFICER)
        by = Actor(name="Hunne", person_id=stranger.pk, roles=frozenset(Role))
        reading, position = read_so(by), stated(by)
        matter = ContestedMatter.objects.get().id
    told = [
        posted(officer, "reading-end", reading, reason="Zo."),
        posted(officer, "position-decide", position, record="", note="Zo."),
        officer.get(f"{MATTERS}{matter}/").status_code,
        officer.get(f"/duinveld/desk/readings/{reading}/").status_code,
        officer.get(f"/duinveld/desk/positions/{position}/").status_code,
    ]
    assert told == [404] * 5


def test_a_record_of_another_municipality_cannot_be_chosen(
    officer: Client, everyone: Actor, other_municipality: Municipality
) -> None:
    theirs = an_activity()
    with municipality_scope(other_municipality.id):
        insert_activities([theirs])
    reading = read_so(everyone)
    assert posted(officer, "reading-apply", reading, record=f"activity:{theirs.id}", note="") == 200
    assert posted(officer, "rests-on", "activity", theirs.id, onto=reading, note="") == 404
    assert Reliance.objects.count() == 0


def test_a_norm_that_there_is_not(officer: Client, municipality: Municipality) -> None:
    assert officer.get(f"{NORMS}no-such-norm/").status_code == 404


@pytest.mark.parametrize("records", [1, 3])
def test_the_number_of_queries_does_not_grow(
    records: int, officer: Client, everyone: Actor, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(records):
        made = an_activity(name=f"Verwerking {number}")
        insert_activities([made])
        reading = read_so(everyone, f"Meer dan {number}.")
        rely_on_interpretation(reading, subject_kind="activity", subject_id=made.id, note="", by=everyone)
    with django_assert_max_num_queries(READING) as asked:
        officer.get(NORM)
    assert len(asked) > 0
