"""From what a file tells to a draft of an assessment; which of both forms a file is."""

import datetime as dt
from uuid import UUID

from gemeentedossier.dossier.risks.facts import AssessmentParagraph, ImpactAssessment, ImportRemark
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.exchange.engine.assessments import cnil
from gemeentedossier.exchange.engine.assessments.cnil import read_cnil
from gemeentedossier.exchange.engine.assessments.draft import Draft, Known, loaded
from gemeentedossier.exchange.engine.assessments.national import read_national
from gemeentedossier.foundation.identifiers import new_id

LONGEST_NAME = 300


def known_in(dossier: Dossier) -> Known:
    """Return what a file is held against."""
    return Known(
        dossier.organisation.name,
        measures={each.name.casefold(): each.id for each in dossier.measures},
        people={each.name.casefold(): each.id for each in dossier.organisation.people},
    )


def read_assessment(content: bytes, known: Known) -> Draft:
    """Return the draft in a saved file of either form; raises UnreadableAssessment for another file."""
    draft = Draft()
    held = loaded(content, draft)
    (read_cnil if cnil.reads(held) else read_national)(held, draft, known)
    return draft


def assessment_from(
    draft: Draft, *, key: UUID, name: str, activity_id: UUID, by: UUID | None, at: dt.datetime
) -> ImpactAssessment:
    """Return the draft as an assessment. Each point rests on what the file says, so that differences show.

    A point of which the file states no facts rests on nothing yet: that somebody must hold it beside the register is a
    remark.
    """
    texts = draft.texts
    numbers = sorted({*texts, *draft.says})
    paragraphs = tuple(
        AssessmentParagraph(
            id=new_id(),
            number=number,
            text=texts.get(number, ""),
            basis_names=tuple(one for one, _ in draft.says.get(number, {})),
            basis_words=tuple(other for _, other in draft.says.get(number, {})),
            noted_by_id=by if number in draft.says else None,
            noted_at=at if number in draft.says else None,
        )
        for number in numbers
    )
    loose = [str(number) for number in numbers if number not in draft.says]
    if loose:
        told = ", ".join(loose)
        draft.note(
            "",
            f"punt {told}: het bestand noemt geen feiten. Houd de tekst naast het register en sla het punt op",
            f"point {told}: the file states no facts. Hold the text beside the register and save the point",
        )
    return ImpactAssessment(
        id=key,
        name=(name or draft.name)[:LONGEST_NAME],
        activity_ids=(activity_id,),
        summary=draft.summary,
        paragraphs=paragraphs,
        risks=tuple(draft.risks),
        views_sought=draft.views_sought,
        views=draft.views,
        remarks=tuple(
            ImportRemark(new_id(), each.place, each.said("nl"), each.said("en"), position)
            for position, each in enumerate(draft.remarks)
        ),
    )
