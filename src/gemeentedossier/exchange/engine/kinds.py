"""The kinds of lists that a file can hold: which fields each has, and where a column goes that fits none."""

from collections.abc import Mapping
from dataclasses import dataclass

from gemeentedossier.exchange.enums import (
    Field,
    ListKind,
    PartyField,
    RegisterField,
    SubProcessorField,
    SystemField,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListForm:
    """One kind of list. ``single`` are the fields that a record has once: of two columns, the better one is it."""

    kind: ListKind
    fields: tuple[Field, ...]
    name: Field
    """The field without which a row is no record."""
    single: frozenset[Field]
    left_over: Field
    """What a column becomes that no field fits."""
    ignored: Field
    fewest: int
    """How many headings must be recognised before a row of texts is taken for headings."""


REGISTER = ListForm(
    kind=ListKind.REGISTER,
    fields=tuple(RegisterField),
    name=RegisterField.NAME,
    single=frozenset(
        {
            RegisterField.REFERENCE, RegisterField.NAME, RegisterField.UNIT, RegisterField.TASK,
            RegisterField.POLICY_DOMAIN, RegisterField.ROLE, RegisterField.PUBLIC_OR_PRIVATE,
            RegisterField.PROCESSING_STATE, RegisterField.STARTED_ON, RegisterField.LAST_REVIEWED_ON,
            RegisterField.THIRD_COUNTRY_TRANSFER, RegisterField.COVENANT, RegisterField.JOINT_CONTROLLERSHIP,
            RegisterField.FURTHER_USE, RegisterField.DPIA_DONE, RegisterField.AGREEMENT_SIGNED,
        }
    ),
    left_over=RegisterField.REMARKS,
    ignored=RegisterField.IGNORE,
    fewest=2,
)  # fmt: skip
SYSTEMS = ListForm(
    kind=ListKind.SYSTEMS,
    fields=tuple(SystemField),
    name=SystemField.NAME,
    single=frozenset(SystemField) - {SystemField.DESCRIPTION, SystemField.IGNORE},
    left_over=SystemField.IGNORE,
    ignored=SystemField.IGNORE,
    fewest=1,
)
PARTIES = ListForm(
    kind=ListKind.PARTIES,
    fields=tuple(PartyField),
    name=PartyField.NAME,
    single=frozenset(PartyField) - {PartyField.CONTACT, PartyField.IGNORE},
    left_over=PartyField.IGNORE,
    ignored=PartyField.IGNORE,
    fewest=1,
)
SUB_PROCESSORS = ListForm(
    kind=ListKind.SUB_PROCESSORS,
    fields=tuple(SubProcessorField),
    name=SubProcessorField.NAME,
    single=frozenset(SubProcessorField) - {SubProcessorField.SERVICE, SubProcessorField.IGNORE},
    left_over=SubProcessorField.IGNORE,
    ignored=SubProcessorField.IGNORE,
    fewest=1,
)
FORMS: Mapping[ListKind, ListForm] = {each.kind: each for each in (REGISTER, SYSTEMS, PARTIES, SUB_PROCESSORS)}
_FIELDS: Mapping[str, Field] = {field.value: field for form in FORMS.values() for field in form.fields}


def field_from(value: str) -> Field:
    """The field that is stored as this value; ValueError where none is."""
    if value not in _FIELDS:
        raise ValueError(f"A mapping names the field {value!r}, which no list has.")
    return _FIELDS[value]
