from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.assets.models import System
from gemeentedossier.dossier.register.models import Activity, Purpose
from gemeentedossier.foundation.models.fields import day, line, terms, tristate
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, tracked


@tracked()
class AccessRule(MunicipalityRecord):
    """A line of the access matrix: this function may see these data for this purpose (GDPR 25(2), 32(4))."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="access_rules")
    purpose = models.ForeignKey(
        Purpose, verbose_name=_("purpose"), null=True, blank=True, on_delete=models.CASCADE, related_name="access_rules"
    )
    function = models.CharField(_("function"), max_length=300)
    data_categories = terms(_("data"))
    data_own = terms(_("data in own words"))
    may_change = tristate(_("may change them"))
    reason = line(_("why the task needs it"))

    class Meta:
        ordering = ["function", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "purpose", "function"], name="function_once_a_purpose", nulls_distinct=False
            )
        ]

    def __str__(self) -> str:
        return self.function


@tracked()
class AccessRight(MunicipalityRecord):
    """A right as somebody found it in a system; what was found stays until somebody says that it is gone."""

    system = models.ForeignKey(System, on_delete=models.PROTECT, related_name="access_rights")
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="access_rights")
    purpose = models.ForeignKey(
        Purpose, verbose_name=_("purpose"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    holder = models.CharField(_("account or group"), max_length=300)
    function = models.CharField(_("function"), max_length=300)
    account_active = tristate(_("the account can sign in"))
    role_ended_on = day(_("role or employment ended on"))
    seen_on = day(_("seen on"))

    class Meta:
        ordering = ["holder", "id"]

    def __str__(self) -> str:
        return self.holder
