"""What somebody has in hand at the desk: no fact of the dossier, so without history, and gone again soon."""

from gemeentedossier.desk.models.draft import Draft
from gemeentedossier.desk.models.presence import Presence
from gemeentedossier.desk.models.saved_filter import SavedFilter

__all__ = ["Draft", "Presence", "SavedFilter"]
