"""A step of one change of many records, kept as a draft of its person until it is carried out: its pages can be
reloaded and gone back to."""

from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.desk.actions.drafts import Kept, drafts_of, drop_draft, keep_draft
from gemeentedossier.foundation.trail import Actor

Keys = tuple[str, ...]
"""Records, each with the revision as it was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Which field of which records changes, what it becomes as it was typed, and why; ``title`` is what it is called.

    ``offered`` are the records that were chosen in the list, ``records`` those of them that stayed chosen.
    """

    title: str
    page: str
    what: str
    offered: Keys
    records: Keys
    value: str = ""
    reason: str = ""


def keep_step(key: UUID, step: Step, *, by: Actor) -> None:
    """Keep a step under a key that its change gets too. Raises Refused where it is too long."""
    lists = {"offered": step.offered, "records": step.records}
    words = {name: (getattr(step, name),) for name in ("what", "value", "reason")}
    fields = tuple({**words, **lists}.items())
    held = _held(key, by)
    writing = held.writing if held else str(key)
    keep_draft(form=_form(key), writing=writing, page=step.page, title=step.title, fields=fields, by=by)


def step_of(key: UUID, *, by: Actor) -> Step | None:
    """The step that this person began under that key; None where it was carried out, thrown away or is too old."""
    kept = _held(key, by)
    if kept is None:
        return None
    held = dict(kept.fields)
    what, value, reason = ("".join(held[name]) for name in ("what", "value", "reason"))
    return Step(
        title=kept.title,
        page=kept.page,
        what=what,
        value=value,
        reason=reason,
        offered=held["offered"],
        records=held["records"],
    )


def drop_step(key: UUID, *, by: Actor) -> None:
    """Remove a step, because it was carried out."""
    held = _held(key, by)
    if held:
        drop_draft(form=held.form, writing=held.writing, by=by)


def _held(key: UUID, by: Actor) -> Kept | None:
    return next(iter(drafts_of(by, forms=(_form(key),))), None)


def _form(key: UUID) -> str:
    return f"many {key}"
