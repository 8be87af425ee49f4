"""What is written of a consent: that it was given, taken back, and how data were used."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeentedossier.design.fields import AnswerField, DayField, unkept
from gemeentedossier.design.meanwhile import ReadForm
from gemeentedossier.desk.forms.activity.fields import LineField, VocabularyField, WordsField
from gemeentedossier.desk.forms.agreement_steps import RecordChoice
from gemeentedossier.dossier.requests.enums import ConsentBy, ConsentForm, ConsentKind
from gemeentedossier.dossier.snapshot.facts import Dossier

WITHOUT_NAMES = _("Without names or other data of the person.")


class NewConsentForm(forms.Form):
    """One thing that somebody said yes to."""

    kind = VocabularyField(
        ConsentKind,
        label=_("What it is"),
        required=True,
        help_text=_("Three separate things: each is asked, given and taken back by itself."),
    )
    activity_id = RecordChoice(label=_("Processing activity"))
    scope = WordsField(label=_("For what"), required=True, rows=2, help_text=WITHOUT_NAMES)
    exceptions = WordsField(label=_("Exceptions that the person made"), rows=2, help_text=WITHOUT_NAMES)
    text_version = LineField(label=_("Version of the text that was shown"))
    given_on = DayField(label=_("Given on"))
    form = VocabularyField(ConsentForm, label=_("How it was given"), required=True)
    given_by = VocabularyField(ConsentBy, label=_("Given by"), required=True)
    subject_age = forms.IntegerField(label=_("Age on that day"), required=False, min_value=0, max_value=130)
    is_excepted = forms.BooleanField(
        label=_("A child may consent alone here"),
        required=False,
        help_text=_(
            "Only for free help or advice to the child itself, or for medical treatment (Article 5(6) and (7) of the "
            "UAVG). For a child of this age the finding stays until a person judges it."
        ),
    )
    mark = unkept(
        LineField(
            label=_("Client number or another mark"),
            help_text=_("By which the person is told apart. Only a pseudonym of it is kept."),
        )
    )

    def __init__(self, *args: Any, dossier: Dossier, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: Any = self.fields
        fields["activity_id"].offer((each.id, each.name) for each in dossier.activities)


class WithdrawForm(forms.Form):
    """That consent was taken back."""

    on = DayField(label=_("Taken back on"))
    by_whom = VocabularyField(ConsentBy, label=_("Taken back by"), required=True)
    form = VocabularyField(ConsentForm, label=_("How it was taken back"), required=True)
    consequences = WordsField(
        label=_("What is stopped now, and by whom"),
        required=True,
        rows=3,
        help_text=_("It works from now on, and makes nothing of before unlawful (Article 7(3))."),
    )


class UseForm(ReadForm):
    """What was seen of the use of data; ``revision`` is the one that was read."""

    after_withdrawal = AnswerField(label=_("Were data used after it was taken back?"))
    outside_exceptions = AnswerField(label=_("Were data used outside the exceptions?"))
