"""What papers on a breach tell of the municipality and of categories, from the organisation and the catalogue."""

from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.categories import DataKind
from gemeentedossier.dossier.breaches.engine.form import Around
from gemeentedossier.organisation.enums import ControllerKind
from gemeentedossier.organisation.facts import Organisation

SPECIAL = (DataKind.SPECIAL, DataKind.CRIMINAL)


def around_of(organisation: Organisation, catalogue: Catalogue) -> Around:
    """What the form asks beside the breach, in Dutch."""
    data, people = catalogue.data_categories, catalogue.subject_categories
    names = {key: each.name.nl for key, each in data.items()} | {key: each.name.nl for key, each in people.items()}
    college = next((each.name for each in organisation.controllers if each.kind is ControllerKind.COLLEGE), "")
    return Around(
        municipality=organisation.name,
        controller=college,
        contact=organisation.contact_point or "",
        officer=organisation.data_protection_officer_contact or "",
        officer_number=organisation.data_protection_officer_number or "",
        names=names,
        special=frozenset(key for key, each in data.items() if each.kind in SPECIAL),
    )
