"""What pre-scan and assessments propose to the register: taken over in the record, or refused with a reason."""

from django.forms import Form
from django.utils.translation import gettext as _

from gemeentedossier.desk.forms.proposals import ProposalForm
from gemeentedossier.desk.presenters.agreement import Fold, Section
from gemeentedossier.desk.presenters.proposals import answered_said, proposal_title, source_word
from gemeentedossier.desk.views.assessment_pages import Sight
from gemeentedossier.desk.views.weighed_pages import url_of
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.risks.actions.proposals import refuse_proposal, take_over_proposal
from gemeentedossier.dossier.risks.engine.proposals import Proposal, proposals_for, with_proposal
from gemeentedossier.dossier.risks.enums import ProposalAnswer
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.organisation.permissions import can_for

MAY = "register.edit_activity"


def proposals_section(sight: Sight, activity: Activity, bound: Form | None = None) -> tuple[Section, ...]:
    """What is proposed, each with what can be done with it, and what became of earlier proposals."""
    proposed = proposals_of(sight, activity)
    answered = tuple(answered_said(sight.prescan(activity.id), sight.catalogue, language=sight.language))
    if not proposed and not answered:
        return ()
    return (
        Section(
            anchor="proposals",
            title=_("Proposals to the register"),
            about=_("What Part C says and the record does not. Take it over, or say why the record stays as it is."),
            definitions=answered,
            folds=tuple(_fold(sight, activity, each, bound, number) for number, each in enumerate(proposed))
            if may_answer(sight, activity)
            else (),
            empty=_("Nothing was answered yet."),
        ),
    )


def may_answer(sight: Sight, activity: Activity) -> bool:
    """Whether this person may edit the record, now."""
    return sight.visit.moment is None and can_for(sight.visit.actor, MAY, owner_id=activity.owner_id)


def write_answer(sight: Sight, activity: Activity, form: ProposalForm) -> None:
    """Take over or refuse what the form names; Refused where it is not proposed any more."""
    given, by = form.cleaned_data, sight.visit.actor
    found = next(
        (each for each in proposals_of(sight, activity) if (each.name, each.words) == (given["name"], given["words"])),
        None,
    )
    if found is None:
        raise Refused(_("This is not proposed any more. Read the page as it is now."))
    told = {"revision": given["revision"], "by": by}
    if given["answer"] is ProposalAnswer.REFUSED:
        refuse_proposal(activity.id, found.name, found.words, reason=given["reason"], **told)
        return
    take_over_proposal(
        activity.id,
        found.name,
        found.words,
        change=lambda record: with_proposal(record, found, sight.around, new_id=new_id),
        **told,
    )


def proposals_of(sight: Sight, activity: Activity) -> tuple[Proposal, ...]:
    """What is proposed to the record of an activity."""
    return proposals_for(activity, sight.prescan(activity.id), sight.dossier.impact_assessments, sight.around)


def _fold(sight: Sight, activity: Activity, proposal: Proposal, bound: Form | None, number: int) -> Fold:
    names: dict[object, str] = {each.id: each.name for each in sight.dossier.impact_assessments}
    title = proposal_title(proposal, sight.catalogue, language=sight.language)
    held = {"revision": activity.revision, "name": proposal.name, "words": proposal.words}
    form: Form = ProposalForm(initial=held, auto_id=f"proposal-{number}-%s")
    if isinstance(bound, ProposalForm) and (bound.data.get("name"), bound.data.get("words")) == (
        proposal.name,
        proposal.words,
    ):
        form = bound
    told = {"title": title, "source": source_word(proposal, names)}
    return Fold(
        title=_("%(title)s – says %(source)s") % told,
        button=_("Record this"),
        url=url_of(sight.visit, "prescan-proposal", activity.id),
        form=form,
        anchor="proposals",
        id=f"proposal-{number}",
    )
