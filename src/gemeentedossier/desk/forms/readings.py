"""How an open norm is read, what is held about contested law, and what rests on either."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from gemeentedossier.design.fields import DayField
from gemeentedossier.design.meanwhile import ReadForm
from gemeentedossier.desk.forms.activity.fields import LineField, RecordsField, VocabularyField, WordsField
from gemeentedossier.desk.forms.agreement_steps import RecordChoice
from gemeentedossier.desk.forms.choices import offer
from gemeentedossier.dossier.governance.enums import PositionHolder

Record: TypeAlias = tuple[str, UUID]
Named: TypeAlias = tuple[UUID, str]
Groups: TypeAlias = Mapping[str, Sequence[tuple[Record, str]]]
"""Records with their names, under what kind they are."""


class AnyRecordField(forms.ChoiceField):
    """A record of any kind that can rest on something; cleans to its kind and key."""

    def offer(self, groups: Groups) -> None:
        """Fill the choices, in groups."""
        grouped = [
            (label, [(f"{kind}:{key}", name) for (kind, key), name in found])
            for label, found in groups.items()
            if found
        ]
        self.choices = [("", pgettext("choice", "Choose one")), *grouped]

    def clean(self, value: Any) -> Record:
        kind, _colon, key = str(super().clean(value)).partition(":")
        return kind, UUID(key)


class OfferingForm(forms.Form):
    """A form of which the choices come from the dossier."""

    def offer(self, name: str, choices: Iterable[Named], *, empty: str = "") -> None:
        """Fill the choices of one field."""
        field = self.fields[name]
        assert isinstance(field, RecordChoice)  # noqa: S101 - for the type checker
        field.offer(choices, empty=empty)


class ReadingForm(OfferingForm):
    """How the municipality reads the norm from now on."""

    reading = WordsField(label=_("How the municipality reads it"), required=True)
    reason = WordsField(label=_("Why"), required=True, help_text=_("What was weighed, and on whose advice."))
    decided_by_id = RecordChoice(label=_("Decided by"))
    decided_on = DayField(label=_("Decided on"))
    review_on = DayField(label=_("Look at this again on"), required=False)
    replaces_id = RecordChoice(
        label=_("Replaces"),
        required=False,
        help_text=_("That reading ends today. What rests on it shows until somebody looks at it again."),
    )

    def __init__(self, *args: Any, people: Iterable[Named], holding: Sequence[Named], **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer("decided_by_id", people)
        self.offer("replaces_id", holding, empty=pgettext("reading", "No other reading"))
        if not holding:
            del self.fields["replaces_id"]


class ConfirmForm(forms.Form):
    """That somebody looked at the reading again."""

    review_on = DayField(label=_("Look at this again on"))
    reason = WordsField(label=_("What was looked at, and why it still holds"), required=True, rows=2)


class EndForm(forms.Form):
    """Why something does not hold any more."""

    reason = WordsField(label=_("Why"), required=True, rows=2)


class RestForm(OfferingForm):
    """Which record rests on this."""

    record = AnyRecordField(label=_("What rests on it"))
    note = WordsField(label=_("Explanation"), rows=2)

    def __init__(self, *args: Any, groups: Groups, asks: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        field, note = self.fields["record"], self.fields["note"]
        assert isinstance(field, AnyRecordField)  # noqa: S101 - for the type checker
        field.offer(groups)
        if asks:
            note.required, note.label = True, asks


class CarryForm(OfferingForm):
    """What was looked at again, and what it rests on from now on."""

    reliance_ids = RecordsField(
        label=_("Looked at again"), widget=forms.CheckboxSelectMultiple(attrs={"class": "desk-pick"})
    )
    onto = RecordChoice(label=_("Rests from now on"))
    note = WordsField(label=_("What came of it"), required=True, rows=2)

    def __init__(self, *args: Any, resting: Iterable[Named], targets: Iterable[Named], **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "reliance_ids", [(str(key), name) for key, name in resting])
        self.offer("onto", targets)


class ApplyForm(OfferingForm):
    """Which reading a record applies, or on which position a decision about it rests."""

    onto = RecordChoice(label=_("Rests on"))
    note = WordsField(
        label=_("Explanation"), rows=2, help_text=_("Of a position: which decision rests on it. Needed there.")
    )

    def __init__(self, *args: Any, groups: Mapping[str, Sequence[Named]], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["onto"]
        assert isinstance(field, RecordChoice)  # noqa: S101 - for the type checker
        named = [(label, [(str(key), name) for key, name in found]) for label, found in groups.items() if found]
        field.choices = [("", pgettext("choice", "Choose one")), *named]


class MatterForm(forms.Form):
    """A question about the law on which people disagree."""

    title = LineField(label=_("What it is about"), required=True, max_length=200)
    question = WordsField(label=_("The question"), required=True)


class EditMatterForm(ReadForm, MatterForm):
    """The same, asked more clearly; ``revision`` is the one that was read."""


class PositionForm(forms.Form):
    """What somebody holds, since when, and where it can be read."""

    holder = VocabularyField(PositionHolder, label=_("Whose position"), required=True)
    statement = WordsField(label=_("What they hold"), required=True)
    stated_on = DayField(label=_("Stated on"))
    reference = LineField(
        label=_("Where it can be read"),
        required=True,
        max_length=500,
        help_text=_("Number, place and date, so that somebody else finds it."),
    )
    url = forms.URLField(label=_("Address"), required=False, max_length=2000, assume_scheme="https")


class CorrectPositionForm(ReadForm, PositionForm):
    """The same, written down better."""

    reason = WordsField(label=_("What was written down wrongly"), required=True, rows=2)
