"""Every word of the vocabularies of breaches has its own name, also where two vocabularies write a value alike."""

from enum import StrEnum

import pytest

from gemeentedossier.dossier.breaches import enums
from gemeentedossier.dossier.breaches.engine.words import word
from gemeentedossier.dossier.breaches.enums import BreachTermKind, DecisionKind, MunicipalRole, ReportedBy

VOCABULARIES = [each for each in vars(enums).values() if isinstance(each, type) and issubclass(each, StrEnum)]


@pytest.mark.parametrize("member", [member for each in VOCABULARIES for member in each], ids=str)
def test_every_member_has_a_name(member: StrEnum) -> None:
    assert word(member, "nl")
    assert word(member, "en")


@pytest.mark.parametrize(
    ("member", "name"),
    [
        (ReportedBy.AUTHORITY, "toezichthouder of politie"),
        (BreachTermKind.AUTHORITY, "melden aan de AP"),
        (ReportedBy.PROCESSOR, "verwerker"),
        (MunicipalRole.PROCESSOR, "verwerker voor een ander"),
        (ReportedBy.OTHER, "iemand anders"),
        (DecisionKind.NOTIFY_AUTHORITY, "melden aan de AP"),
    ],
)
def test_values_written_alike_keep_their_own_names(member: StrEnum, name: str) -> None:
    assert word(member, "nl") == name
