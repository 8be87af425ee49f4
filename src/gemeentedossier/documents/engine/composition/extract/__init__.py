"""The extract from the record of processing activities (GDPR 30): front, overview, and a section per activity."""

from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.composition.document import finished
from gemeentedossier.documents.engine.composition.extract.front import about, contacts, overview
from gemeentedossier.documents.engine.composition.extract.record import controller_records, processor_records
from gemeentedossier.documents.engine.composition.material import Material, Telling, desk_for, untold


def compose_register_extract(material: Material, *, language: str = "nl", told: Telling = untold) -> Document:
    """The record as GDPR 30(1) asks it, and 30(2) for what the municipality processes for others."""
    desk = desk_for(material, language=language, told=told)
    sections = [about(desk), contacts(desk)]
    if desk.activities:
        sections += [overview(desk), controller_records(desk), processor_records(desk)]
    return finished(desk, "x", sections)
