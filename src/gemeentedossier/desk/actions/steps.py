"""A step of one change of many records, kept as a draft of its person until it is carried out: its pages can be
reloaded and gone back to."""

from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.desk.actions.drafts import STEP, Kept, drafts_of, drop_draft, keep_draft
from gemeentedossier.dossier.register.enums import ManyField
from gemeentedossier.foundation.trail import Actor

RecordsAsRead = tuple[str, ...]
"""Records as a box names each: its key, a dot, and the revision that was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Which field of which records changes, what it becomes as it was typed, and why; its change gets its ``key`` too.

    ``offered`` are the records that were chosen in the list, ``records`` those of them that stayed chosen.
    """

    key: UUID
    what: ManyField
    offered: RecordsAsRead
    records: RecordsAsRead
    value: str = ""
    reason: str = ""


def keep_step(step: Step, *, by: Actor) -> None:
    """Keep a step in the place of what was kept under its key. Raises Refused where it is too long."""
    lists = {"offered": step.offered, "records": step.records}
    words = {"what": (step.what.value,), "value": (step.value,), "reason": (step.reason,)}
    fields = tuple({**words, **lists}.items())
    held = _held(step.key, by)
    writing = held.writing if held else str(step.key)
    keep_draft(form=_form(step.key), writing=writing, page="", title="", fields=fields, by=by)


def step_of(key: UUID, *, by: Actor) -> Step | None:
    """The step that this person began under that key; None where it was carried out, thrown away, gave way to newer
    ones or is too old."""
    kept = _held(key, by)
    return step_in(kept) if kept else None


def step_in(kept: Kept) -> Step | None:
    """The step that a draft holds; None where it holds what was typed in a form."""
    if not kept.form.startswith(STEP):
        return None
    held = dict(kept.fields)
    return Step(
        key=UUID(kept.form.removeprefix(STEP)),
        what=ManyField("".join(held["what"])),
        value="".join(held["value"]),
        reason="".join(held["reason"]),
        offered=held["offered"],
        records=held["records"],
    )


def drop_step(key: UUID, *, by: Actor) -> None:
    """Remove a step, because it is carried out."""
    held = _held(key, by)
    if held:
        drop_draft(form=held.form, writing=held.writing, by=by)


def _held(key: UUID, by: Actor) -> Kept | None:
    return next(iter(drafts_of(by, forms=(_form(key),))), None)


def _form(key: UUID) -> str:
    return f"{STEP}{key}"
