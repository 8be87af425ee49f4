"""The leaflets of one party, for its page."""

from urllib.parse import urlencode

from gemeentedossier.assessment.facts import Judged
from gemeentedossier.design.parts import Table
from gemeentedossier.desk.presenters.leaflets import leaflets_table
from gemeentedossier.desk.rules import Visit
from gemeentedossier.desk.views.security_pages import sheet_of
from gemeentedossier.dossier.parties.facts import Party
from gemeentedossier.foundation.addresses import reverse


def leaflets_of(visit: Visit, judged: Judged, party: Party) -> Table | None:
    """What the party tells about its products; None where nothing is recorded."""
    own = (each for each in judged.dossier.leaflets if each.party_id == party.id)
    return leaflets_table(sheet_of(visit, judged), own, of_whom=False)


def new_leaflet_url(slug: str, party: Party) -> str:
    """Where a leaflet of this party is recorded."""
    return f"{reverse('desk:leaflet-new', args=[slug])}?{urlencode({'party_name': party.name})}"
