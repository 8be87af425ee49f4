"""Which evidence a step of an agreement offers first: what is of that agreement, and of no other."""

import datetime as dt
from dataclasses import replace

from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.desk.forms.agreement_steps import SignForm
from gemeentedossier.dossier.agreements.facts import Agreement, AgreementParty
from gemeentedossier.dossier.evidence.enums import EvidenceKind
from gemeentedossier.dossier.evidence.facts import Evidence
from gemeentedossier.exchange.example.dossier import example_dossier
from gemeentedossier.foundation.identifiers import new_id

NOON = dt.datetime(2026, 11, 28, 12, tzinfo=dt.UTC)


def piece(title: str, hours: int) -> Evidence:
    at = NOON + dt.timedelta(hours=hours)
    return Evidence(new_id(), EvidenceKind.FILE, title, new_id(), "Jet", new_id(), "Jet", at)


def test_evidence_of_the_agreement_comes_first_and_that_of_one_with_a_longer_name_does_not() -> None:
    kept, handed_in = piece("Hosting", 0), piece("Hosting: wissen.pdf", 1)
    named, theirs, other = piece("Verklaring 2026", 2), piece("Hosting", 3), piece("Hosting 2030", 4)
    agreement = Agreement(new_id(), "Hosting", parties=(AgreementParty(new_id(), new_id()),))
    mine = replace(agreement, parties=(replace(agreement.parties[0], attestation_evidence_id=named.id),))
    another = Agreement(new_id(), "Hosting", signed_text_evidence_id=theirs.id)
    every = (other, theirs, kept, handed_in, named)
    dossier = replace(example_dossier(current_catalogue()), agreements=(mine, another), evidence=every)
    form = SignForm(agreement=mine, dossier=dossier)
    offered = [str(key) for key, _title in form.fields["signed_text_evidence_id"].choices]  # type: ignore[attr-defined]  # a choice
    assert offered == ["", *(str(each.id) for each in (named, handed_in, kept, other, theirs))]
