"""The steps of a request that are posted from its page; each sends which revision of the request was on that page."""

from copy import copy
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from gemeentedossier.design.fields import DayField
from gemeentedossier.design.meanwhile import ReadForm
from gemeentedossier.desk.forms.activity.fields import VocabularyField, WordsField
from gemeentedossier.desk.forms.choices import offer
from gemeentedossier.desk.forms.requests import WITHOUT_NAMES, RequesterForm
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.dossier.requests.enums import ClosedAs, ExtensionGround, SuspensionGround
from gemeentedossier.dossier.requests.facts import DataSubjectRequest


class StepForm(forms.Form):
    """A step with a request: ``as_read`` is the revision that was on the page."""

    as_read = forms.IntegerField(widget=forms.HiddenInput)

    def read_again(self, revision: int) -> None:
        """Somebody changed the request meanwhile; it stands above as it is now, so that saving again is on purpose."""
        data = cast("dict[str, Any]", copy(self.data))
        data[self.add_prefix("as_read")] = str(revision)
        self.data = data


class PlanForm(forms.Form):
    """Nothing to fill in: the register says where to look."""


class StepReasonForm(StepForm):
    """Why a step is taken back or taken again; ``step`` says which."""

    reason = WordsField(label=_("Why"), required=True, rows=2, help_text=WITHOUT_NAMES)
    step = ""


class OpenEnvelopeForm(forms.Form):
    """What name and address are needed for; that stays for ever, so it names nobody."""

    reason = WordsField(
        label=_("What do you need it for"),
        max_length=300,
        required=True,
        rows=2,
        help_text=_("This is recorded for good. Write no name in it or other data of people."),
    )


class ChangeRequesterForm(StepForm, RequesterForm):
    """What changes of it, and why. What was in the envelope is not shown, and the person's own words stay."""

    words = None  # type: ignore[assignment]  # takes the field away
    reason = WordsField(label=_("Why"), required=True, rows=2, help_text=WITHOUT_NAMES)


class AcknowledgeForm(StepForm):
    """When receipt was confirmed."""

    on = DayField(label=_("Receipt confirmed on"))


class SuspendForm(StepForm):
    """Why the term stands still."""

    ground = VocabularyField(SuspensionGround, label=_("Ground"), required=True)
    since = DayField(label=_("Asked on"))
    reason = WordsField(label=_("What was asked, and why"), required=True, rows=2, help_text=WITHOUT_NAMES)


class ResumeForm(StepForm):
    """That the answer came."""

    until = DayField(label=_("The answer came on"))


class ExtendForm(StepForm):
    """Why the term is longer, once."""

    ground = VocabularyField(ExtensionGround, label=_("Ground"), required=True)
    months = forms.TypedChoiceField(label=_("Months more"), choices=[("1", "1"), ("2", "2")], coerce=int)
    reason = WordsField(label=_("Why more time is needed"), required=True, rows=2, help_text=WITHOUT_NAMES)
    told_on = DayField(label=_("Told the person on"))
    late_because = WordsField(label=_("Why it is late"), rows=2, help_text=_("Only where it was told too late."))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        grounds = (ExtensionGround.COMPLEXITY, ExtensionGround.NUMBER)
        first = ("", pgettext("choice", "Choose one"))
        offer(self, "ground", [first, *((each.value, name_of(each)) for each in grounds)])


class AdviceForm(StepForm):
    """What the data protection officer advises."""

    advice = WordsField(label=_("Advice"), required=True, rows=4, help_text=WITHOUT_NAMES)


class DecideRequestForm(StepForm):
    """The decision, with its reasoning."""

    because = WordsField(label=_("Reasoning"), required=True, rows=4, help_text=WITHOUT_NAMES)
    advice_answer = WordsField(label=_("What is done with the advice of the data protection officer"), rows=2)

    def __init__(self, *args: Any, asks_answer: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        if asks_answer:
            self.fields["advice_answer"].required = True
        else:
            del self.fields["advice_answer"]


class TellForm(StepForm):
    """That the answer was sent."""

    told_on = DayField(label=_("Answer sent on"))
    late_because = WordsField(label=_("Why it is late"), rows=2, help_text=_("Only where the last day has passed."))


class RemediesForm(ReadForm):
    """An objection, and a notice of default; ``revision`` is the one that was read."""

    objection_on = DayField(label=_("Objection received on"), required=False)
    objection_decided_on = DayField(label=_("Objection decided on"), required=False)
    objection_outcome = WordsField(label=_("What was decided on it"), rows=2, help_text=WITHOUT_NAMES)
    default_on = DayField(label=_("Notice of default received on"), required=False)

    def __init__(self, *args: Any, record: DataSubjectRequest, **options: Any) -> None:
        held = {name: getattr(record, name) for name in self.base_fields}
        super().__init__(*args, **{**options, "initial": held})


class CloseForm(StepForm):
    """How the request ends."""

    as_ = VocabularyField(ClosedAs, label=_("Closed as"), required=True)
    because = WordsField(
        label=_("Why"),
        rows=2,
        help_text=_(
            "Needed where it ends without an answer, and where something is open still. Without names or other data of "
            "the person."
        ),
    )
