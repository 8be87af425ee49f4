"""A document of a past moment says what was known then, whatever was recorded since."""

from gemeentedossier.documents.enums import DocumentKind
from gemeentedossier.documents.queries import document_of
from gemeentedossier.dossier.register.actions.activities import create_activity, delete_activity
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.ledger.actions import settle
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from tests.builders import an_activity


def test_every_document_of_a_past_moment_stays_as_it_was(municipality: Municipality, everyone: Actor) -> None:
    made = an_activity(name="Beslissen op bezwaar")
    create_activity(made, by=everyone)
    settle()
    then = clock.now()
    before = {kind: document_of(municipality, kind=kind, moment=then) for kind in DocumentKind}
    create_activity(an_activity(name="Leerlingenvervoer"), by=everyone)
    delete_activity(made.id, by=everyone, reason="dubbel")
    settle()
    assert {kind: document_of(municipality, kind=kind, moment=then) for kind in DocumentKind} == before
    now = {kind: document_of(municipality, kind=kind, moment=clock.now()) for kind in DocumentKind}
    assert [kind for kind in DocumentKind if now[kind] == before[kind]] == []
