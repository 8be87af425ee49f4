"""A whole dossier in and out."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from gemeentedossier.dossier.assets import models as assets
from gemeentedossier.dossier.evidence import models as evidence
from gemeentedossier.dossier.parties import models as parties
from gemeentedossier.dossier.register import models as register
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.dossier.snapshot.queries import dossier_of
from gemeentedossier.exchange.engine.dossier_file import same_content
from gemeentedossier.foundation.bulk import insert_values
from gemeentedossier.foundation.engine.plain import to_plain
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.shaping import stored_values
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.actions.organisations import create_municipality, insert_organisation


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of a dossier file: the municipality, and whether anything was new."""

    municipality: Municipality
    is_new: bool


def load_dossier(dossier: Dossier, *, by: Actor) -> Loaded:
    """Load a dossier as a new municipality. The same file again changes nothing; another one is refused."""
    organisation = dossier.organisation
    found = Municipality.objects.filter(id=organisation.id).first()
    if found is None and Municipality.objects.filter(slug=organisation.slug).exists():
        raise Refused(
            _("There is another municipality “%(slug)s” here already. Nothing was imported.")
            % {"slug": organisation.slug}
        )
    if found:
        with municipality_scope(found.id):
            if same_content(dossier_of(found), dossier):
                return Loaded(found, is_new=False)
        raise Refused(
            _("“%(name)s” has a dossier here already, and it differs from this file. Nothing was imported.")
            % {"name": found.name}
        )
    municipality = create_municipality(organisation)
    with municipality_scope(municipality.id), verb("exchange.load_dossier", by=by):
        _insert(dossier)
    return Loaded(municipality, is_new=True)


def _insert(dossier: Dossier) -> None:
    insert_organisation(dossier.organisation)
    insert_values(parties.Party, [stored_values(parties.Party, p) for p in dossier.parties])
    insert_values(assets.System, [stored_values(assets.System, s) for s in dossier.systems])
    insert_values(assets.Measure, [stored_values(assets.Measure, m) for m in dossier.measures])
    insert_activities(dossier.activities)
    register.ActivityVersion.objects.bulk_create(
        register.ActivityVersion(**{**stored_values(register.ActivityVersion, v), "content": to_plain(v.content)})
        for v in dossier.versions
    )
    insert_values(evidence.Attestation, [stored_values(evidence.Attestation, a) for a in dossier.attestations])
