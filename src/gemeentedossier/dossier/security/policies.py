"""When something may be recorded of the security of an activity or system. Each refusal is a sentence."""

from django.utils.translation import gettext as _

from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.dossier.security.facts import Classification
from gemeentedossier.foundation.errors import Refused

SCALE = range(1, 5)


def check_classification(classification: Classification) -> None:
    """Raises Refused for a level outside the scale, or one without its reason."""
    for aspect in SecurityAspect:
        level = classification.levels[aspect]
        if level is None:
            continue
        check_level(level)
        if not classification.reasons[aspect].strip():
            raise Refused(_("Say for each level why it fits: what can go wrong for people?"))


def check_departure(level: int, *, reason: str) -> None:
    """Raises Refused for a departure without a reason, or outside the scale."""
    check_level(level)
    if not reason.strip():
        raise Refused(_("Say why this system has another level than the activities that use it."))


def check_level(level: int) -> None:
    """Raises Refused for a level outside the scale."""
    if level not in SCALE:
        raise Refused(_("A level is 1, 2, 3 or 4."))
