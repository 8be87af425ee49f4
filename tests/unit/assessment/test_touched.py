"""What a change of the catalogue touches: who names it, and what is judged otherwise on the day itself."""

import datetime as dt
from dataclasses import replace

import pytest

from gemeentedossier.assessment.engine.assess import assess
from gemeentedossier.assessment.engine.touched import Named, NamedBy, Reach, Turned, reach_of
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.catalogue.engine.difference import differences
from gemeentedossier.catalogue.facts import Catalogue, LegalBasis, Validity
from gemeentedossier.catalogue.facts.law import Statute
from gemeentedossier.catalogue.facts.lint import WordList
from gemeentedossier.catalogue.facts.norms import OpenNorm
from gemeentedossier.catalogue.facts.rules import Rule, SubjectKind
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.evidence.enums import Answer
from gemeentedossier.dossier.governance.facts import Interpretation, Suppression
from gemeentedossier.dossier.register import facts as register
from tests.unit.assessment.dossiers import attestation, dossier_with, some_id

BASIS = "wmo-5.1.1-1"
LAST = dt.date(2026, 12, 31)
NOT_IN_FORCE = "provision-not-in-force"
HELP = Named(NamedBy.ACTIVITY, some_id(2), "Hulp")
VAGUE = current_catalogue().entries_of(WordList)["purposes-too-short"]
READING = Interpretation(some_id(50), "large-scale", "Meer dan duizend mensen", "Eigen keuze", some_id(9), "Noor", LAST)
ASIDE = Suppression(
    id=some_id(51),
    rule="fairness-weighed",
    subject_kind="activity",
    subject_id=some_id(2),
    reason="Volgt in het project.",
    until=LAST,
    suppressed_by_id=some_id(9),
    suppressed_by="Noor",
    suppressed_role="privacy_officer",
    suppressed_at=dt.datetime(2026, 11, 1, tzinfo=dt.UTC),
)


def lapsing() -> Catalogue:
    """The catalogue in which the basis ends with the year."""
    now = current_catalogue()
    ended = replace(now.legal_bases[BASIS], validity=Validity(valid_from=dt.date(2015, 1, 1), valid_to=LAST))
    return replace(now, entries={**now.entries, LegalBasis: {**now.legal_bases, BASIS: ended}})


def dossier(day: dt.date):
    basis = register.LegalBasis(some_id(4), provision_id=BASIS)
    purpose = register.Purpose(some_id(3), 1, text="Hulp", legal_bases=(basis,))
    activity = register.Activity(some_id(2), "Hulp", purposes=(purpose,))
    other = register.Activity(some_id(5), "Anders")
    moment = dt.datetime.combine(day, dt.time(12), tzinfo=dt.UTC)
    return replace(dossier_with(activity, other), moment=moment)


@pytest.mark.parametrize(("day", "lapsed"), [(LAST, False), (LAST + dt.timedelta(days=1), True)])
def test_a_basis_that_lapses_turns_its_records_on_that_day_and_not_before(day, lapsed):
    found = assess(dossier(day), lapsing()).findings()
    outcomes = [finding.outcome for finding in found if finding.rule_id == NOT_IN_FORCE]
    assert (Outcome.CONTRADICTS in outcomes) is lapsed


def reach(day: dt.date, *, new: Catalogue, **records: object) -> Reach:
    old = current_catalogue()
    return reach_of(differences(old, new), replace(dossier(day), **records), old=old, new=new)


def test_a_change_names_the_activities_that_cite_it():
    (found,) = reach(LAST, new=lapsing()).touched
    assert (found.change.id, found.named, found.turned) == (BASIS, (HELP,), ())


def test_a_basis_that_lapses_names_each_record_that_it_turns():
    (found,) = reach(LAST + dt.timedelta(days=1), new=lapsing()).touched
    turned = Turned(
        NOT_IN_FORCE,
        SubjectKind.LEGAL_BASIS,
        some_id(4),
        some_id(2),
        "Hulp",
        old=None,
        new=Outcome.CONTRADICTS,
    )
    assert turned in found.turned
    assert {each.activity_id for each in found.turned} == {some_id(2)}


def test_a_rule_that_changes_names_the_records_that_it_turns():
    now = current_catalogue()
    stricter = replace(now.rules["fairness-weighed"], met="false")
    found = reach(LAST, new=replace(now, entries={**now.entries, Rule: {**now.rules, stricter.id: stricter}}))
    (touched,) = found.touched
    assert [(each.name, each.old, each.new) for each in touched.turned] == [
        ("Hulp", Outcome.GAP, Outcome.NOT_MET),
        ("Anders", Outcome.GAP, Outcome.NOT_MET),
    ]
    assert found.beside == ()


def test_what_turns_by_no_entry_is_told_beside():
    now = current_catalogue()
    lists = {**now.entries_of(WordList), "purposes-too-short": replace(VAGUE, words=("hulp",))}
    found = reach(LAST, new=replace(now, entries={**now.entries, WordList: lists}))
    assert (found.touched, {each.rule for each in found.beside}) == ((), {"purpose-specified", "purpose-vague"})


def test_readings_answers_and_what_was_set_aside_name_entries_too():
    now = current_catalogue()
    norm = replace(now.open_norms["large-scale"], name=Text("op grote schaal", "on a large scale"))
    rule = replace(now.rules["fairness-weighed"], label=Text("Eerlijk", "Fair"))
    entries = {**now.entries, OpenNorm: {**now.open_norms, norm.id: norm}, Rule: {**now.rules, rule.id: rule}}
    activity = register.Activity(some_id(2), "Hulp")
    said = attestation(activity, "fairness-weighed", Answer.YES)
    found = reach(
        LAST,
        new=replace(now, entries=entries),
        attestations=(said,),
        interpretations=(READING,),
        suppressions=(ASIDE,),
    )
    assert {each.change.id: each.named for each in found.touched} == {
        "fairness-weighed": (
            Named(NamedBy.ANSWER, said.id, "Hulp"),
            Named(NamedBy.SUPPRESSION, ASIDE.id, "Hulp"),
        ),
        "large-scale": (Named(NamedBy.INTERPRETATION, READING.id, "Meer dan duizend mensen"),),
    }


def test_a_statute_is_named_by_who_cites_one_of_its_provisions():
    now = current_catalogue()
    statute = replace(now.statutes["wmo-2015"], name=Text("Wmo", "Wmo"))
    found = reach(LAST, new=replace(now, entries={**now.entries, Statute: {**now.statutes, statute.id: statute}}))
    assert [each.named for each in found.touched] == [(HELP,)]


def test_a_municipality_without_activities_is_touched_by_nothing():
    old, new = current_catalogue(), lapsing()
    (found,) = reach_of(differences(old, new), dossier_with(), old=old, new=new).touched
    assert (found.named, found.turned) == ((), ())
