"""Form fields of the register: each cleans to a value of the facts, so that empty is unknown and never no."""

import re
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from gemeentedossier.catalogue.engine.durations import InvalidDuration, parse_duration
from gemeentedossier.catalogue.engine.word_lists import CovenantWords
from gemeentedossier.catalogue.facts import (
    DataCategory,
    PolicyDomain,
    RecipientCategory,
    RetentionRule,
    RetentionTrigger,
    SubjectCategory,
)
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.design.fields import AnswerField, DayField
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import citation, doubt_of, language, vocabulary_word
from gemeentedossier.dossier.register.policies import covenant_chosen

UNCHOSEN = ("", pgettext_lazy("choice", "Not known yet"))
DURATION_WORDS = re.compile(r"(\d+)\s*(jaar|jaren|maand(?:en)?|we(?:ek|ken)|dag(?:en)?|years?|months?|weeks?|days?)")
UNITS = {"j": "Y", "y": "Y", "m": "M", "w": "W", "d": "D"}

__all__ = ["AnswerField", "DayField"]


class LineField(forms.CharField):
    """One line of own words."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False, "max_length": 300, **options})


class WordsField(forms.CharField):
    """Own words, as long as they need to be."""

    def __init__(self, *, rows: int = 3, **options: Any) -> None:
        super().__init__(**{"required": False, "widget": forms.Textarea(attrs={"rows": rows}), **options})


LONGEST_NAME = 300
"""Characters of the name of a record."""


class TermsField(forms.CharField):
    """Own words, one on each line; cleans to a tuple. ``longest`` is how many characters a line may have."""

    def __init__(self, *, longest: int | None = None, **options: Any) -> None:
        self.longest = longest
        super().__init__(**{"required": False, "widget": forms.Textarea(attrs={"rows": 2}), **options})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, tuple) else value

    def clean(self, value: Any) -> tuple[str, ...]:
        lines = (line.strip() for line in str(super().clean(value)).splitlines())
        found = tuple(line for line in lines if line)
        for line in found:
            if self.longest and len(line) > self.longest:
                told = _("“%(begin)s…” is longer than %(longest)d characters. Write a shorter name, one on each line.")
                raise forms.ValidationError(told, params={"begin": line[:40], "longest": self.longest})
        return found


class OptionalTermsField(TermsField):
    """Own words, one on each line; empty is unknown, a single word for nothing is an empty list."""

    def prepare_value(self, value: Any) -> Any:
        return pgettext("points of a list", "None") if value == () else super().prepare_value(value)

    def clean(self, value: Any) -> Any:
        lines = super().clean(value)
        return () if lines and lines[0].casefold() in {"geen", "none"} else lines or None


class VocabularyField(forms.TypedChoiceField):
    """A value of a closed vocabulary; unchosen is unknown."""

    def __init__(self, vocabulary: type[StrEnum], **options: Any) -> None:
        first = ("", pgettext_lazy("choice", "Choose one")) if options.get("required") else UNCHOSEN
        choices = [first, *((member.value, _Name(member)) for member in vocabulary)]
        super().__init__(
            **{"required": False, "choices": choices, "coerce": vocabulary, "empty_value": None, **options}
        )


class TickedField(forms.MultipleChoiceField):
    """Boxes to tick. A browser sends them in the order of the page; what is held keeps the order that it had."""

    held: tuple[Any, ...] = ()

    def hold(self, held: Iterable[Any]) -> None:
        """Say what is ticked already."""
        self.held = tuple(str(each) for each in held)

    def clean(self, value: Any) -> Any:
        chosen = super().clean(value)
        kept = [each for each in self.held if each in chosen]
        return (*kept, *(each for each in chosen if each not in kept))


class RecordsField(TickedField):
    """Records by their ids."""

    def clean(self, value: Any) -> Any:
        return tuple(UUID(each) for each in super().clean(value))


class ManyField(TickedField):
    """Several values of a closed vocabulary; nothing ticked is unknown, "none of these" is an empty list."""

    NONE = "-"

    def __init__(self, vocabulary: type[StrEnum], **options: Any) -> None:
        self.vocabulary = vocabulary
        none = (self.NONE, pgettext_lazy("choice", "None of these"))
        choices = [*((member.value, _Name(member)) for member in vocabulary), none]
        super().__init__(**{"required": False, "choices": choices, "widget": forms.CheckboxSelectMultiple, **options})

    def prepare_value(self, value: Any) -> Any:
        return [self.NONE] if value == () else value

    def clean(self, value: Any) -> Any:
        chosen = [each for each in super().clean(value) if each != self.NONE]
        if chosen:
            return tuple(self.vocabulary(each) for each in chosen)
        return () if self.NONE in (value or ()) else None


class ChosenField(RecordsField):
    """Records that the municipality has already, to be ticked; cleans to their ids."""

    def __init__(self, records: str, **options: Any) -> None:
        self.records = records
        widget = forms.CheckboxSelectMultiple(attrs={"class": "desk-pick"})
        super().__init__(**{"required": False, "widget": widget, **options})


class StatuteField(forms.CharField):
    """A statute of the catalogue by its short name, or another one as it is written."""

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"list": "list-statutes", "autocomplete": "off"})
        super().__init__(**{"required": False, "max_length": 60, "widget": widget, **options})

    def prepare_value(self, value: Any) -> Any:
        known = current_catalogue().statutes.get(value) if isinstance(value, str) else None
        return known.abbreviation if known else value

    def clean(self, value: Any) -> str:
        text = str(super().clean(value))
        known = {s.abbreviation.casefold(): s.id for s in current_catalogue().statutes.values()}
        return known.get(text.casefold(), text)


class DomainField(forms.CharField):
    """A policy domain by its name, or another one as it is written."""

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"list": "list-domains", "autocomplete": "off"})
        super().__init__(**{"required": False, "max_length": 60, "widget": widget, **options})

    def prepare_value(self, value: Any) -> Any:
        return vocabulary_word(PolicyDomain, value) if isinstance(value, str) else value

    def clean(self, value: Any) -> str:
        text = str(super().clean(value))
        known = {name_of(domain).casefold(): domain.value for domain in PolicyDomain}
        return known.get(text.casefold(), text)


class CategoriesField(TickedField):
    """Categories of the catalogue, to be ticked; an id that the catalogue no longer has stays until it is unticked."""

    def __init__(self, kind: type[DataCategory | SubjectCategory], **options: Any) -> None:
        self.kind = kind
        widget = forms.CheckboxSelectMultiple(attrs={"class": "desk-pick"})
        super().__init__(**{"required": False, "widget": widget, **options})

    def offer(self, held: Iterable[str]) -> None:
        """Fill the choices in the reader's language, with what is held already."""
        choices = category_choices(self.kind)
        known = {key for key, _label in choices}
        self.choices = [*choices, *((key, key) for key in held if key not in known)]


