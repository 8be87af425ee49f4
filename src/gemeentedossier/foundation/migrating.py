"""Migrations without the wait.

Django renders a model and all that are related to it anew after every operation that touches it, and here every model
is related to every other by way of the municipality. A constraint, an index or a trigger changes no class that was
rendered before, and a new model or a new field none but its own: leaving the others be brings about a new database in a
tenth of the time.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ModelState, ProjectState
from django.db.models import NOT_PROVIDED, Field
from pgtrigger.migrations import AddTrigger, RemoveTrigger

from gemeentedossier.foundation.engine.unavailable import TablesOlder


def check_tables() -> None:
    """Raises TablesOlder where a migration of this program was not applied to the database yet."""
    loader = MigrationLoader(connection)
    if not loader.graph.nodes.keys() <= loader.applied_migrations.keys():
        raise TablesOlder


@contextmanager
def rendering_what_changes() -> Iterator[None]:
    """While migrations run, what changes no class is noted in their state, and what changes one renders it alone."""
    kinds: dict[tuple[type, str], Any] = {
        (ProjectState, "add_model"): _model_added,
        (ProjectState, "add_field"): _field_added,
        (ProjectState, "_append_option"): _option_added,
        (ProjectState, "_remove_option"): _option_removed,
        (AddTrigger, "state_forwards"): _trigger_added,
        (RemoveTrigger, "state_forwards"): _trigger_removed,
    }
    before = {(kind, name): getattr(kind, name) for kind, name in kinds}
    try:
        _set(kinds)
        yield
    finally:
        _set(before)


def _set(methods: dict[tuple[type, str], Any]) -> None:
    """Give classes of others these methods, for as long as this lasts."""
    for (kind, name), method in methods.items():
        setattr(kind, name, method)


def _model_added(state: Any, model: ModelState) -> None:
    key = model.app_label, model.name_lower
    state.models[key] = model
    if state._relations is not None:
        state.resolve_model_relations(key)
    if "apps" in vars(state):
        state.apps.render_multiple([model])


def _field_added(
    state: Any, app_label: str, model_name: str, name: str, field: "Field[Any, Any]", preserve_default: object
) -> None:
    if not preserve_default:
        field = field.clone()
        field.default = NOT_PROVIDED
    key = app_label, model_name
    state.models[key].fields[name] = field
    if state._relations is not None:
        state.resolve_model_field_relations(key, name, field)
    if "apps" in vars(state):
        state.apps.unregister_model(*key)
        state.apps.render_multiple([state.models[key]])


def _option_added(state: ProjectState, app_label: str, model_name: str, option_name: str, added: Any) -> None:
    _note(state.models[app_label, model_name], option_name, added)


def _option_removed(state: ProjectState, app_label: str, model_name: str, option_name: str, removed: str) -> None:
    options = state.models[app_label, model_name].options
    options[option_name] = [each for each in options.get(option_name, ()) if each.name != removed]


def _trigger_added(operation: Any, app_label: str, state: ProjectState) -> None:
    _note(state.models[app_label, operation.model_name], "triggers", operation.trigger)


def _note(model: ModelState, option: str, added: Any) -> None:
    model.options[option] = [*model.options.get(option, ()), added]


def _trigger_removed(operation: Any, app_label: str, state: ProjectState) -> None:
    _option_removed(state, app_label, operation.model_name, "triggers", operation.name)
