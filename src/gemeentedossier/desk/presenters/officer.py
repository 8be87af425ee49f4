"""The officer's own page: what waits, what is planned, what was drawn, and where the independence is at stake."""

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gemeentedossier.design.parts import Cell, Definition, Link, Row, Table
from gemeentedossier.desk.presenters.activity.wording import day, listing
from gemeentedossier.desk.presenters.agreement import Section
from gemeentedossier.desk.presenters.officer_advice import AdviceSight, advice_url, advices_table
from gemeentedossier.desk.presenters.officer_plan import check_badge, check_url
from gemeentedossier.desk.presenters.officer_reports import period_told, report_badge
from gemeentedossier.desk.presenters.officer_samples import progress_badge, sample_name
from gemeentedossier.desk.presenters.roles import role_name
from gemeentedossier.desk.presenters.security import table
from gemeentedossier.dossier.governance.facts import Sample, SupervisionCheck
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.method.engine.independence import AtStake, Stake, at_stake

MANY = 5
"""How many of each the page names; its list has the others."""


def officer_sections(sight: AdviceSight, *, writes: bool) -> tuple[Section, ...]:
    """Each part of the toolbox in short; drafts of reports only for who ``writes`` them."""
    dossier, slug = sight.dossier, sight.slug
    return (
        _advice(sight),
        _plan(dossier, slug, sight.today),
        _samples(dossier, slug),
        _reports(dossier, slug, writes=writes),
        _independence(dossier, slug, sight.today),
    )


def _every(label: str, name: str, slug: str) -> tuple[Link, ...]:
    return (Link(label=label, url=reverse(name, args=[slug])),)


def _advice(sight: AdviceSight) -> Section:
    waiting = sight.waiting
    told = ngettext("%(count)s advice waits for an answer.", "%(count)s advices wait for an answer.", len(waiting)) % {
        "count": len(waiting)
    }
    return Section(
        anchor="advice",
        title=_("Advice that waits for an answer"),
        about=told if waiting else "",
        table=advices_table(sight, waiting[:MANY]),
        empty=_("No advice waits for an answer."),
        links=_every(_("All advice of the officer"), "desk:advices", sight.slug),
        wide=True,
    )


def _plan(dossier: Dossier, slug: str, today: dt.date) -> Section:
    coming = [each for each in dossier.supervision_checks if each.was_done is None]
    return Section(
        anchor="plan",
        title=_("Checks to come"),
        about="",
        table=_coming(coming[:MANY], slug, today),
        empty=_("No check is planned."),
        links=_every(_("The supervision plan"), "desk:supervision", slug),
    )


def _coming(checks: list[SupervisionCheck], slug: str, today: dt.date) -> Table | None:
    rows = tuple(
        Row(
            cells=(
                Cell(text=each.topic, url=check_url(each, slug)),
                Cell(text=day(each.due_on)),
                Cell(badge=check_badge(each, today)),
            )
        )
        for each in checks
    )
    return table(_("Checks to come"), (_("What is looked at"), _("Done by"), _("State")), rows)


def _samples(dossier: Dossier, slug: str) -> Section:
    latest = sorted(dossier.samples, key=lambda each: (each.drawn_at, each.id), reverse=True)[:MANY]
    return Section(
        anchor="samples",
        title=_("Samples"),
        about="",
        definitions=tuple(_sample(each, slug) for each in latest),
        empty=_("No sample was drawn yet."),
        links=_every(_("All samples"), "desk:samples", slug),
    )


def _sample(sample: Sample, slug: str) -> Definition:
    return Definition(
        term=sample_name(sample),
        badge=progress_badge(sample),
        links=(Link(label=sample.reason, url=reverse("desk:sample", args=[slug, sample.id])),),
    )


def _reports(dossier: Dossier, slug: str, *, writes: bool) -> Section:
    shown = [each for each in dossier.officer_reports if each.is_adopted or writes]
    return Section(
        anchor="reports",
        title=_("Reports of the officer"),
        about="",
        definitions=tuple(
            Definition(
                term=period_told(each),
                badge=report_badge(each),
                links=(Link(label=_("Read"), url=reverse("desk:officer-report", args=[slug, each.id])),),
            )
            for each in reversed(shown)
        ),
        empty=_("No report was adopted yet."),
        links=_every(_("All reports"), "desk:officer-reports", slug),
    )


def _independence(dossier: Dossier, slug: str, today: dt.date) -> Section:
    found = at_stake(dossier, on=today)
    return Section(
        anchor="independence",
        title=_("Independence"),
        about=_("Nobody tells the officer what to think, and no other task may clash with that (Article 38(6))."),
        definitions=tuple(_stakes(found, slug)),
        empty=_("Nothing in the dossier puts the independence of the officer at stake."),
    )


def _stakes(found: tuple[Stake, ...], slug: str) -> Iterator[Definition]:
    for each in found:
        if each.matter is None:
            roles = listing(role_name(role) for role in each.roles)
            url = reverse("desk:organisation", args=[slug])
            told = _("is also %(roles)s") % {"roles": roles}
            yield Definition(term=each.person, texts=(told,), links=(Link(label=_("People and roles"), url=url),))
        else:
            link = Link(label=each.matter.name, url=advice_url(each.matter, slug))
            yield Definition(term=each.person, texts=(stake_word(each.how),), links=(link,))


def stake_word(how: AtStake) -> str:
    """What somebody did in a matter on which they advised as officer."""
    return {
        AtStake.CONFLICTING_ROLE: _("holds a role that conflicts"),
        AtStake.ANSWERED_OWN: _("answered an own advice"),
        AtStake.DREW_UP: _("drew up what they advised on"),
        AtStake.DECIDED: _("decided in what they advised on"),
        AtStake.OWNS: _("answers for what they advised on"),
    }[how]
