"""A remark of who reviews a record, and the answer to it."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from gemeentedossier.desk.forms.activity.fields import WordsField
from gemeentedossier.desk.forms.choices import offer


class NoteForm(forms.Form):
    """What is remarked, and on which field; ``offered`` are the fields by key and label."""

    about = forms.ChoiceField(label=_("About"), required=False)
    text = WordsField(label=_("Your remark"), required=True, rows=3)

    def __init__(self, *args: Any, offered: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "about", [("", pgettext("choice", "The whole record")), *offered])

    def place(self) -> tuple[UUID | None, str]:
        """The part and the field; no field for the whole record."""
        part, _colon, field = self.cleaned_data["about"].partition(":")
        return (UUID(part), field) if field else (None, "")


class NoteAnswerForm(forms.Form):
    """What is answered to a remark."""

    answer = WordsField(label=_("Your answer"), required=True, rows=2)
