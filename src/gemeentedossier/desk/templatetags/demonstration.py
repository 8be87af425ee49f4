"""The invented people of the demonstration, so that whoever tries the program can be each of them."""

from dataclasses import dataclass

from django import template
from django.conf import settings

from gemeentedossier.desk.presenters.roles import role_name
from gemeentedossier.exchange.actions.example import PASSWORD
from gemeentedossier.exchange.example.organisation import (
    ADMINISTRATOR,
    AUDITOR,
    CISO,
    COUNCIL_MEMBER,
    DATA_PROTECTION_OFFICER,
    EXECUTIVE,
    OWNER_SUPPORT,
    PARTNER,
    PRIVACY_OFFICER,
)

register = template.Library()
SHOWN = (
    PRIVACY_OFFICER,
    DATA_PROTECTION_OFFICER,
    OWNER_SUPPORT,
    EXECUTIVE,
    CISO,
    AUDITOR,
    COUNCIL_MEMBER,
    ADMINISTRATOR,
    PARTNER,
)


@dataclass(frozen=True, slots=True)
class Demonstration:
    """Who can sign in, and with which password."""

    people: tuple[tuple[str, str], ...]
    password: str


@register.simple_tag
def demonstration() -> Demonstration | None:
    """The people with an account as role and address; None outside a demonstration."""
    if not settings.DEMO:
        return None
    people = tuple((role_name(person.roles[0].role), person.email) for person in SHOWN)
    return Demonstration(people, PASSWORD)
