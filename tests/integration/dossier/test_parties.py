"""Parties: recorded, edited, joined where they stand twice, removed where nothing names them."""

from contextlib import nullcontext
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from django.utils import translation

from gemeentedossier.dossier.agreements.actions.merging import merge_parties
from gemeentedossier.dossier.agreements.actions.rows import insert_agreements, insert_leaflets, insert_role_tests
from gemeentedossier.dossier.agreements.enums import AgreementKind, Duty
from gemeentedossier.dossier.agreements.facts import (
    Agreement,
    AgreementParty,
    Deviation,
    DividedDuty,
    Leaflet,
    RoleTest,
    SubProcessor,
)
from gemeentedossier.dossier.agreements.models import RoleTest as RoleTestRow
from gemeentedossier.dossier.agreements.queries import agreement_facts
from gemeentedossier.dossier.assets.models import System, Tool
from gemeentedossier.dossier.breaches.models import PersonalDataBreach
from gemeentedossier.dossier.parties import models
from gemeentedossier.dossier.parties.actions.parties import edit_party, record_party, remove_party
from gemeentedossier.dossier.parties.actions.references import referring
from gemeentedossier.dossier.parties.facts import Party
from gemeentedossier.dossier.parties.queries import party_facts
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.register.enums import PartyRole
from gemeentedossier.dossier.register.facts import PartyRelation, Recipient
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import EditedMeanwhile, NotPermitted, Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person
from gemeentedossier.organisation.permissions import PERMISSIONS
from tests.builders import an_activity


@pytest.fixture(autouse=True)
def _in_english() -> Any:
    with translation.override("en"):
        yield


def recorded(by: Actor, **facts: Any) -> Party:
    return record_party(Party(id=new_id(), **{"name": "Het Baken", **facts}), by=by)


def test_a_party_is_kept_as_written_and_its_country_in_capitals(everyone: Actor) -> None:
    made = recorded(everyone, name=" Het Baken ", country="nl", contact="fg@baken.example", is_care_provider=True)
    assert party_facts(made.id) == Party(made.id, "Het Baken", "NL", "fg@baken.example", is_care_provider=True)


@pytest.mark.parametrize(("name", "country"), [("", None), (" - ", None), ("Het Baken", "N"), ("Het Baken", "N1")])
def test_without_a_name_or_with_no_country_it_is_refused(everyone: Actor, name: str, country: str | None) -> None:
    with pytest.raises(Refused):
        recorded(everyone, name=name, country=country)


def test_a_name_is_given_once(everyone: Actor) -> None:
    recorded(everyone)
    with pytest.raises(Refused, match="another party called “het baken”"):
        recorded(everyone, name="het baken")


def test_an_edit_counts_and_one_that_changes_nothing_does_not(everyone: Actor) -> None:
    made = recorded(everyone)
    edited = edit_party(replace(made, contact="fg@baken.example"), by=everyone)
    assert (edited.contact, edited.revision, edit_party(edited, by=everyone).revision) == ("fg@baken.example", 1, 1)


def test_who_saves_on_an_older_one_is_told(everyone: Actor) -> None:
    made = recorded(everyone)
    edit_party(replace(made, country="DE"), by=everyone)
    with pytest.raises(EditedMeanwhile):
        edit_party(replace(made, country="FR"), by=everyone)


def test_what_nothing_names_can_be_removed_with_a_reason(everyone: Actor) -> None:
    made = recorded(everyone)
    with pytest.raises(Refused, match="Say why"):
        remove_party(made.id, reason=" ", by=everyone)
    remove_party(made.id, reason="dubbel ingevoerd", by=everyone)
    assert models.Party.objects.count() == 0


def test_what_something_names_stays(everyone: Actor) -> None:
    made = recorded(everyone)
    System.objects.create(name="Suite", supplier_id=made.id)
    with pytest.raises(Refused, match="Other records still name this party"):
        remove_party(made.id, reason="weg", by=everyone)


def test_these_records_name_a_party() -> None:
    assert sorted(f"{model.__name__}.{column}" for model, column in referring()) == [
        "AgreementParty.party_id",
        "Deviation.party_id",
        "DividedDuty.party_id",
        "Leaflet.party_id",
        "PartyRelation.party_id",
        "PartyRepresentative.party_id",
        "PersonalDataBreach.controller_id",
        "PersonalDataBreach.party_id",
        "Recipient.party_id",
        "RoleTest.party_id",
        "SubProcessor.party_id",
        "System.supplier_id",
        "Tool.supplier_id",
    ]


