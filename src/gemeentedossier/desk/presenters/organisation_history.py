"""What happened to what is recorded of the municipality itself, as a timeline."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.utils.translation import gettext as _

from gemeentedossier.catalogue.facts import PolicyDomain
from gemeentedossier.design.parts import Change, Entry
from gemeentedossier.desk.presenters.activity.history import verb_words as other_verb_words
from gemeentedossier.desk.presenters.activity.wording import vocabulary_word
from gemeentedossier.desk.presenters.roles import role_name
from gemeentedossier.desk.presenters.timelines import changes, timeline, worded
from gemeentedossier.dossier.register.queries.history import Happening, RowChange
from gemeentedossier.organisation import models
from gemeentedossier.organisation.enums import ControllerKind, Role

KINDS: Mapping[str, type[StrEnum]] = {"kind": ControllerKind}
NOT_TOLD = frozenset({"account_id", "person_id"})
"""Keys that say nothing to a reader; whose role it is stands before it."""


def organisation_timeline(happenings: Iterable[Happening], names: Mapping[UUID, str]) -> tuple[Entry, ...]:
    """Each verb with who, when, why and which fields differ; ``names`` are those of the people."""
    return timeline(happenings, titled=verb_words, told=lambda change: _columns(change, names))


def verb_words(verb: str) -> str:
    """What was done, in words."""
    words = {
        "organisation.found_municipality": _("Municipality begun"),
        "organisation.edit_profile": _("Municipality edited"),
        "organisation.record_controller": _("Body added"),
        "organisation.edit_controller": _("Body edited"),
        "organisation.remove_controller": _("Body removed"),
        "organisation.record_unit": _("Unit added"),
        "organisation.rename_unit": _("Unit renamed"),
        "organisation.remove_unit": _("Unit removed"),
        "organisation.add_person": _("Person added"),
        "organisation.give_role": _("Role given"),
        "organisation.end_role": _("Role ended"),
        "organisation.give_account": _("Account given"),
        "organisation.link_account": _("Account linked by the identity provider"),
        "organisation.invite": _("Invited to sign in"),
        "organisation.forget_second_factor": _("Second step to be set up anew"),
        "organisation.unlink_provider": _("Untied from the account at the organisation"),
        "organisation.take_up_invitation": _("Invitation taken up"),
    }
    return words.get(verb) or other_verb_words(verb)


def _columns(change: RowChange, names: Mapping[UUID, str]) -> Iterator[Change]:
    yield from changes(
        change,
        (each for each in change.columns if each not in NOT_TOLD),
        label=lambda column: f"{_of(change, names)}{_label(change.model, column)}",
        told=_worded,
    )


def _of(change: RowChange, names: Mapping[UUID, str]) -> str:
    """Which body, unit or person it is about."""
    row = change.after or change.before
    name = row.get("name") or (names.get(row["person_id"], "") if "person_id" in row else "")
    return f"{name}: " if name else ""


def _label(model: type[Model], column: str) -> str:
    own: dict[tuple[type[Model], str], str] = {
        (models.Controller, "contact"): _("Contact"),
        (models.Controller, "kind"): _("Kind"),
        (models.RoleAssignment, "role"): _("Role"),
    }
    named = {
        "name": _("Name"),
        "email": _("E-mail address"),
        "forgotten_at": _("Second step set up anew from"),
        "invited_until": _("Link to sign in holds up to and including"),
        "starts_on": _("From"),
        "ends_on": _("Up to and including"),
        "is_public_authority": _("It is a public authority"),
        "acts_as_processor": _("It processes data for others"),
        "policy_domains": _("Policy domains"),
        "contact_point": _("Contact point for questions about privacy"),
        "rights_page": _("Page about rights"),
        "complaint_page": _("Page about complaints"),
        "data_protection_officer_designated": _("A data protection officer is designated"),
        "data_protection_officer_contact": _("How residents reach the officer"),
        "data_protection_officer_number": _("Number of the officer at the supervisory authority"),
    }
    return own.get((model, column)) or named.get(column, column)


def _worded(column: str, value: Any) -> str:
    if column == "role" and value:
        return role_name(Role(value))
    return worded(column, value, names={}, vocabulary=KINDS.get(column), categories=_domains)


def _domains(ids: Iterable[str]) -> Iterator[str]:
    return (vocabulary_word(PolicyDomain, each) for each in ids)
