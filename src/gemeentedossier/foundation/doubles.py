"""Writing what a municipality has once, while somebody else may be writing the same at this moment."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction
from psycopg.errors import UniqueViolation

from gemeentedossier.foundation.errors import Refused


@contextmanager
def refusing_doubles(sentence: str) -> Iterator[None]:
    """Raises Refused with the sentence where the database finds that it stands there already. Part of a verb.

    A verb that looks first sees what was committed; what somebody writes at the same moment only the database sees.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        if isinstance(error.__cause__, UniqueViolation):
            raise Refused(sentence) from error
        raise
