"""What is recorded of outages, exclusions from the baseline and clauses of policy."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from gemeentedossier.design.fields import DayField
from gemeentedossier.design.meanwhile import ReadForm
from gemeentedossier.design.moments import MOMENT_FORMATS
from gemeentedossier.desk.forms.activity.fields import ChosenField, LineField, WordsField
from gemeentedossier.desk.forms.agreement_steps import RecordChoice
from gemeentedossier.desk.forms.choices import holding, nobody, offer
from gemeentedossier.dossier.governance.facts import PolicyClause
from gemeentedossier.dossier.security.facts import Continuity
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation import clock

TEN_YEARS = 87_600
"""In hours: longer than anybody plans for."""


class ContinuityForm(ReadForm):
    """How long people can do without an activity, and how they are helped meanwhile."""

    outage_hours = forms.IntegerField(
        label=_("Too long after, in hours"),
        required=False,
        min_value=0,
        max_value=TEN_YEARS,
        help_text=_("After how many hours does somebody suffer harm because this stands still?"),
    )
    fallback = WordsField(
        label=_("How people are helped meanwhile"),
        rows=5,
        help_text=_("Who does what, with which list or form, and where that lies. It is read when nothing works."),
    )
    tried_on = DayField(label=_("Tried on"), required=False)
    outcome = WordsField(label=_("What was seen"), rows=2)

    def __init__(self, *args: Any, record: Continuity | None, **options: Any) -> None:
        held = {name: getattr(record, name) for name in self.base_fields} if record else {}
        super().__init__(*args, **{**options, "initial": held})


class OutageForm(forms.Form):
    """Which systems are down, and since when."""

    system = forms.MultipleChoiceField(
        label=_("What is down"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose what is down: then it is told what stands still.")},
    )
    since = forms.DateTimeField(
        label=_("Down since"),
        required=False,
        widget=forms.DateTimeInput(format=MOMENT_FORMATS[0]),
        input_formats=MOMENT_FORMATS,
        help_text=_("Day, month, year and time, such as 31-12-2026 16:20. Leave this empty to see it as an exercise."),
    )

    def __init__(self, *args: Any, dossier: Dossier, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["system"].widget.attrs["class"] = "desk-pick"
        offer(self, "system", ((str(each.id), each.name) for each in dossier.systems))

    def clean_since(self) -> dt.datetime | None:
        """The moment that was given; Refused in the form where it is still to come, or too long ago to count from."""
        since: dt.datetime | None = self.cleaned_data["since"]
        now = clock.now()
        if since and not now - dt.timedelta(hours=TEN_YEARS) < since <= now:
            raise forms.ValidationError(
                _("Give a moment of the last ten years that has passed: how long people can wait is counted from it.")
            )
        return since


class ExclusionForm(forms.Form):
    """What is proposed not to apply of the baseline, and why."""

    number = forms.ChoiceField(label=_("Control or measure of BIO2 1.3"))
    reason = WordsField(
        label=_("Why it does not apply"),
        required=True,
        rows=2,
        help_text=_("Not done yet is no reason: that is a gap."),
    )
    review_on = DayField(label=_("Look at this again on"), required=False)

    def __init__(self, *args: Any, numbers: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "number", [("", pgettext("choice", "Choose one")), *numbers])


class ExclusionDecisionForm(forms.Form):
    """Whether what was proposed does not apply, and why."""

    granted = forms.TypedChoiceField(
        label=_("Decision"),
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        choices=[("yes", _("It does not apply")), ("no", _("It applies all the same"))],
    )
    because = WordsField(label=_("Why it is decided so"), required=True, rows=2)


class ClauseForm(ReadForm):
    """A clause of a policy, and how it is kept in the daily work."""

    policy = LineField(label=_("Policy in which it stands"))
    title = LineField(label=_("Title"), required=True)
    text = WordsField(label=_("What the policy says"), rows=3)
    procedure = WordsField(
        label=_("How it is done in the daily work"), rows=4, help_text=_("Who does what, when, and where that shows.")
    )
    owner_id = RecordChoice(label=_("Who answers for it"), required=False)
    measure_ids = ChosenField("measures", label=_("Measures that carry it out"))

    def __init__(self, *args: Any, record: PolicyClause, dossier: Dossier, **options: Any) -> None:
        super().__init__(*args, **{**options, "initial": {name: getattr(record, name) for name in self.base_fields}})
        fields: Any = self.fields
        fields["owner_id"].offer(holding(dossier, record.owner_id), empty=nobody())
        fields["measure_ids"].choices = [(str(each.id), each.name) for each in dossier.measures]
        fields["measure_ids"].hold(record.measure_ids)