def everywhere(key: UUID, person: Person) -> UUID:
    """Let every record that can name a party name this one; returns one of the agreements."""
    joint = Agreement(
        new_id(),
        "Samen",
        AgreementKind.JOINT_CONTROLLERS,
        parties=(AgreementParty(new_id(), key),),
        duties=(DividedDuty(new_id(), Duty.SECURITY, key),),
        deviations=(Deviation(new_id(), key, "8", "a", "b", "c"),),
    )
    below = Agreement(new_id(), "Suite", AgreementKind.PROCESSOR, sub_processors=(SubProcessor(new_id(), key),))
    insert_agreements([joint, below])
    insert_role_tests([RoleTest(new_id(), key, tested_at=clock.now())])
    insert_leaflets([Leaflet(new_id(), key, product="App")])
    insert_activities(
        [an_activity(parties=(PartyRelation(new_id(), key, ""),), recipients=(Recipient(new_id(), party_id=key),))]
    )
    PersonalDataBreach.objects.create(
        number="2026-001", title="Brief", reported_at=clock.now(), at_processor=True, party_id=key, controller_id=key
    )
    System.objects.create(name="Suite", supplier_id=key)
    Tool.objects.create(name="Vertaler", supplier_id=key)
    models.PartyRepresentative.objects.create(party_id=key, person=person, starts_on=clock.today())
    return joint.id


def test_joining_two_lets_everything_name_the_one_that_stays(everyone: Actor) -> None:
    double, kept = recorded(everyone, name="Baken", country="NL"), recorded(everyone)
    agreement = everywhere(double.id, Person.objects.create(name="Mira"))
    merge_parties(double.id, into_id=kept.id, reason="zelfde KvK-nummer", by=everyone)
    assert {model.objects.get(**{column: kept.id}).pk is not None for model, column in referring()} == {True}
    assert party_facts(kept.id) == replace(kept, country="NL", revision=1)
    assert not models.Party.objects.filter(pk=double.id).exists()
    assert agreement_facts(agreement).revision == 1


def test_an_invitation_gives_way_to_access_that_was_taken_up(everyone: Actor) -> None:
    double, kept = recorded(everyone, name="Baken"), recorded(everyone)
    person, today = Person.objects.create(name="Mira"), clock.today()
    for each, until in ((double, None), (kept, today)):
        models.PartyRepresentative.objects.create(party_id=each.id, person=person, starts_on=today, invited_until=until)
    merge_parties(double.id, into_id=kept.id, reason="een en dezelfde", by=everyone)
    left = models.PartyRepresentative.objects.values_list("party_id", "invited_until")
    assert list(left) == [(kept.id, None)]


def test_two_that_one_processor_engages_side_by_side_are_not_joined(everyone: Actor) -> None:
    double, kept = recorded(everyone, name="Baken"), recorded(everyone)
    engaged = tuple(SubProcessor(new_id(), each.id) for each in (double, kept))
    insert_agreements([Agreement(new_id(), "Suite", AgreementKind.PROCESSOR, sub_processors=engaged)])
    with pytest.raises(Refused, match="names both in the same place"):
        merge_parties(double.id, into_id=kept.id, reason="een en dezelfde", by=everyone)
    assert models.Party.objects.count() == 2


def test_joining_counts_as_an_edit_of_each_record_that_named_the_double(everyone: Actor) -> None:
    double, kept = recorded(everyone, name="Baken"), recorded(everyone)
    everywhere(double.id, Person.objects.create(name="Mira"))
    merge_parties(double.id, into_id=kept.id, reason="een en dezelfde", by=everyone)
    counting = (System, Tool, Activity, PersonalDataBreach)
    assert {model.__name__: model.objects.get().revision for model in counting} == {
        "System": 1, "Tool": 1, "Activity": 1, "PersonalDataBreach": 1,
    }  # fmt: skip


def test_who_acts_for_both_acts_once_for_the_one_that_stays(everyone: Actor) -> None:
    double, kept = recorded(everyone, name="Baken"), recorded(everyone)
    person = Person.objects.create(name="Mira")
    for each in (double, kept):
        models.PartyRepresentative.objects.create(party_id=each.id, person=person, starts_on=clock.today())
    merge_parties(double.id, into_id=kept.id, reason="een en dezelfde", by=everyone)
    assert [each.party_id for each in models.PartyRepresentative.objects.all()] == [kept.id]


def test_where_both_take_part_somebody_says_first_which_is_right(everyone: Actor) -> None:
    double, kept = recorded(everyone, name="Baken"), recorded(everyone)
    both = (AgreementParty(new_id(), double.id), AgreementParty(new_id(), kept.id))
    insert_agreements([Agreement(new_id(), "Samen in de wijk", AgreementKind.COVENANT, parties=both)])
    with pytest.raises(Refused, match="Both take part in “Samen in de wijk”"):
        merge_parties(double.id, into_id=kept.id, reason="een en dezelfde", by=everyone)
    assert models.Party.objects.count() == 2


