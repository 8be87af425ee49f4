"""Activities are written and read back as the same facts, and history has each moment."""

import dataclasses
import datetime as dt
from collections.abc import Callable

import pytest
from django.db import connection

from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.dossier.register.actions.activities import (
    create_activity,
    edit_activity,
    insert_activities,
)
from gemeentedossier.dossier.register.actions.adoption import (
    adopt_activity,
    publish_activity,
    submit_activity,
    withdraw_publication,
)
from gemeentedossier.dossier.register.actions.confirming import confirm_activity
from gemeentedossier.dossier.register.enums import Article6, RecordState
from gemeentedossier.dossier.register.facts import Activity, LegalBasis, PartyRelation, Purpose
from gemeentedossier.dossier.register.models import ActivityVersion
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.dossier.snapshot.queries import dossier_of
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.engine.plain import from_plain
from gemeentedossier.foundation.errors import EditedMeanwhile, NotPermitted, Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.enums import ControllerKind
from gemeentedossier.organisation.models import Controller
from tests.builders import an_activity, another


def test_an_activity_reads_back_as_it_was_written(everyone: Actor) -> None:
    written = an_activity()
    create_activity(written, by=everyone)
    assert activity_facts(written.id) == written


def test_the_snapshot_holds_the_same_facts(municipality: Municipality, everyone: Actor) -> None:
    written = an_activity()
    create_activity(written, by=everyone)
    assert dossier_of(municipality).activities == (written,)


def test_an_edit_writes_what_differs_and_nothing_else(everyone: Actor) -> None:
    written = an_activity()
    create_activity(written, by=everyone)
    edited = edit_activity(dataclasses.replace(written, name="Anders"), by=everyone)
    assert edited == dataclasses.replace(written, name="Anders", revision=1)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM register_purposehistoryevent")
        assert cursor.fetchone() == (1,)


def test_a_part_that_is_left_out_is_gone(everyone: Actor) -> None:
    written = an_activity()
    create_activity(written, by=everyone)
    assert edit_activity(dataclasses.replace(written, recipients=()), by=everyone).recipients == ()


def test_a_purpose_that_alone_carries_data_cannot_go(everyone: Actor) -> None:
    written = an_activity()
    create_activity(written, by=everyone)
    widened = tuple(dataclasses.replace(use, purpose_ids=()) for use in written.data_uses)
    with pytest.raises(Refused, match="worden alleen gebruikt voor"):
        edit_activity(dataclasses.replace(written, purposes=(), data_uses=widened), by=everyone)
    assert activity_facts(written.id) == written


def resting_on(activity: Activity, text: str) -> Activity:
    """The activity with one basis, in these words."""
    basis = LegalBasis(new_id(), article_6=Article6.PUBLIC_TASK, provision_text=text)
    first, *others = activity.purposes
    return dataclasses.replace(activity, purposes=(dataclasses.replace(first, legal_bases=(basis,)), *others))


def test_a_covenant_cannot_be_chosen_as_legal_basis(everyone: Actor) -> None:
    written = an_activity()
    with pytest.raises(Refused, match="is geen grondslag"):
        create_activity(resting_on(written, "Convenant buurtteams"), by=everyone)
    create_activity(written, by=everyone)
    with pytest.raises(Refused, match="is geen grondslag"):
        edit_activity(resting_on(written, "Convenant buurtteams"), by=everyone)
    assert activity_facts(written.id) == written


def test_a_provision_that_stays_lets_no_covenant_in_beside_it(everyone: Actor) -> None:
    written = resting_on(an_activity(), "Gemeentewet")
    create_activity(written, by=everyone)
    (basis,) = written.purposes[0].legal_bases
    beside = dataclasses.replace(basis, provision_id="wmo-2015-2-3-2", provision_text="Convenanten buurtteams")
    purposes = (dataclasses.replace(written.purposes[0], legal_bases=(beside,)), *written.purposes[1:])
    with pytest.raises(Refused, match="is geen grondslag"):
        edit_activity(dataclasses.replace(written, purposes=purposes), by=everyone)


