"""Tests run on a real PostgreSQL, as the role that the application has."""

import gc
import os
from collections import Counter
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, settings

from tests.hurried import HOME, compile_once, wait_for_no_disk

compile_once()
settings.register_profile("searching", suppress_health_check=[HealthCheck.too_slow], deadline=None)
settings.register_profile("any machine", settings.get_profile("searching"), derandomize=True)  # the same each time
settings.load_profile("any machine")

os.environ.setdefault("GEMEENTEDOSSIER_HOME", str(HOME))
os.environ.setdefault("GEMEENTEDOSSIER_SECOND_FACTOR", "0")  # tests of signing in ask for it themselves
os.environ["DJANGO_SETTINGS_MODULE"] = "gemeentedossier.config.settings"

from gemeentedossier.config.postgres import ensure_server

wait_for_no_disk(ensure_server())  # before Django reads its settings; workers find the server of the first

import django

django.setup()

from django.conf import settings as program
from django.test import TransactionTestCase
from django.utils import translation

from tests.database import empty

TransactionTestCase._fixture_teardown = lambda _test: empty()
program.PASSWORD_HASHERS = ["tests.passwords.QuickArgon2"]
program.WHITENOISE_AUTOREFRESH = True  # a style is looked up when it is asked for, not all of them for every browser

if TYPE_CHECKING:
    from gemeentedossier.foundation.models import Municipality
    from gemeentedossier.foundation.trail import Actor


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: a test that waits for its browser leaves one to another test.

    More than six gain nothing: the longest file takes a sixth of all that there is to do.
    """
    return min((os.cpu_count() or 1) + 1, 6)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the files that take longest first: at the end each worker has small ones left, and none waits for another."""
    size = Counter(item.path for item in items)

    def place(item: pytest.Item) -> tuple[bool, bool, int, Path]:
        in_browser = item.path.parent.name == "journeys"
        return not in_browser, not item.path.name.startswith("test_every_"), -size[item.path], item.path

    items.sort(key=place)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What is collected stays until the end: it is not searched again and again for what may go."""
    gc.disable()
    collected = yield
    gc.enable()
    gc.freeze()
    return collected


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


@pytest.fixture(scope="module")
def empty_afterwards(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """What a file of tests makes after this stands in the database for each of them, and is gone after the last.

    A test that asks for `db` undoes what it does itself. What stands there for good is read and judged once: in a
    transaction that wrote it would be read and judged for each page anew.
    """
    from tests.database import become, ensure_made

    with django_db_blocker.unblock():
        yield
        become(ensure_made())


@pytest.fixture(autouse=True)
def _nobody_kept_anything(settings: Any) -> None:
    """What is kept in a cache is each test's own, in memory."""
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
