"""The words of the officer's toolbox."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.translation import pgettext_lazy

from gemeentedossier.dossier.governance.enums import SampledKind, SampleVerdict, SupervisionManner

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

WATCHED: tuple[tuple[StrEnum, StrOrPromise], ...] = (
    (SupervisionManner.AUDIT, pgettext_lazy("manner of supervision", "Audit")),
    (SupervisionManner.SAMPLE, pgettext_lazy("manner of supervision", "Sample")),
    (SupervisionManner.INTERVIEW, pgettext_lazy("manner of supervision", "Interviews")),
    (SupervisionManner.DOCUMENTS, pgettext_lazy("manner of supervision", "Reading documents")),
    (SampledKind.ACTIVITIES, pgettext_lazy("sample", "Processing activities")),
    (SampledKind.AGREEMENTS, pgettext_lazy("sample", "Agreements")),
    (SampledKind.IMPACT_ASSESSMENTS, pgettext_lazy("sample", "Impact assessments")),
    (SampledKind.BREACHES, pgettext_lazy("sample", "Breaches")),
    (SampledKind.REQUESTS, pgettext_lazy("sample", "Requests of data subjects")),
    (SampleVerdict.IN_ORDER, pgettext_lazy("verdict", "In order")),
    (SampleVerdict.NOT_IN_ORDER, pgettext_lazy("verdict", "Not in order")),
    (SampleVerdict.CANNOT_TELL, pgettext_lazy("verdict", "Cannot be told")),
)
"""What each of them is called, as a heading begins."""
