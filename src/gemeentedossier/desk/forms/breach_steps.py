"""The steps of the work on a breach, each with what it asks."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from gemeentedossier.design.fields import AnswerField, DayField
from gemeentedossier.design.moments import MomentField
from gemeentedossier.desk.forms.activity.fields import LineField, WordsField
from gemeentedossier.desk.forms.agreement_steps import RecordChoice
from gemeentedossier.desk.forms.breach_fields import MOST, WordField, WordsChosenField, named
from gemeentedossier.desk.forms.choices import holding, nobody
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.dossier.breaches.engine.form import FormAnswer
from gemeentedossier.dossier.breaches.enums import (
    InformGround,
    Manner,
    MeasureKind,
    MessageElement,
    NotificationKind,
)
from gemeentedossier.dossier.breaches.facts import BreachMeasure, PersonalDataBreach, SentAnswer
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id


class StepForm(forms.Form):
    """A step on a breach that was read; ``revision`` is the one that was read."""

    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, breach: PersonalDataBreach, **options: Any) -> None:
        initial = {"revision": breach.revision, **options.pop("initial", {})}
        super().__init__(*args, **{"auto_id": f"{type(self).__name__}-%s", **options, "initial": initial})


class NotifyDecisionForm(StepForm):
    """Whether the authority is notified, and why."""

    is_yes = AnswerField(label=_("Notify the authority?"), required=True)
    reason = WordsField(label=_("Why"), required=True, rows=3)
    late_reason = WordsField(label=_("Why it was decided late"), rows=2, help_text=_("Leave empty if it is in time."))


class InformDecisionForm(NotifyDecisionForm):
    """Whether people are told, and why; not telling them needs a ground."""

    is_yes = AnswerField(label=_("Tell the people concerned?"), required=True)
    ground = WordField(
        InformGround, label=_("If not: on which ground"), help_text=_("Article 34(3), UAVG 41, or no high risk.")
    )
    field_order = ("is_yes", "ground", "reason", "late_reason")


class AdviceForm(StepForm):
    """What the data protection officer advises."""

    text = WordsField(label=_("Your advice"), required=True, rows=4)


class AnswerForm(StepForm):
    """What is done with the advice."""

    answer = WordsField(label=_("What is done with it, and why"), required=True, rows=3)


class NotificationForm(StepForm):
    """What was really sent to an authority: when, under which number, and each answer."""

    calls_optional = False
    kind = WordField(NotificationKind, label=_("What was sent"), required=True)
    sent_at = MomentField(label=_("Sent"), required=True)
    number = LineField(label=_("Number of the notification"), max_length=100)
    is_preliminary = AnswerField(label=_("Does more follow?"))
    delay_reason = WordsField(label=_("Why it was later than the term"), rows=2)
    note = WordsField(label=_("Note"), rows=2)
    evidence_id = RecordChoice(
        label=_("Evidence"), required=False, help_text=_("The confirmation of the authority; add it to the evidence.")
    )

    def __init__(
        self,
        *args: Any,
        breach: PersonalDataBreach,
        dossier: Dossier,
        answers: Iterable[FormAnswer],
        **options: Any,
    ) -> None:
        super().__init__(*args, breach=breach, **options)
        kind: Any = self.fields["kind"]
        kind.choices = [("", pgettext("choice", "Choose one")), *named(kinds_for(breach))()]
        field: Any = self.fields["evidence_id"]
        shown = ((each.id, each.title) for each in dossier.evidence if each.withdrawn_at is None)
        field.offer(shown, empty=pgettext("evidence of a notification", "None"))
        self.asked = tuple(answers)
        for each in self.asked:
            self.fields[each.field.id] = WordsField(
                label=f"{each.field.number} {each.field.question.in_language(language())}",
                rows=1 if len(each.text) < 80 else 3,
                initial=each.text,
            )

    def told(self) -> tuple[SentAnswer, ...]:
        """What was filled in, question by question."""
        given = ((each.field.id, self.cleaned_data[each.field.id].strip()) for each in self.asked)
        return tuple(SentAnswer(id=new_id(), question=key, answer=text) for key, text in given if text)

    def values(self) -> dict[str, Any]:
        """What was sent beside the answers."""
        names = ("kind", "sent_at", "number", "is_preliminary", "delay_reason", "note", "evidence_id")
        return {name: self.cleaned_data[name] for name in names}


class MessageForm(StepForm):
    """How people were told, and the text as it was sent."""

    manner = WordField(Manner, label=_("How they were told"), required=True)
    told_at = MomentField(label=_("Told"), required=True)
    people_count = forms.IntegerField(label=_("Number of people told"), min_value=0, max_value=MOST, required=False)
    text = WordsField(label=_("The text as it was sent"), required=True, rows=14)
    tells = WordsChosenField(
        MessageElement, label=_("What it tells"), help_text=_("Tick what really stands in the text.")
    )
    told_data = forms.MultipleChoiceField(
        label=_("Which data it names"), required=False, widget=forms.CheckboxSelectMultiple
    )
    delay_reason = WordsField(label=_("Why it was late"), rows=2, help_text=_("Leave empty if it was soon."))

    def __init__(
        self,
        *args: Any,
        breach: PersonalDataBreach,
        hit: Iterable[tuple[str, str]] = (),
        missing: Iterable[str] = (),
        **options: Any,
    ) -> None:
        super().__init__(*args, breach=breach, **options)
        field: Any = self.fields["told_data"]
        field.choices = list(hit)
        if lacks := ", ".join(missing):
            told = _("The letter of this record is not finished, so it does not stand here. It lacks: %(missing)s.")
            self.fields["text"].help_text = str(told) % {"missing": lacks}


class MeasureForm(StepForm):
    """What is done, by whom and until when."""

    kind = WordField(MeasureKind, label=_("Kind"), required=True)
    what = WordsField(label=_("What is done"), required=True, rows=2)
    owner_id = RecordChoice(label=_("Who does it"), required=False)
    due_on = DayField(label=_("Done by"), required=False)
    measure_id = RecordChoice(label=_("Measure of Part B that it builds on"), required=False)

    def __init__(self, *args: Any, breach: PersonalDataBreach, dossier: Dossier, **options: Any) -> None:
        super().__init__(*args, breach=breach, **options)
        owner: Any = self.fields["owner_id"]
        owner.offer(holding(dossier, None), empty=nobody())
        measure: Any = self.fields["measure_id"]
        measure.offer(((each.id, each.name) for each in dossier.measures), empty=pgettext("measure", "None"))


class DoneForm(StepForm):
    """That a measure was done."""

    done_on = DayField(label=_("Done on"))
    done_how = WordsField(label=_("What was done"), required=True, rows=2)
    evidence_id = RecordChoice(label=_("Evidence"), required=False)

    def __init__(self, *args: Any, breach: PersonalDataBreach, dossier: Dossier, **options: Any) -> None:
        super().__init__(*args, breach=breach, initial={"done_on": clock.today()}, **options)
        field: Any = self.fields["evidence_id"]
        shown = ((each.id, each.title) for each in dossier.evidence if each.withdrawn_at is None)
        field.offer(shown, empty=pgettext("evidence of a measure", "None"))


class EffectForm(StepForm):
    """Whether a measure worked."""

    effect = WordsField(label=_("What you saw: did it work?"), required=True, rows=2)
    seen_on = DayField(label=_("Looked at on"))

    def __init__(self, *args: Any, breach: PersonalDataBreach, measure: BreachMeasure, **options: Any) -> None:
        held = {"effect": measure.effect, "seen_on": measure.effect_seen_on or clock.today()}
        super().__init__(*args, breach=breach, initial=held, **options)


class CloseForm(StepForm):
    """Why the work is done."""

    because = WordsField(label=_("Why the work is done"), required=True, rows=2)
    knows_open = forms.BooleanField(
        label=_("Close it with these points open"),
        error_messages={"required": _("These points of law are not met. Mend them first, or tick that you know.")},
    )

    def __init__(self, *args: Any, breach: PersonalDataBreach, open_by_law: Iterable[str] = (), **options: Any) -> None:
        super().__init__(*args, breach=breach, **options)
        if points := "; ".join(open_by_law):
            told = _("By law these points are not met: %(points)s. That you closed it with these open is kept.")
            self.fields["knows_open"].help_text = str(told) % {"points": points}
        else:
            del self.fields["knows_open"]


class ReopenForm(StepForm):
    """Why it is opened again."""

    reason = WordsField(label=_("Why it is opened again"), required=True, rows=2)


class DeletionForm(StepForm):
    """When the record would be destroyed."""

    on = DayField(label=_("To be destroyed on"), required=False)

    def __init__(self, *args: Any, breach: PersonalDataBreach, **options: Any) -> None:
        super().__init__(*args, breach=breach, initial={"on": breach.closing.deletion_planned_on}, **options)


OF_THE_CONTROLLER = (
    NotificationKind.FIRST,
    NotificationKind.FOLLOW_UP,
    NotificationKind.WITHDRAWAL,
    NotificationKind.POLICE,
)


def kinds_for(breach: PersonalDataBreach) -> tuple[NotificationKind, ...]:
    """What can be sent of this breach: by a controller to the authority, by a processor to its controller (33(2))."""
    other = OF_THE_CONTROLLER if breach.is_for_another else (NotificationKind.CONTROLLER,)
    return tuple(each for each in NotificationKind if each not in other)
