"""Part B, security in relation to the purposes: a chapter per module, in the order of the document."""

from gemeentedossier.catalogue.facts.rules import Part
from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.composition.annexes import contradictions_annex, criteria_annex
from gemeentedossier.documents.engine.composition.document import finished
from gemeentedossier.documents.engine.composition.material import Desk, Material, Telling, desk_for, untold
from gemeentedossier.documents.engine.composition.part_b.access import access, logging
from gemeentedossier.documents.engine.composition.part_b.applicability import applicability
from gemeentedossier.documents.engine.composition.part_b.continuity import continuity
from gemeentedossier.documents.engine.composition.part_b.levels import classified, method
from gemeentedossier.documents.engine.composition.part_b.means import measures, systems
from gemeentedossier.documents.engine.composition.part_b.opening import about, responsible
from gemeentedossier.documents.engine.composition.part_b.outside import suppliers, tools
from gemeentedossier.documents.engine.composition.part_b.sheets import sheets
from gemeentedossier.documents.engine.composition.part_b.weighing import policy, risks

CHAPTERS = (
    responsible,
    method,
    classified,
    systems,
    measures,
    access,
    logging,
    continuity,
    suppliers,
    tools,
    risks,
    policy,
    applicability,
    sheets,
)


def compose_part_b(material: Material, *, language: str = "nl", told: Telling = untold) -> Document:
    """How one municipality secures what it processes, tailored from its snapshot (GDPR 24(1), 32).

    A chapter about something that is not there is left out. Without assessment there are no annexes.
    """
    desk: Desk = desk_for(material, language=language)
    wanted = (about, *(CHAPTERS if desk.activities else (responsible,)))
    chapters = []
    for done, chapter in enumerate(wanted):
        told(done, len(wanted))
        chapters.append(chapter(desk))
    if material.assessment is not None:
        chapters += [
            criteria_annex(desk, material.assessment, part=Part.B),
            contradictions_annex(desk, material.assessment, part=Part.B),
        ]
    return finished(desk, "b", [each for each in chapters if each.blocks or each.children])
