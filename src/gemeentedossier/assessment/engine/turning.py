"""On which recorded facts a finding turns: what somebody changes to mend it, the likeliest first."""

from gemeentedossier.assessment.facts import Finding
from gemeentedossier.catalogue.engine.expressions import names_as_written, names_denied


def turning_facts(finding: Finding) -> tuple[str, ...]:
    """Return the names of the facts that decide the finding: what nobody recorded, then what lacks, then the rest.

    Of a contradiction what it says is not so comes first: that is mostly what was forgotten.
    """
    rule = finding.rule
    text = rule.contradicts or rule.met or ""
    names, denied = names_as_written(text), names_denied(text)
    if finding.answer.missing:
        asked = dict.fromkeys((*names_as_written(rule.applies), *names))
        unknown = [name for name in asked if name in finding.answer.missing]
        return tuple(dict.fromkeys((*unknown, *names)))
    if rule.contradicts:
        return tuple(sorted(names, key=lambda name: name not in denied))
    return tuple(sorted(names, key=lambda name: not _lacks(finding, name, is_denied=name in denied)))


def _lacks(finding: Finding, name: str, *, is_denied: bool) -> bool:
    """Whether the fact keeps the criterion from being met: unknown, nothing, or so where it should not be."""
    value = finding.case.fact(name)
    return value is None or bool(value) is is_denied
