"""What a citizen says who files a request: which right, for whom, and how to be reached."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import get_language, gettext, pgettext
from django.utils.translation import gettext_lazy as _

from gemeentedossier.catalogue.facts.requests import Entitlement
from gemeentedossier.dossier.register.enums import DataSubjectRight
from gemeentedossier.dossier.requests.engine.entitlement import adult_from, entitlement_for, may_ask
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
YOUNG = "young"
"""Somebody who asks for themselves and is below the age from which nobody else does: the age is asked only then."""
OTHERS = (
    (AskedBy.REPRESENTATIVE.value, _("For my child, or for somebody of whom I am guardian, administrator or mentor")),
    (AskedBy.AUTHORISED.value, _("For somebody who gave me an authorisation")),
)
ABOUT_ANOTHER = ("subject_name", "subject_age", "guardianship")
"""What is asked only of who asks for another, and the age of who is young."""
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
    asked_by = forms.ChoiceField(label=_("For whom do you ask?"), widget=forms.RadioSelect)
    subject_name = forms.CharField(
        label=_("Name of the person whose data it is about"),
        max_length=200,
        required=False,
    )
    subject_age = forms.IntegerField(
        label=_("How old is the person whose data it is about?"), required=False, min_value=0, max_value=130
    )
    guardianship = forms.BooleanField(
        label=_("That person is under guardianship, administration or mentorship"), required=False
    )
    name = forms.CharField(label=_("Your name"), max_length=200, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    address = forms.CharField(
        label=_("Your address"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "street-address"}),
    )
    email = forms.EmailField(
        label=_("Your e-mail address (you may leave this out)"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    website = forms.CharField(required=False, widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}))
    """People do not see it; who fills it in is a program."""

    calls_optional = False
    """What depends on for whom somebody asks is asked only of them; only the e-mail address is free, and says so."""
    REQUESTER = ("name", "subject_name", "address", "email", "words")

    def __init__(self, *args: Any, rules: Iterable[Entitlement], today: dt.date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.rules, self.today = tuple(rules), today
        self.adult_from = adult_from(self.rules, on=today)
        fields: Any = self.fields
        fields["asked_by"].choices = [(AskedBy.SELF.value, pgettext("request", "For myself")), *self._young(), *OTHERS]
        by_age = [each for each in self.rules if each.validity.holds_on(today) and not each.guardianship]
        fields["subject_age"].help_text = " ".join(map(_said, by_age))

    def _young(self) -> list[tuple[str, str]]:
        if self.adult_from is None:
            return []
        return [(YOUNG, gettext("For myself, and I am younger than %(age)s") % {"age": self.adult_from})]

    def clean(self) -> dict[str, Any]:
        """Who may not ask for somebody of this age hears who may (UAVG 5); what needs not be known is not kept."""
        said = super().clean() or {}
        chosen = said.get("asked_by")
        if not chosen:
            return said
        if chosen == AskedBy.SELF.value:
            said["subject_age"] = None
        if chosen in (AskedBy.SELF.value, YOUNG):
            said |= {"subject_name": "", "guardianship": False}
        elif not said.get("subject_name"):
            self.add_error("subject_name", gettext("Fill in the name of the person for whom you ask."))
        self._check_age(said, chosen)
        said["asked_by"] = AskedBy.SELF.value if chosen == YOUNG else chosen
        return said

    def _check_age(self, said: dict[str, Any], chosen: str) -> None:
        age = said.get("subject_age")
        if age is None:
            if chosen != AskedBy.SELF.value and "subject_age" not in self.errors:
                self.add_error("subject_age", gettext("Fill in the age: it decides who may ask."))
            return
        if chosen == YOUNG and self.adult_from is not None and age >= self.adult_from:
            told = gettext(
                "You say that you are younger than %(below)s, and give the age %(age)s. Correct one of them."
            )
            self.add_error("subject_age", told % {"below": self.adult_from, "age": age})
            return
        asked_by = AskedBy.SELF if chosen == YOUNG else AskedBy(chosen)
        rule = entitlement_for(self.rules, age=age, guardianship=said.get("guardianship") or None, on=self.today)
        if rule and may_ask(rule, asked_by) is False:
            told = gettext("At this age somebody else asks. %(rule)s Choose who asks, or correct the age.")
            self.add_error("asked_by", told % {"rule": _said(rule)})

    def requester(self) -> dict[str, str]:
        """What goes into the envelope."""
        return {name: self.cleaned_data.get(name) or "" for name in self.REQUESTER}


def _said(rule: Entitlement) -> str:
    """Who asks at an age, as the law of the catalogue says."""
    language = get_language() or "nl"
    name, note = rule.name.in_language(language), rule.note.in_language(language) if rule.note else ""
    return f"{name[:1].upper()}{name[1:]}: {note[:1].lower()}{note[1:]}"
