"""What is recorded of the municipality itself."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeentedossier.catalogue.facts import PolicyDomain
from gemeentedossier.design.fields import AnswerField
from gemeentedossier.design.meanwhile import ReadForm
from gemeentedossier.desk.forms.activity.fields import LineField, ManyField, VocabularyField
from gemeentedossier.organisation.enums import ControllerKind
from gemeentedossier.organisation.facts import Controller, Organisation


class PageField(forms.URLField):
    """The address of a page of the web."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False, "max_length": 200, "assume_scheme": "https", **options})


class OrganisationForm(ReadForm):
    """Fields named like the facts of the municipality; ``revision`` is the one that was read."""

    def __init__(self, *args: Any, organisation: Organisation, **options: Any) -> None:
        held = {name: getattr(organisation, name) for name in self.base_fields}
        super().__init__(*args, **{**options, "initial": held})
        self.organisation = organisation


class ContactForm(OrganisationForm):
    """Where residents turn to."""

    contact_point = LineField(
        label=_("Contact point for questions about privacy"),
        help_text=_("An address, mailbox or telephone number. The public register shows it."),
    )
    rights_page = PageField(
        label=_("Page about rights"), help_text=_("Where residents read how to see, correct or erase their data.")
    )
    complaint_page = PageField(label=_("Page about complaints"))


class OfficerForm(OrganisationForm):
    """Whether there is an officer, and how residents reach them."""

    data_protection_officer_designated = AnswerField(
        label=_("A data protection officer is designated"),
        help_text=_("By a decision of the bodies of the municipality (Article 37(1)(a))."),
    )
    data_protection_officer_contact = LineField(
        label=_("How residents reach the officer"),
        help_text=_("A mailbox or number that nobody else reads. The public register shows it."),
    )
    data_protection_officer_number = LineField(
        label=_("Number of the officer at the supervisory authority"),
        max_length=50,
        help_text=_("The authority's form for breaches asks for it."),
    )


class CharacterForm(OrganisationForm):
    """What other duties depend on."""

    is_public_authority = AnswerField(label=_("It is a public authority"))
    acts_as_processor = AnswerField(
        label=_("It processes data for others"), help_text=_("Then the register holds those activities too (30(2)).")
    )
    policy_domains = ManyField(PolicyDomain, label=_("Policy domains"))

    def clean_policy_domains(self) -> tuple[str, ...] | None:
        """What is recorded in words that are not in the list stays."""
        known = {domain.value for domain in PolicyDomain}
        others = tuple(each for each in self.organisation.policy_domains or () if each not in known)
        chosen = self.cleaned_data["policy_domains"]
        return others or None if chosen is None else (*others, *(each.value for each in chosen))


class BodyForm(ReadForm):
    """A body of the municipality."""

    name = LineField(label=_("Name"), required=True, max_length=200)
    kind = VocabularyField(ControllerKind, label=_("Kind"), required=True)
    contact = LineField(
        label=_("Contact"), help_text=_("Where people reach it: a role mailbox or address. The public pages show it.")
    )

    def __init__(self, *args: Any, body: Controller, **options: Any) -> None:
        super().__init__(*args, **{**options, "initial": {name: getattr(body, name) for name in self.base_fields}})


class UnitForm(forms.Form):
    """A department or team; ``read`` is the name that was read."""

    read = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)
    name = LineField(label=_("Name"), required=True)


FORMS: dict[str, type[OrganisationForm]] = {"contact": ContactForm, "officer": OfficerForm, "character": CharacterForm}
"""By section."""