def test_what_was_taken_over_with_a_covenant_can_still_be_edited(everyone: Actor) -> None:
    taken_over = resting_on(an_activity(), "Convenant buurtteams")
    with verb("test", by=everyone):
        insert_activities([taken_over])
    edited = edit_activity(dataclasses.replace(taken_over, name="Anders"), by=everyone)
    assert (edited.name, edited.purposes) == ("Anders", taken_over.purposes)


def test_a_purpose_goes_where_its_data_serve_another_too(everyone: Actor) -> None:
    one, other = an_activity(), Purpose(new_id(), 1, "Een ander doel.")
    (use,) = one.data_uses
    both = dataclasses.replace(use, purpose_ids=(one.purposes[0].id, other.id))
    written = dataclasses.replace(one, purposes=(*one.purposes, other), data_uses=(both,))
    create_activity(written, by=everyone)
    kept = dataclasses.replace(use, purpose_ids=(other.id,))
    edited = edit_activity(dataclasses.replace(written, purposes=(other,), data_uses=(kept,)), by=everyone)
    assert (edited.purposes, edited.data_uses) == ((other,), (kept,))


def test_an_edit_returns_what_reading_back_gives(everyone: Actor) -> None:
    written = an_activity()
    create_activity(written, by=everyone)
    college = Controller.objects.create(kind=ControllerKind.COLLEGE, name="College")
    supplier = Party.objects.create(name="Zorg BV", country="US")
    wanted = dataclasses.replace(
        written,
        controller_ids=(college.id,),
        owner_id=everyone.person_id,
        parties=(PartyRelation(new_id(), supplier.id, "Zorg BV"),),
        last_confirmed_on=dt.date(2026, 3, 1),
    )
    edited = edit_activity(wanted, by=everyone, read=written)
    assert (edited.controllers, edited.owner) == (("College",), everyone.name)
    assert edited == activity_facts(written.id)


def test_what_was_read_before_somebody_saved_is_read_again(everyone: Actor) -> None:
    written = an_activity()
    create_activity(written, by=everyone)
    theirs = edit_activity(dataclasses.replace(written, recipients=()), by=everyone)
    mine = edit_activity(dataclasses.replace(theirs, recipients=written.recipients), by=everyone, read=written)
    assert mine.recipients == activity_facts(written.id).recipients == written.recipients


def test_who_saves_on_an_older_revision_is_told_and_nothing_is_written(everyone: Actor) -> None:
    written = an_activity()
    create_activity(written, by=everyone)
    edit_activity(dataclasses.replace(written, name="Eerst"), by=everyone)
    with pytest.raises(EditedMeanwhile):
        edit_activity(dataclasses.replace(written, name="Tweede"), by=everyone)
    assert activity_facts(written.id).name == "Eerst"


def test_who_may_not_edit_is_refused(everyone: Actor) -> None:
    with pytest.raises(NotPermitted):
        create_activity(an_activity(), by=dataclasses.replace(everyone, roles=frozenset({"auditor"})))


def test_an_activity_without_a_name_is_refused(everyone: Actor) -> None:
    with pytest.raises(Refused):
        create_activity(an_activity(name=" "), by=everyone)


def test_an_adopted_version_keeps_the_record_word_for_word(everyone: Actor) -> None:
    written = an_activity()
    create_activity(written, by=everyone)
    submit_activity(written.id, revision=0, by=another(everyone))
    adopt_activity(written.id, revision=1, catalogue_version="2026.11.0", by=everyone)
    adopted = activity_facts(written.id)
    edit_activity(dataclasses.replace(adopted, name="Later"), by=everyone)
    assert from_plain(Activity, ActivityVersion.objects.get().content) == adopted


def test_an_adopted_version_names_every_pack_that_it_was_adopted_under(everyone: Actor) -> None:
    written = an_activity()
    create_activity(written, by=everyone)
    submit_activity(written.id, revision=0, by=another(everyone))
    packs = "nl-municipality 2026.11.0, region-of-eleven-municipalities 2026.11.3, our-own-readings 2026.10.2"
    adopt_activity(written.id, revision=1, catalogue_version=packs, by=everyone)
    assert ActivityVersion.objects.get().catalogue_version == packs


