"""The dossier that a visit looks at, with its findings: what nearly every page begins with."""

from gemeentedossier.assessment.facts import Judged
from gemeentedossier.assessment.queries import judged_of
from gemeentedossier.desk.rules import Visit


def judged_by(visit: Visit) -> Judged:
    """The dossier that the visit looks at, with its findings."""
    return judged_of(visit.municipality, moment=visit.moment)
