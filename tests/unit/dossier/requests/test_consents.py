"""Below the age of the law the legal representative consents, not the child alone (UAVG 5(1))."""

import datetime as dt

import pytest

from gemeentedossier.dossier.requests.enums import ConsentBy, ConsentForm, ConsentKind
from gemeentedossier.dossier.requests.facts import Consent
from gemeentedossier.dossier.requests.policies import check_consent
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.identifiers import new_id

DAY = dt.date(2026, 11, 24)
BASIS, SECRECY, HELP = ConsentKind.LEGAL_BASIS, ConsentKind.SECRECY, ConsentKind.HELP
SELF, REPRESENTATIVE = ConsentBy.SELF, ConsentBy.REPRESENTATIVE


@pytest.mark.parametrize(
    ("kind", "by", "age", "alone_from", "is_excepted", "is_refused"),
    [
        (BASIS, SELF, 11, 16, False, True),
        (BASIS, SELF, 15, 16, False, True),
        (BASIS, SELF, 16, 16, False, False),
        (BASIS, SELF, None, 16, False, False),
        (BASIS, SELF, 11, None, False, False),
        (BASIS, SELF, 11, 16, True, False),
        (BASIS, REPRESENTATIVE, 11, 16, False, False),
        (SECRECY, SELF, 11, 16, False, False),
        (HELP, SELF, 11, 16, False, False),
    ],
)
def test_a_child_gives_no_legal_basis_alone(
    kind: ConsentKind, by: ConsentBy, age: int | None, alone_from: int | None, is_excepted: bool, is_refused: bool
) -> None:
    consent = Consent(new_id(), kind, new_id(), "Nieuwsbrief.", DAY, ConsentForm.WRITTEN, by, subject_age=age)
    try:
        check_consent(consent, today=DAY, alone_from=alone_from, is_excepted=is_excepted)
        refused = ""
    except Refused as refusal:
        refused = str(refusal)
    assert ("wettelijk vertegenwoordiger" in refused) is is_refused
