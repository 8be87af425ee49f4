"""What the numbers of the officer's report count."""

from dataclasses import replace

import pytest

from gemeentedossier.dossier.register.enums import ProcessingState
from gemeentedossier.dossier.register.facts import Activity, Characteristics
from tests.builders import an_activity
from tests.unit.documents.composed_municipality import EMPTY
from tests.unit.method.officers import FEMKE, figures, watched

UNKNOWN = an_activity(processing_state=ProcessingState.IN_USE)
WATCHING = replace(UNKNOWN, characteristics=Characteristics(public_monitoring=True))
"""One of the three cases in which the law names an impact assessment (GDPR 35(3))."""
DECIDED = replace(UNKNOWN, characteristics=Characteristics(impact_assessment_required=True))
DENIED = replace(UNKNOWN, characteristics=replace(WATCHING.characteristics, impact_assessment_required=False))


@pytest.mark.parametrize(
    ("activity", "lacks"),
    [
        (WATCHING, True),
        (DENIED, True),
        (DECIDED, True),
        (UNKNOWN, False),
        (replace(WATCHING, processing_state=ProcessingState.PLANNED), False),
    ],
    ids=["the law names it", "whatever was decided", "decided that it is needed", "nobody knows", "not begun"],
)
def test_an_activity_in_use_lacks_its_assessment_whoever_says_that_it_is_needed(
    activity: Activity, lacks: bool
) -> None:
    found = figures(replace(watched(EMPTY, FEMKE), activities=(activity,)))["assessment-lacking"]
    assert [each.id for each in found.cases] == ([activity.id] if lacks else [])
