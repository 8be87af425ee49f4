"""Part A, the guidelines for data processing: a chapter per module, in the order of the document."""

from gemeentedossier.catalogue.facts.rules import Part
from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.composition.annexes import contradictions_annex, criteria_annex
from gemeentedossier.documents.engine.composition.document import finished
from gemeentedossier.documents.engine.composition.material import Desk, Material, Telling, desk_for, untold
from gemeentedossier.documents.engine.composition.part_a.domains import per_domain
from gemeentedossier.documents.engine.composition.part_a.further import automated_decisions, further_use
from gemeentedossier.documents.engine.composition.part_a.lawfulness import legal_bases
from gemeentedossier.documents.engine.composition.part_a.opening import about, responsible
from gemeentedossier.documents.engine.composition.part_a.people import informing, rights
from gemeentedossier.documents.engine.composition.part_a.principles import principles
from gemeentedossier.documents.engine.composition.part_a.protection import protected_data
from gemeentedossier.documents.engine.composition.part_a.sharing import keeping, sharing
from gemeentedossier.dossier.register.enums import ActivityRole

CHAPTERS = (
    responsible,
    principles,
    legal_bases,
    protected_data,
    informing,
    rights,
    keeping,
    sharing,
    further_use,
    automated_decisions,
    per_domain,
)


def compose_part_a(material: Material, *, language: str = "nl", told: Telling = untold) -> Document:
    """The guidelines of one municipality, tailored from its snapshot (GDPR 24(2), 5(2)).

    An empty register yields only what can be said without it. Without assessment there are no annexes.
    """
    desk: Desk = desk_for(material, language=language, about=lambda each: each.role is not ActivityRole.PROCESSOR)
    wanted = (about, *(CHAPTERS if desk.activities else (responsible,)))
    chapters = []
    for done, chapter in enumerate(wanted):
        told(done, len(wanted))
        chapters.append(chapter(desk))
    if material.assessment is not None:
        chapters += [
            criteria_annex(desk, material.assessment, part=Part.A),
            contradictions_annex(desk, material.assessment, part=Part.A),
        ]
    return finished(desk, "a", chapters)
