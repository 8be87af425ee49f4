"""What is open about a party, beside what it is about: itself, an agreement, or what it is in an activity."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from django.utils.translation import gettext as _

from gemeentedossier.assessment.engine.naming import AGREED
from gemeentedossier.assessment.engine.turning import turning_facts
from gemeentedossier.assessment.facts import Finding, Judged
from gemeentedossier.catalogue.engine.expressions import names_in
from gemeentedossier.catalogue.facts.rules import SubjectKind
from gemeentedossier.desk.presenters.activity.goals import goal_of
from gemeentedossier.desk.presenters.activity.wording import listing
from gemeentedossier.desk.presenters.findings import Shown, shown_findings
from gemeentedossier.desk.presenters.parties import Tied
from gemeentedossier.desk.rules import Visit
from gemeentedossier.desk.views.mending import reader_of

OF_ITSELF = frozenset({"is_care_provider", "party_is_care_provider", "country", "country_in_eea"})
"""Facts of a party itself: where one of these is not recorded, that is mended on its own page."""


def party_cases(visit: Visit, judged: Judged, found: Tied) -> Mapping[str, tuple[Shown, ...]]:
    """The open findings by the section of the page, the heaviest first; what one step mends stands there once."""
    relations = {p.id for a in found.activities for p in a.parties if p.party_id == found.party.id}
    about = relations | {each.id for each in found.agreements}
    cases = [own for own in judged.assessment.cases if own.case.id in about]
    opened = [each for own in cases if own.case.kind in AGREED | {SubjectKind.PARTY} for each in own if each.is_open]
    opened.sort(key=lambda each: each.weight)
    sections: dict[str, list[Finding]] = defaultdict(list)
    for each in opened:
        if section := _section_of(each):
            sections[section].append(each)
    reader = reader_of(visit, judged)
    return {name: tuple(_mended_once(kept, shown_findings(kept, judged, reader))) for name, kept in sections.items()}


def _section_of(finding: Finding) -> str:
    """Where it stands; empty for what is of an agreement, and rests on nothing that the party is."""
    first = next(iter(turning_facts(finding)), "").rpartition(".")[2]
    if finding.answer.missing and first in OF_ITSELF:
        return "what"
    if finding.subject_kind is SubjectKind.PARTY:
        return "activities"
    expressions = (finding.rule.applies, finding.rule.contradicts, finding.rule.met)
    asked = {name.partition(".")[2] for each in expressions if each for name in names_in(each)}
    return "" if asked.isdisjoint(OF_ITSELF) else "agreements"


def _mended_once(findings: Iterable[Finding], shown: Iterable[Shown]) -> Iterator[Shown]:
    """Of findings about one record that the same step mends, the heaviest, which then names the others."""
    pairs = list(zip(findings, shown, strict=True))
    order = {id(each): number for number, each in enumerate(pairs)}

    def step(pair: tuple[Finding, Shown]) -> tuple[str, str]:
        goal = goal_of(pair[0]) if pair[0].activity_id else None
        return str(pair[0].subject_id), goal.field if goal else pair[0].rule_id

    groups = [list(group) for _key, group in groupby(sorted(pairs, key=step), key=step)]
    for first, *others in sorted(groups, key=lambda group: order[id(group[0])]):
        if not others:
            yield first[1]
            continue
        told = _("This mends too: %(titles)s.") % {"titles": listing(str(each[1].finding.title) for each in others)}
        yield replace(first[1], finding=replace(first[1].finding, advice=told))
