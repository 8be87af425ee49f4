"""Form fields of breaches: words of the room's own vocabularies, in the reader's language."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any

from django import forms
from django.utils.translation import pgettext

from gemeentedossier.desk.forms.activity.fields import TickedField
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.dossier.breaches.engine.words import word

MOST = 2_000_000_000
"""More than there are people; a longer number is a slip of the pen."""


def named(members: Iterable[StrEnum]) -> Callable[[], list[tuple[str, str]]]:
    """The choices of a vocabulary, worded when they are shown."""
    return lambda: [(each.value, word(each, language())) for each in members]


class WordField(forms.TypedChoiceField):
    """One of a vocabulary; unchosen is unknown."""

    def __init__(self, vocabulary: type[StrEnum], *, among: Iterable[StrEnum] = (), **options: Any) -> None:
        offered = named(tuple(among) or tuple(vocabulary))
        must = options.get("required", False)

        def choices() -> list[tuple[str, str]]:
            first = pgettext("choice", "Choose one") if must else pgettext("choice", "Not known yet")
            return [("", first), *offered()]

        super().__init__(
            **{"required": False, "choices": choices, "coerce": vocabulary, "empty_value": None, **options}
        )


class WordsChosenField(TickedField):
    """Several of a vocabulary, ticked; cleans to a tuple, empty where nothing was ticked."""

    def __init__(self, vocabulary: type[StrEnum], **options: Any) -> None:
        self.vocabulary = vocabulary
        super().__init__(
            **{"required": False, "choices": named(vocabulary), "widget": forms.CheckboxSelectMultiple, **options}
        )

    def clean(self, value: Any) -> Any:
        return tuple(self.vocabulary(each) for each in super().clean(value))
