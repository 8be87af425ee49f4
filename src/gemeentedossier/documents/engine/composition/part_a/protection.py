"""Chapter 5: special categories, criminal data and the BSN, each with its exception."""

from collections.abc import Iterator

from gemeentedossier.catalogue.facts import DataKind
from gemeentedossier.documents.engine.blocks import Block, Section
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.tables import Tables, is_protected

SUBJECTS = {
    "special": DataKind.SPECIAL,
    "criminal": DataKind.CRIMINAL,
    "bsn": DataKind.NATIONAL_NUMBER,
}


def protected_data(desk: Desk) -> Section:
    """What has extra protection; a kind that does not occur is said not to occur."""
    children = [
        desk.section(f"a.{name}.heading", f"data-{name}", _kind(desk, name, kind)) for name, kind in SUBJECTS.items()
    ]
    return desk.section("a.sensitive.heading", "protected-data", _opening(desk), children)


def _opening(desk: Desk) -> Iterator[Block]:
    yield desk.w.paragraph("a.sensitive.intro")
    yield from desk.about("a.sensitive.unpaired", desk.where(lambda each: not each.data_uses), "data_uses")
    own = desk.where(lambda each: any(use.data_categories_own for use in each.data_uses))
    yield from desk.about("a.sensitive.own-words", own, "data_uses")


def _kind(desk: Desk, name: str, kind: DataKind) -> Iterator[Block]:
    w = desk.w
    found = any(is_protected(w, use, kind) for each in desk.activities for use in each.data_uses)
    if not found:
        yield w.paragraph(f"a.{name}.none", *w.origins.organisation("activities"))
        return
    yield w.paragraph(f"a.{name}.intro")
    yield from Tables(w=w, activities=desk.activities, named=True).protected(f"a.{name}.caption", (kind,))
