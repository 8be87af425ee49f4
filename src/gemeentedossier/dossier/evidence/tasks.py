"""What is done about evidence without anybody asking: every day each file is read and held against its digest."""

from gemeentedossier.dossier.evidence.actions.evidence import check_files
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.permissions import PROGRAM

WATCH = Actor(name="gemeentedossier", roles=PROGRAM)
"""Who saw that a file is gone or came back: the program itself."""


def check_every_day() -> None:
    """Look at every file of the municipality in scope."""
    check_files(by=WATCH)
