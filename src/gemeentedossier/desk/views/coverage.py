"""Coverage at a glance: how far everything that is asked is met, and each rule by itself."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.coverage import coverage_of
from gemeentedossier.assessment.engine.glance import Tally, tally_by
from gemeentedossier.assessment.engine.lots import Lot, lots_in
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.catalogue.engine.edition_words import edition_words
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.rules import Part
from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.design.paging import page_links
from gemeentedossier.design.parts import Action, Crumb, Pagination
from gemeentedossier.desk.presenters.activity.wording import language, words_of
from gemeentedossier.desk.presenters.coverage import (
    By,
    Line,
    counted,
    coverage_table,
    coverage_tabs,
    lines_by,
    part_name,
    role_word,
)
from gemeentedossier.desk.presenters.coverage_rules import (
    chosen_rules,
    rule_definitions,
    rule_lines,
    rule_numbers,
    silences,
)
from gemeentedossier.desk.presenters.finding_list import with_changes
from gemeentedossier.desk.presenters.findings import Reader, record_url
from gemeentedossier.desk.presenters.frame import account_crumbs, frame_for
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.papers import answer_with
from gemeentedossier.exchange.engine.coverage_book import BookLinks, coverage_book
from gemeentedossier.exchange.engine.writing.books import BookFormat
from gemeentedossier.exchange.engine.writing.files import write_book
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.ledger.queries import number_at
from gemeentedossier.organisation.enums import ResponsibleRole

MAY_VIEW = "assessment.view_findings"
PAGE = 100


@staff(MAY_VIEW)
def coverage(visit: Visit) -> HttpResponse:
    """One row per Part, article, role, controller or rule; every number leads to its findings."""
    judged, slug = judged_by(visit), visit.municipality.slug
    catalogue, by = catalogue_at(visit.moment), _by(visit)
    lots, url = lots_in(judged.assessment), reverse("desk:coverage", args=[slug])
    lines = _lines(by, visit, judged, lots, catalogue)
    page = Paginator(lines, PAGE).get_page(visit.request.GET.get("page"))
    shown = {
        "frame": frame_for(visit, place="desk:accountability", crumbs=account_crumbs(visit, _title())),
        "title": _title(),
        "tabs": coverage_tabs(by, url=url),
        "only": _only(visit) if by is By.RULE else "",
        "every_rule_url": f"{url}?by={By.RULE}",
        "table": coverage_table(list(page), slug=slug, caption=_title(), heading=_heading(by)),
        "pagination": _pagination(page.number, page.paginator.num_pages, len(lines), visit),
        "silent": silences(coverage_of(catalogue).silent, language()) if by is By.ARTICLE else (),
        "files": _files(slug),
        "whole": Tally(lots),
        "faults": tuple(each.in_language(language()) for each in judged.assessment.faults),
        "version": edition_words(judged.assessment.catalogue_version, language()),
    }
    return render(visit.request, "desk/coverage.html", shown)


@staff(MAY_VIEW)
def rule(visit: Visit, rule_id: str) -> HttpResponse:
    """One rule: what it asks and why, how it is answered, where it is told, and what was found."""
    judged, slug = judged_by(visit), visit.municipality.slug
    row = next((row for row in coverage_of(catalogue_at(visit.moment)).rows if row.rule.id == rule_id), None)
    if row is None:
        raise Http404
    found, reader = tally_by(lots_in(judged.assessment), lambda each: (each.id,)), language()
    title, back = row.rule.label.in_language(reader), f"{reverse('desk:coverage', args=[slug])}?by={By.RULE}"
    index, here = account_crumbs(visit, _title())
    crumbs = (index, Crumb(label=here.label, url=back), Crumb(label=title))
    shown = {
        "frame": frame_for(visit, place="desk:accountability", crumbs=crumbs),
        "title": title,
        "question": row.rule.question.in_language(reader),
        "part": part_name(row.rule.part),
        "definitions": rule_definitions(row, words_of(judged.dossier, at=visit.moment)),
        "numbers": rule_numbers(found.get(rule_id, Tally(())), row.rule, slug),
        "awaits": row.awaits,
        "version": edition_words(judged.assessment.catalogue_version, language()),
    }
    return render(visit.request, "desk/coverage_rule.html", shown)


@staff(MAY_VIEW)
def export(visit: Visit, form: str) -> HttpResponse:
    """The coverage as a workbook, as it is now or was known at the moment that the desk is turned to."""
    try:
        chosen = BookFormat(form)
    except ValueError as error:
        raise Http404 from error
    judged, catalogue = judged_by(visit), catalogue_at(visit.moment)
    desk, reader = visit.request.build_absolute_uri("/").rstrip("/"), Reader(slug=visit.municipality.slug)
    links = BookLinks(of=lambda each: f"{desk}{record_url(each, reader)}")
    entry = judged.dossier.ledger_number or number_at(judged.dossier.moment)
    book = coverage_book(judged, catalogue, links=links, entry=entry, language=language())
    moment = localtime(judged.dossier.moment).strftime("%Y-%m-%d-%H%M")
    kind = pgettext("name of a file", "coverage")
    name = f"{visit.municipality.slug}-{kind}-{moment}.{chosen}"
    return answer_with(write_book(book, chosen), name=name, media_type=chosen.media_type)


def _by(visit: Visit) -> By:
    asked = visit.request.GET.get("by", "")
    return By(asked) if asked in set(By) else By.PART


def _lines(by: By, visit: Visit, judged: Judged, lots: tuple[Lot, ...], catalogue: Catalogue) -> list[Line]:
    slug, rules = visit.municipality.slug, catalogue.rules.values()
    if by is not By.RULE:
        return lines_by(by, judged, lots, rules=rules, url=reverse("desk:coverage", args=[slug]))
    query = visit.request.GET
    wanted = chosen_rules(
        rules, part=query.get("part", ""), article=query.get("article", ""), role=query.get("role", "")
    )
    return rule_lines(wanted, tally_by(lots, lambda each: (each.id,)), slug=slug, language=language())


def _only(visit: Visit) -> str:
    """Of what the rules are, where not all are shown."""
    query = visit.request.GET
    part, role = query.get("part", ""), query.get("role", "")
    if part in set(Part):
        return part_name(Part(part))
    return query.get("article", "") or (role_word(role) if role in set(ResponsibleRole) else "")


def _title() -> str:
    return pgettext("page of accountability", "Coverage")


def _heading(by: By) -> str:
    return {
        By.PART: _("Part of the method"),
        By.ARTICLE: _("Article"),
        By.ROLE: _("Who answers for it"),
        By.CONTROLLER: pgettext("column", "Controller"),
        By.RULE: _("Rule"),
    }[by]


def _files(slug: str) -> tuple[Action, ...]:
    return tuple(
        Action(label=form.upper(), url=reverse("desk:coverage-file", args=[slug, form.value])) for form in BookFormat
    )


def _pagination(number: int, last: int, count: int, visit: Visit) -> Pagination | None:
    if last == 1:
        return None
    query = visit.request.GET

    def url(page: int) -> str:
        return with_changes(query, page=str(page))

    return Pagination(
        pages=page_links(current=number, last=last, url_for=url),
        summary=_("%(count)s rows") % {"count": counted(count)},
        previous_url=url(number - 1) if number > 1 else "",
        next_url=url(number + 1) if number < last else "",
    )
