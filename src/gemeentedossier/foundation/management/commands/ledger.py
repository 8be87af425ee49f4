"""``gemeentedossier ledger MUNICIPALITY``: check the ledger, sign a checkpoint, prove an entry."""

import base64
import json
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gemeentedossier.foundation.engine.plain import Plain, to_plain
from gemeentedossier.foundation.errors import NO_SUCH_MUNICIPALITY, Refused
from gemeentedossier.foundation.ledger.actions import make_checkpoint
from gemeentedossier.foundation.ledger.keys import verifier_key
from gemeentedossier.foundation.ledger.queries import inclusion_proof, ledger_size
from gemeentedossier.foundation.ledger.verification import Verification, verify_ledger
from gemeentedossier.foundation.management.speaking import SpeakingCommand
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope


class Command(SpeakingCommand):
    help = "Verify the ledger of a municipality (exit code 1 when broken), sign a checkpoint, or prove one entry."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("municipality", help="the municipality's name in addresses")
        parser.add_argument("action", nargs="?", default="verify", choices=["verify", "checkpoint", "proof"])
        parser.add_argument("number", nargs="?", type=int, help="the entry to prove")
        parser.add_argument("--json", action="store_true", help="one JSON object, for programs")

    def handle(self, *args: Any, **options: Any) -> None:
        municipality = Municipality.objects.filter(slug=options["municipality"]).first()
        if municipality is None:
            raise CommandError(str(NO_SUCH_MUNICIPALITY % {"slug": options["municipality"]}))
        try:
            answer, sentence = self._answer(municipality, action=options["action"], number=options["number"])
        except Refused as error:
            raise CommandError(str(error)) from error
        self.stdout.write(json.dumps(answer, indent=2, ensure_ascii=False) if options["json"] else sentence)
        if answer.get("intact") is False:
            raise SystemExit(1)

    def _answer(self, municipality: Municipality, *, action: str, number: int | None) -> tuple[dict[str, Plain], str]:
        if action == "verify":
            return _verified(municipality)
        if action == "checkpoint":
            note, key = make_checkpoint(municipality).note, str(verifier_key(municipality.id))
            return {"note": note, "key": key}, f"{note}\n" + _("Public key: %(key)s") % {"key": key}
        if number is None:
            raise CommandError(_("Which entry? Give its number: ledger MUNICIPALITY proof NUMBER."))
        return _proved(municipality, number=number)


def _verified(municipality: Municipality) -> tuple[dict[str, Plain], str]:
    found = verify_ledger(municipality)
    answer: dict[str, Plain] = {
        "intact": found.is_intact,
        "size": found.size,
        "root": _written(found.root),
        "erased": found.erased,
        "checkpoints": found.checkpoints,
        "signed_up_to": found.signed_up_to,
        "fault": to_plain(found.fault),
    }
    if found.fault:
        broken = _("BROKEN at entry %(number)s.") % {"number": found.fault.number}
        return answer, f"{broken} {found.fault.sentence}"
    intact = ngettext("Intact: %(count)s entry", "Intact: %(count)s entries", found.size) % {"count": found.size}
    erased = _(", of which %(count)s were erased") % {"count": found.erased} if found.erased else ""
    return answer, f"{intact}{erased}. {_vouched_for(found)}\n{_root(found.root)}"


def _vouched_for(found: Verification) -> str:
    """What the signatures add; without one the entries only fit together, and all of them could be replaced."""
    if not found.checkpoints:
        return _("Nothing was signed yet: this proves that the entries fit together, not that none was replaced.")
    agree = ngettext(
        "The signed checkpoint agrees, up to entry %(number)s.",
        "All %(count)s signed checkpoints agree, the last up to entry %(number)s.",
        found.checkpoints,
    )
    return agree % {"count": found.checkpoints, "number": found.signed_up_to}


def _proved(municipality: Municipality, *, number: int) -> tuple[dict[str, Plain], str]:
    with municipality_scope(municipality.id):
        if not 1 <= number <= (size := ledger_size()):
            known = {"number": number, "name": municipality.name, "size": size}
            raise CommandError(_("There is no entry %(number)s: the ledger of %(name)s has %(size)s.") % known)
        proof = inclusion_proof(number)
    answer: dict[str, Plain] = {
        "number": proof.number,
        "leaf": _written(proof.leaf),
        "size": proof.size,
        "root": _written(proof.root),
        "hashes": [_written(step) for step in proof.hashes],
    }
    lines = [
        _("Entry %(number)s of %(size)s: %(leaf)s") % {"number": number, "size": proof.size, "leaf": answer["leaf"]},
        *map(_written, proof.hashes),
        _root(proof.root),
    ]
    return answer, "\n".join(lines)


def _written(digest: bytes) -> str:
    return base64.b64encode(digest).decode()


def _root(digest: bytes) -> str:
    return _("Root: %(root)s") % {"root": _written(digest)}