class CategoryField(forms.ChoiceField):
    """One category of recipients, or none."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False, **options})

    def offer(self, held: Iterable[str]) -> None:
        """Fill the choices in the reader's language, with what is held already."""
        choices = category_choices(RecipientCategory)
        known = {key for key, _label in choices}
        chosen = ((key, key) for key in held if key and key not in known)
        self.choices = [("", pgettext_lazy("choice", "None of these")), *choices, *chosen]


class SuggestedField(forms.CharField):
    """A line with suggestions under it: a name that is known, or a new one."""

    def __init__(self, source: str, **options: Any) -> None:
        widget = forms.TextInput(attrs={"list": f"list-{source}", "autocomplete": "off"})
        super().__init__(**{"required": False, "max_length": 300, "widget": widget, **options})


class ProvisionField(SuggestedField):
    """A place in the law out of the catalogue, written as a lawyer does; cleans to its id."""

    default_error_messages = {
        "unknown": _(
            "The catalogue does not know “%(text)s”. Choose a provision from the list, or write it in your own words "
            "in the field below."
        ),
        "unlisted": _(
            "The catalogue does not know “%(text)s”. Choose a provision from the list; write a place in the law that "
            "is not in it into the reasoning below."
        ),
    }

    def __init__(self, *, has_own_words: bool = False, **options: Any) -> None:
        super().__init__("provisions", **options)
        self.has_own_words = has_own_words
        """Beside some provisions stands a field for the same in own words."""

    def prepare_value(self, value: Any) -> Any:
        basis = current_catalogue().legal_bases.get(value) if isinstance(value, str) else None
        return citation(basis, current_catalogue()) if basis else value

    def clean(self, value: Any) -> str:
        text = str(super().clean(value))
        found = _provision_ids().get(text.casefold())
        if self.has_own_words and not found and CovenantWords(current_catalogue()).are_in(text):
            raise forms.ValidationError(covenant_chosen(text), code="covenant")  # its own words would be refused too
        if text and not found:
            code = "unknown" if self.has_own_words else "unlisted"
            raise forms.ValidationError(self.error_messages[code], code=code, params={"text": text})
        return found or ""


