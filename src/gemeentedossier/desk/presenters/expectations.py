"""On one page what each side of an agreement may expect of the other, and who departs from what is shared."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from gemeentedossier.design.parts import Definition
from gemeentedossier.desk.presenters.activity.wording import day, listing
from gemeentedossier.desk.presenters.agreement import AgreementSight, Section, said
from gemeentedossier.desk.presenters.agreements import agreement_url
from gemeentedossier.dossier.agreements.engine.points import POINTS, points_of
from gemeentedossier.dossier.agreements.engine.term import last_day
from gemeentedossier.dossier.agreements.enums import AgreementKind
from gemeentedossier.dossier.agreements.presenters.comparing import deviations_shown


def expectations_shown(sight: AgreementSight) -> tuple[Section, ...]:
    """The sections of the page; who departs stands there for a covenant only."""
    a, slug = sight.agreement, sight.slug
    edit = f"{agreement_url(slug, a.id)}edit/expectations/" if sight.may_edit else ""
    theirs = listing(each.party_name for each in a.parties) or _("the other")
    of_us = _("Of the municipality of %(name)s") % {"name": sight.dossier.organisation.name}
    sections = [
        _side(_("Of %(names)s") % {"names": theirs}, a.expected_of_party, "party", edit),
        _side(of_us, a.expected_of_municipality, "municipality", edit),
        Section(
            anchor="agreed",
            title=_("What both agreed") if len(a.parties) < 2 else _("What all agreed"),
            about=_("What was left out or is not known stands on the page of the agreement."),
            definitions=tuple(_agreed(sight)),
            empty=_("No point is recorded as agreed yet."),
        ),
    ]
    if a.kind is AgreementKind.COVENANT:
        sections.append(
            Section(
                anchor="deviations",
                title=_("Who departs from what is shared"),
                about=_("What is left out, what stands instead, and why."),
                comparisons=deviations_shown(a.deviations),
                empty=_("No participant departs from a shared clause, as far as is recorded."),
            )
        )
    sections.append(Section(anchor="when", title=_("When and where"), about="", definitions=tuple(_when(sight))))
    return tuple(sections)


def _side(title: str, words: str, anchor: str, edit: str) -> Section:
    """What is expected of one side, line by line as it was written."""
    lines = tuple(line.strip() for line in words.splitlines() if line.strip())
    told = (Definition(term=_("To be expected"), texts=lines),) if lines else ()
    empty = _("Nobody wrote down yet what may be expected here.")
    return Section(anchor=anchor, title=title, about="", definitions=told, edit_url=edit, empty=empty)


def _agreed(sight: AgreementSight) -> Iterator[Definition]:
    known, read = {each.point: each for each in sight.agreement.points}, sight.words.language
    for point in points_of(sight.agreement.kind):
        found = known.get(point)
        if found and found.agreed:
            about = POINTS[point]
            yield said(about.label.in_language(read), found.text or about.law.in_language(read), found.place)


def _when(sight: AgreementSight) -> Iterator[Definition]:
    a, hours = sight.agreement, sight.agreement.breach_report_hours
    told = "" if hours is None else _("within %(hours)s hours") % {"hours": hours}
    departing = listing(dict.fromkeys(each.party_name for each in a.deviations))
    other = _("A deviation is recorded of %(names)s: read it above.") % {"names": departing} if departing else ""
    yield said(_("Who finds a breach tells it"), told, a.breach_contact, other)
    yield said(_("Holds from"), day(a.starts_on))
    yield said(_("Last day"), day(last_day(a, on=sight.today)), missing=_("No last day recorded"))
    yield said(_("Answers for it at the municipality"), a.owner)
