"""What a file names and the municipality does not have yet is recorded under that name, and nothing more."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from gemeentedossier.dossier.assets.models import Measure, System
from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.exchange.engine.drafts import Surroundings, clipped, named_parties
from gemeentedossier.exchange.facts import DraftActivity
from gemeentedossier.foundation.bulk import insert_values
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.organisation.models import Controller, Unit

Values = Mapping[str, object]


def ensure_named(drafts: Iterable[DraftActivity]) -> Surroundings:
    """Everything that the drafts name, by name in small letters. Part of a verb."""
    drafts = list(drafts)
    parties: dict[str, Values] = {}
    for draft in drafts:
        for name, contact, country in named_parties(draft):
            party = {"name": name, "contact": contact[:500], "country": country if len(country) == 2 else ""}
            parties.setdefault(name.casefold(), party)
    return Surroundings(
        controllers={kind: key for key, kind in Controller.objects.values_list("id", "kind")},
        units=_ensured(Unit, _names(d.unit.value for d in drafts if d.unit)),
        parties=_ensured(Party, parties, is_care_provider=None),
        systems=_ensured(System, _names(s.value for d in drafts for s in d.systems), supplier_id=None),
        measures=_ensured(Measure, _names(m.value for d in drafts for m in d.measures), description="", control=""),
    )


def _names(names: Iterable[str]) -> dict[str, Values]:
    return {name.casefold(): {"name": name} for name in map(clipped, names)}


def _ensured(model: type[MunicipalityRecord], wanted: Mapping[str, Values], **empty: object) -> dict[str, UUID]:
    """Identifiers by name; names that are new are inserted."""
    known = {name.casefold(): key for key, name in model.objects.values_list("id", "name")}
    fresh = {name: {"id": new_id(), **values, **empty} for name, values in wanted.items() if name not in known}
    insert_values(model, list(fresh.values()))
    return known | {name: values["id"] for name, values in fresh.items()}
