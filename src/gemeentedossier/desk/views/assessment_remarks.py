"""What of a file that was taken over did not come along, kept on the page of the draft until somebody dealt with it."""

from typing import Any

from django.forms import Form
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gemeentedossier.design.parts import Definition
from gemeentedossier.desk.forms.assessments import RemarksForm
from gemeentedossier.desk.presenters.activity.wording import day
from gemeentedossier.desk.presenters.agreement import Fold, Section, said
from gemeentedossier.desk.views.assessment_pages import Sight
from gemeentedossier.desk.views.weighed_pages import url_of
from gemeentedossier.dossier.risks.facts import ImpactAssessment, ImportRemark
from gemeentedossier.exchange.engine.assessments.places import place_word


def remarks_section(
    sight: Sight, found: ImpactAssessment, *, writes: bool, bound: Form | None = None
) -> tuple[Section, ...]:
    """What did not come along, each with its place, and who dealt with it; nothing where it came from no file."""
    if not found.remarks:
        return ()
    settled = tuple(_settled(each, sight.language) for each in found.remarks if each.settled_at)
    opened = tuple(_title(each, sight.language) for each in found.open_remarks)
    term = _("Still open")
    return (
        Section(
            anchor="file",
            title=_("What the file said and was not taken over"),
            about=_("Look at each in the file, write here what must be here, and say that it was dealt with."),
            definitions=(said(term, *opened),) if opened and not writes else (),
            folds=(_fold(sight, found, bound),) if opened and writes else (),
            more=settled,
            more_title=_("Dealt with (%(count)d)") % {"count": len(settled)},
            empty=ngettext("%(count)d remark is open.", "%(count)d remarks are open.", len(opened))
            % {"count": len(opened)}
            if opened
            else _("Everything was dealt with."),
        ),
    )


def remarks_form(sight: Sight, found: ImpactAssessment, data: Any = None) -> RemarksForm:
    offered = ((str(each.id), _title(each, sight.language)) for each in found.open_remarks)
    return RemarksForm(data, offered=offered, initial={"revision": found.revision}, auto_id="remarks-%s")


def _fold(sight: Sight, found: ImpactAssessment, bound: Form | None) -> Fold:
    return Fold(
        title=_("Say what was dealt with"),
        button=_("This was dealt with"),
        url=url_of(sight.visit, "assessment-remarks", found.id),
        form=bound if isinstance(bound, RemarksForm) else remarks_form(sight, found),
        anchor="file",
        id="remarks",
        opened=True,
    )


def _settled(remark: ImportRemark, language: str) -> Definition:
    at = day(remark.settled_at.date()) if remark.settled_at else ""
    return said(_title(remark, language), ", ".join(filter(None, (remark.settled_by, at))))


def _title(remark: ImportRemark, language: str) -> str:
    told = remark.told_en if language.startswith("en") and remark.told_en else remark.told
    place = place_word(remark.place, language)
    return f"{place}: {told}" if place else told
