"""The form of an entry: JSON Schema, with each error turned into a sentence for the person who wrote it."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import cast

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from gemeentedossier.catalogue.engine.documents import PathTo, Value
from gemeentedossier.catalogue.engine.durations import InvalidDuration, parse_duration
from gemeentedossier.catalogue.facts.faults import did_you_mean, in_dutch, together, told

Error = tuple[PathTo, str, str | None]
SCHEMA_FOLDER = files("gemeentedossier.catalogue") / "schemas"
_SHARED = "definitions.json#/$defs/"
_FORMATS = FormatChecker(formats=())
_TYPES = {
    "string": told("text", "tekst"),
    "array": told("a list", "een lijst"),
    "object": told("a mapping with fields", "een blok met velden"),
    "integer": told("a whole number", "een heel getal"),
    "boolean": told("true or false", "waar of onwaar"),
}


@_FORMATS.checks("date")
def _is_date(value: object) -> bool:
    try:
        return not isinstance(value, str) or (bool(date.fromisoformat(value)) and len(value) == 10)
    except ValueError:
        return False


@_FORMATS.checks("duration")
def _is_duration(value: object) -> bool:
    try:
        return not isinstance(value, str) or bool(parse_duration(value))
    except InvalidDuration:
        return False


@cache
def _definitions() -> Mapping[str, object]:
    text = (SCHEMA_FOLDER / "definitions.json").read_text(encoding="utf-8")
    return cast(Mapping[str, object], json.loads(text)["$defs"])


@cache
def _validator(name: str) -> Draft202012Validator:
    schema = json.loads((SCHEMA_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    written_out = cast(Mapping[str, object], _with_definitions(schema))
    return Draft202012Validator(written_out, format_checker=_FORMATS)


def _with_definitions(schema: object) -> object:
    """Put each shared definition where it is used: following references took half of the loading time."""
    if isinstance(schema, list):
        return [_with_definitions(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    reference = schema.get("$ref")
    if isinstance(reference, str) and reference.startswith(_SHARED):
        return _with_definitions(_definitions()[reference.removeprefix(_SHARED)])
    return {key: _with_definitions(value) for key, value in schema.items()}


def form_errors(schema: str, value: Value) -> Iterator[Error]:
    """Yield path, sentence and (where the key itself is at fault) key of all that does not fit the schema."""
    for error in _validator(schema).iter_errors(value):
        yield from _told(error)


def _told(error: ValidationError) -> Iterator[Error]:
    path = tuple(error.absolute_path)
    tell = _TELLERS.get(str(error.validator))
    if tell is None:
        yield path, told(f"This does not fit: {error.message}.", f"Dit past niet: {error.message}."), None
    else:
        yield from ((path, sentence, key) for sentence, key in tell(error))


def _required(error: ValidationError) -> Iterator[tuple[str, str | None]]:
    given = cast(Mapping[str, object], error.instance)
    missing = [name for name in cast(list[str], error.validator_value) if name not in given]
    named = error.message.split("'")[1] if "'" in error.message else missing[0]
    yield told(f"“{named}” is missing. Add it.", f"“{named}” ontbreekt. Voeg het toe."), None


def _unknown_field(error: ValidationError) -> Iterator[tuple[str, str | None]]:
    schema = cast(Mapping[str, Mapping[str, object]], error.schema)
    known = list(schema.get("properties", {}))
    for name in cast(Mapping[str, object], error.instance):
        if name not in known:
            near = get_close_matches(name, known, n=1)
            every = ", ".join(known)
            hint = did_you_mean(near[0]) if near else told(f"Known are: {every}.", f"Bekend zijn: {every}.")
            yield together(told(f"There is no field “{name}”.", f"Er is geen veld “{name}”."), hint), name


def _enumerated(error: ValidationError) -> Iterator[tuple[str, str | None]]:
    allowed = [str(item) for item in cast(list[object], error.validator_value)]
    near = get_close_matches(str(error.instance), allowed, n=1)
    every = ", ".join(allowed)
    hint = did_you_mean(near[0]) if near else told(f"Write one of: {every}.", f"Schrijf een van deze: {every}.")
    nothing = told("Nothing is written here.", "Hier staat niets.")
    unknown = told(f"“{error.instance}” is not a known value.", f"“{error.instance}” is geen bekende waarde.")
    yield together(nothing if error.instance is None else unknown, hint), None


def _typed(error: ValidationError) -> Iterator[tuple[str, str | None]]:
    wanted = error.validator_value
    names = [wanted] if isinstance(wanted, str) else cast(list[str], wanted)
    kinds = [_TYPES.get(name, name) for name in names]
    expected, verwacht = " or ".join(kinds), " of ".join(map(in_dutch, kinds))
    if error.instance is None:
        yield (
            told(
                f"Nothing is written here; it must be {expected}. Fill it in or leave the line out.",
                f"Hier staat niets; het moet {verwacht} zijn. Vul het in of laat de regel weg.",
            ),
            None,
        )
    elif "string" in names and isinstance(error.instance, int | float):
        said = error.instance
        yield (
            told(f"“{said}” must be text; put it in quotes.", f"“{said}” moet tekst zijn; zet aanhalingstekens."),
            None,
        )
    else:
        yield told(f"This must be {expected}.", f"Dit moet {verwacht} zijn."), None


def _formatted(error: ValidationError) -> Iterator[tuple[str, str | None]]:
    if error.validator_value == "date":
        yield (
            told(
                f"“{error.instance}” is not a date on the calendar. Write it as 2026-11-23.",
                f"“{error.instance}” is geen datum op de kalender. Schrijf haar als 2026-11-23.",
            ),
            None,
        )
    else:
        yield (
            told(
                f"“{error.instance}” is not a term. Write whole years, months, weeks or days, e.g. P15Y, P6M or P42D.",
                f"“{error.instance}” is geen termijn. Schrijf hele jaren, maanden, weken of dagen: P15Y, P6M of P42D.",
            ),
            None,
        )


def _patterned(error: ValidationError) -> Iterator[tuple[str, str | None]]:
    schema = cast(Mapping[str, object], error.schema)
    cannot = told(f"“{error.instance}” cannot stand here.", f"“{error.instance}” kan hier niet staan.")
    yield together(*filter(None, (cannot, str(schema.get("description", ""))))), None


def _empty(error: ValidationError) -> Iterator[tuple[str, str | None]]:
    yield (
        told(
            "This is empty. Fill it in or leave the whole line out.",
            "Dit is leeg. Vul het in of laat de hele regel weg.",
        ),
        None,
    )


def _doubled(error: ValidationError) -> Iterator[tuple[str, str | None]]:
    items = cast(list[object], error.instance)
    twice = next(item for index, item in enumerate(items) if item in items[:index])
    yield (
        told(
            f"“{twice}” stands in this list twice; remove one of them.",
            f"“{twice}” staat twee keer in deze lijst; haal er een weg.",
        ),
        None,
    )


def _ranged(error: ValidationError) -> Iterator[tuple[str, str | None]]:
    schema = cast(Mapping[str, object], error.schema)
    low, high = schema.get("minimum"), schema.get("maximum")
    yield (
        told(
            f"{error.instance} is out of range. Write a whole number from {low} to {high}.",
            f"{error.instance} valt buiten de grenzen. Schrijf een heel getal van {low} tot en met {high}.",
        ),
        None,
    )


_TELLERS = {
    "required": _required,
    "additionalProperties": _unknown_field,
    "enum": _enumerated,
    "type": _typed,
    "format": _formatted,
    "pattern": _patterned,
    "minLength": _empty,
    "minItems": _empty,
    "uniqueItems": _doubled,
    "minimum": _ranged,
    "maximum": _ranged,
}
