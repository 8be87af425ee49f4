"""Reading the catalogue: the door for every other room."""

from functools import cache
from pathlib import Path

from django.conf import settings

from gemeentedossier.catalogue.engine.loader import load_catalogue
from gemeentedossier.catalogue.facts.catalogue import Catalogue

SHIPPED_PACK = Path(__file__).resolve().parent / "packs" / "nl-municipality"


def pack_paths() -> tuple[Path, ...]:
    """Return the folders of the packs in use: the shipped one first, then the municipality's own.

    The setting `GEMEENTEDOSSIER_PACKS` lists the latter.
    """
    own: tuple[str | Path, ...] = tuple(getattr(settings, "GEMEENTEDOSSIER_PACKS", ()))
    return (SHIPPED_PACK, *(Path(path) for path in own))


def current_catalogue() -> Catalogue:
    """Return the catalogue in use, read once per process; raises `CatalogueFaults`."""
    return _loaded(pack_paths())


@cache
def _loaded(paths: tuple[Path, ...]) -> Catalogue:
    return load_catalogue(paths)
