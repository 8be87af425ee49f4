import pytest

from gemeentedossier.dossier.evidence.policies import check_can_own
from gemeentedossier.foundation.errors import Refused


@pytest.mark.parametrize(
    ("is_known", "has_role", "may"),
    [(True, True, True), (True, False, False), (False, True, False), (False, False, False)],
)
def test_only_who_works_here_looks_after_evidence(is_known: bool, has_role: bool, may: bool) -> None:
    if may:
        check_can_own(is_known=is_known, has_role=has_role)
    else:
        with pytest.raises(Refused):
            check_can_own(is_known=is_known, has_role=has_role)
