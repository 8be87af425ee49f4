"""Whole numbers from the environment, in which somebody may have typed something else."""

import os

from gemeentedossier.config.sentences import gettext as _


class UnusableSetting(Exception):
    """A variable of the environment that cannot be used; the text says which, and what to do."""


def number_from(variable: str, *, otherwise: int) -> int:
    """Return what the variable says, or ``otherwise`` where it is not set; raises UnusableSetting."""
    written = os.environ.get(variable, "").strip()
    if not written:
        return otherwise
    if not written.isascii() or not written.isdigit() or not int(written):
        told = _("%(variable)s is “%(written)s”, which is no whole number above 0. Correct it, or leave it out.")
        raise UnusableSetting(told % {"variable": variable, "written": written})
    return int(written)