@pytest.mark.parametrize(
    ("said_of_double", "left"),
    [({}, 1), ({"role": PartyRole.PROCESSOR}, 1), ({"role": PartyRole.JOINT_CONTROLLER}, 2)],
)
def test_an_activity_says_once_what_it_said_of_both(said_of_double: dict[str, Any], left: int, everyone: Actor) -> None:
    double, kept = recorded(everyone, name="Baken"), recorded(everyone)
    relations = (
        PartyRelation(new_id(), double.id, "", **said_of_double),
        PartyRelation(new_id(), kept.id, "", role=PartyRole.PROCESSOR, role_reasoning="op last van ons"),
    )
    activity = an_activity(
        parties=relations, recipients=tuple(Recipient(new_id(), party_id=p.id) for p in (double, kept))
    )
    insert_activities([activity])
    merge_parties(double.id, into_id=kept.id, reason="een en dezelfde", by=everyone)
    found = activity_facts(activity.id)
    assert (len(found.parties), len(found.recipients)) == (left, 1)
    assert "op last van ons" in {each.role_reasoning for each in found.parties}


def test_what_the_double_says_more_is_kept(everyone: Actor) -> None:
    double, kept = recorded(everyone, name="Baken"), recorded(everyone)
    relations = (PartyRelation(new_id(), kept.id, ""), PartyRelation(new_id(), double.id, "", role=PartyRole.PROCESSOR))
    activity = an_activity(parties=relations)
    insert_activities([activity])
    merge_parties(double.id, into_id=kept.id, reason="een en dezelfde", by=everyone)
    found = activity_facts(activity.id).parties
    assert [(each.party_id, each.role) for each in found] == [(kept.id, PartyRole.PROCESSOR)]


@pytest.mark.parametrize(
    ("first", "then", "is_joined"), [("processor", "processor", True), ("processor", "controller", False)]
)
def test_two_that_were_decided_to_be_different_things_are_not_joined(
    first: str, then: str, is_joined: bool, everyone: Actor
) -> None:
    double, kept = recorded(everyone, name="Baken"), recorded(everyone)
    decider, now = Person.objects.create(name="Jet").pk, clock.now()
    for each, role in ((double, first), (kept, then)):
        RoleTestRow.objects.create(
            party_id=each.id, tested_at=now, decided=role, decided_at=now, decided_by_id=decider
        )  # fmt: skip
    told: Any = nullcontext() if is_joined else pytest.raises(Refused, match="the two are different things")
    with told:
        merge_parties(double.id, into_id=kept.id, reason="een en dezelfde", by=everyone)
    assert models.Party.objects.count() == (1 if is_joined else 2)


def test_a_chain_that_would_bite_its_tail_is_not_made(everyone: Actor) -> None:
    double, kept = recorded(everyone, name="Baken"), recorded(everyone)
    upper = SubProcessor(new_id(), double.id, "Baken")
    lower = SubProcessor(new_id(), kept.id, "Het Baken", above_id=upper.id)
    insert_agreements([Agreement(new_id(), "Suite", AgreementKind.PROCESSOR, sub_processors=(upper, lower))])
    with pytest.raises(Refused, match="bites its tail"):
        merge_parties(double.id, into_id=kept.id, reason="een en dezelfde", by=everyone)
    assert models.Party.objects.filter(pk=double.id).exists()


def test_a_party_is_not_joined_to_itself(everyone: Actor) -> None:
    made = recorded(everyone)
    with pytest.raises(Refused, match="itself"):
        merge_parties(made.id, into_id=made.id, reason="x", by=everyone)


@pytest.mark.parametrize("role", list(Role))
def test_each_verb_asks_its_permission(role: Role, everyone: Actor) -> None:
    made, other = recorded(everyone), recorded(everyone, name="Baken")
    by = replace(everyone, roles=frozenset({role}))
    verbs = {
        "parties.record_party": lambda: recorded(by, name="Nieuw"),
        "parties.edit_party": lambda: edit_party(replace(made, country="NL"), by=by),
        "parties.merge_party": lambda: merge_parties(other.id, into_id=made.id, reason="een", by=by),
        "parties.remove_party": lambda: remove_party(made.id, reason="weg", by=by),
    }
    for permission, act in verbs.items():
        if role in PERMISSIONS[permission]:
            act()
        else:
            with pytest.raises(NotPermitted):
                act()
