"""A choice from a list, or words of one's own where nothing of the list fits."""

from collections.abc import Iterable
from typing import Any

from django import forms


class _Listed(forms.Select):
    """A multiple widget includes the templates of its parts by name, past the renderer; so they name ours."""

    template_name = "design/forms/widgets/select.html"


class _Own(forms.TextInput):
    template_name = "design/forms/widgets/text.html"


class ChoiceOrOwn(forms.MultiWidget):
    """The list sends the name of the field, the own words that name with ``_own`` behind it."""

    template_name = "design/forms/widgets/choice_or_own.html"

    def __init__(self, *, choices: Iterable[Any], own: Any) -> None:
        self.own, self.listed = own, _Listed(choices=choices)
        super().__init__({"": self.listed, "own": _Own(attrs={"autocomplete": "off"})})

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        return {**super().get_context(name, value, attrs), "own": self.own}

    def decompress(self, value: Any) -> list[Any]:
        """What the list holds stands there, anything else among the own words."""
        listed = {key for _label, group, _index in self.listed.optgroups("", []) for key in _values(group)}
        return [value, ""] if value in listed else ["", value]


def _values(group: Iterable[Any]) -> Iterable[Any]:
    return (each["value"] for each in group)
