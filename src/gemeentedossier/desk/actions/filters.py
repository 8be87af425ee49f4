"""Keeping a way to look at a list by name. No verbs: it says nothing of the dossier."""

from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from gemeentedossier.desk.actions.drafts import storable
from gemeentedossier.desk.enums import FilterPlace
from gemeentedossier.desk.models import SavedFilter
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.permissions import can, check_permitted

KEEP, SHARE = "desk.keep_filter", "desk.share_filter"
MOST = 30
"""Filters of one person, and shared ones of one municipality: a longer list finds nothing any more."""
LONGEST_NAME, LONGEST = 60, 1_000
NOT_KEPT = ("page", "all")
"""What of an address is no filter."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter that somebody may use; ``is_own`` says that they may change it."""

    id: UUID
    place: FilterPlace
    name: str
    query: str
    is_shared: bool
    opens: bool
    is_own: bool


def filters_of(by: Actor, *, place: FilterPlace | None = None) -> tuple[Filter, ...]:
    """What this person keeps and what is shared in the municipality in scope, by name, their own first. One query."""
    found = SavedFilter.objects.filter(Q(person_id=by.person_id) | Q(is_shared=True))
    rows = found.filter(place=place.value) if place else found
    shares = can(by, SHARE)
    return tuple(
        Filter(
            id=row.pk,
            place=FilterPlace(row.place),
            name=row.name,
            query=row.query,
            is_shared=row.is_shared,
            opens=row.opens and not row.is_shared and row.person_id == by.person_id,
            is_own=shares if row.is_shared else True,
        )
        for row in rows
    )


def is_kept(place: FilterPlace, *, name: str, by: Actor) -> bool:
    """Whether this person keeps a filter of that name already."""
    called = " ".join(storable(name).split())
    return SavedFilter.objects.filter(person_id=by.person_id, place=place.value, name=called).exists()


def keep_filter(place: FilterPlace, *, name: str, query: str, shared: bool, by: Actor, replaces: bool = False) -> None:
    """Keep a filter under a name. Refused where it would find nothing, or one's own is called so already.

    ``replaces`` is that it comes in the place of that one, which stays shared or not as it was.
    """
    check_permitted(by, SHARE if shared else KEEP)
    told = narrowing(query)
    if not told:
        raise Refused(_("The list is not filtered, so there is nothing to keep. Choose a filter first."))
    if len(told) > LONGEST:
        raise Refused(_("This filter is too long to be kept. Look for fewer words."))
    called = _checked(name)
    own = SavedFilter.objects.filter(person_id=by.person_id, place=place.value)
    held = own.filter(name=called).first()
    if held is not None:
        _replace(held, told, replaces=replaces, by=by)
        return
    others = SavedFilter.objects.filter(Q(is_shared=True) if shared else Q(person_id=by.person_id, is_shared=False))
    if others.count() >= MOST:
        raise Refused(_("You keep %(count)s filters already. Throw one away first.") % {"count": MOST})
    kept = {"query": told, "is_shared": shared}
    SavedFilter.objects.update_or_create(person_id=by.person_id, place=place.value, name=called, defaults=kept)


def _replace(held: SavedFilter, told: str, *, replaces: bool, by: Actor) -> None:
    if not replaces:
        raise Refused(_("You keep a filter of that name already. Choose another name."))
    if held.is_shared:
        check_permitted(by, SHARE)
    SavedFilter.objects.filter(pk=held.pk).update(query=told)


def rename_filter(key: UUID, *, name: str, by: Actor) -> None:
    """Call a filter something else. Refused where one is called so already."""
    called = _checked(name)
    try:
        with transaction.atomic():
            changed = _changeable(key, by).update(name=called)
    except IntegrityError:
        raise Refused(_("You keep a filter of that name already. Choose another name.")) from None
    if not changed:
        raise SavedFilter.DoesNotExist


def drop_filter(key: UUID, *, by: Actor) -> None:
    """Throw a filter away."""
    if not _changeable(key, by).delete()[0]:
        raise SavedFilter.DoesNotExist


def open_with(key: UUID, *, opens: bool, by: Actor) -> None:
    """Let a list open with one's own filter, and with no other; or open it whole again."""
    check_permitted(by, KEEP)
    with transaction.atomic():
        chosen = SavedFilter.objects.select_for_update().get(pk=key, person_id=by.person_id)
        SavedFilter.objects.filter(person_id=by.person_id, place=chosen.place).update(opens=False)
        SavedFilter.objects.filter(pk=key).update(opens=opens)


def narrowing(query: str) -> str:
    """What of an address narrows or orders a list, as it is kept; empty where nothing does."""
    said = QueryDict(query, mutable=True)
    for name in list(said):
        values = [each for value in said.getlist(name) if (each := storable(value))]
        if name in NOT_KEPT or not values:
            del said[name]
        else:
            said.setlist(name, values)
    return str(said.urlencode())


def _changeable(key: UUID, by: Actor) -> "QuerySet[SavedFilter]":
    """The filter where this person may change it: their own, or a shared one for who shares."""
    check_permitted(by, KEEP)
    whose = Q(person_id=by.person_id, is_shared=False)
    allowed = whose | Q(is_shared=True) if can(by, SHARE) else whose
    return SavedFilter.objects.filter(allowed, pk=key)


def _checked(name: str) -> str:
    called = " ".join(storable(name).split())
    if not called:
        raise Refused(_("Give the filter a name, so that you find it again."))
    if len(called) > LONGEST_NAME:
        raise Refused(_("This name is longer than %(most)s characters. Choose a shorter one.") % {"most": LONGEST_NAME})
    return called
