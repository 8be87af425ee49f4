"""Undoing an import: what it made and nobody worked on since goes; what somebody worked on stays."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import ForeignObjectRel
from django.utils.translation import gettext as _

from gemeentedossier.dossier.agreements.models import Agreement, SubProcessor
from gemeentedossier.dossier.assets.models import Measure, System
from gemeentedossier.dossier.evidence.models import Attestation
from gemeentedossier.dossier.governance.models import Reliance, Suppression
from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.dossier.register.actions.rows import WRITE_ORDER
from gemeentedossier.dossier.register.models import Activity, ActivityPart
from gemeentedossier.exchange.actions.imports import wait_for_other_imports
from gemeentedossier.exchange.actions.undoing_lists import (
    MAIN,
    as_left,
    brought_by,
    count_edit,
    open_again,
    staying,
    without_those_above,
)
from gemeentedossier.exchange.enums import ListKind
from gemeentedossier.exchange.models import Import
from gemeentedossier.exchange.rules import IMPORT_LIST, permission_to_import
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.history import history_table
from gemeentedossier.foundation.ledger.queries import numbered_with
from gemeentedossier.foundation.ledger.tip import owners_of, touched_after
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.models import Unit
from gemeentedossier.organisation.permissions import check_permitted

Model = type[MunicipalityRecord]
Ids = frozenset[UUID]
Ledger = Mapping[str, Iterable[UUID]]
"""Records by table of history."""
NAMED: tuple[Model, ...] = (Measure, System, Party, Unit)
"""What an import makes because a file names it."""
SPEAKING: tuple[type[Any], ...] = (Attestation, Suppression, Reliance)
"""What people say of a record, by its kind and id."""
PARTS: tuple[Model, ...] = tuple(model for model in WRITE_ORDER if issubclass(model, ActivityPart))


def undo_import(import_id: UUID, *, by: Actor, reason: str) -> Import:
    """Take back what a file brought: records that nobody worked on since, and names that nothing else uses.

    What a list filled in becomes open again, unless somebody edited that record since. One verb with its reason;
    history keeps everything. The file can be taken over again afterwards. Refused without a reason, and for an import
    that was undone before.
    """
    check_permitted(by, IMPORT_LIST)
    if not reason.strip():
        raise Refused(_("Say why this import is undone."))
    wait_for_other_imports()
    with verb("exchange.undo_import", by=by, reason=reason):
        record: Import = Import.objects.select_for_update(of=("self",)).get(pk=import_id)
        check_permitted(by, permission_to_import(ListKind(record.kind)))
        if record.undone_at is not None:
            raise Refused(_("This import was undone before."))
        gone, kept = _take_back(record)
        record.undone_at, record.undone_by_id, record.undone_because = clock.now(), by.person_id, reason.strip()
        record.undone_count, record.kept_count = gone, kept
        record.save(update_fields=["undone_at", "undone_by", "undone_because", "undone_count", "kept_count"])
        _take_back_rest(record)
    return record


def _take_back(record: Import, *, within: Ids | None = None) -> tuple[int, int]:
    """How many records went, and how many stayed. Of those that it filled in only these are opened again."""
    _wait_for_writers(numbered_with(history_table(Import), record.id)[0])
    since = since_import(record)
    if record.kind == ListKind.REGISTER:
        return _undo_register(since)
    return _undo_list(record, since, within=_every(since.made) if within is None else within)


def _take_back_rest(now: Import) -> None:
    """What stayed of imports that were undone before goes as far as only the import undone now held it there.

    An import whose file was taken over again since is left alone: what stayed of it is the other's too. What somebody
    wrote by hand after the earlier undoing is no import's: only what this one had filled in is opened further.
    """
    within = _every(numbered_with(history_table(Import), now.id)[0])
    live = set(Import.objects.filter(undone_at=None).values_list("kind", "file_hash"))
    undone = Import.objects.select_for_update(of=("self",)).exclude(pk=now.pk).exclude(undone_at=None)
    for each in undone.order_by("-imported_at"):
        if (each.kind, each.file_hash) not in live:
            gone, each.kept_count = _take_back(each, within=within)
            each.undone_count += gone
            each.save(update_fields=["undone_count", "kept_count"])


@dataclass(frozen=True, slots=True)
class Since:
    """What an import wrote, up to which number of the ledger, and what happened to records since."""

    made: Ledger
    last: int
    touched: Ledger
    spoken: Ids

    def unchanged(self, model: Model) -> Ids:
        """The records that hold what the import wrote in them."""
        there = _existing(model, self.made)
        edited = there & _ids(self.touched, model)
        return there - (edited - as_left(model, edited, number=self.last))

    def free(self, model: Model) -> Ids:
        """Those of them of which nobody says anything."""
        return self.unchanged(model) - self.spoken


def since_import(record: Import) -> Since:
    """What an import wrote and what happened since, as it is now."""
    made, last = numbered_with(history_table(Import), record.id)
    return Since(made, last, touched_after(last), _spoken_of())


def _undo_register(since: Since) -> tuple[int, int]:
    """How many activities went, and how many stayed."""
    brought = _existing(Activity, since.made)
    kept = brought & _worked_on(since.made, since.touched, since.spoken)
    _remove(Activity, brought - kept)
    for model in NAMED:
        _remove(model, _unused(model, since.free(model)))
    return len(brought - kept), len(kept)


def _undo_list(record: Import, since: Since, *, within: Ids) -> tuple[int, int]:
    """How many records of the list went, and how many stayed because something names them or somebody edited them."""
    main = MAIN[ListKind(record.kind)]
    brought = brought_by(main, since.free(main), number=since.last)
    unused = without_those_above(brought.made) if main is SubProcessor else _unused(main, brought.made)
    _remove(main, unused)
    open_again(main, brought.filled_in(within))
    if main is SubProcessor:
        whole = brought_by(Agreement, since.unchanged(Agreement), number=since.last).filled_in(within)
        open_again(Agreement, whole)
        if unused and not whole:
            count_edit(record.about)
    if main is not Party:
        parties = brought_by(Party, since.free(Party), number=since.last).made
        _remove(Party, _unused(Party, parties))
    return len(unused), len(staying(main, _existing(main, since.made), number=since.last))


def _wait_for_writers(made: Mapping[str, Iterable[UUID]]) -> None:
    """Whoever is writing one of these records finishes first and counts; whoever comes later finds it as it is then."""
    every: tuple[Model, ...] = (Activity, Agreement, SubProcessor, *NAMED)
    for model in every:
        list(model.objects.select_for_update().filter(pk__in=_ids(made, model)).values_list("id"))


def _every(made: Ledger) -> Ids:
    return frozenset(key for keys in made.values() for key in keys)


def _ids(found: Mapping[str, Iterable[UUID]], model: Model) -> Ids:
    return frozenset(found.get(history_table(model), ()))


def _existing(model: Model, made: Mapping[str, Iterable[UUID]]) -> Ids:
    return frozenset(model.objects.filter(pk__in=_ids(made, model)).values_list("id", flat=True))


def _spoken_of() -> Ids:
    """Every record that somebody answered for, set a finding of aside, or rests a decision on."""
    return frozenset(key for model in SPEAKING for key in model.objects.values_list("subject_id", flat=True))


def _worked_on(made: Mapping[str, Iterable[UUID]], touched: Mapping[str, Iterable[UUID]], spoken: Ids) -> Ids:
    """The activities that were changed since, or that something else in the dossier speaks of or names."""
    found = set(_ids(touched, Activity)) | spoken
    for model in PARTS:
        known = _ids(touched, model) | ((spoken | _named_elsewhere(model)) & _ids(made, model))
        owners = owners_of(history_table(model), tuple(known), column="activity_id")
        if owners is None:  # history was erased, so that nobody can tell whose these were: then all may be worked on
            return _ids(made, Activity) | _named_elsewhere(Activity)
        found |= owners
    return frozenset(found | _named_elsewhere(Activity))


def _named_elsewhere(model: Model) -> Ids:
    """The records that something outside the activities names: an agreement, a classification, a line of access."""
    others = ((other, column) for other, column in _pointing_at(model) if other not in PARTS)
    return frozenset(
        key
        for other, column in others
        for key in other.objects.exclude(**{column: None}).values_list(column, flat=True)
    )


def _unused(model: Model, ids: Ids) -> Ids:
    """Of these records those that nothing points at."""
    used = {
        key
        for other, column in _pointing_at(model)
        for key in other.objects.filter(**{f"{column}__in": ids}).values_list(column, flat=True)
    }
    return ids - used


def _pointing_at(model: Model) -> Iterator[tuple[type[Any], str]]:
    """Every model of the dossier with a key to this one, and the column of that key."""
    for relation in model._meta.get_fields(include_hidden=True):
        if isinstance(relation, ForeignObjectRel) and issubclass(relation.related_model, MunicipalityRecord):
            yield relation.related_model, relation.field.attname


def _remove(model: Model, ids: Ids) -> None:
    """Delete in few statements, parts before what owns them; history is kept by the database."""
    if not ids:
        return
    if model is Activity:
        for part in reversed(PARTS):
            _delete(part, "activity_id", ids)
    _delete(model, "id", ids)


def _delete(model: Model, column: str, ids: Ids) -> None:
    found = model.objects.filter(**{f"{column}__in": ids})
    found._raw_delete(found.db)
