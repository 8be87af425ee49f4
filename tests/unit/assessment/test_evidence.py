"""An answer holds as long as what it rests on."""

import datetime as dt
from dataclasses import replace

import pytest

from gemeentedossier.assessment.engine.assess import assess
from gemeentedossier.assessment.engine.saying import day
from gemeentedossier.assessment.engine.wording import reason
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.facts import Answer as Found
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.evidence.enums import Answer
from gemeentedossier.dossier.evidence.facts import Evidence
from gemeentedossier.dossier.register.facts import Activity
from tests.unit.assessment.dossiers import DAY, MOMENT, a_note, attestation, dossier_with, some_id

NAMELESS = Activity(id=some_id(2), name="")
YESTERDAY = DAY - dt.timedelta(days=1)


def found_with(*evidence: Evidence, answer: Answer = Answer.YES) -> Found:
    said = attestation(
        NAMELESS, "fairness-weighed", answer, explanation="Gezien.", evidence_ids=(some_id(10), some_id(11))
    )
    assessment = assess(dossier_with(NAMELESS, attestations=(said,), evidence=evidence), current_catalogue())
    return next(each.answer for each in assessment.findings() if each.rule_id == "fairness-weighed")


def test_an_answer_with_evidence_that_stands_is_met_and_names_it():
    shown = (a_note(10, valid_until=DAY), a_note(11))
    found = found_with(*shown)
    assert (found.outcome, found.evidence) == (Outcome.MET, shown)


@pytest.mark.parametrize(
    "second", [a_note(11, valid_until=YESTERDAY), a_note(11, lost_at=MOMENT)], ids=["past its day", "lost"]
)
def test_an_answer_expires_with_any_of_its_evidence(second):
    assert found_with(a_note(10), second).outcome is Outcome.EXPIRED


def test_evidence_that_the_dossier_does_not_have_shows_nothing():
    assert found_with(a_note(10)).outcome is Outcome.EXPIRED


def test_not_applicable_expires_too():
    found = found_with(a_note(10), a_note(11, valid_until=YESTERDAY), answer=Answer.NOT_APPLICABLE)
    assert found.outcome is Outcome.EXPIRED


def words_with(*evidence: Evidence, language: str = "nl", **said: dt.date) -> str:
    keys = tuple(each.id for each in evidence)
    answer = attestation(NAMELESS, "fairness-weighed", Answer.YES, explanation="", evidence_ids=keys, **said)
    assessment = assess(dossier_with(NAMELESS, attestations=(answer,), evidence=evidence), current_catalogue())
    found = next(each for each in assessment.findings() if each.rule_id == "fairness-weighed")
    return reason(found, language).partition(" Beantwoord door")[0].partition(" Answered by")[0]


LOST = (
    "Het bewijs onder dit antwoord is zoek: “Notitie” is weg of veranderd. "
    "Zet het bestand terug, of leg ander bewijs vast."
)
WITHDRAWN = (
    "Het bewijs onder dit antwoord telt niet meer: “Notitie” is ingetrokken. "
    "Leg ander bewijs vast, of antwoord opnieuw."
)
OUTDATED = (
    f"Het bewijs onder dit antwoord is verlopen: “Notitie” (geldig tot en met {day(YESTERDAY)}). "
    "Leg nieuwer bewijs vast, of antwoord opnieuw."
)


@pytest.mark.parametrize(
    ("change", "words"),
    [({"lost_at": MOMENT}, LOST), ({"withdrawn_at": MOMENT}, WITHDRAWN), ({"valid_until": YESTERDAY}, OUTDATED)],
    ids=["lost", "withdrawn", "past its day"],
)
def test_the_words_say_what_became_of_the_evidence(change, words):
    assert words_with(replace(a_note(10), **change)) == words


def test_they_say_so_in_english():
    told = words_with(replace(a_note(10), valid_until=YESTERDAY), language="en")
    assert told.startswith(f"The evidence under this answer is past its day: “Notitie” (valid until {day(YESTERDAY)}).")


def test_an_answer_past_its_review_says_that_it_is_too_old():
    assert words_with(a_note(10), review_on=YESTERDAY) == "Het antwoord is te oud. Beoordeel dit opnieuw."
