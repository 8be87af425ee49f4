"""Of a field that was filled in wrongly a form says our own sentence, never one of Django's."""

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import django
import pytest
from babel.messages.pofile import read_po
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import override

import gemeentedossier.desk.forms
import gemeentedossier.guest.forms
import gemeentedossier.portal.forms
from gemeentedossier.design.fields import DayField
from gemeentedossier.design.sentences import OF_CHECKS

ROOMS = (gemeentedossier.desk.forms, gemeentedossier.guest.forms, gemeentedossier.portal.forms)
THEIRS = Path(django.__file__).parent / "conf/locale/nl/LC_MESSAGES/django.po"


def of_django() -> set[str]:
    """Every text of Django, in English and in Dutch."""
    with THEIRS.open("rb") as file:
        told = [text for each in read_po(file, locale="nl") if each.id for text in (each.id, each.string)]
    return {text for each in told for text in ([each] if isinstance(each, str) else each) if text}


def forms_of(room: ModuleType) -> Iterator[type[forms.BaseForm]]:
    for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
        for each in vars(importlib.import_module(module.name)).values():
            if isinstance(each, type) and issubclass(each, forms.BaseForm) and each.__module__ == module.name:
                yield each


def fields() -> Iterator[tuple[str, forms.Field]]:
    """Each declared field of each form, and the parts of those that are asked in parts."""
    for room in ROOMS:
        for form in forms_of(room):
            for name, field in form.base_fields.items():  # type: ignore[attr-defined]  # every declared form has them
                for part in (field, *getattr(field, "fields", ())):
                    yield f"{form.__qualname__}.{name}", part


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_field_of_any_form_has_a_sentence_of_django(language: str) -> None:
    theirs = of_django()
    with override(language):
        said = {(name, str(text)) for name, field in fields() for text in field.error_messages.values()}
    assert {(name, text) for name, text in said if text in theirs} == set()


def test_each_check_of_a_field_has_a_sentence_of_ours() -> None:
    checks = [(name, check) for name, field in fields() for check in field.validators]
    assert {(name, type(check).__name__) for name, check in checks if not says_ours(check)} == set()


def says_ours(check: object) -> bool:
    return type(check) in OF_CHECKS and getattr(check, "message", None) is OF_CHECKS[type(check)]


def told(field: forms.Field, value: object) -> list[str]:
    with override("nl"), pytest.raises(ValidationError) as refused:
        field.clean(value)
    return list(refused.value.messages)


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        (forms.CharField(), "", "Dit is nog leeg. Vul het in."),
        (
            forms.CharField(max_length=2),
            "abc",
            "Dit is te lang: 3 tekens, waar er hoogstens 2 passen. Maak het korter.",
        ),
        (forms.CharField(max_length=1), "ab", "Dit is te lang: 2 tekens, waar er hoogstens 1 past. Maak het korter."),
        (forms.CharField(min_length=3), "ab", "Dit is te kort: 2 van minstens 3 tekens. Schrijf meer."),
        (forms.CharField(), "a\x00", "Hierin staat een teken dat niet bewaard kan worden. Typ de tekst opnieuw."),
        (forms.IntegerField(), "veel", "Dit is geen heel getal. Schrijf alleen cijfers, zoals 12."),
        (forms.IntegerField(min_value=1), "0", "Dit is te laag. Vul minstens 1 in."),
        (forms.IntegerField(max_value=9), "10", "Dit is te hoog. Vul hoogstens 9 in."),
        (DayField(), "", "De datum is nog leeg. Vul die in."),
        (DayField(), "31-02-2026", "Dit is geen datum. Schrijf dag, maand en jaar, zoals 31-01-2026."),
        (forms.TimeField(), "25:00", "Dit is geen tijd. Schrijf uren en minuten, zoals 16:20."),
        (forms.ChoiceField(choices=[("a", "A")]), "", "Er is nog niets gekozen. Kies er een."),
        (forms.ChoiceField(choices=[("a", "A")]), "b", "Dat is geen keuze, of niet meer. Kies er een uit de lijst."),
        (forms.MultipleChoiceField(choices=[("a", "A")]), [], "Er is nog niets gekozen. Kies er minstens één."),
        (forms.BooleanField(), "", "Dit is niet aangevinkt. Vink het aan om verder te gaan."),
        (forms.EmailField(), "jan", "Dit is geen e-mailadres. Schrijf het voluit, zoals naam@gemeente.nl."),
        (forms.FileField(), None, "Er is nog geen bestand gekozen. Kies er een."),
    ],
)
def test_what_is_wrong_is_told_with_what_to_do(field: forms.Field, value: object, expected: str) -> None:
    assert told(field, value) == [expected]
