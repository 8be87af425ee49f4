from gemeentedossier.method.models.counting import FindingCount
from gemeentedossier.method.models.reminding import Reminder, ReminderChoice, ReminderRule
from gemeentedossier.method.models.sharing import SharedMaturity
from gemeentedossier.method.models.visiting import CalendarFeed, LastVisit

__all__ = [
    "CalendarFeed",
    "FindingCount",
    "LastVisit",
    "Reminder",
    "ReminderChoice",
    "ReminderRule",
    "SharedMaturity",
]
