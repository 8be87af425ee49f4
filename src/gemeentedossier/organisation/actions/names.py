"""Names that one record of a municipality has and no other of its kind."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.foundation.doubles import refusing_doubles
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.organisation.models import Controller, Unit
from gemeentedossier.organisation.policies import check_named


@contextmanager
def writing_name(model: type[Controller | Unit], name: str, *, own: UUID | None) -> Iterator[str]:
    """Give the name as it is kept, for writing it to the record ``own`` or to a new one.

    Raises Refused for no name, and for one that another record has: also where somebody wrote it at the same moment,
    which only the database sees.
    """
    check_named(name)
    kept = name.strip()
    taken = _("There is another one called “%(name)s”. Choose another name.") % {"name": kept}
    if model.objects.filter(name__iexact=kept).exclude(pk=own).exists():
        raise Refused(taken)
    with refusing_doubles(taken):
        yield kept
