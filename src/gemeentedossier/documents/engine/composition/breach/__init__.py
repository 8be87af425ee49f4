"""The papers about one breach, all from the one record: the text for the authority's form, the letter to people, the
entry of the register and the report to the executive (GDPR 33, 34).
"""

from collections.abc import Callable, Mapping
from functools import partial

from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.composition.breach.entry import compose_entry
from gemeentedossier.documents.engine.composition.breach.message import compose_message
from gemeentedossier.documents.engine.composition.breach.notification import compose_notification, compose_to_controller
from gemeentedossier.documents.engine.composition.breach.report import compose_breach_report
from gemeentedossier.documents.enums import PaperKind
from gemeentedossier.dossier.breaches.enums import NotificationKind

COMPOSED: Mapping[PaperKind, Callable[..., Document]] = {
    PaperKind.BREACH_FIRST: partial(compose_notification, kind=NotificationKind.FIRST),
    PaperKind.BREACH_FOLLOW_UP: partial(compose_notification, kind=NotificationKind.FOLLOW_UP),
    PaperKind.BREACH_WITHDRAWAL: partial(compose_notification, kind=NotificationKind.WITHDRAWAL),
    PaperKind.BREACH_CONTROLLER: compose_to_controller,
    PaperKind.BREACH_LETTER: compose_message,
    PaperKind.BREACH_ENTRY: compose_entry,
    PaperKind.BREACH_REPORT: compose_breach_report,
}
"""Each takes the material, the breach and the language as ``language``."""
