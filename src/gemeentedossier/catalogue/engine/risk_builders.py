"""From checked records to the scales on which risks are weighed."""

from collections.abc import Mapping

from gemeentedossier.catalogue.engine.faults import EntryFault
from gemeentedossier.catalogue.engine.kinds import Kind
from gemeentedossier.catalogue.engine.law_builders import source_of
from gemeentedossier.catalogue.engine.records import Record
from gemeentedossier.catalogue.engine.rule_builders import law_reference
from gemeentedossier.catalogue.facts.faults import told
from gemeentedossier.catalogue.facts.risks import RiskGuide, RiskLevel, RiskScale
from gemeentedossier.catalogue.facts.sources import Status

Matrix = Mapping[tuple[RiskLevel, RiskLevel], RiskLevel]


def risk_scale(record: Record) -> RiskScale:
    """Return the scale in a record that fits its schema.

    Raises EntryFault where a level is explained twice, or where more likelihood or impact gives less risk.
    """
    guides, matrix = tuple(map(_guide, record.records("levels"))), _matrix(record.record("matrix"))
    if [each.level for each in guides] != list(RiskLevel):
        raise EntryFault(
            ("levels",),
            told("Explain each level once, from low to high.", "Leg elk niveau één keer uit, van laag naar hoog."),
        )
    falls = _falls(matrix)
    if falls:
        likelihood, impact = falls
        sentence = told(
            "More likelihood or more impact never gives less risk. Correct this level or the ones before it.",
            "Meer kans of meer impact geeft nooit minder risico. Verbeter dit niveau of die ervoor.",
        )
        raise EntryFault(("matrix", likelihood.value, impact.value), sentence)
    return RiskScale(
        id=record.text("id"),
        pack=record.pack,
        name=record.both("name"),
        law=tuple(law_reference(each) for each in record.records("law")),
        guides=guides,
        matrix=matrix,
        note=record.both("note"),
        status=record.choice("status", Status),
        source=source_of(record),
    )


def _guide(record: Record) -> RiskGuide:
    return RiskGuide(
        level=record.choice("level", RiskLevel),
        name=record.both("name"),
        likelihood=record.both("likelihood"),
        impact=record.both("impact"),
        status=record.choice("status", Status),
    )


def _matrix(record: Record) -> Matrix:
    return {
        (likelihood, impact): record.record(likelihood.value).choice(impact.value, RiskLevel)
        for likelihood in RiskLevel
        for impact in RiskLevel
    }


def _falls(matrix: Matrix) -> tuple[RiskLevel, RiskLevel] | None:
    """The first place whose level is lower than one beside it with less likelihood or less impact."""
    for (likelihood, impact), level in matrix.items():
        for (less, smaller), other in matrix.items():
            if less.rank <= likelihood.rank and smaller.rank <= impact.rank and other.is_above(level):
                return likelihood, impact
    return None


RISK_SCALES = Kind("risk-scales", "risk-scales", RiskScale, risk_scale)
