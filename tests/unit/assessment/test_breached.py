"""What rules are told of a breach: what lacks by name, and nothing that was not recorded."""

import datetime as dt

import pytest

from gemeentedossier.assessment.engine.subjects.breached import BreachSight, breach_subject
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.breaches.facts import BreachMoments
from tests.unit.assessment.dossiers import dossier_with
from tests.unit.dossier.breaches.recorded import a_breach

KNEW = dt.datetime(2026, 11, 20, 16, 20, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("moments", "missing"),
    [
        (BreachMoments(), ("dag en uur", "wie het wist")),
        (BreachMoments(aware_at=KNEW), ("wie het wist",)),
        (BreachMoments(aware_who="PO"), ("dag en uur",)),
        (BreachMoments(aware_at=KNEW, aware_who="PO"), ()),
    ],
)
def test_what_lacks_of_the_moment_of_awareness_is_named(moments: BreachMoments, missing: tuple[str, ...]) -> None:
    subject = breach_subject(a_breach(moments=moments), BreachSight.of(dossier_with(), current_catalogue(), {}))
    assert (subject.awareness_missing, subject.awareness_recorded) == (missing, not missing)
