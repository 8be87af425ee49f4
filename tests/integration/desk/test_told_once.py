"""Today tells each thing once, in the place that matters most to the reader."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.test import Client

from gemeentedossier.dossier.governance.actions.own_advice import advise_unasked
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.register.enums import RecordState
from gemeentedossier.dossier.security.actions.reviews import change_log_review
from gemeentedossier.exchange.actions.example import ensure_example
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person
from tests.builders import an_activity
from tests.integration.desk.people import browser_of, signed_in, someone
from tests.integration.desk.test_log_reviews import a_plan
from tests.integration.desk.test_today_terms import a_breach

TODAY = "/duinveld/desk/"
NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
GIVEN = dt.datetime(2026, 8, 3, 9, tzinfo=dt.UTC)
LOG_IS_LATE = "1 logboek had al nagekeken moeten zijn"


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.clock_at(NOW):
        yield


def told_on(client: Client, page: str = TODAY) -> list[str]:
    """Every line of the page that tells of something to do, from top to bottom; names stand below their line."""
    found = client.get(page).context
    lines = [str(each.link.label) for each in (*found["running"], *found["own"].lines)]
    below = [line for block in found["blocks"] for line in block.lines] + list(found["waiting"])
    return lines + [text for each in below for text in map(str, (each.sentence.label, *(n.label for n in each.names)))]


def mentions(client: Client, words: str, page: str = TODAY) -> list[str]:
    return [each for each in told_on(client, page) if re.search(words, each)]


def advise(by: Actor, title: str, at: dt.datetime) -> None:
    activity = an_activity()
    insert_activities([activity])
    officer = replace(by, roles=frozenset({Role.DATA_PROTECTION_OFFICER}))
    with clock.clock_at(at):
        advise_unasked(title, text="Vraag minder.", subject_kind="activity", subject_id=activity.id, by=officer)


def test_an_advice_past_its_term_stands_among_the_terms_of_the_executive_alone(everyone: Actor) -> None:
    advise(everyone, "Minder vragen", GIVEN)
    (line,) = mentions(signed_in(Role.EXECUTIVE), "[Aa]dvies|Minder vragen")
    assert line.startswith("Beantwoord het advies van de FG: Minder vragen")


def test_an_advice_of_which_the_term_is_far_stands_in_what_is_to_be_known(everyone: Actor) -> None:
    advise(everyone, "Minder vragen", NOW)
    told = mentions(signed_in(Role.EXECUTIVE), "[Aa]dvies|Minder vragen")
    assert told == ["1 advies van de functionaris gegevensbescherming heeft nog geen antwoord"]


def test_a_number_keeps_what_its_list_has_where_a_part_was_told_above(everyone: Actor) -> None:
    advise(everyone, "Minder vragen", GIVEN)
    advise(everyone, "Eerder wissen", NOW)
    client = signed_in(Role.EXECUTIVE)
    (line,) = [each for block in client.get(TODAY).context["blocks"] for each in block.lines]
    listed = client.get(line.sentence.url).content.decode()
    assert str(line.sentence.label).startswith("2 adviezen van de functionaris")
    assert ("Minder vragen" in listed, "Eerder wissen" in listed) == (True, True)


def test_a_log_that_is_late_stands_among_the_terms_of_the_ciso_alone(everyone: Actor) -> None:
    a_plan(everyone, begun=dt.date(2026, 1, 1))
    (line,) = mentions(signed_in(Role.CISO), "logboek")
    assert line.startswith("Laatste dag om het logboek na te kijken: Zaaksysteem")


def test_a_log_that_a_colleague_looks_at_is_counted_and_not_named(everyone: Actor) -> None:
    colleague = someone(Role.CISO)
    plan = a_plan(everyone, begun=dt.date(2026, 1, 1))
    change_log_review(replace(plan, owner_id=colleague.pk), by=everyone)
    assert mentions(signed_in(Role.CISO), "logboek") == [LOG_IS_LATE]


def test_a_clock_of_the_law_is_not_counted_again_below(everyone: Actor) -> None:
    a_breach(NOW - dt.timedelta(hours=80), everyone)
    assert len(mentions(signed_in(Role.EXECUTIVE), "Datalek|termijn van de wet")) == 1


def test_who_is_executive_and_something_else_reads_what_waits_once(everyone: Actor) -> None:
    insert_activities([an_activity(name="Ter vaststelling", record_state=RecordState.UNDER_REVIEW)])
    both = browser_of(someone(Role.EXECUTIVE, Role.PRIVACY_OFFICER))
    assert len(mentions(both, "wacht op vaststelling")) == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("mailbox", "times"),
    [
        ("ali", {"DPIA Re-integratie": 1, "Accounts van wie vertrok": 1, "adviezen van de": 0, "[Ll]ogboek": 0}),
        ("ruben", {"DPIA Re-integratie": 1, "Accounts van wie vertrok": 0, "adviezen van de": 0, "[Ll]ogboek": 1}),
        ("femke", {"DPIA Re-integratie": 1, "Accounts van wie vertrok": 1, "adviezen van de": 0, "[Ll]ogboek": 1}),
    ],
)
def test_of_the_example_nothing_that_a_record_asks_is_told_twice(mailbox: str, times: dict[str, int]) -> None:
    with clock.clock_at(dt.datetime(2026, 11, 29, 9, tzinfo=dt.UTC)):
        example = ensure_example()
        with municipality_scope(example.id):
            client = browser_of(Person.objects.get(account__email=f"{mailbox}@duinrade.example"))
            assert {each: len(mentions(client, each, "/duinrade/desk/")) for each in times} == times
