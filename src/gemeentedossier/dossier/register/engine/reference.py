"""A new activity from a reference activity of the catalogue: only what is beyond doubt is filled in."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from uuid import UUID

from gemeentedossier.catalogue.facts import Catalogue, DataKind, ReferenceActivity
from gemeentedossier.catalogue.facts.activities import ReferenceDataUse, ReferencePurpose
from gemeentedossier.catalogue.facts.retention import RetentionBasis
from gemeentedossier.dossier.register.enums import (
    ActivityRole,
    Article6,
    CriminalDataGround,
    RetentionSource,
    SpecialCategoryGround,
)
from gemeentedossier.dossier.register.facts import Activity, DataUse, LegalBasis, Purpose, Recipient, RetentionPeriod

NewId = Callable[[], UUID]
NOT_CHOSEN = frozenset({"differs_per_part", "not_applicable"})
"""Triggers of the catalogue that name no event a date could be found for."""


def activity_from(
    reference: ReferenceActivity, catalogue: Catalogue, *, new_id: NewId, language: str = "nl"
) -> Activity:
    """The activity as a concept, with the prefill of the reference; its suggestions fill nothing in."""
    prefill = reference.prefill
    return Activity(
        id=new_id(),
        name=reference.name.in_language(language),
        reference_activity=reference.id,
        policy_domain=reference.domain.value,
        role=ActivityRole.CONTROLLER if prefill.controller else None,
        purposes=tuple(
            _purpose(purpose, catalogue, position=number, new_id=new_id, language=language)
            for number, purpose in enumerate(prefill.purposes)
        ),
        data_uses=tuple(_data_uses(prefill.data_uses, catalogue, new_id=new_id)),
        recipients=tuple(Recipient(id=new_id(), category=category) for category in prefill.recipients),
        retention=tuple(_retention(rule, catalogue, new_id=new_id) for rule in prefill.retention),
    )


def _purpose(
    purpose: ReferencePurpose, catalogue: Catalogue, *, position: int, new_id: NewId, language: str
) -> Purpose:
    return Purpose(
        id=new_id(),
        position=position,
        text=purpose.text.in_language(language),
        legal_bases=tuple(
            LegalBasis(id=new_id(), article_6=_letter(provision, purpose, catalogue), provision_id=provision)
            for provision in purpose.legal_bases
        ),
    )


def _letter(provision: str, purpose: ReferencePurpose, catalogue: Catalogue) -> Article6 | None:
    """The one point of Article 6(1) that both the provision and the reference name; of several, a person chooses."""
    reading = catalogue.legal_bases[provision].reading
    both = [letter for letter in (reading.article_6 if reading else ()) if letter in purpose.article_6]
    return Article6(both[0]) if len(both) == 1 else None


def _data_uses(uses: Sequence[ReferenceDataUse], catalogue: Catalogue, *, new_id: NewId) -> Iterator[DataUse]:
    """Data under the same exception together, so that each use has one ground."""

    def regime(use: ReferenceDataUse) -> tuple[str, str, str, str]:
        kind = catalogue.data_categories[use.data].kind
        shared = DataKind.ORDINARY if kind is DataKind.SENSITIVE else kind
        return use.subject, shared.value, use.special_ground or "", use.national_number_provision or ""

    in_order = sorted(uses, key=lambda use: (regime(use)[0], regime(use)[1] != DataKind.ORDINARY, regime(use)))
    for number, ((subject, kind, ground, bsn), group) in enumerate(itertools.groupby(in_order, key=regime)):
        criminal = kind == DataKind.CRIMINAL
        yield DataUse(
            id=new_id(),
            position=number,
            subject_categories=(subject,),
            data_categories=tuple(use.data for use in group),
            special_ground=None if criminal else _article_9(ground, catalogue),
            special_provision_id="" if criminal else ground,
            criminal_ground=_criminal(ground) if criminal else None,
            criminal_provision_id=ground if criminal else "",
            bsn_provision_id=bsn,
        )


def _article_9(provision: str, catalogue: Catalogue) -> SpecialCategoryGround | None:
    reading = catalogue.legal_bases[provision].reading if provision else None
    letters = reading.article_9 if reading else ()
    return SpecialCategoryGround(letters[0]) if len(letters) == 1 else None


def _criminal(provision: str) -> CriminalDataGround | None:
    """The UAVG's own grounds are chosen by a person; another statute that allows the data is sector law."""
    return CriminalDataGround.SECTOR_LAW if provision and not provision.startswith("uavg") else None


def _retention(rule_id: str, catalogue: Catalogue, *, new_id: NewId) -> RetentionPeriod:
    rule = catalogue.retention_rules[rule_id]
    source = {
        RetentionBasis.STATUTE: RetentionSource.STATUTE,
        RetentionBasis.SELECTIELIJST: RetentionSource.SELECTIELIJST,
    }
    return RetentionPeriod(
        id=new_id(),
        rule_id=rule.id,
        period=rule.duration or "",
        permanent=True if rule.form == "permanent" else None,
        trigger="" if rule.trigger in NOT_CHOSEN else rule.trigger.value,
        source=source.get(rule.basis),
    )
