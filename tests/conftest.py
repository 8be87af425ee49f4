"""Tests run on a real PostgreSQL, as the role that the application has."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("searching", suppress_health_check=[HealthCheck.too_slow], deadline=None)
settings.register_profile("any machine", settings.get_profile("searching"), derandomize=True)  # the same each time
settings.load_profile("any machine")

os.environ.setdefault("GEMEENTEDOSSIER_HOME", str(Path(__file__).resolve().parent.parent / "var" / "tests"))
os.environ.setdefault("GEMEENTEDOSSIER_SECOND_FACTOR", "0")  # tests of signing in ask for it themselves
os.environ["DJANGO_SETTINGS_MODULE"] = "gemeentedossier.config.settings"

from gemeentedossier.config.postgres import ensure_server

ensure_server()  # before Django reads its settings; workers find the server of the first

import django

django.setup()

from django.conf import settings as program
from django.utils import translation

WITH_WORK = program.PASSWORD_HASHERS
"""How passwords are kept outside these tests."""
program.PASSWORD_HASHERS = ["tests.passwords.QuickArgon2"]

if TYPE_CHECKING:
    from gemeentedossier.foundation.models import Municipality
    from gemeentedossier.foundation.trail import Actor


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest,
    django_test_environment: None,
    django_db_blocker: Any,
    django_db_modify_db_settings: None,
) -> Iterator[None]:
    """In place of the one of pytest-django, which applies every migration for every run and every worker."""
    from tests.database import copied_database

    with django_db_blocker.unblock():
        database = copied_database(anew=request.config.getvalue("create_db"))
        database.__enter__()
    yield
    with django_db_blocker.unblock():
        database.__exit__(None, None, None)


@pytest.fixture(autouse=True)
def _nobody_tried_to_sign_in(settings: Any) -> None:
    """Attempts are counted in a cache; each test has one of its own, in memory."""
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": uuid4().hex}}


@pytest.fixture(autouse=True)
def _nobody_chose_a_language() -> None:
    """The language that a request or a command of an earlier test left behind is not that of the next."""
    translation.deactivate()


@pytest.fixture
def municipality(db: None) -> Iterator["Municipality"]:
    """An invented municipality, in scope."""
    from gemeentedossier.foundation.models import Municipality
    from gemeentedossier.foundation.tenancy import municipality_scope

    made = Municipality.objects.create(slug="duinveld", name="Duinveld")
    with municipality_scope(made.id):
        yield made


@pytest.fixture
def other_municipality(db: None) -> "Municipality":
    """Another one, not in scope."""
    from gemeentedossier.foundation.models import Municipality

    return Municipality.objects.create(slug="heiloo-oost", name="Heideloo")


@pytest.fixture
def everyone(municipality: "Municipality") -> "Actor":
    """Someone with every role, for tests that are about something else."""
    from gemeentedossier.foundation.trail import Actor
    from gemeentedossier.organisation.enums import Role
    from gemeentedossier.organisation.models import Person

    person = Person.objects.create(name="Sam de Tester")
    return Actor(name=person.name, person_id=person.id, roles=frozenset(Role))
