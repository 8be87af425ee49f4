"""The papers about one record that a dossier gives, by kind."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias
from uuid import UUID

from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.composition.agreement import WRITTEN, compose_agreement
from gemeentedossier.documents.engine.composition.breach import COMPOSED as OF_BREACH
from gemeentedossier.documents.engine.composition.impact_assessment import compose_assessment
from gemeentedossier.documents.engine.composition.leaflet import compose_leaflet
from gemeentedossier.documents.engine.composition.material import Material
from gemeentedossier.documents.engine.composition.sheet import compose_sheet
from gemeentedossier.documents.enums import PaperKind
from gemeentedossier.dossier.agreements.engine.leaflets import product_name
from gemeentedossier.dossier.agreements.enums import AgreementKind
from gemeentedossier.dossier.register.enums import RecordState

Composed: TypeAlias = Callable[..., Document]
"""Takes the language as ``language``."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that can be written: about which record, how that is called, and how it is composed."""

    kind: PaperKind
    about: UUID
    name: str
    composed: Composed


def papers_in(material: Material, kind: PaperKind) -> tuple[Paper, ...]:
    """Return every paper of a kind that the dossier gives, in the order of its records."""
    return tuple(_FOUND[kind](material))


def _agreements(material: Material) -> Iterator[Paper]:
    for each in material.dossier.agreements:
        if each.kind in WRITTEN:
            kind = PaperKind.COVENANT if each.kind is AgreementKind.COVENANT else PaperKind.AGREEMENT
            yield Paper(kind, each.id, each.name, partial(compose_agreement, material, each))


def _of_kind(kind: PaperKind) -> Callable[[Material], Iterator[Paper]]:
    return lambda material: (each for each in _agreements(material) if each.kind is kind)


def _leaflets(material: Material) -> Iterator[Paper]:
    for each in material.dossier.leaflets:
        product = product_name(each, material.dossier.systems, material.dossier.tools)
        name = f"{product} {each.party_name}"
        yield Paper(PaperKind.LEAFLET, each.id, name, partial(compose_leaflet, material, each))


def _sheets(material: Material) -> Iterator[Paper]:
    for activity in material.dossier.activities:
        for each in activity.purposes if activity.record_state is not RecordState.REPLACED else ():
            name = f"{activity.name} {each.text}"
            yield Paper(PaperKind.SECURITY_SHEET, each.id, name, partial(compose_sheet, material, activity, each))


def _assessments(material: Material) -> Iterator[Paper]:
    for each in material.dossier.impact_assessments:
        yield Paper(PaperKind.IMPACT_ASSESSMENT, each.id, each.name, partial(compose_assessment, material, each))


OF_BOTH = (PaperKind.BREACH_ENTRY, PaperKind.BREACH_REPORT)
"""Papers about a breach that are written whatever the municipality is for the data."""


def _breaches(kind: PaperKind, material: Material) -> Iterator[Paper]:
    """An exercise and what was no breach have no papers; who processes for another writes to that one alone."""
    for each in material.dossier.breaches:
        fits = kind in OF_BOTH or each.is_for_another is (kind is PaperKind.BREACH_CONTROLLER)
        if fits and not each.is_exercise and each.is_breach is not False:
            yield Paper(kind, each.id, f"{each.number} {each.title}", partial(OF_BREACH[kind], material, each))


_FOUND: Mapping[PaperKind, Callable[[Material], Iterator[Paper]]] = {
    PaperKind.AGREEMENT: _of_kind(PaperKind.AGREEMENT),
    PaperKind.COVENANT: _of_kind(PaperKind.COVENANT),
    PaperKind.LEAFLET: _leaflets,
    PaperKind.SECURITY_SHEET: _sheets,
    PaperKind.IMPACT_ASSESSMENT: _assessments,
    **{kind: partial(_breaches, kind) for kind in OF_BREACH},
}
