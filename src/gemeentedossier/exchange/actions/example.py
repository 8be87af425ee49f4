"""Loading the example municipality, with people who can sign in."""

from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.exchange.actions.dossiers import load_dossier
from gemeentedossier.exchange.example.dossier import example_dossier
from gemeentedossier.exchange.example.organisation import PEOPLE, SLUG
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.actions.accounts import give_account
from gemeentedossier.organisation.models import Person
from gemeentedossier.organisation.permissions import PROGRAM

PASSWORD = "duinrade-voorbeeld"  # noqa: S105 - of invented people, on a machine of one's own
LOADER = Actor(name="make demo", roles=PROGRAM)


def ensure_example() -> Municipality:
    """The example municipality; what somebody changed in it since stays as it is."""
    found = Municipality.objects.filter(slug=SLUG).first()
    if found:
        return found
    municipality = load_dossier(example_dossier(current_catalogue()), by=LOADER).municipality
    with municipality_scope(municipality.id):
        for person in Person.objects.filter(pk__in=[p.id for p in PEOPLE]):
            give_account(person, password=PASSWORD, by=LOADER)
    return municipality
