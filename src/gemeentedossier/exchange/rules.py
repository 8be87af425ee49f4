"""Who may take over which kind of list, and who may read what came of it."""

from gemeentedossier.exchange.enums import ListKind
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.permissions import can

VIEW_IMPORTS, IMPORT_REGISTER, IMPORT_LIST = "exchange.view_imports", "exchange.import_register", "exchange.import_list"


def permission_to_import(what: ListKind) -> str:
    """The permission that taking over a file of this kind asks, and undoing it: the register is the officer's."""
    return IMPORT_REGISTER if what is ListKind.REGISTER else IMPORT_LIST


def kinds_to_import(actor: Actor) -> tuple[ListKind, ...]:
    """What this person may take over, in the order of the kinds; nothing for who may take over nothing."""
    return tuple(each for each in ListKind if can(actor, permission_to_import(each)))
