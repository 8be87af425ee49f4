"""How fresh a record is: it counts from its last confirmation, never from its last edit."""

import datetime as dt

from gemeentedossier.dossier.register.enums import ProcessingState
from gemeentedossier.dossier.register.facts import Activity

YEAR = dt.timedelta(days=365)
"""How long a confirmation is fresh."""


def is_stale(activity: Activity, today: dt.date) -> bool:
    """Whether nobody confirmed a record in use for over a year, or ever."""
    if activity.processing_state is ProcessingState.ENDED:
        return False
    return activity.last_confirmed_on is None or today - activity.last_confirmed_on > YEAR
