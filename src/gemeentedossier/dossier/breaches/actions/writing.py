"""What the verbs about breaches share: the breach locked as it stands, and its row as it must become."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.breaches import models
from gemeentedossier.dossier.breaches.actions.whole import breach_values
from gemeentedossier.dossier.breaches.engine.clock import Law
from gemeentedossier.dossier.breaches.facts import PersonalDataBreach
from gemeentedossier.dossier.breaches.policies import check_open
from gemeentedossier.dossier.breaches.queries import breach_facts
from gemeentedossier.dossier.evidence.models import Evidence
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.trail import Actor


def law_now() -> Law:
    """The terms of the catalogue as it is now."""
    return Law.of(current_catalogue())


def locked(breach_id: UUID) -> PersonalDataBreach:
    """The breach as it stands, locked until the verb ends; Refused where it was closed. Part of a verb."""
    breach = locked_or_closed(breach_id)
    check_open(breach)
    return breach


def locked_or_closed(breach_id: UUID) -> PersonalDataBreach:
    """The breach as it stands, locked until the verb ends, also where it was closed. Part of a verb."""
    models.PersonalDataBreach.objects.select_for_update().get(pk=breach_id)
    return breach_facts(breach_id)


def write(stored: PersonalDataBreach, **sections: Any) -> PersonalDataBreach:
    """Write the breach with these fields as they must become, one revision on. Part of a verb."""
    wanted = replace(stored, revision=stored.revision + 1, **sections)
    stood, stands = breach_values(stored), breach_values(wanted)
    changed = {column: value for column, value in stands.items() if value != stood[column]}
    models.PersonalDataBreach.objects.filter(pk=stored.id).update(**changed)
    return wanted


def person_of(by: Actor) -> UUID:
    """The person who acts; Refused for the program itself: a person answers for this."""
    if by.person_id is None:
        raise Refused(_("Only a person can do this: somebody answers for it by name."))
    return by.person_id


def check_evidence(evidence_id: UUID | None) -> None:
    """Raises Refused for evidence that this municipality does not have."""
    if evidence_id and not Evidence.objects.filter(pk=evidence_id).exists():
        raise Refused(_("This evidence is not here. Choose it from the list."))
