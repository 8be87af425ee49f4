"""What a form says of a field that was filled in wrongly: what is wrong and what to do, in one place for all forms.

Django's own sentences are replaced where Django keeps them, so that no form can forget it. A field that has something
better to say gives its own ``error_messages``, which go before these.
"""

from typing import TYPE_CHECKING

from django import forms
from django.core import validators
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_LIST = _("What was sent is not a list of choices. Choose from the list again.")
_CHOICE = _("That is not, or no longer, one of the choices. Choose one from the list.")
_FILE = _("The file did not arrive. Choose it again.")
_DAY = _("This is not a date. Write day, month and year, such as 31-01-2026.")
_TIME = _("This is not a time. Write hours and minutes, such as 16:20.")

OF_FIELDS: "dict[type[forms.Field], dict[str, StrOrPromise]]" = {
    forms.Field: {"required": _("This is still empty. Fill it in.")},
    forms.BooleanField: {"required": _("This is not ticked. Tick it to go on.")},
    forms.ChoiceField: {"required": _("Nothing is chosen yet. Choose one."), "invalid_choice": _CHOICE},
    forms.MultipleChoiceField: {
        "required": _("Nothing is chosen yet. Choose at least one."),
        "invalid_choice": _CHOICE,
        "invalid_list": _LIST,
    },
    forms.IntegerField: {"invalid": _("This is not a whole number. Write it in digits only, such as 12.")},
    forms.DateField: {"required": _("The date is still empty. Fill it in."), "invalid": _DAY},
    forms.TimeField: {"required": _("The time is still empty. Fill it in."), "invalid": _TIME},
    forms.DateTimeField: {
        "required": _("The date and the time are still empty. Fill them in."),
        "invalid": _("This is no date with a time. Write day, month and year, and the time, such as 31-01-2026 16:20."),
    },
    forms.FileField: {
        "required": _("No file is chosen yet. Choose one."),
        "invalid": _FILE,
        "missing": _FILE,
        "empty": _("This file is empty. Choose another one."),
        "max_length": _("The name of this file is too long. Give it a shorter name and choose it again."),
        "contradiction": _("You chose a file and ticked that there is none. Do one of the two."),
    },
    forms.URLField: {
        "invalid": _("This is no address of a web page. Write it in full, such as https://www.gemeente.nl/privacy.")
    },
    forms.UUIDField: {"invalid": _("What was sent points at nothing. Open the page again.")},
    forms.MultiValueField: {
        "invalid": _LIST,
        "incomplete": _("A part of this is still empty. Fill in every part."),
    },
}
"""By kind of field and by Django's code; a kind that is built on another has the sentences of that one too."""

OF_CHECKS: "dict[type, StrOrPromise]" = {
    validators.MinValueValidator: _("This is too low. Fill in at least %(limit_value)s."),
    validators.MaxValueValidator: _("This is too high. Fill in at most %(limit_value)s."),
    validators.MinLengthValidator: ngettext_lazy(
        "This is too short: %(show_value)d of at least %(limit_value)d character. Write more.",
        "This is too short: %(show_value)d of at least %(limit_value)d characters. Write more.",
        "limit_value",
    ),
    validators.MaxLengthValidator: ngettext_lazy(
        "This is too long: %(show_value)d where at most %(limit_value)d character fits. Shorten it.",
        "This is too long: %(show_value)d where at most %(limit_value)d characters fit. Shorten it.",
        "limit_value",
    ),
    validators.EmailValidator: _("This is no e-mail address. Write it in full, such as naam@gemeente.nl."),
    validators.URLValidator: OF_FIELDS[forms.URLField]["invalid"],
    validators.ProhibitNullCharactersValidator: _("This holds a character that cannot be kept. Type the text again."),
}
"""By kind of check, of which a field may have several."""


def say_our_own() -> None:
    """Put these sentences in the place of Django's, for every form that is made from now on."""
    for field, sentences in OF_FIELDS.items():
        field.default_error_messages = {**vars(field).get("default_error_messages", {}), **sentences}
    for check, sentence in OF_CHECKS.items():
        check.message = sentence  # type: ignore[attr-defined]  # each of these has a message
