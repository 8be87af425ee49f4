"""What is found of an agreement is told under its own name, and says that it rests on it."""

from dataclasses import replace

from gemeentedossier.documents.engine.placing import sentences_of
from gemeentedossier.documents.engine.provenance import RecordOrigin
from gemeentedossier.documents.enums import DocumentKind
from gemeentedossier.dossier.agreements.enums import AgreementKind, Point
from gemeentedossier.dossier.agreements.facts import AgreedPoint, Agreement
from tests.unit.documents.composed_municipality import DOSSIER, composed, number

HOSTING = Agreement(
    number(900),
    "Hosting van het archief",
    AgreementKind.PROCESSOR,
    points=(AgreedPoint(number(901), Point.SECRECY, agreed=False),),
)
ACCOUNT = composed(DocumentKind.ACCOUNTABILITY, replace(DOSSIER, agreements=(HOSTING,)))


def test_a_finding_names_its_agreement_and_rests_on_it() -> None:
    named = [sentence for _, sentence in sentences_of(ACCOUNT) if sentence.text == HOSTING.name]
    origins = {
        (origin.record_kind, origin.record_id)
        for sentence in named
        for origin in sentence.provenance.origins
        if isinstance(origin, RecordOrigin)
    }
    assert origins == {("agreement", str(HOSTING.id))}
