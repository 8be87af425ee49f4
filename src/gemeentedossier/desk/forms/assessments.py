"""What is asked of an impact assessment: itself, a point, a risk with its measures, and each step to a decision."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.design.fields import AnswerField, DayField
from gemeentedossier.design.meanwhile import ReadForm
from gemeentedossier.desk.forms.activity.fields import LineField, RecordsField, TickedField, VocabularyField, WordsField
from gemeentedossier.desk.forms.agreement_steps import RecordChoice
from gemeentedossier.desk.forms.choices import answering, nobody
from gemeentedossier.desk.forms.risks import ask, offer_levels
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.dossier.governance.enums import AdviceAnswer
from gemeentedossier.dossier.risks.enums import Conclusion, ConsultationPiece, TreatmentKind
from gemeentedossier.dossier.risks.facts import AssessedRisk, ImpactAssessment, RiskTreatment
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.identifiers import new_id

MEASURES = 1
"""How many empty places for measures a form offers beside those that stand; saving can ask for another."""
PART = ("measure_id", "text", "kind", "owner_id", "due_on", "done_on")


class AssessmentForm(ReadForm):
    """What an assessment says of itself, what people think of it, and what it comes to."""

    summary = WordsField(label=_("Summary for who decides"), rows=4)
    views_sought = AnswerField(label=_("People or their representatives were asked"))
    views = WordsField(label=_("What people think of it"), rows=3)
    views_reason = WordsField(
        label=_("Why people were not asked"), rows=2, help_text=_("Only where nobody was asked (GDPR 35(9)).")
    )
    conclusion = VocabularyField(Conclusion, label=_("Conclusion"))
    conclusion_reason = WordsField(label=_("Why this conclusion"), rows=3)
    review_on = DayField(
        label=_("To be reviewed on"),
        required=False,
        help_text=_("Sooner where its facts change; in three years at most."),
    )
    exempt_under = LineField(
        label=_("Law of which the legislator assessed exactly this processing"),
        help_text=_("Leave this empty, unless no assessment of your own is needed for that reason (GDPR 35(10))."),
    )
    exempt_reason = WordsField(label=_("Why that assessment covers exactly this processing"), rows=2)
    name = LineField(label=_("Name"), required=True)
    reference = LineField(label=_("Own number"))
    activity_ids = RecordsField(
        label=_("Processing activities it is about"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one activity.")},
    )
    calls_optional = False
    """Saving needs little, the assessment asks nearly all."""

    def __init__(self, *args: Any, record: ImpactAssessment, dossier: Dossier, **options: Any) -> None:
        held = {name: getattr(record, name) for name in self.base_fields if hasattr(record, name)}
        super().__init__(*args, **{**options, "initial": {**held, **options.get("initial", {})}})
        fields: Any = self.fields
        fields["activity_ids"].choices = [(str(each.id), each.name) for each in dossier.activities]
        fields["activity_ids"].hold(self.initial["activity_ids"])
        fields["activity_ids"].widget.attrs["class"] = "desk-pick"


class NewAssessmentForm(forms.Form):
    """The beginning of an assessment: what it is called and what it is about."""

    name = LineField(label=_("Name"), required=True)
    activity_id = RecordChoice(label=_("Processing activity"))
    copied_from_id = RecordChoice(
        label=_("Begin with the text of"),
        required=False,
        help_text=_("What is copied must be confirmed before adoption: does it hold here too?"),
    )

    def __init__(self, *args: Any, dossier: Dossier, own: frozenset[UUID], **options: Any) -> None:
        super().__init__(*args, **options)
        fields: Any = self.fields
        fields["activity_id"].offer((each.id, each.name) for each in dossier.activities if each.id in own)
        others = ((each.id, each.name) for each in dossier.impact_assessments)
        fields["copied_from_id"].offer(others, empty=pgettext("choice", "Nothing"))


class AssessmentFileForm(forms.Form):
    """A saved file of another program, and what it is about."""

    file = forms.FileField(
        label=_("Saved file (.json)"),
        help_text=_("Of the DPIA form of central government, or of the PIA tool of the CNIL."),
        error_messages={"required": _("Choose the file."), "empty": _("This file is empty. Choose another one.")},
    )
    activity_id = RecordChoice(label=_("Processing activity"))
    name = LineField(
        label=_("Name"), help_text=_("Left empty it gets the name in the file, or else that of the activity.")
    )

    def __init__(self, *args: Any, dossier: Dossier, own: frozenset[UUID], **options: Any) -> None:
        super().__init__(*args, **options)
        fields: Any = self.fields
        fields["activity_id"].offer((each.id, each.name) for each in dossier.activities if each.id in own)


class PointForm(ReadForm):
    """A point of the model in own words. Saving says that the words fit what the register says now."""

    calls_optional = False
    """Saving needs no words, the assessment does."""
    text = WordsField(label=_("In your own words"), rows=10)


class AssessedRiskForm(ReadForm):
    """A risk to people with what makes it smaller."""

    calls_optional = False
    """Saving needs little, the assessment asks nearly all."""
    threat = WordsField(label=_("What can happen to people"), required=True, rows=2)
    origin = WordsField(label=_("Where it comes from"), rows=2)
    consequence = WordsField(label=_("What people then suffer"), rows=2)
    likelihood = VocabularyField(RiskLevel, label=_("Likelihood without measures"))
    likelihood_reason = WordsField(label=_("Why this likelihood"), rows=2)
    impact = VocabularyField(RiskLevel, label=_("Impact on people without measures"))
    impact_reason = WordsField(label=_("Why this impact"), rows=2)
    level_reason = WordsField(label=_("Why the level that follows fits"), rows=2)

    def __init__(self, *args: Any, record: AssessedRisk, dossier: Dossier, **options: Any) -> None:
        self.record = record
        held = {name: getattr(record, name) for name in self.base_fields if hasattr(record, name)}
        super().__init__(*args, **{**options, "initial": {**held, **options.get("initial", {})}})
        self.places: list[UUID] = [each.id for each in record.treatments]
        for number in range(len(record.treatments) + MEASURES):
            self._offer_measure(number, dossier)
        remaining = {
            "residual_likelihood": VocabularyField(RiskLevel, label=_("Likelihood that remains with the measures")),
            "residual_impact": VocabularyField(RiskLevel, label=_("Impact on people that remains with the measures")),
            "residual_reason": WordsField(label=_("Why this may remain"), rows=2),
        }
        for name, field in remaining.items():
            self.fields[name] = field
            self.initial.setdefault(name, getattr(record, name))
        for name in ("likelihood", "residual_likelihood"):
            offer_levels(self, name, of="likelihood")
        for name in ("impact", "residual_impact"):
            offer_levels(self, name, of="impact")

    def _offer_measure(self, number: int, dossier: Dossier) -> None:
        """The fields of one measure; what stands in them where there is one already."""
        held = self.record.treatments[number] if number < len(self.record.treatments) else None
        told = {"number": number + 1}
        measure = RecordChoice(label=_("Measure %(number)d") % told, required=False)
        measure.offer(((each.id, each.name) for each in dossier.measures), empty=pgettext("choice", "In own words"))
        owner = RecordChoice(label=_("Who does measure %(number)d") % told, required=False)
        owner.offer(answering(dossier, held.owner_id if held else None), empty=nobody())
        made: dict[str, forms.Field] = {
            "measure_id": measure,
            "text": WordsField(label=_("Measure %(number)d in own words") % told, rows=2),
            "kind": VocabularyField(TreatmentKind, label=_("Kind of measure %(number)d") % told),
            "owner_id": owner,
            "due_on": DayField(label=_("Measure %(number)d is done on, at the latest") % told, required=False),
            "done_on": DayField(label=_("Measure %(number)d was done on") % told, required=False),
        }
        for name, field in made.items():
            self.fields[f"m{number}_{name}"] = field
            self.initial.setdefault(f"m{number}_{name}", getattr(held, name) if held else None)

    def measures(self) -> tuple[RiskTreatment, ...]:
        """The measures that were filled in; one that says nothing was taken away."""
        found = []
        for number in range(len(self.places) + MEASURES):
            given = {name: self.cleaned_data[f"m{number}_{name}"] for name in PART}
            if given["measure_id"] or given["text"].strip():
                key = self.places[number] if number < len(self.places) else new_id()
                found.append(RiskTreatment(key, number, **given))
        return tuple(found)

    def told(self) -> dict[str, Any]:
        """What was written of the risk itself."""
        own = (*AssessedRiskForm.base_fields, "residual_likelihood", "residual_impact", "residual_reason")
        return {name: self.cleaned_data[name] for name in own if name != "revision"}


class StepForm(forms.Form):
    """A step that adds something to the assessment as it was read; ``revision`` says which that was."""

    revision = forms.IntegerField(widget=forms.HiddenInput, initial=0)


class RemarksForm(StepForm):
    """Which remarks on a file that was taken over were dealt with."""

    calls_optional = False
    remarks = TickedField(label=_("What was dealt with"), required=False, widget=forms.CheckboxSelectMultiple)
    everything = forms.BooleanField(label=_("Everything in this list was dealt with"), required=False)

    def __init__(self, *args: Any, offered: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        fields: Any = self.fields
        fields["remarks"].choices = list(offered)
        fields["remarks"].hold(())
        self._offered = [key for key, _title in fields["remarks"].choices]

    def chosen(self) -> list[UUID]:
        """The remarks that were ticked, or all that were offered."""
        given = self.cleaned_data
        return [UUID(each) for each in (self._offered if given["everything"] else given["remarks"])]


class ReadReasonForm(StepForm):
    """Why something is done with the assessment as it was read."""

    reason = WordsField(label=_("Why"), required=True, rows=2)


class AdviceForm(StepForm):
    """What the data protection officer advises."""

    text = WordsField(
        label=_("Advice"),
        required=True,
        rows=8,
        help_text=_("It stands as you write it: nobody can change it, you neither."),
    )


class AnswerAdviceForm(StepForm):
    """What is done with the advice, and why."""

    answer = VocabularyField(AdviceAnswer, label=_("What was done with the advice"), required=True)
    reason = WordsField(label=_("Why"), required=True, rows=3)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        ask(self, "answer", AdviceAnswer)


class AdoptForm(StepForm):
    """The decision of the controller."""

    because = WordsField(label=_("Why it is adopted, and why what remains is acceptable"), required=True, rows=3)
    review_on = DayField(label=_("To be reviewed on"), required=False)


class PublishForm(ReadForm):
    """The summary that everyone may read."""

    summary = WordsField(
        label=_("Summary for everyone"),
        required=True,
        rows=5,
        help_text=_("Say nothing of weak places in the security, and name nobody."),
    )


class ConsultationForm(StepForm):
    """A request to the authority, and what became of it."""

    requested_on = DayField(label=_("Requested on"))
    pieces = TickedField(label=_("What was enclosed (GDPR 36(3))"), required=False, widget=forms.CheckboxSelectMultiple)
    received_on = DayField(label=_("Received by the authority on"), required=False)
    extended_on = DayField(label=_("The authority told on this day that it takes longer"), required=False)
    suspended_on = DayField(label=_("Suspended from"), required=False)
    resumed_on = DayField(label=_("Resumed on"), required=False)
    answered_on = DayField(label=_("Advice of the authority of"), required=False)
    outcome = WordsField(label=_("What the authority advised"), rows=3)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: Any = self.fields
        fields["pieces"].choices = [(each.value, name_of(each)) for each in ConsultationPiece]
        fields["pieces"].hold(self.initial.get("pieces") or ())
