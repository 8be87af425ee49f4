from django.db import models

from gemeentedossier.dossier.assets.models import Measure, System
from gemeentedossier.dossier.register.models.part import ActivityPart
from gemeentedossier.foundation.models.tracked import tracked
from gemeentedossier.organisation.models import Controller


@tracked()
class ActivityController(ActivityPart):
    """A controller of an activity; several are joint controllers (GDPR 4(7), 26)."""

    controller = models.ForeignKey(Controller, on_delete=models.PROTECT, related_name="+")


@tracked()
class ActivitySystem(ActivityPart):
    """A system that an activity uses."""

    system = models.ForeignKey(System, on_delete=models.PROTECT, related_name="activities")


@tracked()
class ActivityMeasure(ActivityPart):
    """A measure that protects an activity."""

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="activities")
