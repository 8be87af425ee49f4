"""What the portal says of a right on a legal basis is what the page of a request says of it."""

import pytest

from gemeentedossier.catalogue.facts.requests import RightStanding
from gemeentedossier.catalogue.queries import latest_catalogue
from gemeentedossier.dossier.register.enums import Article6, DataSubjectRight
from gemeentedossier.dossier.requests.engine.grounds import right_here, right_in
from gemeentedossier.portal.engine.rights import Grounds, Standing, rights_for

WORDS = {Standing.HOLDS: RightStanding.YES, Standing.LIMITED: RightStanding.LIMITED}


@pytest.mark.parametrize(
    "right", [each for each in DataSubjectRight if each is not DataSubjectRight.NO_AUTOMATED_DECISION]
)
@pytest.mark.parametrize("ground", Article6)
def test_portal_and_requests_say_the_same(right: DataSubjectRight, ground: Article6) -> None:
    known = right_in(latest_catalogue(), right)
    assert known is not None
    held = {each.right: each.standing for each in rights_for(Grounds(frozenset({ground})))}
    told = WORDS[held[right]] if right in held else RightStanding.NO
    assert right_here(known, frozenset({ground})).standing is told
