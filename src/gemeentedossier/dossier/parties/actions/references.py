"""What names a party, whatever room it stands in: read from the models, so that a new one is not forgotten."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from django.db.models import CASCADE, F

from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.foundation.models.tracked import MunicipalityRecord

SAYS_NOTHING = frozenset({"id", "municipality_id", "position"})
"""Columns that tell where a part stands, and nothing of the party."""


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
        if _is_plain_part(model):
            _fold(model, column, party_id, to=to)
        model.objects.filter(**{column: party_id}).update(**{column: to})


def _is_plain_part(model: type[MunicipalityRecord]) -> bool:
    """Whether it is a part of another record, and nothing is a part of it or names it."""
    named = any(each.one_to_many and each.name != "history_events" for each in model._meta.related_objects)
    return not hasattr(model, "revision") and not named and any(_counting(model))


def _fold(model: type[MunicipalityRecord], column: str, party_id: UUID, *, to: UUID) -> None:
    """Where one record has a part of each, and one of the two says nothing more than the other, that one goes."""
    said = [each.attname for each in model._meta.concrete_fields if each.attname not in SAYS_NOTHING | {column}]
    rows = {key: list(model.objects.filter(**{column: key}).values_list("pk", *said)) for key in (party_id, to)}
    for here in rows[party_id]:
        for there in rows[to]:
            if not _says_more(here, than=there):
                model.objects.filter(pk=here[0]).delete()
                break
            if not _says_more(there, than=here):
                model.objects.filter(pk=there[0]).delete()


def _says_more(part: Sequence[object], *, than: Sequence[object]) -> bool:
    return any(one not in (None, "", other) for one, other in zip(part[1:], than[1:], strict=True))


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
