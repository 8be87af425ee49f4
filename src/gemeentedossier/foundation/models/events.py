"""What every row of history has, beside the values of the record itself."""

import pghistory.models
from django.db import models


class HistoryEvent(pghistory.models.Event):
    """One change of one record: its values after the change (before it, for a deletion), when, and the trail.

    ``pgh_context`` holds the trail: who (``by``), which verb, and why.
    """

    pgh_id = models.BigAutoField(primary_key=True)

    class Meta:
        abstract = True
