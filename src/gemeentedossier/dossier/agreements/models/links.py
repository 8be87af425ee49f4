from django.db import models

from gemeentedossier.dossier.agreements.models.parts import AgreementPart
from gemeentedossier.dossier.assets.models import System
from gemeentedossier.dossier.register.models import Activity, Purpose
from gemeentedossier.foundation.models.tracked import tracked


@tracked()
class AgreementActivity(AgreementPart):
    """An activity of the register that the agreement covers."""

    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="agreements")

    def __str__(self) -> str:
        return self.agreement.name


@tracked()
class AgreementPurpose(AgreementPart):
    """A purpose that the agreement covers; without any it covers them all, so the purpose stays while it is named."""

    purpose = models.ForeignKey(Purpose, on_delete=models.PROTECT, related_name="agreements")

    def __str__(self) -> str:
        return self.agreement.name


@tracked()
class AgreementSystem(AgreementPart):
    """A system that the agreement covers."""

    system = models.ForeignKey(System, on_delete=models.PROTECT, related_name="agreements")
