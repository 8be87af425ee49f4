"""The page of findings: tabs with numbers, the list or its summary per rule, and the ways on."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from urllib.parse import urlencode

from django.core.paginator import Page
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from gemeentedossier.assessment.engine import wording
from gemeentedossier.assessment.engine.glance import OUTCOMES
from gemeentedossier.assessment.engine.lots import Lot
from gemeentedossier.assessment.facts import Finding
from gemeentedossier.design.enums import Density
from gemeentedossier.design.numbers import counted
from gemeentedossier.design.paging import page_links
from gemeentedossier.design.parts import Action, Cell, Column, EmptyState, Pagination, Row, Tab, Table
from gemeentedossier.desk.presenters.activity.margin import nature_word, outcome_word
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.desk.presenters.findings import badge_of, counts_of
from gemeentedossier.desk.presenters.over_time import outcome_name
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.method.engine.months import counts_as
from gemeentedossier.method.enums import CountedOutcome

BY_RULE = "rule"


def outcome_tabs(lots: Iterable[Lot], *, query: QueryDict) -> tuple[Tab, ...]:
    """What there is to do, what of it is not in order, and a tab per outcome, each with its number."""
    counts = counts_of(every := tuple(lots))
    chosen, counted_as = query.get("outcome", ""), query.get("counted", "")
    waiting = sum(lot.count for lot in every if lot.is_open)
    return (
        Tab(
            label=_("To do"),
            url=with_changes(query, outcome="", counted="", page=""),
            current=not chosen and not counted_as,
            count=waiting,
        ),
        Tab(
            label=outcome_name(CountedOutcome.NOT_MET),
            url=with_changes(query, outcome="", counted=CountedOutcome.NOT_MET.value, page=""),
            current=not chosen and counted_as == CountedOutcome.NOT_MET,
            count=not_in_order(every),
        ),
        *(
            Tab(
                label=outcome_word(outcome),
                url=with_changes(query, outcome=outcome.value, counted="", page=""),
                current=outcome == chosen,
                count=counts[outcome],
            )
            for outcome in OUTCOMES
        ),
    )


def not_in_order(lots: Iterable[Lot]) -> int:
    """How many of these findings are not in order: contradicts, is not met or partly, or holds no longer."""
    return sum(lot.count for lot in lots if counts_as(lot, CountedOutcome.NOT_MET))


def grouping_tabs(query: QueryDict) -> tuple[Tab, ...]:
    """One by one, or per rule."""
    by_rule = query.get("group") == BY_RULE
    return (
        Tab(label=_("One by one"), url=with_changes(query, group="", page=""), current=not by_rule),
        Tab(label=_("Per rule"), url=with_changes(query, group=BY_RULE, page=""), current=by_rule),
    )


def by_rule(lots: Iterable[Lot]) -> list[list[Lot]]:
    """The lots per rule; the rule with the worst one first."""
    groups: dict[str, list[Lot]] = defaultdict(list)
    for lot in lots:
        groups[lot.rule.id].append(lot)
    return list(groups.values())


def rules_table(groups: Sequence[Sequence[Lot]], *, query: QueryDict) -> Table:
    """One row per rule: what it is, who asks it, and how often it was found."""
    return Table(
        caption=_("Findings per rule"),
        caption_hidden=True,
        columns=(
            Column(label=_("Rule")),
            Column(label=_("Worst outcome")),
            Column(label=_("Asked by")),
            Column(label=_("Article")),
            Column(label=pgettext("column", "Findings"), numeric=True),
            Column(label=pgettext("column", "Records"), numeric=True),
        ),
        rows=tuple(_rule_row(group, query) for group in groups),
        density=Density.CALM,
    )


def _rule_row(group: Sequence[Lot], query: QueryDict) -> Row:
    worst, reader = next(iter(group[0])), language()
    cases = with_changes(query, rule=worst.rule_id, group="", page="")
    return Row(
        cells=(
            Cell(text=worst.rule.label.in_language(reader), url=cases),
            Cell(badge=badge_of(worst)),
            Cell(text=nature_word(worst.rule)),
            Cell(text="; ".join(wording.law(worst, reader))),
            Cell(text=counted(sum(lot.count for lot in group))),
            Cell(text=counted(len({case.activity_id for lot in group for case in lot.cases()}))),
        )
    )


def findings_pagination(page: "Page[Finding] | Page[list[Lot]]", *, query: QueryDict) -> Pagination:
    """Links to the other pages, and how many there are."""
    count = page.paginator.count
    grouped = query.get("group") == BY_RULE
    told = ngettext("%(count)s rule", "%(count)s rules", count) if grouped else _findings(count)

    def url(number: int) -> str:
        return with_changes(query, page=str(number))

    several = page.has_other_pages()
    return Pagination(
        pages=page_links(current=page.number, last=page.paginator.num_pages, url_for=url) if several else (),
        summary=told % {"count": counted(count)},
        previous_url=url(page.previous_page_number()) if page.has_previous() else "",
        next_url=url(page.next_page_number()) if page.has_next() else "",
    )


def _findings(count: int) -> str:
    return ngettext("%(count)s finding", "%(count)s findings", count)


def nothing_found(slug: str, *, is_narrowed: bool, has_activities: bool) -> EmptyState:
    """Why the list is empty, and what to do next."""
    if not has_activities:
        return EmptyState(
            title=_("There is nothing to judge yet"),
            belongs=_("Here stands what every criterion of the law and the method finds of every record."),
            reason=_("The controller must be able to show that the GDPR is complied with (Article 5(2))."),
            step=Action(label=_("Import your register from a file"), url=reverse("desk:exchange", args=[slug])),
        )
    if is_narrowed:
        return EmptyState(
            title=_("Nothing fits these filters"),
            belongs=_("There are findings, but none with all of these properties at once."),
            step=Action(label=_("Show everything to do"), url=reverse("desk:findings", args=[slug])),
        )
    return EmptyState(
        title=_("Nothing stands here"),
        belongs=_("No record has a finding of this kind. What was judged stands under the other tabs."),
    )


def with_changes(query: QueryDict, **changes: str) -> str:
    """The address of this page with other values; empty ones are left out."""
    values = {key: query.get(key, "") for key in query} | changes
    kept = {key: value for key, value in values.items() if value}
    return f"?{urlencode(kept)}"
