"""Reading the catalogue: the door for every other room."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

from django.conf import settings

from gemeentedossier.catalogue.engine.editions import Edition, edition_begun, edition_on
from gemeentedossier.catalogue.engine.faults import Fault
from gemeentedossier.catalogue.engine.usable import Shelf, shelf_of, usable_catalogue
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.clock import AMSTERDAM

SHIPPED_PACK = Path(__file__).resolve().parent / "packs" / "nl-municipality"


def pack_paths() -> tuple[Path, ...]:
    """Return the folders of the packs in use: the shipped one first, then the municipality's own.

    The setting `GEMEENTEDOSSIER_PACKS` lists the latter.
    """
    own: tuple[str | Path, ...] = tuple(getattr(settings, "GEMEENTEDOSSIER_PACKS", ()))
    return (SHIPPED_PACK, *(Path(path) for path in own))


def current_catalogue() -> Catalogue:
    """Return the catalogue that judges now; see `catalogue_at`. An edition for a later day does not judge yet."""
    return catalogue_at(clock.now())


def latest_catalogue() -> Catalogue:
    """Return the catalogue with the last edition of each pack, whether in use already or still being written.

    For whoever checks or compares editions; nothing of a municipality is judged by it. See `catalogue_at` for faults.
    """
    return _of(each[-1] for each in editions())


def editions() -> tuple[tuple[Edition, ...], ...]:
    """Return the editions of each pack that can be read, oldest first; raises `CatalogueFaults` for the shipped one."""
    return _shelf(pack_paths()).editions


def catalogue_at(moment: dt.datetime | None) -> Catalogue:
    """Return the catalogue that judged at a moment, that of now without a moment.

    A pack of one's own that is faulty is set aside whole, and its faults stand in the catalogue; raises
    `CatalogueFaults` where the shipped one is.

    Of each pack the edition in use on that day: its version is named in what was judged. Before the first edition of
    the shipped pack it is the first; a pack of one's own judges nothing before the first day of its first edition.
    Read once per process and combination.
    """
    day = (moment or clock.now()).astimezone(AMSTERDAM).date()
    shipped, *own = editions()
    begun = (edition_begun(day, each) for each in own)
    return _of([edition_on(day, shipped), *(edition for edition in begun if edition)])


def catalogue_of(version: str) -> Catalogue | None:
    """Return the catalogue with this edition of a pack and the newest of the others; None where there is none.

    `version` is a version of the shipped pack, or `<pack> <version>`.
    """
    pack, _, number = version.rpartition(" ")
    for place, known in enumerate(editions()):
        wanted = [each for each in known if each.pack.version == number and (not pack or pack == each.pack.id)]
        if wanted:
            return _of(wanted[0] if place == other else each[-1] for other, each in enumerate(editions()))
    return None


def catalogue_named(versions: str) -> Catalogue | None:
    """Return the catalogue of exactly these editions, as what was adopted names it: `nl-municipality 2026.11.0, own 1`.

    A version without a name is one of the shipped pack. None where an edition of them is not here, or is faulty.
    """
    shipped = editions()[0][0].pack.id
    wanted = {(pack or shipped, number) for pack, _, number in (each.rpartition(" ") for each in versions.split(", "))}
    chosen = [each for known in editions() for each in known if (each.pack.id, each.pack.version) in wanted]
    if len(chosen) != len(wanted) or chosen[0].pack.id != shipped:
        return None
    found = _of(chosen)
    return found if len(found.packs) == len(chosen) else None


def _of(chosen: Iterable[Edition]) -> Catalogue:
    return _usable(tuple(edition.path for edition in chosen), _shelf(pack_paths()).faults)


@cache
def _shelf(paths: tuple[Path, ...]) -> Shelf:
    return shelf_of(paths)


@cache
def _usable(paths: tuple[Path, ...], unread: tuple[Fault, ...]) -> Catalogue:
    found = usable_catalogue(paths, ground=lambda: _usable(paths[:1], ()))
    return replace(found, faults=(*unread, *found.faults)) if unread else found
