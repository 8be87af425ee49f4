"""Loading the example municipality, with people who can sign in."""

from collections.abc import Callable

from gemeentedossier.assessment.queries import judged_of
from gemeentedossier.catalogue.facts import Catalogue
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.exchange.actions.dossiers import load_dossier
from gemeentedossier.exchange.example import shown, twin
from gemeentedossier.exchange.example.dossier import example_dossier
from gemeentedossier.exchange.example.organisation import SLUG
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.method.actions.sharing import share_maturity
from gemeentedossier.method.engine.maturity import maturity_of
from gemeentedossier.organisation.actions.accounts import give_account
from gemeentedossier.organisation.models import Person
from gemeentedossier.organisation.permissions import PROGRAM

PASSWORD = "duinrade-voorbeeld"  # noqa: S105 - of invented people, on a machine of one's own
SHOWN = "Zodat te zien is waarvoor de vergelijking dient."
LOADER = Actor(name="het voorbeeld", roles=PROGRAM)


def ensure_example() -> Municipality:
    """The example municipality; what somebody changed in it since stays as it is."""
    return _ensured(SLUG, example_dossier)


def ensure_twin() -> Municipality:
    """The corrected twin of the example, in which nothing contradicts; what somebody changed since stays as it is.

    It takes part in the comparison, so that who takes part from the example finds somebody there.
    """
    is_new = not Municipality.objects.filter(slug=twin.SLUG).exists()
    found = _ensured(twin.SLUG, twin.twin_dossier)
    if is_new:
        with municipality_scope(found.id):
            share_maturity(maturity_of(judged_of(found), current_catalogue()), by=LOADER, reason=SHOWN)
    return found


def _ensured(slug: str, dossier: Callable[[Catalogue], Dossier]) -> Municipality:
    found = Municipality.objects.filter(slug=slug).first()
    if found:
        return found
    written = dossier(current_catalogue())
    municipality = load_dossier(written, files=shown.files(written.evidence), by=LOADER).municipality
    with municipality_scope(municipality.id):
        still_outside = {each.person_id for each in written.representatives if each.invited_until is not None}
        inside = [each.id for each in written.organisation.people if each.id not in still_outside]
        for person in Person.objects.filter(pk__in=inside):
            give_account(person, password=PASSWORD, by=LOADER)
    return municipality