class RetentionRuleField(forms.CharField):
    """A retention rule out of the catalogue by its name; cleans to its id."""

    default_error_messages = {
        "unknown": _("The catalogue has no rule “%(text)s”. Choose one from the list, or leave this empty.")
    }

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"list": "list-rules", "autocomplete": "off"})
        super().__init__(**{"required": False, "widget": widget, **options})

    def prepare_value(self, value: Any) -> Any:
        rule = current_catalogue().retention_rules.get(value) if isinstance(value, str) else None
        return rule_name(rule) if rule else value

    def clean(self, value: Any) -> str:
        text = str(super().clean(value))
        names = {rule_name(rule).casefold(): rule.id for rule in current_catalogue().retention_rules.values()}
        names |= {rule_id: rule_id for rule_id in current_catalogue().retention_rules}
        if text and text.casefold() not in names:
            raise forms.ValidationError(self.error_messages["unknown"], code="unknown", params={"text": text})
        return names[text.casefold()] if text else ""


class PeriodField(forms.CharField):
    """A term in words (15 jaar) or as ISO 8601 (P15Y); cleans to the latter."""

    default_error_messages = {
        "invalid": _("“%(text)s” is not a term. Write it in whole years, months, weeks or days, such as 15 jaar.")
    }

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False, "max_length": 40, **options})

    def prepare_value(self, value: Any) -> Any:
        try:
            return parse_duration(value).wording(language()) if value else value
        except InvalidDuration:
            return value

    def clean(self, value: Any) -> str:
        text = str(super().clean(value))
        if not text:
            return ""
        written = iso_duration(text)
        try:
            parse_duration(written)
        except InvalidDuration as error:
            raise forms.ValidationError(
                self.error_messages["invalid"], code="invalid", params={"text": text}
            ) from error
        return written


class TriggerField(forms.ChoiceField):
    """The event from which a term counts; one of another vocabulary stays until another is chosen."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False, **options})

    def offer(self, held: Iterable[str]) -> None:
        """Fill the choices in the reader's language, with what is held already."""
        named = [(trigger.value, name_of(trigger)) for trigger in RetentionTrigger]
        known = {key for key, _label in named}
        self.choices = [UNCHOSEN, *named, *((key, key) for key in held if key and key not in known)]


class _Name:
    """A value's name, looked up when it is shown, so that it is in the reader's language."""

    def __init__(self, value: StrEnum) -> None:
        self.value = value

    def __str__(self) -> str:
        return name_of(self.value)


def iso_duration(text: str) -> str:
    """The term as ISO 8601 where its words are understood; else the text as it is."""
    plain = text.strip().casefold()
    if plain.startswith("p"):
        return plain.upper()
    found = DURATION_WORDS.findall(plain)
    rest = re.sub(r"\ben\b|\band\b|,|\s", "", DURATION_WORDS.sub("", plain))
    if rest or not found:
        return text
    amounts = {UNITS[unit[0]]: int(number) for number, unit in found}
    return "P" + "".join(f"{amounts[unit]}{unit}" for unit in "YMWD" if unit in amounts)


def category_choices(kind: type[DataCategory | SubjectCategory | RecipientCategory]) -> list[tuple[str, str]]:
    """The categories of a kind by name, in the reader's language; what is not verified says so."""
    read = language()

    def label(category: DataCategory | SubjectCategory | RecipientCategory) -> str:
        doubt = doubt_of(category.status)
        name = category.name.in_language(read)
        return f"{name} ({doubt})" if doubt else name

    found = current_catalogue().entries_of(kind).values()
    return [(category.id, label(category)) for category in found]


def rule_name(rule: RetentionRule) -> str:
    """A retention rule as it is chosen: with its number or its provision, and unlike any other."""
    return _rule_names(language())[rule.id]


@lru_cache(maxsize=4)
def _rule_names(read: str) -> dict[str, str]:
    """Two rules that would be called the same are told apart by their ids: a name leads to one rule only."""
    called = {rule.id: _called(rule, read) for rule in current_catalogue().retention_rules.values()}
    times = Counter(name.casefold() for name in called.values())
    return {key: name if times[name.casefold()] == 1 else f"{name} [{key}]" for key, name in called.items()}


def _called(rule: RetentionRule, read: str) -> str:
    catalogue, name = current_catalogue(), rule.name.in_language(read)
    if rule.selectielijst:
        return f"{rule.selectielijst.number} {name}"
    basis = catalogue.legal_bases.get(rule.legal_basis or "")
    return f"{name} ({citation(basis, catalogue)})" if basis else name


def _provision_ids() -> dict[str, str]:
    catalogue = current_catalogue()
    by_citation = {citation(basis, catalogue).casefold(): basis.id for basis in catalogue.legal_bases.values()}
    return {**by_citation, **{key.casefold(): key for key in catalogue.legal_bases}}
