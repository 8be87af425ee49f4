"""Keeping what somebody typed and did not save yet. No verbs: until it is saved it says nothing of the dossier."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from gemeentedossier.desk.models import Draft
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.envelopes.actions import open_text, seal_text
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.permissions import check_permitted

KEEP = "desk.keep_draft"
KEPT_FOR = dt.timedelta(days=14)
"""Our own choice: long enough for a holiday, too short to become a second dossier."""
TAKEN_BACK = dt.timedelta(days=1)
"""How long what was thrown away can be taken back; our own choice."""
MOST = 50
"""Drafts of what one person typed in forms; the oldest gives way."""
MOST_STEPS = 5
"""Changes of many records that one person began; the oldest gives way, and never what was typed in a form."""
STEP = "many "
"""How the form of a step of such a change begins, which is no address as of other forms."""
LONGEST = 200_000
"""Characters of what one form holds."""
LONGEST_NAME, LONGEST_WRITING = 300, 36
Fields = tuple[tuple[str, tuple[str, ...]], ...]
"""Name and values of each field, as a form sends them."""
Labels = tuple[tuple[str, str], ...]
"""Name and label of fields."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft as it was typed: of which form, on which page, when, and what stands in its fields.

    ``writing`` says which time the form was begun: each time keeps a text of its own. ``changed`` are the fields that
    say something else than what was recorded when the form was opened, by name and label; None where that was not told.
    ``recorded`` is what was recorded in these, so that a field that is put back later is not called changed.
    """

    id: UUID
    form: str
    writing: str
    page: str
    title: str
    saved_at: dt.datetime
    fields: Fields
    changed: Labels | None = None
    recorded: Fields = ()


def keep_draft(
    *,
    form: str,
    writing: str,
    page: str,
    title: str,
    fields: Fields,
    by: Actor,
    changed: Labels | None = None,
    recorded: Fields = (),
) -> dt.datetime:
    """Keep what stands in a form, in the place of what was kept of this writing; returns when.

    What was typed in the form another time, or was thrown away, stays as it is. Raises Refused where it is too long.
    """
    check_permitted(by, KEEP)
    told = {"page": page, "title": title, "fields": fields, "changed": changed, "recorded": recorded}
    held = storable(json.dumps(told, ensure_ascii=False))
    if len(held) > LONGEST or len(form) > LONGEST_NAME or len(writing) > LONGEST_WRITING:
        raise Refused(_("This is too long to be kept as a draft. Save it in the form."))
    now = clock.now()
    try:
        with transaction.atomic():
            _put(storable(form), storable(writing), held, now, by)
    except IntegrityError:  # two windows kept the same form at once: the row is there now
        _put(storable(form), storable(writing), held, now, by)
    _give_way(form, by)
    return now


def _put(form: str, writing: str, held: str, now: dt.datetime, by: Actor) -> None:
    own = Draft.objects.filter(person_id=by.person_id, form=form, writing=writing, thrown_away_at=None)
    found = own.first()
    if found:
        own.update(sealed=seal_text(found.pk, held), saved_at=now)
        return
    key = new_id()
    sealed = seal_text(key, held)
    Draft.objects.create(id=key, person_id=by.person_id, form=form, writing=writing, sealed=sealed, saved_at=now)


def storable(text: str) -> str:
    """The text without what no column holds: halves of characters and the sign that ends a text."""
    return text.encode("utf-8", "ignore").decode().replace("\0", "")


def _give_way(form: str, by: Actor) -> None:
    """Steps give way to steps, and what was typed in forms to what was typed in forms."""
    step = Q(form__startswith=STEP)
    alike, most = (step, MOST_STEPS) if form.startswith(STEP) else (~step, MOST)
    own = Draft.objects.filter(alike, person_id=by.person_id).order_by("-saved_at")
    Draft.objects.filter(pk__in=list(own.values_list("pk", flat=True)[most:])).delete()


def drop_draft(*, form: str, writing: str, by: Actor) -> None:
    """Remove what was kept of a writing, because it was saved; what was typed there another time stays."""
    own = Draft.objects.filter(person_id=by.person_id, form=storable(form), writing=storable(writing))
    own.filter(thrown_away_at=None).delete()


def throw_away(key: UUID, *, by: Actor) -> None:
    """Put a draft aside: it is offered no more, and is gone after a day; nothing where it is not there."""
    Draft.objects.filter(person_id=by.person_id, pk=key, thrown_away_at=None).update(thrown_away_at=clock.now())


def take_back(key: UUID, *, by: Actor) -> None:
    """Offer again what was thrown away, beside what was typed since; nothing where it is gone."""
    own = Draft.objects.filter(person_id=by.person_id, pk=key)
    own.filter(thrown_away_at__gte=clock.now() - TAKEN_BACK).update(thrown_away_at=None, writing=str(new_id()))


def drop_old_drafts() -> int:
    """Remove what nobody came back to or took back within its term; returns how many. In the municipality's scope."""
    now = clock.now()
    over = Q(saved_at__lt=now - KEPT_FOR) | Q(thrown_away_at__lt=now - TAKEN_BACK)
    return int(Draft.objects.filter(over).delete()[0])


def thrown_away_by(by: Actor) -> tuple[Kept, ...]:
    """What this person threw away and can take back, the newest first."""
    now = clock.now()
    own = Draft.objects.filter(person_id=by.person_id, thrown_away_at__gte=now - TAKEN_BACK)
    return tuple(kept for row in own.filter(saved_at__gte=now - KEPT_FOR) if (kept := _kept(row)))


def drafts_of(by: Actor, *, forms: tuple[str, ...] | None = None) -> tuple[Kept, ...]:
    """What this person has in hand, the newest first; ``forms`` limits it to these.

    What is past its term is not shown, and what cannot be read with the key of this installation neither.
    """
    standing = Draft.objects.filter(person_id=by.person_id, thrown_away_at=None)
    own = standing.filter(saved_at__gte=clock.now() - KEPT_FOR)
    rows = own.filter(form__in=[storable(each) for each in forms]) if forms is not None else own
    return tuple(kept for row in rows if (kept := _kept(row)))


def _kept(row: Draft) -> Kept | None:
    held = open_text(row.pk, bytes(row.sealed))
    if held is None:
        return None
    said: Mapping[str, Any] = json.loads(held)
    fields, recorded = (
        tuple((name, tuple(values)) for name, values in said.get(which, ())) for which in ("fields", "recorded")
    )
    told = said.get("changed")
    changed = None if told is None else tuple((name, label) for name, label in told)
    return Kept(row.pk, row.form, row.writing, said["page"], said["title"], row.saved_at, fields, changed, recorded)
