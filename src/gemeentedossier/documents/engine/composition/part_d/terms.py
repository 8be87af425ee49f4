"""Which terms hold on the day, what processors agreed to, and how long a breach is kept."""

from collections.abc import Iterator, Sequence

from gemeentedossier.catalogue.facts.breaches import BreachRule, BreachRuleFor
from gemeentedossier.documents.engine.blocks import Block, Section, Text
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.records import record
from gemeentedossier.documents.engine.composition.wordings import duration_words
from gemeentedossier.dossier.agreements.engine.term import last_day
from gemeentedossier.dossier.agreements.enums import AgreementKind
from gemeentedossier.dossier.agreements.facts import Agreement

PRIVACY = (BreachRuleFor.INTERNAL_REPORT, BreachRuleFor.PROCESSOR_REPORT, BreachRuleFor.AUTHORITY)
ANOTHER = (BreachRuleFor.CONTROLLER_REPORT,)
CYBER = (BreachRuleFor.EARLY_WARNING, BreachRuleFor.INCIDENT, BreachRuleFor.FINAL_REPORT)
COLUMNS = ("column.term", "column.time", "column.article")


def terms(desk: Desk) -> Section:
    """The terms of the catalogue that hold on the day of the snapshot; other laws only where they have a say."""
    return desk.section("d.terms.heading", "terms", _terms(desk))


def _terms(desk: Desk) -> Iterator[Block]:
    w = desk.w
    yield w.paragraph("d.terms.intro")
    if rules := _held(desk, PRIVACY):
        yield w.table("d.terms.caption", COLUMNS, [_term(desk, each) for each in rules])
    if w.dossier.organisation.acts_as_processor or any(each.is_for_another for each in w.dossier.breaches):
        yield w.paragraph("d.terms.for-another", *w.origins.organisation("acts_as_processor"))
        yield w.table("d.terms.for-another-caption", COLUMNS, [_term(desk, each) for each in _held(desk, ANOTHER)])
    if rules := _held(desk, CYBER):
        yield w.paragraph("d.terms.cyber")
        yield w.table("d.terms.cyber-caption", COLUMNS, [_term(desk, each) for each in rules])
    if any(each.triage.police_data and not each.is_exercise for each in w.dossier.breaches):
        yield w.paragraph("d.terms.police", *w.origins.organisation("breaches"))


def _held(desk: Desk, about: Sequence[BreachRuleFor]) -> list[BreachRule]:
    found = (desk.w.catalogue.breach_rule(each, desk.w.day) for each in about)
    return [each for each in found if each]


def _term(desk: Desk, rule: BreachRule) -> tuple[Text, ...]:
    w = desk.w
    because = w.origins.references(rule.law) or w.origins.organisation("name")
    law = w.origins.cited(rule.law) if rule.law else ""
    return (
        w.said(rule.name.in_language(w.language), *because, slot=rule.id),
        w.value(_time(desk, rule), because=because, slot=f"{rule.id}.time"),
        w.value(law or "–", because=because, slot=f"{rule.id}.law"),
    )


def _time(desk: Desk, rule: BreachRule) -> str:
    w = desk.w
    if rule.hours is not None:
        return w.one("d.terms.hours", count=rule.hours).text
    return duration_words(rule.duration or "", language=w.language)


def processors(desk: Desk) -> Section:
    """Within how many hours each processor reports, and to whom; nothing where no agreement runs."""
    return desk.section("d.processors.heading", "processors", _processors(desk))


def _processors(desk: Desk) -> Iterator[Block]:
    w = desk.w
    running = [each for each in w.dossier.agreements if _runs(desk, each)]
    if running:
        yield w.paragraph("d.processors.intro")
        columns = ("column.agreement", "column.report-hours", "column.report-to")
        yield w.table("d.processors.caption", columns, [_agreed(desk, each) for each in running])


def _runs(desk: Desk, agreement: Agreement) -> bool:
    last = last_day(agreement, on=desk.w.day)
    return agreement.kind is AgreementKind.PROCESSOR and (last is None or desk.w.day <= last)


def _agreed(desk: Desk, agreement: Agreement) -> tuple[Text, ...]:
    w, kept_of = desk.w, record(desk.w, "agreement", agreement, agreement.name)
    hours = agreement.breach_report_hours
    told = "" if hours is None else w.one("d.terms.hours", count=hours).text
    return (
        kept_of.cell(agreement.name, "name"),
        kept_of.cell(told, "breach_report_hours"),
        kept_of.cell(agreement.breach_contact, "breach_contact"),
    )


def kept(desk: Desk) -> Section:
    """How long the record of a breach is kept at least; nothing where the catalogue names no term."""
    return desk.section("d.kept.heading", "kept", _kept(desk))


def _kept(desk: Desk) -> Iterator[Block]:
    w, rule = desk.w, desk.w.catalogue.breach_rule(BreachRuleFor.KEPT, desk.w.day)
    if rule and rule.duration:
        yield w.paragraph("d.kept.text", period=duration_words(rule.duration, language=w.language))
