"""What names a party, whatever room it stands in: read from the models, so that a new one is not forgotten."""

from collections.abc import Iterator
from uuid import UUID

from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.foundation.models.tracked import MunicipalityRecord


def referring() -> Iterator[tuple[type[MunicipalityRecord], str]]:
    """Every model with a key to a party, and the column of that key."""
    for relation in Party._meta.get_fields(include_hidden=True):
        model = relation.related_model
        if relation.one_to_many and isinstance(model, type) and issubclass(model, MunicipalityRecord):
            yield model, relation.field.attname  # type: ignore[union-attr]  # a relation to many has a field


def rename_references(party_id: UUID, *, to: UUID) -> None:
    """Let everything that names the one party name the other. Part of a verb."""
    for model, column in referring():
        model.objects.filter(**{column: party_id}).update(**{column: to})
