"""What names a party, whatever room it stands in: read from the models, so that a new one is not forgotten."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import CASCADE, F

from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.foundation.models.tracked import MunicipalityRecord


def referring() -> Iterator[tuple[type[MunicipalityRecord], str]]:
    """Every model with a key to a party, and the column of that key."""
    for relation in Party._meta.get_fields(include_hidden=True):
        model = relation.related_model
        if relation.one_to_many and isinstance(model, type) and issubclass(model, MunicipalityRecord):
            yield model, relation.field.attname  # type: ignore[union-attr]  # a relation to many has a field


def rename_references(party_id: UUID, *, to: UUID) -> None:
    """Let everything that names the one party name the other, and count it as an edit of each record. Part of a verb.

    A form that somebody opened before holds the name of the one that goes: saving it would bring that back.
    """
    for whole, keys in _naming(party_id).items():
        whole.objects.filter(pk__in=keys).update(revision=F("revision") + 1)
    for model, column in referring():
        model.objects.filter(**{column: party_id}).update(**{column: to})


def _naming(party_id: UUID) -> dict[type[MunicipalityRecord], set[UUID]]:
    """The records that count their edits, of which a row names the party: the row itself, or what it is part of."""
    found = dict[type[MunicipalityRecord], set[UUID]]()
    for model, column in referring():
        for whole, path in _counting(model):
            found.setdefault(whole, set()).update(
                model.objects.filter(**{column: party_id}).values_list(path, flat=True)
            )
    return found


def _counting(model: type[MunicipalityRecord]) -> Iterator[tuple[type[MunicipalityRecord], str]]:
    if hasattr(model, "revision"):
        yield model, "pk"
        return
    for field in model._meta.concrete_fields:
        whole = field.related_model
        if not (isinstance(whole, type) and issubclass(whole, MunicipalityRecord) and hasattr(whole, "revision")):
            continue
        if whole is not Party and field.remote_field and field.remote_field.on_delete is CASCADE:
            yield whole, field.attname
