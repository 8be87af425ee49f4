"""What is done about evidence every day: each file is held against its digest, and what no evidence names goes."""

from gemeentedossier.dossier.evidence.actions.evidence import check_files, sweep_files
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.permissions import PROGRAM

WATCH = Actor(name="gemeentedossier", roles=PROGRAM)
"""Who saw that a file is gone or came back: the program itself."""


def check_every_day() -> None:
    """Look at every file of the municipality in scope, and remove those that no evidence names."""
    check_files(by=WATCH)
    sweep_files()
