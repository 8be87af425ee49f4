"""Reading documents: composed anew from the dossier, now or as it was; the door for other rooms."""

import datetime as dt
from collections.abc import Mapping
from functools import cache
from uuid import UUID

from gemeentedossier.assessment.queries import judged_of
from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.composition import Material, compose
from gemeentedossier.documents.engine.composition.agreement import agreement_of, compose_agreement
from gemeentedossier.documents.engine.composition.clauses import Library, load_library
from gemeentedossier.documents.engine.composition.leaflet import compose_leaflet, leaflet_of
from gemeentedossier.documents.engine.composition.letter import compose_letter, lacks, request_of
from gemeentedossier.documents.engine.composition.sheet import compose_sheet, purpose_of
from gemeentedossier.documents.enums import DocumentKind, LetterKind
from gemeentedossier.dossier.agreements.facts import Agreement, Leaflet
from gemeentedossier.dossier.register.facts import Activity, Purpose
from gemeentedossier.dossier.requests.facts import DataSubjectRequest
from gemeentedossier.foundation.models import Municipality


@cache
def clause_library() -> Library:
    """The clauses in use, read once per process; raises ``FaultyClause``."""
    return load_library()


def material_of(municipality: Municipality, *, moment: dt.datetime | None = None) -> Material:
    """Snapshot and findings of a municipality now, or as known at a moment; inside the municipality's scope.

    The past is held against the catalogue in use then, whose version each sentence names.
    """
    judged = judged_of(municipality, moment=moment)
    return Material(
        dossier=judged.dossier,
        catalogue=catalogue_at(moment),
        library=clause_library(),
        assessment=judged.assessment,
    )


def document_of(
    municipality: Municipality, *, kind: DocumentKind, language: str = "nl", moment: dt.datetime | None = None
) -> Document:
    """One document of a municipality in ``nl`` or ``en``; inside the municipality's scope."""
    return compose(kind, material_of(municipality, moment=moment), language=language)


def agreement_text_of(
    municipality: Municipality, key: UUID, *, language: str = "nl", moment: dt.datetime | None = None
) -> tuple[Agreement, Document] | None:
    """One agreement with its text; None where there is no such agreement, or its kind has no text of ours."""
    material = material_of(municipality, moment=moment)
    agreement = agreement_of(material, key)
    return (agreement, compose_agreement(material, agreement, language=language)) if agreement else None


def leaflet_text_of(
    municipality: Municipality, key: UUID, *, language: str = "nl", moment: dt.datetime | None = None
) -> tuple[Leaflet, Document] | None:
    """One leaflet with its paper; None where there is no such leaflet."""
    material = material_of(municipality, moment=moment)
    leaflet = leaflet_of(material, key)
    return (leaflet, compose_leaflet(material, leaflet, language=language)) if leaflet else None


def security_sheet_of(
    municipality: Municipality,
    activity_id: UUID,
    purpose_id: UUID,
    *,
    language: str = "nl",
    moment: dt.datetime | None = None,
) -> tuple[Activity, Purpose, Document] | None:
    """One purpose with its security sheet on paper; None where there is no such purpose."""
    material = material_of(municipality, moment=moment)
    found = purpose_of(material.dossier, activity_id, purpose_id)
    return (*found, compose_sheet(material, *found, language=language)) if found else None


def letter_of(
    municipality: Municipality,
    key: UUID,
    kind: LetterKind,
    *,
    requester: Mapping[str, str] | None = None,
    language: str = "nl",
    moment: dt.datetime | None = None,
) -> tuple[DataSubjectRequest, Document, bool] | None:
    """One request with a letter about it; None where there is no such request. ``requester`` is not kept.

    Last, whether the letter lacks something, so that it is a draft.
    """
    material = material_of(municipality, moment=moment)
    request = request_of(material, key)
    if request is None:
        return None
    made = compose_letter(material, request, kind, requester=requester, language=language)
    return request, made, lacks(material, request, kind, requester)
