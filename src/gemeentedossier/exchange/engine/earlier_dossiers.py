"""What files of before say in another way, put in the way of today, so that every export comes back."""

import datetime as dt
from uuid import UUID

from gemeentedossier.dossier.requests.engine.earlier import earlier_key
from gemeentedossier.foundation.engine.plain import Plain

ADVICE = ("advice", "advised_by_id", "advised_by", "advised_at", "advice_answer")
"""Where the officer's advice stood with the request itself."""


def as_written_now(plain: dict[str, Plain]) -> dict[str, Plain]:
    """The file with what was said otherwise before; a file of today, or a damaged one, as it is."""
    dossier = plain.get("dossier")
    requests = dossier.get("requests") if isinstance(dossier, dict) else None
    if not isinstance(dossier, dict) or not isinstance(requests, list):
        return plain
    return {**plain, "dossier": {**dossier, "requests": [_request(each) for each in requests]}}


def _request(plain: Plain) -> Plain:
    """A request whose advice stands in the list of advices; a damaged one as it is, so that its fault is told."""
    if not isinstance(plain, dict) or not set(ADVICE) & set(plain):
        return plain
    kept: dict[str, Plain] = {name: held for name, held in plain.items() if name not in ADVICE}
    if not plain.get("advice"):
        return kept
    given_at = plain.get("advised_at")
    try:
        key = earlier_key(UUID(str(plain.get("id"))), dt.datetime.fromisoformat(str(given_at)))
    except ValueError:
        return plain
    made: dict[str, Plain] = {
        "id": str(key),
        "text": plain["advice"],
        "given_by_id": plain.get("advised_by_id"),
        "given_by": plain.get("advised_by", ""),
        "given_at": given_at,
    }
    if plain.get("advice_answer") and plain.get("decided_at"):
        made["answer"] = plain["advice_answer"]
        made |= {f"answered_{name}": plain.get(f"decided_{name}") for name in ("at", "by_id")}
        made["answered_by"] = plain.get("decided_by", "")
    return {**kept, "advices": [made]}
