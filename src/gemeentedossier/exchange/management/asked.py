"""Which kind of list is taken over behind the command, and to which agreement it belongs."""

from dataclasses import dataclass
from uuid import UUID

from django.core.management.base import CommandError
from django.db.models import Q
from django.utils.translation import gettext as _

from gemeentedossier.dossier.agreements.enums import AgreementKind
from gemeentedossier.dossier.agreements.models import Agreement
from gemeentedossier.exchange.enums import ListKind


@dataclass(frozen=True, slots=True)
class Asked:
    """The kind of list, and the name, reference or id of an agreement as it was typed."""

    what: ListKind
    agreement: str | None

    def check(self) -> None:
        """Raises CommandError where an agreement is missing, or named for a list that belongs to none."""
        if self.what is ListKind.SUB_PROCESSORS and not self.agreement:
            raise CommandError(
                _("A list of sub-processors belongs to an agreement. Name it: --agreement with its name or reference.")
            )
        if self.what is not ListKind.SUB_PROCESSORS and self.agreement:
            raise CommandError(_("Only a list of sub-processors belongs to an agreement. Leave --agreement out."))

    def agreement_id(self) -> UUID | None:
        """The agreement in the municipality in scope; CommandError where none is called that, or more than one is."""
        if not self.agreement:
            return None
        typed = self.agreement.strip()
        named = Q(name__iexact=typed) | Q(reference__iexact=typed)
        found = Agreement.objects.filter(named | Q(pk=_as_id(typed))).filter(kind=AgreementKind.PROCESSOR.value)
        ids: list[UUID] = list(found.values_list("id", flat=True)[:2])
        if len(ids) == 1:
            return ids[0]
        told = {"agreement": typed}
        if ids:
            raise CommandError(_("More than one agreement is called “%(agreement)s”. Give its id instead.") % told)
        raise CommandError(
            _("There is no agreement with a processor called “%(agreement)s”. Record it first, or check the name.")
            % told
        )


def _as_id(typed: str) -> UUID | None:
    try:
        return UUID(typed)
    except ValueError:
        return None
