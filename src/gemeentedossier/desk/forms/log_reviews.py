"""How often a log is looked at, what was seen, and what became of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from gemeentedossier.design.fields import DayField
from gemeentedossier.design.meanwhile import ReadForm
from gemeentedossier.desk.forms.activity.fields import WordsField
from gemeentedossier.desk.forms.agreement_steps import RecordChoice
from gemeentedossier.desk.forms.choices import holding, nobody
from gemeentedossier.dossier.security.facts import LogReview, LogReviewPlan
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation import clock

LONGEST_TERM = 120
"""In months; who looks once in ten years looks no more."""


class PlanForm(ReadForm):
    """How often the log of a system is looked at, and for what."""

    looks_at = WordsField(
        label=_("What is looked at"), required=True, rows=2, help_text=_("Such as who looked in files of colleagues.")
    )
    sample = WordsField(label=_("How is chosen what is looked at"), rows=2)
    every_months = forms.IntegerField(label=_("Every so many months"), min_value=1, max_value=LONGEST_TERM, initial=3)
    starts_on = DayField(label=_("From"))
    owner_id = RecordChoice(label=_("Who answers for it"), required=False)

    def __init__(self, *args: Any, plan: LogReviewPlan | None, dossier: Dossier, **options: Any) -> None:
        held = {name: getattr(plan, name) for name in self.base_fields if hasattr(plan, name)} if plan else {}
        initial = {"starts_on": clock.today(), **held, **options.pop("initial", {})}
        super().__init__(*args, **{**options, "initial": initial})
        field: Any = self.fields["owner_id"]
        field.offer(holding(dossier, plan.owner_id if plan else None), empty=nobody())


class NewPlanForm(PlanForm):
    """A plan that begins: of which system too."""

    system_id = RecordChoice(label=_("System"))
    field_order = ("system_id",)

    def __init__(self, *args: Any, dossier: Dossier, **options: Any) -> None:
        super().__init__(*args, plan=None, dossier=dossier, **options)
        field: Any = self.fields["system_id"]
        field.offer((each.id, each.name) for each in dossier.systems)


class EndPlanForm(forms.Form):
    """From when on the log is no longer looked at, and why."""

    ended_on = DayField(label=_("No longer from"))
    reason = WordsField(label=_("Why this log is no longer looked at"), required=True, rows=2)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"auto_id": "end-%s", **options})


class FollowUp(forms.Form):
    """What is done about what was found."""

    follow_up = WordsField(label=_("What is done about it"), rows=2)
    followed_up_on = DayField(
        label=_("Dealt with on"), required=False, help_text=_("Leave it empty as long as it is not done.")
    )

    def __init__(self, *args: Any, review: LogReview | None = None, **options: Any) -> None:
        held = {name: getattr(review, name) for name in ("follow_up", "followed_up_on")} if review else {}
        super().__init__(*args, **{**options, "initial": {**held, **options.get("initial", {})}})


class FollowUpForm(FollowUp):
    """What became of a review; ``read`` is the mark of what was written of that before."""

    read = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, review: LogReview, **options: Any) -> None:
        super().__init__(*args, review=review, **{**options, "initial": {"read": review.follow_up_mark}})


class ReviewForm(FollowUp):
    """That somebody looked at a log, and what was found."""

    done_on = DayField(label=_("Looked on"))
    sample = WordsField(label=_("What was looked at"), rows=2)
    findings = WordsField(
        label=_("What was found"), required=True, rows=3, help_text=_("Also that nothing was. No names of residents.")
    )
    evidence_id = RecordChoice(label=_("Evidence"), required=False, help_text=_("Such as a report; add it first."))
    field_order = ("done_on", "sample", "findings", "follow_up", "followed_up_on", "evidence_id")

    def __init__(self, *args: Any, dossier: Dossier, **options: Any) -> None:
        super().__init__(*args, **{"auto_id": "look-%s", "initial": {"done_on": clock.today()}, **options})
        field: Any = self.fields["evidence_id"]
        shown = ((each.id, each.title) for each in dossier.evidence if each.withdrawn_at is None)
        field.offer(shown, empty=pgettext("evidence of a review", "None"))
