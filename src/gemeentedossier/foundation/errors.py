"""Errors whose text is for people: what is wrong, why it matters, what to do."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    """Something asked cannot be done; the sentence says why and what to do instead."""

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__(sentence)
        self.sentence = sentence

    def __str__(self) -> str:
        return str(self.sentence)


class NotPermitted(Refused):
    """The person's roles do not allow this; shown as 403."""


class EditedMeanwhile(Refused):
    """Somebody else changed the record since it was opened; nothing was written."""


class NotLookedAt(Refused):
    """What was filled in before a session ended came back; nothing is written before somebody looked at it."""


class OutsideMunicipality(Exception):
    """A programming fault: rows of municipalities were asked for outside the scope of one."""

    def __init__(self) -> None:
        super().__init__("Rows of a municipality can only be reached inside municipality_scope(...).")


NO_SUCH_MUNICIPALITY = _("There is no municipality “%(slug)s” here. Check the spelling, or create it first.")
