"""Part C, risks to data subjects: how they are weighed, what was found and decided, and what is still to be done."""

from gemeentedossier.catalogue.facts.rules import Part
from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.composition.annexes import contradictions_annex, criteria_annex
from gemeentedossier.documents.engine.composition.document import finished
from gemeentedossier.documents.engine.composition.material import Desk, Material, Telling, desk_for, untold
from gemeentedossier.documents.engine.composition.part_c.assessments import assessments, kept_risks, measures
from gemeentedossier.documents.engine.composition.part_c.decided import advice, calendar, consultations, stale
from gemeentedossier.documents.engine.composition.part_c.method import listed, scale, steps, weighing
from gemeentedossier.documents.engine.composition.part_c.opening import about
from gemeentedossier.documents.engine.composition.part_c.prescans import prescans

METHOD = (steps, weighing, listed, scale)
FOUND = (prescans, assessments, kept_risks, measures, advice, consultations, stale, calendar)


def compose_part_c(material: Material, *, language: str = "nl", told: Telling = untold) -> Document:
    """How one municipality describes and weighs risks to people, tailored from its snapshot (GDPR 35, 36).

    A chapter about something that is not there is left out. Without assessment of the rules there are no annexes.
    """
    desk: Desk = desk_for(material, language=language)
    wanted = (about, *METHOD, *(FOUND if desk.activities else ()))
    chapters = []
    for done, chapter in enumerate(wanted):
        told(done, len(wanted))
        chapters.append(chapter(desk))
    if material.assessment is not None:
        chapters += [
            criteria_annex(desk, material.assessment, part=Part.C),
            contradictions_annex(desk, material.assessment, part=Part.C),
        ]
    return finished(desk, "c", [each for each in chapters if each.blocks or each.children])
