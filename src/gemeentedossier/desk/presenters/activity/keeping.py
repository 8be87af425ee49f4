"""Retention as sentences that yield a date."""

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _

from gemeentedossier.catalogue.engine.durations import InvalidDuration, parse_duration
from gemeentedossier.catalogue.facts import RetentionRule
from gemeentedossier.design.parts import Definition
from gemeentedossier.desk.presenters.activity.blocks import Block, answers, label_of, term, written
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import Words, day, doubt_of
from gemeentedossier.dossier.register import models
from gemeentedossier.dossier.register.facts import Activity, RetentionPeriod
from gemeentedossier.dossier.snapshot.facts import Dossier


def retention(activity: Activity, words: Words, dossier: Dossier) -> Iterator[Block]:
    """Each period as a sentence with the day that it yields for an example; then the destruction."""
    if not activity.retention:
        yield Block(sentences=(_("No retention period is recorded. Data may not be kept longer than is needed."),))
    example = dossier.moment.date().replace(month=1, day=1)
    for period in activity.retention:
        yield Block(
            title=period.applies_to,
            anchor=period.id,
            sentences=(sentence(period, words),),
            definitions=tuple(_details(period, words, example)),
        )
    yield Block(
        definitions=(
            *written(models.Activity, activity.account, "destruction"),
            term(label_of(models.Activity, "last_destruction_on"), day(activity.last_destruction_on)),
            *answers(
                models.Activity, activity.characteristics, "archiving_in_public_interest", "research_or_statistics"
            ),
            *written(models.Activity, activity.account, "archive_safeguards", missing=False),
        )
    )


def sentence(period: RetentionPeriod, words: Words) -> str:
    """The rule as one sentence: how long, from when, and by whose decision."""
    term_words = _("Kept permanently") if period.permanent else words.period(period.period)
    if not term_words:
        return _("No period recorded: “%(text)s”") % {"text": period.text} if period.text else _("No period recorded")
    if period.trigger and not period.permanent:
        term_words = _("%(period)s after %(trigger)s") % {
            "period": term_words,
            "trigger": words.trigger(period.trigger),
        }
    source = source_words(period, words)
    return f"{term_words} ({source})" if source else term_words


def source_words(period: RetentionPeriod, words: Words) -> str:
    """On what the period rests: the provision or the number of the selectielijst, else the kind of source."""
    rule = words.catalogue.retention_rules.get(period.rule_id)
    if rule and rule.selectielijst:
        return _("Selectielijst 2020, %(number)s") % {"number": rule.selectielijst.number}
    if rule and rule.legal_basis:
        return words.provision_text(rule.legal_basis)
    return name_of(period.source) if period.source else ""


def _details(period: RetentionPeriod, words: Words, example: dt.date) -> Iterator[Definition]:
    ends = _end_for(period, example)
    if ends:
        texts = {"start": day(example), "end": day(ends)}
        yield term(_("For example"), _("If that day is %(start)s, the data go on %(end)s.") % texts)
    if period.period and not period.trigger:
        yield term(label_of(models.RetentionPeriod, "trigger"), missing=_("Not recorded from when the period runs"))
    rule = words.catalogue.retention_rules.get(period.rule_id)
    if rule:
        yield _rule(rule, words)
    yield from written(models.RetentionPeriod, period, "trigger_source", missing=not period.permanent)
    if period.text:
        yield term(label_of(models.RetentionPeriod, "text"), f"“{period.text}”")


def _rule(rule: RetentionRule, words: Words) -> Definition:
    doubt = doubt_of(rule.status)
    return term(_("Rule"), rule.name.in_language(words.language), doubt)


def _end_for(period: RetentionPeriod, start: dt.date) -> dt.date | None:
    if period.permanent or not period.period or not period.trigger:
        return None
    try:
        return parse_duration(period.period).after(start)
    except InvalidDuration:
        return None
