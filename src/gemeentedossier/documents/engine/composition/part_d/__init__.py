"""Part D, breaches: what is done by whom and within which term, and what happened in a year."""

from gemeentedossier.catalogue.facts.rules import Part
from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.composition.annexes import contradictions_annex, criteria_annex
from gemeentedossier.documents.engine.composition.document import finished
from gemeentedossier.documents.engine.composition.material import Desk, Material, Telling, desk_for, untold
from gemeentedossier.documents.engine.composition.part_d.procedure import about, door, mandate, steps
from gemeentedossier.documents.engine.composition.part_d.terms import kept, processors, terms
from gemeentedossier.documents.engine.composition.part_d.year import overview

CHAPTERS = (about, door, steps, mandate, terms, processors, kept, overview)


def compose_part_d(material: Material, *, language: str = "nl", told: Telling = untold) -> Document:
    """The breach procedure of one municipality, tailored from its snapshot, and its yearly overview (GDPR 33, 34).

    A chapter about something that is not there is left out. Without assessment there are no annexes.
    """
    desk: Desk = desk_for(material, language=language)
    chapters = []
    for done, chapter in enumerate(CHAPTERS):
        told(done, len(CHAPTERS))
        chapters.append(chapter(desk))
    if material.assessment is not None:
        chapters += [
            criteria_annex(desk, material.assessment, part=Part.D),
            contradictions_annex(desk, material.assessment, part=Part.D),
        ]
    return finished(desk, "d", [each for each in chapters if each.blocks or each.children])
