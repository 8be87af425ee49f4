"""The text of one agreement, tailored from what is recorded of it; our own words, never those of a model."""

from uuid import UUID

from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.composition.agreement.cover import parties, subject
from gemeentedossier.documents.engine.composition.agreement.opening import opening
from gemeentedossier.documents.engine.composition.agreement.points import points
from gemeentedossier.documents.engine.composition.agreement.together import (
    deviations,
    duties,
    expectations,
    participants,
    shared_clauses,
)
from gemeentedossier.documents.engine.composition.agreement.work import breaches, ending, others, signature, transfers
from gemeentedossier.documents.engine.composition.document import finished
from gemeentedossier.documents.engine.composition.material import Material, desk_for
from gemeentedossier.dossier.agreements.enums import AgreementKind
from gemeentedossier.dossier.agreements.facts import Agreement

CHAPTERS = (
    opening,
    parties,
    subject,
    points,
    duties,
    others,
    breaches,
    transfers,
    ending,
    participants,
    shared_clauses,
    deviations,
    expectations,
    signature,
)
WRITTEN = frozenset(
    {AgreementKind.PROCESSOR, AgreementKind.JOINT_CONTROLLERS, AgreementKind.DATA_SUPPLY, AgreementKind.COVENANT}
)
"""The kinds that have a text here; an instrument for transfer is the text of somebody else, such as the Commission."""


def agreement_of(material: Material, key: UUID) -> Agreement | None:
    """The agreement with this key, where it is recorded and its kind has a text."""
    found = next((each for each in material.dossier.agreements if each.id == key), None)
    return found if found and found.kind in WRITTEN else None


def compose_agreement(material: Material, agreement: Agreement, *, language: str = "nl") -> Document:
    """The text of an agreement (GDPR 26, 28(3)): what was agreed, and in so many words what was not yet.

    A chapter that this kind does not have, or about which nothing was recorded, is left out.
    """
    desk = desk_for(material, language=language)
    sections = [chapter(desk, agreement) for chapter in CHAPTERS]
    shown = [each for each in sections if each.blocks or each.children]
    return finished(desk, f"g.{agreement.kind}", shown, about=agreement.name)
