"""An assessment told on a terminal, in plain lines or to a program."""

from collections.abc import Iterator, Mapping

from rich.console import Console
from rich.table import Table

from gemeentedossier.assessment.engine import wording
from gemeentedossier.assessment.engine.naming import record_name
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.facts import Assessment, Finding
from gemeentedossier.catalogue.facts.sources import Text

OUTCOMES: Mapping[Outcome, Text] = {
    Outcome.MET: Text("voldaan", "met"),
    Outcome.PARTLY: Text("deels voldaan", "partly met"),
    Outcome.SUPPRESSED: Text("terzijde gelegd", "set aside"),
    Outcome.NOT_MET: Text("niet voldaan", "not met"),
    Outcome.GAP: Text("niet vastgelegd", "not recorded"),
    Outcome.UNDECIDED: Text("nog te bepalen", "cannot be told yet"),
    Outcome.NOT_APPLICABLE: Text("niet van toepassing", "not applicable"),
    Outcome.EXPIRED: Text("verlopen", "expired"),
    Outcome.CONTRADICTS: Text("tegenstrijdig", "contradicts"),
}
SHOWN = 40


def as_lines(assessment: Assessment, language: str) -> Iterator[str]:
    """Yield one line per open finding, the worst first, then the counts and the rules that failed."""
    for finding in assessment.worst_first():
        if not finding.is_open:
            break
        yield "\t".join(_cells(finding, language))
    for outcome, count in assessment.counts().items():
        yield f"{OUTCOMES[outcome].in_language(language)}\t{count}"
    yield from (fault.in_language(language) for fault in assessment.faults)


def as_table(assessment: Assessment, language: str) -> None:
    """Print the worst findings as a table, and the counts below it."""
    console = Console()
    table = Table("", *(("Subject", "Rule", "Why", "Law") if language == "en" else ("Over", "Regel", "Waarom", "Wet")))
    worst = [finding for finding in assessment.worst_first() if finding.is_open]
    for finding in worst[:SHOWN]:
        table.add_row(*_cells(finding, language))
    console.print(table)
    if len(worst) > SHOWN:
        console.print(f"… +{len(worst) - SHOWN}")
    counts = assessment.counts().items()
    console.print(" · ".join(f"{OUTCOMES[outcome].in_language(language)}: {count}" for outcome, count in counts))
    for fault in assessment.faults:
        console.print(fault.in_language(language), markup=False)


def as_record(assessment: Assessment, language: str) -> Mapping[str, object]:
    """Return the whole assessment for a program that reads JSON."""
    return {
        "moment": assessment.moment.isoformat(),
        "ledger_number": assessment.ledger_number,
        "catalogue": assessment.catalogue_version,
        "counts": {outcome.value: count for outcome, count in assessment.counts().items()},
        "faults": [fault.in_language(language) for fault in assessment.faults],
        "findings": [_record(finding, language) for finding in assessment.worst_first()],
    }


def _cells(finding: Finding, language: str) -> tuple[str, str, str, str, str]:
    return (
        OUTCOMES[finding.outcome].in_language(language),
        record_name(finding.case, language),
        finding.rule.label.in_language(language),
        " ".join(wording.reason(finding, language).split()),
        "; ".join(wording.law(finding, language)),
    )


def _record(finding: Finding, language: str) -> Mapping[str, object]:
    sides, attestation = wording.statements(finding, language), finding.answer.attestation
    return {
        "rule": finding.rule_id,
        "subject": finding.subject_kind.value,
        "id": str(finding.subject_id),
        "activity": str(finding.activity_id) if finding.activity_id else None,
        "outcome": finding.outcome.value,
        "source": finding.answer.source.value,
        "missing": list(finding.answer.missing),
        "nature": finding.rule.nature.value,
        "severity": finding.rule.severity.value if finding.rule.severity else None,
        "reason": wording.reason(finding, language),
        "statements": [sides.first, sides.second] if sides else None,
        "repair": wording.repair(finding, language),
        "law": list(wording.law(finding, language)),
        "responsible": list(finding.rule.responsible),
        "answered_by": attestation.answered_by if attestation else None,
    }
