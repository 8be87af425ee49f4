"""The catalogue of the packs that can be used: one that is faulty is set aside whole, and the others judge on."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from gemeentedossier.catalogue.engine.editions import Edition, editions_of, load_editions
from gemeentedossier.catalogue.engine.faults import CatalogueFaults, Fault
from gemeentedossier.catalogue.engine.packs import HEADER
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.faults import told

TOLD = 20
"""How many faults of one pack are told; `catalogue check` names them all."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The editions of each pack that can be read, oldest first, and the faults of those that cannot."""

    editions: tuple[tuple[Edition, ...], ...]
    faults: tuple[Fault, ...]


def shelf_of(folders: Sequence[Path]) -> Shelf:
    """Return the editions of these packs; the first is the ground of the others: raises `CatalogueFaults` for it."""
    ground, *others = folders
    known, faults = [editions_of(ground)], list[Fault]()
    for folder in others:
        try:
            known.append(editions_of(folder))
        except CatalogueFaults as error:
            faults += _told(folder, error.faults)
    return Shelf(tuple(known), tuple(faults))


def usable_catalogue(paths: Sequence[Path], *, ground: Callable[[], Catalogue] | None = None) -> Catalogue:
    """Return the catalogue of all packs that can be used with the first, and the faults of those set aside.

    The first is the ground of the others: raises `CatalogueFaults` where it cannot be used itself. `ground` gives the
    catalogue of the first alone, where somebody has read it already.
    """
    try:
        return load_editions(paths)
    except CatalogueFaults as error:
        if len(paths) == 1:
            raise
        faults = {paths[-1]: error.faults}
    kept = ground() if ground else load_editions(paths[:1])
    if len(paths) == 2:
        return _without(kept, faults)
    return _gathered(paths, kept)


def _gathered(paths: Sequence[Path], kept: Catalogue) -> Catalogue:
    """Take up one pack after another, again and again: one may need another that is listed behind it."""
    used, waiting = [paths[0]], list(paths[1:])
    faults: dict[Path, tuple[Fault, ...]] = {}
    taken = True
    while taken:
        taken = False
        for path in tuple(waiting):
            try:
                kept = load_editions([each for each in paths if each in used or each == path])
            except CatalogueFaults as error:
                faults[path] = error.faults
                continue
            used.append(path)
            waiting.remove(path)
            taken = True
    return _without(kept, {path: faults[path] for path in waiting})


def _without(kept: Catalogue, faults: dict[Path, tuple[Fault, ...]]) -> Catalogue:
    return replace(kept, faults=tuple(told for path, each in faults.items() for told in _told(path, each)))


def _told(path: Path, found: Sequence[Fault]) -> Iterable[Fault]:
    """That the pack was set aside, and its own first faults; where these lie in another pack, those."""
    faults = [fault for fault in found if fault.file.startswith(f"{path}/")] or found
    count, aantal = ("1 fault", "1 fout") if len(faults) == 1 else (f"{len(faults):,} faults", f"{len(faults)} fouten")
    sentence = told(
        f"This pack was set aside whole: nothing of it judges. It has {count}; "
        "mend it, check it with `gemeentedossier catalogue check`, and start the program again.",
        f"Dit pakket staat in zijn geheel terzijde: niets ervan oordeelt. Het heeft {aantal}; "
        "verbeter het, controleer het met `gemeentedossier catalogue check`, en start het programma opnieuw.",
    )
    yield Fault(str(path / HEADER), 1, 1, sentence)
    yield from faults[:TOLD]
