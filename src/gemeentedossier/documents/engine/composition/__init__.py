"""From snapshot, findings and catalogue to documents; plain Python.

Read ``clauses`` (our own words, as data), ``writer`` (how a clause and facts become sentences that know their
sources), ``material`` (what a document is made from), then a document: ``part_a`` to ``part_d``,
``extract`` or ``accountability``.
"""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.composition.accountability import compose_accountability
from gemeentedossier.documents.engine.composition.extract import compose_register_extract
from gemeentedossier.documents.engine.composition.material import Material, Telling, untold
from gemeentedossier.documents.engine.composition.part_a import compose_part_a
from gemeentedossier.documents.engine.composition.part_b import compose_part_b
from gemeentedossier.documents.engine.composition.part_c import compose_part_c
from gemeentedossier.documents.engine.composition.part_d import compose_part_d
from gemeentedossier.documents.enums import DocumentKind

Composer: TypeAlias = Callable[..., Document]
_COMPOSERS: Mapping[DocumentKind, Composer] = {
    DocumentKind.PART_A: compose_part_a,
    DocumentKind.PART_B: compose_part_b,
    DocumentKind.PART_C: compose_part_c,
    DocumentKind.PART_D: compose_part_d,
    DocumentKind.REGISTER_EXTRACT: compose_register_extract,
    DocumentKind.ACCOUNTABILITY: compose_accountability,
}

__all__ = [
    "Material",
    "compose",
    "compose_accountability",
    "compose_part_a",
    "compose_part_b",
    "compose_part_c",
    "compose_part_d",
    "compose_register_extract",
]


def compose(kind: DocumentKind, material: Material, *, language: str = "nl", told: Telling = untold) -> Document:
    """One document of a municipality in ``nl`` or ``en``; ``told`` hears how many chapters or records are done."""
    return _COMPOSERS[kind](material, language=language, told=told)
