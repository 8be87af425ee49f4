"""The words of positions on contested law."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.translation import pgettext_lazy

from gemeentedossier.dossier.governance.enums import PositionHolder

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

HELD: tuple[tuple[StrEnum, StrOrPromise], ...] = (
    (PositionHolder.SUPERVISOR, pgettext_lazy("holder of a position", "Supervisor")),
    (PositionHolder.COURT, pgettext_lazy("holder of a position", "Court")),
    (PositionHolder.ADVISORY_BODY, pgettext_lazy("holder of a position", "Advisory body")),
    (PositionHolder.LEGISLATOR, pgettext_lazy("holder of a position", "Legislator")),
    (PositionHolder.OWN_COUNSEL, pgettext_lazy("holder of a position", "Own counsel")),
    (PositionHolder.OFFICER, pgettext_lazy("holder of a position", "Data protection officer")),
)
"""What each holder is called, as a heading begins."""
