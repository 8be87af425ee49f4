"""What a citizen says who files a request: which right, for whom, and how to be reached."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from gemeentedossier.catalogue.facts.requests import Entitlement
from gemeentedossier.dossier.register.enums import DataSubjectRight
from gemeentedossier.dossier.requests.engine.entitlement import entitlement_for, may_ask
from gemeentedossier.dossier.requests.enums import AskedBy

RIGHTS = (
    (DataSubjectRight.ACCESS, _("See which data of me you have")),
    (DataSubjectRight.RECTIFICATION, _("Mend or complete data of me")),
    (DataSubjectRight.ERASURE, _("Erase data of me")),
    (DataSubjectRight.RESTRICTION, _("Restrict the use of data of me for a while")),
    (DataSubjectRight.OBJECTION, _("Object to the use of data of me")),
    (DataSubjectRight.PORTABILITY, _("Get data of me as a file, or have them passed on")),
    (DataSubjectRight.NO_AUTOMATED_DECISION, _("Have a person look at an automated decision")),
    (DataSubjectRight.WITHDRAW_CONSENT, _("Withdraw my consent")),
)
FOR_WHOM = (
    (AskedBy.SELF, pgettext_lazy("request", "For myself")),
    (AskedBy.REPRESENTATIVE, _("For my child, or for somebody of whom I am guardian, administrator or mentor")),
    (AskedBy.AUTHORISED, _("For somebody who gave me an authorisation")),
)
LONGEST = 5000
"""Characters of what is asked."""


class FileRequestForm(forms.Form):
    """The public form. It asks for no document and no number of a person: who asks is established afterwards."""

    right = forms.ChoiceField(
        label=_("What do you want?"), choices=[(v.value, word) for v, word in RIGHTS], widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("What is it about?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("For example which department, which letter or which period. You need not say why you ask."),
    )
    asked_by = forms.ChoiceField(
        label=_("For whom do you ask?"), choices=[(v.value, word) for v, word in FOR_WHOM], widget=forms.RadioSelect
    )
    subject_age = forms.IntegerField(
        label=_("How old is the person whose data it is about?"),
        min_value=0,
        max_value=130,
        help_text=_(
            "Below 12 a parent or guardian asks. From 12 to 15 the child can ask itself, and a parent too. "
            "From 16 the person asks."
        ),
    )
    guardianship = forms.BooleanField(
        label=_("That person is under guardianship, administration or mentorship"), required=False
    )
    name = forms.CharField(label=_("Your name"), max_length=200, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    subject_name = forms.CharField(
        label=_("Name of the person whose data it is about"),
        max_length=200,
        required=False,
        help_text=_("Only where you ask for somebody else."),
    )
    address = forms.CharField(
        label=_("Your address"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "street-address"}),
    )
    email = forms.EmailField(
        label=_("Your e-mail address"), required=False, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
    website = forms.CharField(required=False, widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}))
    """People do not see it; who fills it in is a program."""

    REQUESTER = ("name", "subject_name", "address", "email", "words")

    def __init__(self, *args: Any, rules: Iterable[Entitlement], today: dt.date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.rules, self.today = tuple(rules), today

    def clean(self) -> dict[str, Any]:
        """Who may not ask for somebody of this age hears who may (UAVG 5)."""
        said = super().clean() or {}
        if said.get("subject_age") is None or not said.get("asked_by"):
            return said
        asked_by = AskedBy(said["asked_by"])
        rule = entitlement_for(
            self.rules, age=said["subject_age"], guardianship=said["guardianship"] or None, on=self.today
        )
        if may_ask(rule, asked_by) is False:
            self.add_error("asked_by", _refusal(asked_by, said["subject_age"]))
        if asked_by is not AskedBy.SELF and not said.get("subject_name"):
            self.add_error("subject_name", gettext("Fill in the name of the person for whom you ask."))
        return said

    def requester(self) -> dict[str, str]:
        """What goes into the envelope."""
        return {name: self.cleaned_data.get(name) or "" for name in self.REQUESTER}


def _refusal(asked_by: AskedBy, age: int) -> str:
    if age < 12:
        return gettext("Below 12 a parent with custody or a guardian asks for you. Ask one of them to fill this in.")
    if age < 16:
        return gettext(
            "From 12 to 15 the child asks itself, or a parent with custody or a guardian. Choose one of these."
        )
    if asked_by is AskedBy.REPRESENTATIVE:
        return gettext(
            "From 16 the person asks themselves. Do you have an authorisation, or is there guardianship? Say so here."
        )
    return gettext("The representative asks for this person. Choose that.")
