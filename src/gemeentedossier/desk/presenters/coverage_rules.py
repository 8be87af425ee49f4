"""What the law asks, rule by rule: by which article, answered by what, told where, and what still awaits records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from gemeentedossier.assessment.engine.glance import OUTCOMES, Tally, articles_of
from gemeentedossier.assessment.engine.naming import fact_label, kind_label
from gemeentedossier.catalogue.engine.addresses import address_of, summary_of
from gemeentedossier.catalogue.engine.durations import InvalidDuration, parse_duration
from gemeentedossier.catalogue.facts.citations import cited_together
from gemeentedossier.catalogue.facts.rules import Rule, RuleKind, SubjectKind
from gemeentedossier.design.numbers import counted
from gemeentedossier.design.parts import Definition, Link
from gemeentedossier.desk.presenters.activity.margin import nature_word, outcome_word
from gemeentedossier.desk.presenters.activity.wording import Words, listing
from gemeentedossier.desk.presenters.coverage import NOTHING, Line, findings_url
from gemeentedossier.desk.presenters.roles import responsible_name
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.organisation.enums import ResponsibleRole

if TYPE_CHECKING:
    from gemeentedossier.assessment.engine.coverage import CoverageRow, SilentArticle


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """Articles of one law that ask a municipality to record nothing, with one reason."""

    articles: str
    reason: str


def rule_lines(rules: Iterable[Rule], found: Mapping[str, Tally], *, slug: str, language: str) -> list[Line]:
    """One row per rule, as its Part and label order them; what awaits records says which."""
    ordered = sorted(rules, key=lambda rule: (rule.part, rule.label.in_language(language).casefold()))
    return [
        Line(
            name=rule.label.in_language(language),
            tally=found.get(rule.id, NOTHING),
            wanted={"rule": rule.id},
            url=reverse("desk:coverage-rule", args=[slug, rule.id]),
            note=rule_note(rule, language, judged=rule.id in found),
        )
        for rule in ordered
    ]


def rule_note(rule: Rule, language: str, *, judged: bool) -> str:
    """The articles, and why there are no numbers where there are none."""
    articles = cited_together(rule.law, language)
    if rule.awaits is not None:
        return _joined(articles, _("awaits records of %(kind)s") % {"kind": kind_word(rule.awaits)})
    if not judged and rule.kind is RuleKind.CONTRADICTION:
        return _joined(articles, _("no contradiction found"))
    return articles


def _joined(*told: str) -> str:
    return " · ".join(filter(None, told))


def chosen_rules(rules: Iterable[Rule], *, part: str, article: str, role: str) -> list[Rule]:
    """The rules of a Part, article or role; empty means: does not matter."""
    return [
        rule
        for rule in rules
        if part in ("", rule.part)
        and (not article or article in articles_of(rule))
        and (not role or role in rule.responsible)
    ]


def rule_definitions(row: CoverageRow, words: Words) -> tuple[Definition, ...]:
    """Where a rule comes from, how it is answered, and where it is told."""
    rule, language = row.rule, words.language
    return (
        Definition(term=_("Asked by"), texts=(nature_word(rule),)),
        *_places(rule, words),
        Definition(term=_("Kind"), texts=(_kind(rule),)),
        Definition(term=_("Answered by"), texts=tuple(_answers(row, language))),
        Definition(term=_("Evidence"), texts=(rule.evidence.in_language(language),) if rule.evidence else (_("none"),)),
        Definition(
            term=_("Who answers for it"),
            texts=(listing(responsible_name(ResponsibleRole(role)) for role in rule.responsible),)
            if rule.responsible
            else (),
            missing=_("nobody named"),
        ),
        *((Definition(term=_("Looked at again"), texts=(_term(rule.review, language),)),) if rule.review else ()),
        *_told(row, language),
    )


def _places(rule: Rule, words: Words) -> Iterator[Definition]:
    """Each place in the law that it rests on: what it says for short, and the way to its text."""
    for place in rule.law:
        cited, told = place.citation(words.language), summary_of(place, words.catalogue)
        said = told.in_language(words.language) if told else ""
        url = address_of(place, words.catalogue, words.language)
        if url:
            yield Definition(term=_("Article"), links=(Link(label=cited, url=url, note=said),))
        else:
            yield Definition(term=_("Article"), texts=tuple(filter(None, (cited, said))))


def _told(row: CoverageRow, language: str) -> Iterator[Definition]:
    if row.awaits is not None:
        why = _(
            "Records of %(kind)s do not exist in this version yet. The rule and its examples do, "
            "so that it judges as soon as they come."
        )
        yield Definition(term=_("Awaits"), texts=(why % {"kind": kind_word(row.awaits)},))
        return
    yield Definition(
        term=_("Told in documents"),
        texts=tuple(place.in_language(language) for place in row.documents),
        missing=_("in no document"),
    )
    yield Definition(
        term=_("Answered on screen"),
        texts=tuple(place.in_language(language) for place in row.screens),
        missing=_("on no screen"),
    )


def _kind(rule: Rule) -> str:
    if rule.kind is RuleKind.CONTRADICTION:
        return _("contradiction: two statements that do not go together")
    if rule.is_attested:
        return _("criterion that a person answers")
    return _("criterion that follows from the record")


def _answers(row: CoverageRow, language: str) -> Iterator[str]:
    if row.rule.is_attested:
        yield _("an answer by a person, with evidence")
    facts = [each for each in row.facts if not each.endswith("_en")]  # the same fact, in words of the other language
    if facts:
        told = ngettext("%(count)s recorded fact: %(facts)s", "%(count)s recorded facts: %(facts)s", len(facts))
        yield told % {
            "count": len(facts),
            "facts": "; ".join(fact_label(each).in_language(language) for each in facts),
        }


def _term(review: str, language: str) -> str:
    """When an answer must be looked at again: `P1Y`, `change`, `per_case`, or a term and a change together."""
    return listing(_occasion(each, language) for each in review.split("+"))


def _occasion(review: str, language: str) -> str:
    named = {"change": _("at every change"), "per_case": _("with each case")}
    if review in named:
        return named[review]
    try:
        return _("after %(term)s") % {"term": parse_duration(review).wording(language)}
    except InvalidDuration:
        return review


def rule_numbers(tally: Tally, rule: Rule, slug: str) -> tuple[Link, ...]:
    """How often each outcome was found, each leading to its cases."""
    return tuple(
        Link(
            label=f"{outcome_word(each)}: {counted(tally.counts[each])}",
            url=findings_url(slug, {"rule": rule.id}, each),
        )
        for each in OUTCOMES
        if tally.counts[each]
    )


def silences(silent: Iterable[SilentArticle], language: str) -> tuple[Silence, ...]:
    """The articles that ask nothing, together where the reason is the same."""
    together: dict[tuple[str, str], list[str]] = {}
    for each in silent:
        together.setdefault((each.law, each.reason.in_language(language)), []).append(each.place(language))
    return tuple(
        Silence(articles=f"{law} {listing(articles)}", reason=reason) for (law, reason), articles in together.items()
    )


def kind_word(kind: str) -> str:
    """The kind of record that a rule awaits, in words."""
    return {
        SubjectKind.AGREEMENT: pgettext("kind of record", "processor agreements"),
        SubjectKind.COVENANT: pgettext("kind of record", "covenants"),
        SubjectKind.IMPACT_ASSESSMENT: pgettext("kind of record", "impact assessments"),
        SubjectKind.SECURITY_CLASSIFICATION: pgettext("kind of record", "security classifications"),
        SubjectKind.MEASURE: pgettext("kind of record", "measures and whether they work"),
        SubjectKind.SYSTEM: pgettext("kind of record", "systems"),
        SubjectKind.ACCESS_RIGHT: pgettext("kind of record", "access rights"),
        SubjectKind.SECURITY_RISK: pgettext("kind of record", "security risks"),
        SubjectKind.LOG_FINDING: pgettext("kind of record", "the log of processing"),
        SubjectKind.CONSENT: pgettext("kind of record", "consents"),
        SubjectKind.POLICY_CLAUSE: pgettext("kind of record", "adopted policy"),
        SubjectKind.PUBLICATION: pgettext("kind of record", "publications"),
        SubjectKind.REQUEST: pgettext("kind of record", "requests of data subjects"),
        SubjectKind.BREACH: pgettext("kind of record", "personal data breaches"),
    }.get(SubjectKind(kind)) or kind_label(kind).in_language(get_language() or "nl")
