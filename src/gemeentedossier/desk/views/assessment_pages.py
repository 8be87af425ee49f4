"""What the pages of Part C have in common: their frame, what they are made of, and a form on a page of its own."""

from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from gemeentedossier.assessment.engine.assess import day_of, law_on
from gemeentedossier.assessment.engine.subjects.assessed import around_of
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.catalogue.engine.lint import Lint
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.design.frames import Frame
from gemeentedossier.design.parts import Crumb
from gemeentedossier.desk.presenters.frame import frame_for
from gemeentedossier.desk.rules import Visit
from gemeentedossier.desk.views.assessment_permitted import may_with
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.weighed_pages import url_of
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.register.queries.edits import RecordEdit, edits_since
from gemeentedossier.dossier.risks.engine.staleness import PointStanding, standing_of
from gemeentedossier.dossier.risks.engine.statements import Around
from gemeentedossier.dossier.risks.facts import ImpactAssessment, Prescan
from gemeentedossier.dossier.snapshot.facts import Dossier

VIEW = "risks.view_assessment"


@dataclass(frozen=True)
class Sight:
    """What a page of Part C is made of."""

    visit: Visit
    judged: Judged

    @property
    def dossier(self) -> Dossier:
        """The dossier that this visit looks at."""
        return self.judged.dossier

    @cached_property
    def catalogue(self) -> Catalogue:
        """The edition of that day."""
        return catalogue_at(self.visit.moment)

    @cached_property
    def around(self) -> Around:
        """What statements about activities are made of."""
        return around_of(self.dossier, self.catalogue)

    @cached_property
    def activities(self) -> dict[UUID, Activity]:
        """Every activity by its key."""
        return {each.id: each for each in self.dossier.activities}

    @cached_property
    def lint(self) -> Lint:
        """What finds left-overs in texts."""
        return law_on(day_of(self.dossier), self.catalogue).lint

    @property
    def language(self) -> str:
        """The reader's language."""
        return get_language() or "nl"

    def prescan(self, activity_id: UUID) -> Prescan | None:
        """The pre-scan of an activity; None where nobody answered or decided anything."""
        return self.around.prescans.get(activity_id)

    def standings(self, assessment: ImpactAssessment) -> tuple[PointStanding, ...]:
        """Where each point of an assessment stands beside the register."""
        return standing_of(assessment, self.activities, self.around)

    def stale(self, assessment: ImpactAssessment) -> tuple[int, ...]:
        """The numbers of the points whose facts changed."""
        return tuple(each.point.number for each in self.standings(assessment) if each.is_stale)

    def edits(self, assessment: ImpactAssessment) -> tuple[RecordEdit, ...]:
        """What was done with the records it is about since its oldest point was written, up to this moment."""
        noted = [each.noted_at for each in assessment.paragraphs if each.noted_at]
        if not noted:
            return ()
        if assessment.id not in self._edits:
            self._edits[assessment.id] = edits_since(assessment.activity_ids, min(noted))
        until = self.visit.moment
        return tuple(each for each in self._edits[assessment.id] if until is None or each.at <= until)

    @cached_property
    def _edits(self) -> dict[UUID, tuple[RecordEdit, ...]]:
        return {}

    def may(self, permission: str, assessment: ImpactAssessment) -> bool:
        """Whether this person may do so with the assessment, now."""
        return may_with(self.visit, permission, assessment, self.activities)


def sight_of(visit: Visit) -> Sight:
    """What the pages of this visit are made of."""
    return Sight(visit, judged_by(visit))


def assessment_frame(visit: Visit, title: str = "", *, back: str = "", last: str = "") -> Frame:
    """The frame of a page of Part C."""
    every = Crumb(label=pgettext("place in the rail", "DPIAs"), url=url_of(visit, "assessments"))
    steps = (*((Crumb(label=title, url=back),) if title else ()), *((Crumb(label=last),) if last else ()))
    return frame_for(visit, place="desk:assessments", crumbs=(every, *steps))


def form_page(
    visit: Visit, *, title: str, lead: str, form: Form, back: str, button: str = "", **more: object
) -> HttpResponse:
    """A form on a page of its own."""
    shown = {
        "frame": assessment_frame(visit, lead or title, back=back, last=title if lead else ""),
        "title": title,
        "lead": lead,
        "form": form,
        "button": button or _("Save"),
        "back_url": back,
        **more,
    }
    return render(visit.request, "desk/assessment_edit.html", shown)
