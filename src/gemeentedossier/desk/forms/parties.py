"""What is recorded of a party, and what is done with it."""

import datetime as dt
from collections.abc import Mapping
from operator import itemgetter
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from gemeentedossier.design.fields import AnswerField, DayField
from gemeentedossier.design.meanwhile import ReadForm
from gemeentedossier.desk.forms.activity.fields import LONGEST_NAME, LineField, WordsField
from gemeentedossier.desk.forms.agreement_steps import RecordChoice
from gemeentedossier.desk.forms.choices import offer, offer_or_all
from gemeentedossier.desk.presenters.activity.wording import country, language
from gemeentedossier.desk.presenters.parties import Tie, tie_word
from gemeentedossier.dossier.parties.facts import Party
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.engine.countries import country_names

FIRST_TERM = dt.timedelta(days=14)
"""What an invitation proposes as its last day."""


class PartyFilter(forms.Form):
    """Words and filters of the list; what is left empty does not matter."""

    q = forms.CharField(
        label=pgettext_lazy("filter", "Name or contact"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    tie = forms.ChoiceField(label=_("What ties it to us"), required=False)
    country = forms.ChoiceField(label=_("Country"), required=False)

    def __init__(self, values: Mapping[str, str], *, dossier: Dossier) -> None:
        super().__init__(values)
        codes = {each.country for each in dossier.parties if each.country}
        countries = sorted(((code, country(code)) for code in codes), key=itemgetter(1))
        unknown = [("-", pgettext("country", "Not known yet"))]
        offer_or_all(self, "tie", [(tie.value, tie_word(tie)) for tie in Tie])
        offer_or_all(self, "country", [*countries, *unknown])


class PartyForm(ReadForm):
    """A party; ``revision`` is the one that was read."""

    name = LineField(label=_("Name"), required=True, max_length=LONGEST_NAME)
    country = forms.ChoiceField(label=_("Country"), required=False, help_text=_("Where it is established."))
    contact = LineField(
        label=_("Contact"),
        max_length=500,
        help_text=_("Who answers there for personal data, and how one reaches them."),
    )
    is_care_provider = AnswerField(
        label=_("It is a contracted care provider"),
        help_text=_("Who gives care and keeps a file of its own usually decides on it, and is then no processor."),
    )

    def __init__(self, *args: Any, record: Party, **options: Any) -> None:
        held = {name: getattr(record, name) for name in self.base_fields}
        super().__init__(*args, **{"initial": held, **options})
        offer(self, "country", [("", pgettext("country", "Not known yet")), *country_names(language())])


class MergeForm(forms.Form):
    """Which party stays."""

    into_id = RecordChoice(label=_("The party that stays"))
    reason = WordsField(label=_("How you know that they are one"), required=True, rows=2)

    def __init__(self, *args: Any, dossier: Dossier, double: Party, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["into_id"]
        assert isinstance(field, RecordChoice)  # noqa: S101 - for the type checker
        field.offer((each.id, each.name) for each in dossier.parties if each.id != double.id)


class RemoveForm(forms.Form):
    reason = WordsField(label=_("Why it is removed"), required=True, rows=2)


class InviteForm(forms.Form):
    """Whom to let in, and until when the link holds."""

    name = LineField(label=_("Name"), required=True, max_length=200)
    email = forms.EmailField(label=_("E-mail address"), help_text=_("With this address the person signs in."))
    until = DayField(label=_("The link holds up to and including"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"initial": {"until": clock.today() + FIRST_TERM}, **options})
