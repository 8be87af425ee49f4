"""Migrations of triggers, without the wait.

Django renders a model and all that are related to it anew after every operation that changes it. A trigger changes no
relation, and here every model has three: that was half of the time in which a new database came about.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db.migrations.state import ProjectState
from pgtrigger.migrations import AddTrigger, RemoveTrigger


@contextmanager
def triggers_only_noted() -> Iterator[None]:
    """While migrations run, a trigger that comes or goes is noted in their state and renders nothing."""
    kinds: dict[Any, Any] = {AddTrigger: _added, RemoveTrigger: _removed}
    before = {kind: kind.state_forwards for kind in kinds}
    try:
        for kind, noted in kinds.items():
            setattr(kind, "state_forwards", noted)  # noqa: B010 - a method of another's class, for as long as this lasts
        yield
    finally:
        for kind, rendered in before.items():
            setattr(kind, "state_forwards", rendered)  # noqa: B010 - as above


def _added(operation: Any, app_label: str, state: ProjectState) -> None:
    options = state.models[app_label, operation.model_name].options
    options["triggers"] = [*options.get("triggers", ()), operation.trigger]


def _removed(operation: Any, app_label: str, state: ProjectState) -> None:
    options = state.models[app_label, operation.model_name].options
    options["triggers"] = [each for each in options.get("triggers", ()) if each.name != operation.name]
