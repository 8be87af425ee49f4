"""The ledger in plain words."""

import base64

from django.utils.formats import date_format, number_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Alert, Definition
from gemeentedossier.foundation.engine.proofs import inclusion_holds
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.ledger.queries import InclusionProof
from gemeentedossier.foundation.ledger.verification import Verification
from gemeentedossier.foundation.models.ledger import LedgerCheckpoint


def size_definitions(size: int, latest: LedgerCheckpoint | None, *, then: int | None) -> tuple[Definition, ...]:
    """How many changes were recorded, and how many of them a signature vouches for; ``then`` at a past moment."""
    signed = latest.size if latest else 0
    past = () if then is None else (Definition(term=_("At the moment you look at"), texts=(_counted(then),)),)
    return (
        *past,
        Definition(term=_("Entries in the ledger"), texts=(_counted(size),)),
        Definition(
            term=_("Vouched for by a signature"),
            texts=(_("up to entry %(number)s") % {"number": _counted(signed)},) if signed else (),
            missing=_("Nothing was signed yet"),
        ),
        *((Definition(term=_("Recorded since then"), texts=(_counted(size - signed),)),) if signed else ()),
    )


def checkpoint_definitions(latest: LedgerCheckpoint, *, key: str) -> tuple[Definition, ...]:
    """When the newest checkpoint was signed, and the key to check it with."""
    signed_at = date_format(localtime(latest.made_at), "j F Y, H:i")
    return (
        Definition(term=_("Signed on"), texts=(signed_at,)),
        Definition(term=_("Public key"), texts=(key,)),
    )


def forged_alert() -> Alert:
    """That the newest checkpoint vouches for nothing, and what to do."""
    return Alert(
        title=_("The newest checkpoint is not genuine: it was not signed with the key of this ledger."),
        text=_(
            "Somebody wrote or changed it in the database. Check the whole ledger to see what was changed, "
            "keep your own copy of the last checkpoint, and call the administrator."
        ),
        tone=Tone.ALARM,
        shape=Shape.CLASH,
    )


def unchecked_alert(refusal: Refused) -> Alert:
    """That the newest checkpoint cannot be held against the key of this ledger, and why."""
    return Alert(
        title=_("The newest checkpoint cannot be checked."), text=str(refusal), tone=Tone.ALARM, shape=Shape.CLASH
    )


def verified_alert(found: Verification) -> Alert:
    """What the recomputation found, in one sentence, with the first wrong number if there is one."""
    if found.fault:
        told = {"number": _counted(found.fault.number), "sentence": found.fault.sentence}
        return Alert(
            title=_("The ledger is broken at entry %(number)s") % told,
            text=_(
                "What stands before that entry is intact. Keep the last checkpoint safe and find out who changed "
                "the database. The program saw: %(sentence)s"
            )
            % told,
            tone=Tone.ALARM,
            shape=Shape.CROSS,
        )
    return Alert(
        title=ngettext(
            "Intact: the one entry was recomputed", "Intact: all %(size)s entries were recomputed", found.size
        )
        % {"size": _counted(found.size)},
        text=" ".join((_agreement(found), _erasure(found))).strip(),
        tone=Tone.GOOD,
        shape=Shape.CHECK,
    )


def _agreement(found: Verification) -> str:
    if not found.checkpoints:
        return _("Nothing was signed yet, so this proves that the entries fit together, not that none was replaced.")
    told = {"checkpoints": found.checkpoints, "number": _counted(found.signed_up_to)}
    return (
        ngettext(
            "The signed checkpoint agrees with them, up to entry %(number)s.",
            "All %(checkpoints)s signed checkpoints agree with them, the last one up to entry %(number)s.",
            found.checkpoints,
        )
        % told
    )


def _erasure(found: Verification) -> str:
    if not found.erased:
        return ""
    told = ngettext(
        "The content of %(count)s entry was erased by law; its trace still stands.",
        "The content of %(count)s entries was erased by law; their traces still stand.",
        found.erased,
    )
    return told % {"count": _counted(found.erased)}


def proved_sentence(proof: InclusionProof) -> str:
    """What the proof shows; it is checked before it is shown."""
    told = {"number": _counted(proof.number), "size": _counted(proof.size), "steps": len(proof.hashes)}
    holds = inclusion_holds(proof.hashes, leaf=proof.leaf, index=proof.number - 1, size=proof.size, root=proof.root)
    if not holds:
        return _("The proof of entry %(number)s does not hold. Verify the whole ledger.") % told
    return (
        ngettext(
            "Entry %(number)s stands in the ledger of %(size)s entries: %(steps)s step leads from it to the root.",
            "Entry %(number)s stands in the ledger of %(size)s entries: %(steps)s steps lead from it to the root.",
            len(proof.hashes),
        )
        % told
    )


def proof_text(proof: InclusionProof, *, key: str) -> str:
    """The proof as a file for a program: number, size, leaf, steps and root, hashes in base 64."""
    lines = (
        f"entry {proof.number}",
        f"size {proof.size}",
        f"leaf {_written(proof.leaf)}",
        *(f"step {_written(step)}" for step in proof.hashes),
        f"root {_written(proof.root)}",
        f"key {key}",
    )
    return "\n".join((*lines, ""))


def file_name(slug: str, kind: str, number: int) -> str:
    """A name that says of whom and up to where."""
    return f"{slug}-{kind}-{number}.txt"


def _counted(number: int) -> str:
    return str(number_format(number, use_l10n=True, force_grouping=True))


def _written(digest: bytes) -> str:
    return base64.b64encode(digest).decode()