def test_an_edit_of_an_adopted_record_starts_a_new_concept(everyone: Actor) -> None:
    written = an_activity()
    create_activity(written, by=everyone)
    submit_activity(written.id, revision=0, by=another(everyone))
    adopt_activity(written.id, revision=1, catalogue_version="2026.11.0", by=everyone)
    edited = edit_activity(dataclasses.replace(activity_facts(written.id), name="Later"), by=everyone)
    assert (edited.record_state, edited.version) == (RecordState.CONCEPT, 1)


@pytest.mark.parametrize("step", [submit_activity, confirm_activity])
def test_a_step_is_about_the_revision_that_was_read(everyone: Actor, step: Callable[..., None]) -> None:
    written = an_activity()
    create_activity(written, by=everyone)
    edit_activity(dataclasses.replace(written, name="Later"), by=everyone)
    with pytest.raises(EditedMeanwhile):
        step(written.id, revision=0, by=everyone)
    step(written.id, revision=1, by=everyone)
    assert activity_facts(written.id).revision == 2


def test_what_was_confirmed_meanwhile_is_not_overwritten(everyone: Actor) -> None:
    written = an_activity()
    create_activity(written, by=everyone)
    confirm_activity(written.id, revision=0, by=everyone)
    with pytest.raises(EditedMeanwhile):
        edit_activity(dataclasses.replace(written, name="Later"), by=everyone)
    assert activity_facts(written.id).last_confirmed_on == clock.today()


def test_a_concept_cannot_be_published(everyone: Actor) -> None:
    written = an_activity()
    create_activity(written, by=everyone)
    with pytest.raises(Refused):
        publish_activity(written.id, revision=2, by=everyone)


def published(by: Actor) -> Activity:
    """An activity of which version 1 is public."""
    made = an_activity()
    create_activity(made, by=by)
    submit_activity(made.id, revision=0, by=another(by))
    adopt_activity(made.id, revision=1, catalogue_version="2026.11.0", by=by)
    publish_activity(made.id, revision=2, by=by)
    return activity_facts(made.id)


def test_a_publication_is_withdrawn_once_with_a_reason_and_stays_a_version(everyone: Actor) -> None:
    read = published(everyone)
    with pytest.raises(Refused, match="Zeg waarom"):
        withdraw_publication(read.id, revision=3, reason=" ", by=everyone)
    with pytest.raises(EditedMeanwhile):
        withdraw_publication(read.id, revision=2, reason="Een naam stond erin.", by=everyone)
    withdraw_publication(read.id, revision=3, reason="Een naam stond erin.", by=everyone)
    version = ActivityVersion.objects.get()
    assert (version.is_public, version.withdrawn_because) == (False, "Een naam stond erin.")
    assert activity_facts(read.id) == dataclasses.replace(read, record_state=RecordState.ADOPTED, revision=4)
    with pytest.raises(Refused, match="is niets openbaar"):
        withdraw_publication(read.id, revision=4, reason="Nog eens.", by=everyone)


def test_withdrawing_leaves_no_earlier_version_public(everyone: Actor) -> None:
    edited = edit_activity(dataclasses.replace(published(everyone), name="Anders"), by=everyone)
    submit_activity(edited.id, revision=edited.revision, by=another(everyone))
    adopt_activity(edited.id, revision=edited.revision + 1, catalogue_version="2026.11.0", by=everyone)
    publish_activity(edited.id, revision=edited.revision + 2, by=everyone)
    withdraw_publication(edited.id, revision=edited.revision + 3, reason="Een naam stond erin.", by=everyone)
    assert [each.is_public for each in ActivityVersion.objects.all()] == [False, False]


def test_withdrawing_leaves_the_concept_that_was_begun_since(everyone: Actor) -> None:
    edited = edit_activity(dataclasses.replace(published(everyone), name="Anders"), by=everyone)
    withdraw_publication(edited.id, revision=edited.revision, reason="Een naam stond erin.", by=everyone)
    assert activity_facts(edited.id) == dataclasses.replace(edited, revision=edited.revision + 1)
    assert not ActivityVersion.objects.get().is_public
