"""The officer's advice, plan, samples and reports: who may write them, what is refused, and what stands for good."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from gemeentedossier.dossier.evidence.actions.evidence import add_link
from gemeentedossier.dossier.governance import models
from gemeentedossier.dossier.governance.actions.own_advice import advise_unasked, answer_own_advice
from gemeentedossier.dossier.governance.actions.reports import adopt_report, begin_report, discard_report, write_report
from gemeentedossier.dossier.governance.actions.samples import judge_case
from gemeentedossier.dossier.governance.actions.supervision import (
    close_supervision,
    plan_supervision,
    replan_supervision,
)
from gemeentedossier.dossier.governance.enums import AdviceAnswer, SampledKind, SampleVerdict, SupervisionManner
from gemeentedossier.dossier.governance.facts import OwnAdvice, Sample, SupervisionCheck
from gemeentedossier.dossier.governance.queries import officer_reports_from, own_advices_from, samples_from
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import EditedMeanwhile, NotPermitted, Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.rows import live_rows
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.method.sampling import draw, drawn_again
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person
from tests.builders import an_activity

TODAY = dt.date(2026, 11, 28)
FG = Role.DATA_PROTECTION_OFFICER


@pytest.fixture(autouse=True)
def _today(municipality: Municipality) -> Iterator[None]:
    with clock.clock_at(dt.datetime(2026, 11, 28, 9, tzinfo=dt.UTC)):
        yield


def who(*roles: Role) -> Actor:
    person = Person.objects.create(name="Iemand")
    return Actor(person.name, person_id=person.pk, roles=frozenset(roles))


def advised(by: Actor) -> OwnAdvice:
    return advise_unasked("Eén postbus", text="Kies er één.", subject_kind="organisation", subject_id=new_id(), by=by)


def a_check(due_on: dt.date = TODAY) -> SupervisionCheck:
    return SupervisionCheck(new_id(), "Inzage", "Gevoelig.", SupervisionManner.AUDIT, due_on)


def a_sample(municipality: Municipality, by: Actor, size: int = 3) -> Sample:
    return draw(municipality, SampledKind.ACTIVITIES, size=size, reason="Klopt het?", planned_check_id=None, by=by)


WRITES: dict[str, Callable[[Municipality, Actor], object]] = {
    "advise": lambda _municipality, by: advised(by),
    "plan": lambda _municipality, by: plan_supervision(a_check(), by=by),
    "draw": a_sample,
    "report": lambda _municipality, by: begin_report(TODAY, ends_on=TODAY, by=by),
}


@pytest.mark.parametrize("role", [each for each in Role if each is not FG])
@pytest.mark.parametrize("write", WRITES)
def test_only_the_officer_writes(write: str, role: Role, municipality: Municipality) -> None:
    with pytest.raises(NotPermitted):
        WRITES[write](municipality, who(role))


@pytest.mark.parametrize("write", ["advise", "report"])
def test_who_is_privacy_officer_too_does_not_watch_their_own_work(write: str, municipality: Municipality) -> None:
    with pytest.raises(Refused, match="toezicht houden op uw eigen werk"):
        WRITES[write](municipality, who(FG, Role.PRIVACY_OFFICER))


def test_an_advice_is_answered_once_by_who_decides() -> None:
    given, executive = advised(who(FG)), who(Role.EXECUTIVE)
    answer_own_advice(given.id, AdviceAnswer.NOT_FOLLOWED, reason="Kan niet.", by=executive)
    with pytest.raises(Refused, match="al beantwoord"):
        answer_own_advice(given.id, AdviceAnswer.FOLLOWED, reason="Toch.", by=executive)
    kept = own_advices_from(live_rows, {})[0]
    assert (kept.answer, kept.answer_reason, kept.answered_by_id) == (
        AdviceAnswer.NOT_FOLLOWED, "Kan niet.", executive.person_id,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("roles", "refused"),
    [
        ({Role.PRIVACY_OFFICER}, NotPermitted),
        ({FG}, NotPermitted),
        ({FG, Role.EXECUTIVE}, Refused),
    ],
)
def test_no_officer_answers_an_advice(roles: set[Role], refused: type[Exception]) -> None:
    given = advised(who(FG))
    with pytest.raises(refused):
        answer_own_advice(given.id, AdviceAnswer.FOLLOWED, reason="Ja.", by=who(*roles))


def test_an_answer_says_why() -> None:
    given = advised(who(FG))
    with pytest.raises(Refused):
        answer_own_advice(given.id, AdviceAnswer.FOLLOWED, reason=" ", by=who(Role.EXECUTIVE))


def test_the_database_lets_nobody_change_or_remove_an_advice() -> None:
    given = advised(who(FG))
    for change in (
        lambda: models.OwnAdvice.objects.filter(pk=given.id).update(text="Anders."),
        lambda: models.OwnAdvice.objects.filter(pk=given.id).delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    assert own_advices_from(live_rows, {})[0].text == "Kies er één."


def test_a_check_is_closed_with_what_came_of_it_and_stays_so() -> None:
    officer = who(FG)
    made = plan_supervision(a_check(), by=officer)
    closed = close_supervision(
        made.id, was_done=False, outcome="Geen tijd.", closed_on=TODAY, revision=made.revision, by=officer
    )
    assert (closed.was_done, closed.outcome, closed.closed_by_id) == (False, "Geen tijd.", officer.person_id)
    with pytest.raises(Refused, match="afgesloten"):
        replan_supervision(closed, by=officer)


def test_a_check_is_not_closed_ahead_nor_without_words() -> None:
    officer = who(FG)
    made = plan_supervision(a_check(), by=officer)
    for outcome, day in ((" ", TODAY), ("In orde.", TODAY + dt.timedelta(days=1))):
        with pytest.raises(Refused):
            close_supervision(made.id, was_done=True, outcome=outcome, closed_on=day, revision=0, by=officer)


def test_an_older_page_never_writes_over_a_check() -> None:
    officer = who(FG)
    made = plan_supervision(a_check(), by=officer)
    replan_supervision(replace(made, topic="Toegang"), by=officer)
    with pytest.raises(EditedMeanwhile):
        replan_supervision(replace(made, topic="Logboek"), by=officer)


def test_a_sample_can_be_drawn_again_whatever_was_recorded_since(municipality: Municipality) -> None:
    insert_activities([an_activity(name=f"Verwerking {number}") for number in range(6)])
    made = a_sample(municipality, who(FG))
    insert_activities([an_activity(name=f"Later {number}") for number in range(6)])
    assert (made.population_size, len(made.cases)) == (6, 3)
    assert drawn_again(municipality, made) == tuple(each.subject_id for each in made.cases)


def test_nothing_is_drawn_from_nothing_nor_more_than_people_judge(municipality: Municipality) -> None:
    with pytest.raises(Refused, match="niets te trekken"):
        a_sample(municipality, who(FG))
    insert_activities([an_activity()])
    for size in (0, 101):
        with pytest.raises(Refused, match="tussen 1 en 100"):
            a_sample(municipality, who(FG), size=size)


def test_a_draw_stays_and_each_case_is_judged(municipality: Municipality) -> None:
    insert_activities([an_activity()])
    officer = who(FG)
    made = a_sample(municipality, officer, size=1)
    judge_case(made.cases[0], SampleVerdict.NOT_IN_ORDER, note="Geen termijn.", by=officer)
    with pytest.raises(DatabaseError), transaction.atomic():
        models.Sample.objects.filter(pk=made.id).update(seed="anders")
    kept = samples_from(live_rows, {})[0]
    assert (kept.seed, kept.cases[0].verdict, kept.cases[0].note) == (
        made.seed, SampleVerdict.NOT_IN_ORDER, "Geen termijn.",
    )  # fmt: skip


def test_a_case_that_another_judged_meanwhile_is_not_written_over(municipality: Municipality) -> None:
    insert_activities([an_activity()])
    (case,) = a_sample(municipality, who(FG), size=1).cases
    judge_case(case, SampleVerdict.NOT_IN_ORDER, note="Geen termijn.", by=who(FG))
    with pytest.raises(EditedMeanwhile):
        judge_case(case, SampleVerdict.IN_ORDER, note="Klopt.", by=who(FG))
    (kept,) = samples_from(live_rows, {})[0].cases
    assert (kept.verdict, kept.note) == (SampleVerdict.NOT_IN_ORDER, "Geen termijn.")
    judge_case(kept, SampleVerdict.IN_ORDER, note="Toch wel.", by=who(FG))
    assert samples_from(live_rows, {})[0].cases[0].note == "Toch wel."


def test_a_report_is_adopted_once_its_period_is_over_and_then_stands() -> None:
    officer = who(FG, Role.CISO)
    proof = add_link("https://a.example", title="Verslag", seen="Het verslag.", valid_until=None, by=officer)
    made = begin_report(TODAY - dt.timedelta(days=30), ends_on=TODAY - dt.timedelta(days=1), by=officer)
    with pytest.raises(Refused):
        adopt_report(made.id, evidence_id=proof.id, revision=made.revision, by=officer)
    written = write_report(made.id, judgement="Beter.", advice="", revision=made.revision, by=officer)
    adopted = adopt_report(made.id, evidence_id=proof.id, revision=written.revision, by=officer)
    with pytest.raises(Refused, match="vastgesteld"):
        write_report(made.id, judgement="Anders.", advice="", revision=adopted.revision, by=officer)
    assert officer_reports_from(live_rows, {})[0].judgement == "Beter."


@pytest.mark.parametrize(("ends_on", "allowed"), [(TODAY - dt.timedelta(days=1), True), (TODAY, False)])
def test_a_report_is_not_adopted_on_its_last_day(ends_on: dt.date, allowed: bool) -> None:
    officer = who(FG)
    proof = add_link("https://a.example", title="Verslag", seen="Het verslag.", valid_until=None, by=officer)
    made = begin_report(dt.date(2026, 1, 1), ends_on=ends_on, by=officer)
    written = write_report(made.id, judgement="Beter.", advice="", revision=made.revision, by=officer)
    try:
        adopt_report(made.id, evidence_id=proof.id, revision=written.revision, by=officer)
    except Refused:
        assert not allowed
    assert officer_reports_from(live_rows, {})[0].is_adopted is allowed


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (TODAY, TODAY - dt.timedelta(days=1)),
        (TODAY + dt.timedelta(days=1), TODAY + dt.timedelta(days=2)),
        (dt.date(1900, 1, 1), dt.date(1900, 12, 31)),
        (dt.date(2023, 1, 1), dt.date(2025, 12, 31)),
    ],
)
def test_a_period_that_cannot_be_is_refused(first: dt.date, last: dt.date) -> None:
    with pytest.raises(Refused):
        begin_report(first, ends_on=last, by=who(FG))


def test_a_period_has_one_report() -> None:
    officer = who(FG)
    begin_report(dt.date(2025, 1, 1), ends_on=dt.date(2025, 12, 31), by=officer)
    with pytest.raises(Refused, match="al een verslag"):
        begin_report(dt.date(2025, 1, 1), ends_on=dt.date(2025, 12, 31), by=officer)


def test_a_draft_of_a_mistyped_period_is_thrown_away_with_a_reason() -> None:
    officer = who(FG)
    made = begin_report(dt.date(2024, 1, 1), ends_on=dt.date(2025, 12, 31), by=officer)
    with pytest.raises(Refused):
        discard_report(made.id, reason=" ", revision=made.revision, by=officer)
    with pytest.raises(EditedMeanwhile):
        discard_report(made.id, reason="Verkeerd jaar.", revision=made.revision + 1, by=officer)
    discard_report(made.id, reason="Verkeerd jaar.", revision=made.revision, by=officer)
    assert officer_reports_from(live_rows, {}) == ()
    begin_report(dt.date(2024, 1, 1), ends_on=dt.date(2025, 12, 31), by=officer)


def test_what_was_adopted_is_never_thrown_away() -> None:
    officer = who(FG)
    proof = add_link("https://a.example", title="Verslag", seen="Het verslag.", valid_until=None, by=officer)
    made = begin_report(dt.date(2025, 1, 1), ends_on=dt.date(2025, 12, 31), by=officer)
    written = write_report(made.id, judgement="Beter.", advice="", revision=made.revision, by=officer)
    adopted = adopt_report(made.id, evidence_id=proof.id, revision=written.revision, by=officer)
    with pytest.raises(Refused, match="vastgesteld"):
        discard_report(made.id, reason="Toch niet.", revision=adopted.revision, by=officer)
    assert models.OfficerReport.objects.count() == 1


@pytest.mark.parametrize("role", sorted(set(Role) - {FG}))
def test_nobody_but_an_officer_throws_a_draft_away(role: Role) -> None:
    made = begin_report(dt.date(2025, 1, 1), ends_on=dt.date(2025, 12, 31), by=who(FG))
    with pytest.raises(NotPermitted):
        discard_report(made.id, reason="Weg.", revision=made.revision, by=who(role))


def adopted_report(by: Actor, *, first: dt.date, last: dt.date) -> UUID:
    proof = add_link("https://a.example", title="Verslag", seen="Het verslag.", valid_until=None, by=by)
    made = begin_report(first, ends_on=last, by=by)
    written = write_report(made.id, judgement="Beter.", advice="", revision=made.revision, by=by)
    return adopt_report(made.id, evidence_id=proof.id, revision=written.revision, by=by).id


def test_the_database_lets_nobody_change_or_remove_a_report_that_was_adopted() -> None:
    key = adopted_report(who(FG), first=TODAY - dt.timedelta(days=30), last=TODAY - dt.timedelta(days=1))
    found = models.OfficerReport.objects.filter(pk=key)
    for write in (lambda: found.update(judgement="Anders."), found.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            write()
    assert found.get().judgement == "Beter."


@pytest.mark.parametrize(("first", "refused"), [(TODAY, True), (TODAY + dt.timedelta(days=1), False)])
def test_a_case_that_an_adopted_report_counts_is_judged_no_more(
    first: dt.date, refused: bool, municipality: Municipality
) -> None:
    insert_activities([an_activity()])
    officer = who(FG)
    case = a_sample(municipality, officer, size=1).cases[0]
    with clock.clock_at(dt.datetime(2027, 1, 10, 9, tzinfo=dt.UTC)):
        adopted_report(officer, first=first, last=dt.date(2026, 12, 31))
        if not refused:
            judge_case(case, SampleVerdict.NOT_IN_ORDER, note="Geen termijn.", by=officer)
            return
        with pytest.raises(Refused, match="vastgesteld verslag"):
            judge_case(case, SampleVerdict.NOT_IN_ORDER, note="Geen termijn.", by=officer)
    with pytest.raises(DatabaseError), transaction.atomic():
        models.SampledCase.objects.filter(pk=case.id).update(note="Buiten de regels om.")
