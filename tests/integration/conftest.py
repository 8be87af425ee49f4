"""A municipality that a whole file of tests looks at: made once, and for each test as it was made."""

from collections.abc import Iterator
from typing import Any

import pytest


@pytest.fixture(scope="module")
def made_once(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """What a file makes after this stands in the database for each of its tests, and is gone after the last.

    A test that asks for `db` undoes what it does itself. What stands there for good is read and judged once: in a
    transaction that wrote it would be read and judged for each page anew.
    """
    from tests.database import become, ensure_made

    with django_db_blocker.unblock():
        yield
        become(ensure_made())
