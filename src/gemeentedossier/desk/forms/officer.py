"""What the data protection officer fills in: advice, the supervision plan, a sample, a report; and the answer."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID
from zlib import crc32

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from gemeentedossier.design.fields import DayField
from gemeentedossier.design.meanwhile import ReadForm
from gemeentedossier.desk.forms.activity.fields import LineField, VocabularyField, WordsField
from gemeentedossier.desk.forms.agreement_steps import RecordChoice
from gemeentedossier.desk.forms.readings import AnyRecordField, Groups, OfferingForm
from gemeentedossier.desk.forms.risks import ask
from gemeentedossier.dossier.governance.actions.samples import LARGEST
from gemeentedossier.dossier.governance.enums import AdviceAnswer, SampledKind, SampleVerdict, SupervisionManner
from gemeentedossier.dossier.governance.facts import OfficerReport, SampledCase, SupervisionCheck


class OwnAdviceForm(forms.Form):
    """An advice that nobody asked for, about any record."""

    record = AnyRecordField(label=_("About which record"))
    title = LineField(label=_("What it is about"), required=True, max_length=200)
    text = WordsField(
        label=_("Advice"),
        required=True,
        rows=8,
        help_text=_("It stands as you write it: nobody can change it, you neither."),
    )

    def __init__(self, *args: Any, groups: Groups, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["record"]
        assert isinstance(field, AnyRecordField)  # noqa: S101 - for the type checker
        field.offer(groups)


class AnswerForm(forms.Form):
    """What is done with the advice, and why."""

    answer = VocabularyField(AdviceAnswer, label=_("What was done with the advice"), required=True)
    reason = WordsField(
        label=_("Why"),
        required=True,
        rows=3,
        help_text=_("The answer stands once it is given. Say what you do instead where you do not follow the advice."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        ask(self, "answer", AdviceAnswer)


class CheckForm(ReadForm):
    """What is looked at, why, how and by which day; ``revision`` is the one that was read."""

    topic = LineField(label=_("What is looked at"), required=True, max_length=200)
    reason = WordsField(
        label=_("Why this is looked at"),
        required=True,
        help_text=_("Which risk for people asks for it? The law asks most attention for the highest risk."),
    )
    manner = VocabularyField(SupervisionManner, label=_("How"), required=True)
    due_on = DayField(label=_("Done by"))

    def __init__(self, *args: Any, record: SupervisionCheck | None = None, **options: Any) -> None:
        held = {name: getattr(record, name) for name in self.base_fields} if record else {}
        super().__init__(*args, **{**options, "initial": held})
        ask(self, "manner", SupervisionManner)


class CloseCheckForm(forms.Form):
    """What came of a check; ``revision`` is the one that was read."""

    revision = forms.IntegerField(widget=forms.HiddenInput, initial=0)

    was_done = forms.TypedChoiceField(
        label=_("Was it done?"),
        coerce=lambda value: value == "yes",
        choices=[("yes", pgettext_lazy("check", "Yes, it was done")), ("no", pgettext_lazy("check", "No, it was not"))],
        widget=forms.RadioSelect(attrs={"class": "gd-choices--inline"}),
    )
    outcome = WordsField(
        label=_("What was found, or why it was not done"),
        required=True,
        help_text=_("It stands as you write it. Name no residents."),
    )
    closed_on = DayField(label=_("On which day"))


class SampleForm(OfferingForm):
    """From what is drawn, how many, and why."""

    kind = VocabularyField(SampledKind, label=_("Drawn from"), required=True)
    size = forms.IntegerField(label=_("How many cases"), min_value=1, max_value=LARGEST, initial=5)
    reason = WordsField(label=_("Why this is looked at"), required=True, rows=2)
    planned_check_id = RecordChoice(label=_("Belongs to this check of the plan"), required=False)

    def __init__(self, *args: Any, checks: Iterable[tuple[UUID, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        ask(self, "kind", SampledKind)
        self.offer("planned_check_id", checks, empty=pgettext("check", "No check of the plan"))


class VerdictForm(ReadForm):
    """What was seen of a case that was drawn."""

    verdict = VocabularyField(SampleVerdict, label=_("Verdict"), required=True)
    note = WordsField(label=_("What was seen"), required=True, rows=2, help_text=_("Name no residents."))

    def __init__(self, *args: Any, record: SampledCase, **options: Any) -> None:
        held = {"verdict": record.verdict, "note": record.note, "revision": mark_of_case(record)}
        super().__init__(*args, **{**options, "initial": held})
        ask(self, "verdict", SampleVerdict)


def mark_of_case(case: SampledCase) -> int:
    """A number that differs where the verdict does: a case has no revision of its own."""
    return crc32(repr((case.verdict, case.note, case.judged_by_id, case.judged_at)).encode())


class PeriodForm(forms.Form):
    """About which period is reported."""

    begins_on = DayField(label=_("First day"))
    ends_on = DayField(label=_("Last day"), help_text=_("The numbers are those of the dossier at the end of this day."))


class AdoptForm(forms.Form):
    """That the report is adopted as it was read; ``revision`` is the one that was read."""

    revision = forms.IntegerField(widget=forms.HiddenInput, initial=0)


class DiscardForm(AdoptForm):
    """Why the draft that was read is thrown away."""

    reason = WordsField(label=_("Why"), required=True, rows=2)


class JudgementForm(ReadForm):
    """The officer's own words; ``revision`` is the one that was read."""

    judgement = WordsField(
        label=_("Judgement of the officer"),
        rows=8,
        help_text=_("What goes well, what does not, and what it means for people. Your own words: no number decides."),
    )
    advice = WordsField(label=_("What the officer recommends"), rows=5)

    def __init__(self, *args: Any, record: OfficerReport, **options: Any) -> None:
        held = {name: getattr(record, name) for name in self.base_fields}
        super().__init__(*args, **{**options, "initial": held})
