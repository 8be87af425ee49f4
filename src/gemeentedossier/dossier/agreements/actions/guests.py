"""What somebody of a party does on its own account: attest, show that data were erased, and write a leaflet.

Each verb asks whether the person acts for that party today, and writes nothing but what that party says of itself.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.dossier.agreements import models
from gemeentedossier.dossier.agreements.actions.changing import change
from gemeentedossier.dossier.agreements.actions.leaflets import locked_leaflet, write_leaflet
from gemeentedossier.dossier.agreements.engine.own import can_attest, is_shown, must_prove_erasure
from gemeentedossier.dossier.agreements.enums import AgreementKind
from gemeentedossier.dossier.agreements.facts import Agreement, AgreementParty, Leaflet
from gemeentedossier.dossier.agreements.policies import check_kind, check_says
from gemeentedossier.dossier.agreements.queries import agreement_facts, leaflet_facts, leaflets_of
from gemeentedossier.dossier.evidence.actions.evidence import hand_in_file
from gemeentedossier.dossier.evidence.actions.files import digest_of
from gemeentedossier.dossier.evidence.models import Evidence
from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.dossier.parties.queries import parties_of
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted
from gemeentedossier.organisation.queries import answers_for

WRITE = "guest.write_leaflet"
ATTEST, HAND_IN = "guest.attest_participation", "guest.add_evidence"
TIED = ("product", "agreement_id", "system_id", "tool_id", "evidence_id")
"""What a leaflet is about and to what it belongs: the party that writes it anew does not change that."""
MOST_OF_A_PARTY = 100
"""Leaflets that a party has here (our own choice)."""
LONGEST_SIGNATURE = 300
"""Characters of the name and the function of who declares."""


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A file that somebody hands in: what is in it, and what it was called there."""

    content: bytes
    file_name: str


def attest_own(
    agreement_id: UUID, *, party_id: UUID, function: str, attestation: str, file: HandedIn | None = None, by: Actor
) -> Agreement:
    """Record that a participant declared today, through its own account, to live by the covenant.

    What was declared today already, word for word, stays as it is; a file that was added today stays where none comes
    with the words that mend it.
    Agreement.DoesNotExist (Django's) where this person has no such agreement.
    """
    check_permitted(by, ATTEST)
    check_says(function, sentence=_("Write down in which function you sign."))
    check_says(attestation, sentence=_("Write down what you declare."))
    signed_by = f"{by.name}, {function.strip()}"
    if len(signed_by) > LONGEST_SIGNATURE:
        raise Refused(_("Write your function shorter: your name and your function do not fit together."))
    with verb(ATTEST, by=by):
        models.Agreement.objects.select_for_update().get(pk=agreement_id)  # decided on what stands, not on what stood
        stored = _own(agreement_id, party_id, by=by)
        check_kind(stored, AgreementKind.COVENANT)
        if not can_attest(stored, on=clock.today()):
            raise Refused(_("This covenant is over, so nothing can be declared under it any more."))
        before = next(each for each in stored.parties if each.party_id == party_id)
        is_of_today = before.attested_on == clock.today()
        evidence_id = _kept(file, stored, by=by, known_id=before.attestation_evidence_id if is_of_today else None)
        words = (clock.today(), signed_by, attestation.strip(), evidence_id)
        if words == (before.attested_on, before.attested_by, before.attestation, before.attestation_evidence_id):
            return stored

        def attested(party: AgreementParty) -> AgreementParty:
            return replace(
                party,
                attested_on=clock.today(),
                attested_by=signed_by,
                attested_person_id=by.person_id,
                attestation=attestation.strip(),
                attestation_evidence_id=evidence_id,
            )

        return change(agreement_id, _at(party_id, attested), name=ATTEST, permission=ATTEST, by=by)


