"""Organisations and contact persons in the central government's register."""

import re

from gemeentedossier.exchange.engine.avg_record import Record
from gemeentedossier.exchange.engine.cells.names import named
from gemeentedossier.exchange.engine.vocabulary import Resolver
from gemeentedossier.exchange.enums import RegisterField, RemarkCode, ResolvedKind
from gemeentedossier.exchange.facts import DraftNote, DraftParty, Named, Taken

VISIT, POST = ("Adres", "Postcode", "Plaats"), ("Postbus", "PostbusPostcode", "PostbusPlaats", "PostbusLand")
ORGANISATION = "RechtspersoonOfBestuursorgaan"
_MAILBOX = re.compile(
    r"^(?:info|privacy|avg|fg|gegevensbescherming|functionaris|postbus|contact|servicedesk|helpdesk|secretariaat|"
    r"security|ciso|datalek(?:ken)?|post|mail|loket|klant\w*|bestuur\w*|communicatie|juridisch\w*)[\w.+-]*@",
    re.IGNORECASE,
)


def is_role_mailbox(address: str) -> bool:
    """Whether an e-mail address belongs to a function and not to a person."""
    return _MAILBOX.match(address.strip()) is not None


def controllers_of(record: Record, *, resolver: Resolver) -> tuple[Taken[Named], ...]:
    """The controllers by name. Their addresses are in the municipality's own records already."""
    found = []
    for number in range(1, record.count("Verantwoordelijken") + 1):
        path = f"Verantwoordelijken[{number}]"
        name = record.take(f"{path}.Naam", field=RegisterField.CONTROLLERS)
        if name is not None:
            controller = named(name[0].text, kind=ResolvedKind.CONTROLLER, resolver=resolver)
            found.append(Taken(controller, name[1]))
        for left in record.paths(f"{path}."):
            if not left.endswith(".Id"):
                record.lose(left, RemarkCode.CONTACT_DETAILS)
    return tuple(found)


def processors_of(record: Record) -> tuple[Taken[DraftParty], ...]:
    """The processors with address and country; a person's own address or number is not taken over."""
    found = []
    for number in range(1, record.count("Verwerkers") + 1):
        path = f"Verwerkers[{number}]"
        is_organisation = record.peek(f"{path}.Type") in (None, ORGANISATION)
        name = record.take(f"{path}.Naam", field=RegisterField.PROCESSORS)
        if name is not None:
            text, origin = name
            address, country = _address(record, path) if is_organisation else ("", "")
            party = DraftParty(text.text, address, country, _mailbox(record, f"{path}.Email"))
            found.append(Taken(party, origin))
        for left in record.paths(f"{path}."):
            if not left.endswith((".Id", ".Type")):
                record.lose(left, RemarkCode.CONTACT_DETAILS, withheld=not is_organisation)
    return tuple(found)


def _address(record: Record, path: str) -> tuple[str, str]:
    parts = [", ".join(_texts(record, path, keys)) for keys in (VISIT, POST)]
    country = "".join(_texts(record, path, ("Land",)))
    return "; ".join(part for part in parts if part), country


def _texts(record: Record, path: str, keys: tuple[str, ...]) -> list[str]:
    taken = [record.take(f"{path}.{key}", field=RegisterField.PROCESSORS) for key in keys]
    return [found[0].text for found in taken if found is not None]


def _mailbox(record: Record, path: str) -> str:
    address = record.peek(path)
    if isinstance(address, str) and is_role_mailbox(address):
        record.take(path)
        return address.strip()
    return ""


def contacts_of(record: Record) -> tuple[Taken[DraftNote], ...]:
    """Functions and mailboxes of contacts; a person's own name, number and address stay out of the dossier."""
    found = []
    for path in record.paths("Contactpersonen["):
        value = record.peek(path)
        is_function = path.endswith(".Functie")
        if path.endswith(".Id"):
            continue
        if is_function or (isinstance(value, str) and path.endswith(".Email") and is_role_mailbox(value)):
            taken = record.take(path, field=RegisterField.REMARKS)
            if taken is not None:
                found.append(Taken(DraftNote("Contactpersonen", taken[0].text), taken[1]))
        else:
            record.lose(path, RemarkCode.PERSONAL_CONTACT, withheld=True)
    return tuple(found)
