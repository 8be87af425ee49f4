"""What somebody typed in Part C is text and stays text: on its pages, in Part C and in the report, in every form."""

import io
import zipfile

import pytest
from django.urls import reverse

from gemeentedossier.documents.engine import rendering
from gemeentedossier.documents.engine.rendering import Format
from gemeentedossier.documents.enums import DocumentKind
from gemeentedossier.documents.queries import document_of
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.risks import models
from gemeentedossier.dossier.risks.actions.assessments import draw_up_assessment
from gemeentedossier.dossier.risks.actions.proposals import refuse_proposal
from gemeentedossier.dossier.risks.facts import (
    AssessedRisk,
    AssessmentParagraph,
    ImpactAssessment,
    ImportRemark,
    RiskTreatment,
)
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.models import Person
from tests.builders import an_activity
from tests.integration.desk.test_hostile_text import AS_MARKUP, HOSTILE, browser, hostile


@pytest.fixture
def drawn(municipality: Municipality, everyone: Actor) -> ImpactAssessment:
    """A draft that is hostile from end to end, about a hostile activity."""
    activity = hostile(an_activity())
    insert_activities([activity])
    treatment = RiskTreatment(new_id(), text=HOSTILE)
    risk = AssessedRisk(
        new_id(), HOSTILE, origin=HOSTILE, consequence=HOSTILE, likelihood_reason=HOSTILE, impact_reason=HOSTILE,
        level_reason=HOSTILE, residual_reason=HOSTILE, treatments=(treatment,),
    )  # fmt: skip
    point = AssessmentParagraph(new_id(), 2, HOSTILE, ("data",), (HOSTILE,), noted_at=clock.now())
    draft = ImpactAssessment(
        new_id(), HOSTILE, HOSTILE[:60], summary=HOSTILE, activity_ids=(activity.id,), paragraphs=(point,),
        risks=(risk,), views_sought=True, views=HOSTILE, conclusion_reason=HOSTILE,
        remarks=(ImportRemark(new_id(), HOSTILE[:150], HOSTILE, HOSTILE),),
    )  # fmt: skip
    refuse_proposal(activity.id, "data", "pasfoto", reason=HOSTILE, revision=activity.revision, by=everyone)
    made = draw_up_assessment(draft, by=everyone)
    models.ImpactAssessment.objects.update(drawn_up_by=Person.objects.create(name=HOSTILE))
    return made


def test_no_page_of_part_c_takes_text_for_markup(drawn: ImpactAssessment) -> None:
    reader, risk = browser(), drawn.risks[0].id
    one = ("assessment", "assessment-history", "assessment-report-text", "assessment-edit", "assessment-risk-new")
    urls = [reverse(f"desk:{name}", args=["duinveld", drawn.id]) for name in one]
    urls += [reverse(f"desk:{name}", args=["duinveld"]) for name in ("assessments", "prescans", "assessment-take-in")]
    urls += [
        reverse("desk:assessment-point", args=["duinveld", drawn.id, 2]),
        reverse("desk:assessment-risk", args=["duinveld", drawn.id, risk]),
        reverse("desk:prescan", args=["duinveld", drawn.activity_ids[0]]),
    ]
    shown = {url: reader.get(url) for url in urls}
    assert {answer.status_code for answer in shown.values()} == {200}
    pages = {url: answer.content.decode() for url, answer in shown.items()}
    assert {url: AS_MARKUP.findall(page) for url, page in pages.items() if AS_MARKUP.search(page)} == {}
    assert all("&lt;script&gt;alert(1)" in page for page in pages.values())


@pytest.mark.parametrize("form", [Format.HTML, Format.ODT, Format.DOCX])
def test_part_c_takes_no_text_for_markup(drawn: ImpactAssessment, municipality: Municipality, form: Format) -> None:
    content = rendering.render(document_of(municipality, kind=DocumentKind.PART_C, language="nl", moment=None), form)
    if form is Format.HTML:
        assert AS_MARKUP.findall(content.decode()) == []
        return
    archive = zipfile.ZipFile(io.BytesIO(content))
    parts = [archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")]
    assert [AS_MARKUP.findall(part) for part in parts if AS_MARKUP.search(part)] == []


def test_a_typesetter_runs_nothing_of_an_assessment(drawn: ImpactAssessment) -> None:
    answer = browser().get(reverse("desk:assessment-report", args=["duinveld", drawn.id, "pdf"]))
    assert (answer.status_code, bytes(answer.getvalue())[:4]) == (200, b"%PDF")