def hand_in_erasure(agreement_id: UUID, *, party_id: UUID, file: HandedIn, by: Actor) -> Agreement:
    """Record the certificate with which a processor shows that it erased or returned the data (GDPR 28(3)(g)).

    Refused where the processing goes on, and where a certificate is there: that one is for the municipality to judge.
    Agreement.DoesNotExist (Django's) where this person has no such agreement.
    """
    check_permitted(by, HAND_IN)
    with verb("guest.hand_in_erasure", by=by):
        models.Agreement.objects.select_for_update().get(pk=agreement_id)  # decided on what stands, not on what stood
        stored = _own(agreement_id, party_id, by=by)
        check_kind(stored, AgreementKind.PROCESSOR)
        if stored.erasure_proved_on is not None:
            raise Refused(_("A certificate was handed in already. Is it not right? Then write to the municipality."))
        if not must_prove_erasure(stored, on=clock.today()):
            raise Refused(_("This agreement has not ended yet, so there is nothing to erase or return."))
        evidence_id = _kept(file, stored, by=by)
        return change(
            agreement_id,
            lambda now: replace(now, erasure_evidence_id=evidence_id, erasure_proved_on=clock.today()),
            name="guest.hand_in_erasure",
            permission=HAND_IN,
            by=by,
        )


def write_own_leaflet(leaflet: Leaflet, *, by: Actor) -> Leaflet:
    """Record what a party tells about its product, through its own account: a new leaflet, or the one with this key.

    Which product it is about and to which agreement it belongs stays as it was recorded; of a new one the party says
    the product in words, and an agreement that it is shown. What says word for word the same is recorded once.

    Refused beyond ``MOST_OF_A_PARTY``: a party removes none itself. Leaflet.DoesNotExist or Agreement.DoesNotExist
    (Django's) where this person has no such leaflet or agreement.
    """
    check_permitted(by, WRITE)
    with verb(WRITE, by=by):
        check_acts_for(leaflet.party_id, by=by, refusing=models.Leaflet.DoesNotExist)
        if models.Leaflet.objects.filter(pk=leaflet.id).exists():
            stored = locked_leaflet(leaflet.id, revision=leaflet.revision)
            if stored.party_id != leaflet.party_id:
                raise models.Leaflet.DoesNotExist
            tied = {name: getattr(stored, name) for name in TIED}
            write_leaflet(replace(leaflet, **tied), stored=stored)
        else:
            if leaflet.agreement_id:
                _own(leaflet.agreement_id, leaflet.party_id, by=by)
            made = replace(leaflet, system_id=None, tool_id=None, evidence_id=None)
            Party.objects.select_for_update().get(pk=leaflet.party_id)  # two clicks at once are one leaflet
            known = leaflets_of([leaflet.party_id])
            same = next((each for each in known if _says_the_same(each, made)), None)
            if same:
                return same
            if len(known) >= MOST_OF_A_PARTY:
                raise Refused(_("You have %(count)d leaflets here. Write one of these anew.") % {"count": len(known)})
            write_leaflet(made)
    return leaflet_facts(leaflet.id)


def _says_the_same(stored: Leaflet, made: Leaflet) -> bool:
    return stored == replace(made, id=stored.id, party_name=stored.party_name, revision=stored.revision)


def check_acts_for(party_id: UUID, *, by: Actor, refusing: type[Exception]) -> None:
    """Raises the exception where this person does not act for the party today."""
    acts_for = parties_of(by.person_id, on=clock.today()) if by.person_id else ()
    if not any(each.id == party_id for each in acts_for):
        raise refusing


def _own(agreement_id: UUID, party_id: UUID, *, by: Actor) -> Agreement:
    """The agreement, where this person acts today for that party and the party is shown it."""
    check_acts_for(party_id, by=by, refusing=models.Agreement.DoesNotExist)
    found = agreement_facts(agreement_id)
    if not is_shown(found, party_id, on=clock.today()):
        raise models.Agreement.DoesNotExist
    return found


def _kept(file: HandedIn | None, agreement: Agreement, *, by: Actor, known_id: UUID | None = None) -> UUID | None:
    """The evidence of the file, looked after by who answers for the agreement; the known one where it says the same."""
    if file is None or Evidence.objects.filter(pk=known_id, sha256=digest_of(file.content)).exists():
        return known_id
    owner_id = answers_for(agreement.owner_id)
    if owner_id is None:
        raise Refused(_("Nobody at the municipality can look after a file yet. Tell them, or send it in another way."))
    title = f"{agreement.name}: {file.file_name}"
    piece = hand_in_file(file.content, file_name=file.file_name, title=title, owner_id=owner_id, by=by)
    key: UUID = piece.pk
    return key


def _at(party_id: UUID, to: Callable[[AgreementParty], AgreementParty]) -> Callable[[Agreement], Agreement]:
    return lambda now: replace(now, parties=tuple(to(p) if p.party_id == party_id else p for p in now.parties))
