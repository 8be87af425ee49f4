"""Recording leaflets: what a party tells about one product. Each verb is one transaction with its trail."""

from dataclasses import replace
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.catalogue.engine.leaflet_builders import longest_leaflet_term
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.agreements import models
from gemeentedossier.dossier.agreements.facts import Leaflet
from gemeentedossier.dossier.agreements.policies import check_leaflet, check_says
from gemeentedossier.dossier.agreements.queries import leaflet_facts
from gemeentedossier.dossier.assets.models import System, Tool
from gemeentedossier.dossier.evidence.models import Evidence
from gemeentedossier.dossier.parties.actions.parties import ensure_party
from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import EditedMeanwhile, Refused
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.shaping import stored_values
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted

RECORD, EDIT = "agreements.record_leaflet", "agreements.edit_leaflet"


def record_leaflet(leaflet: Leaflet, *, party_name: str, by: Actor) -> Leaflet:
    """Record a new leaflet of a party, known by name or new. Returns it as recorded."""
    check_permitted(by, RECORD)
    check_says(party_name, sentence=_("Say whose leaflet it is."))
    with verb(RECORD, by=by):
        made = replace(leaflet, party_id=ensure_party(party_name.strip()).pk, revision=0)
        write_leaflet(made)
    return leaflet_facts(leaflet.id)


def edit_leaflet(leaflet: Leaflet, *, by: Actor) -> Leaflet:
    """Write the leaflet as it must become; whose it is stays. ``leaflet.revision`` is the one that was read."""
    check_permitted(by, EDIT)
    with verb(EDIT, by=by):
        stored = locked_leaflet(leaflet.id, revision=leaflet.revision)
        write_leaflet(replace(leaflet, party_id=stored.party_id), stored=stored)
    return leaflet_facts(leaflet.id)


def delete_leaflet(leaflet_id: UUID, *, reason: str, by: Actor) -> None:
    """Remove a leaflet that no longer serves; its history stays."""
    check_permitted(by, "agreements.delete_leaflet")
    check_says(reason, sentence=_("Say why this leaflet is removed."))
    with verb("agreements.delete_leaflet", by=by, reason=reason):
        models.Leaflet.objects.select_for_update().get(pk=leaflet_id).delete()


def locked_leaflet(leaflet_id: UUID, *, revision: int) -> Leaflet:
    """The leaflet as it stands, locked; EditedMeanwhile where somebody saved since that revision. Part of a verb."""
    models.Leaflet.objects.select_for_update().get(pk=leaflet_id)
    stored = leaflet_facts(leaflet_id)
    if stored.revision != revision:
        raise EditedMeanwhile(
            _(
                "Somebody else changed this leaflet while you were writing. Nothing of theirs was overwritten; "
                "read what is recorded now and save yours again."
            )
        )
    return stored


def write_leaflet(leaflet: Leaflet, *, stored: Leaflet | None = None) -> None:
    """Write a new leaflet, or what differs from the one that is stored. Part of a verb."""
    today = clock.today()
    check_leaflet(leaflet, today=today, longest=longest_leaflet_term(current_catalogue(), on=today), stored=stored)
    _check_named(leaflet)
    values = stored_values(models.Leaflet, replace(leaflet, revision=stored.revision + 1 if stored else 0))
    if stored is None:
        models.Leaflet.objects.create(**values)
        return
    before = stored_values(models.Leaflet, stored)
    changed = {column: value for column, value in values.items() if value != before[column]}
    if set(changed) > {"revision"}:
        models.Leaflet.objects.filter(pk=leaflet.id).update(**changed)


def _check_named(leaflet: Leaflet) -> None:
    """Raises Refused where it names a record that this municipality does not have."""
    named: tuple[tuple[type[MunicipalityRecord], UUID | None], ...] = (
        (Party, leaflet.party_id),
        (models.Agreement, leaflet.agreement_id),
        (System, leaflet.system_id),
        (Tool, leaflet.tool_id),
        (Evidence, leaflet.evidence_id),
    )
    for model, key in named:
        if key and not model.objects.filter(pk=key).exists():
            raise Refused(_("What this leaflet names is not here any more. Choose it from the list."))
