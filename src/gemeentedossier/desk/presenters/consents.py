"""Consents as people read them."""

import datetime as dt
from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge, Cell, Definition, Link, Row, Table
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import answer, day, listing
from gemeentedossier.desk.presenters.agreement import Fold, Section, said
from gemeentedossier.desk.presenters.findings import Shown
from gemeentedossier.desk.presenters.requests import RequestSight
from gemeentedossier.desk.presenters.security import table
from gemeentedossier.dossier.requests.facts import Consent


def consent_badge(consent: Consent, today: dt.date) -> Badge:
    """Whether it holds."""
    if consent.holds_on(today):
        return Badge(word=pgettext("consent", "Holds"), tone=Tone.GOOD, shape=Shape.CHECK)
    return Badge(word=pgettext("consent", "Taken back"), tone=Tone.NOTE, shape=Shape.DASH)


def consents_table(sight: RequestSight, consents: Iterable[Consent]) -> Table | None:
    """Consents with what they are for; those that hold first, the newest first."""
    names = {each.id: each.name for each in sight.dossier.activities}
    ordered = sorted(consents, key=lambda each: (each.withdrawn_on is not None, -each.given_on.toordinal(), each.id))
    labels = (_("For what"), _("What it is"), _("Processing activity"), _("Given"), _("State"))
    rows = tuple(
        Row(
            cells=(
                Cell(text=each.scope, url=sight.url("consent", each.id), note=_mark(each)),
                Cell(text=name_of(each.kind)),
                Cell(text=names.get(each.activity_id, ""), url=sight.url("activity", each.activity_id)),
                Cell(text=day(each.given_on), note=name_of(each.form)),
                Cell(badge=consent_badge(each, sight.today), note=day(each.withdrawn_on)),
            )
        )
        for each in ordered
    )
    return table(_("Consents"), labels, rows)


def _mark(consent: Consent) -> str:
    """How the person is told apart from others here, without a name."""
    return _("person %(mark)s") % {"mark": consent.subject_key[:4].upper()} if consent.subject_key else ""


def consent_name(consent: Consent) -> str:
    """What people call a consent: what it is for, and when it was given; never who gave it."""
    return _("%(scope)s (%(day)s)") % {"scope": consent.scope[:80].rstrip(" ."), "day": day(consent.given_on)}


def consent_sections(
    sight: RequestSight, consent: Consent, *, folds: tuple[Fold, ...], cases: tuple[Shown, ...]
) -> tuple[Section, ...]:
    """The one section of a consent."""
    return (
        Section(
            anchor="answers",
            title=name_of(consent.kind),
            about=consent.scope,
            definitions=tuple(_said(sight, consent)),
            folds=folds,
            cases=cases,
        ),
    )


def _said(sight: RequestSight, consent: Consent) -> Iterable[Definition]:
    names = {each.id: each.name for each in sight.dossier.activities}
    name, url = names.get(consent.activity_id, ""), sight.url("activity", consent.activity_id)
    yield Definition(term=_("Processing activity"), links=(Link(label=name, url=url),))
    yield said(_("Person"), _others(sight, consent), missing=_("no mark was given"))
    yield said(_("Exceptions that the person made"), consent.exceptions, missing=_("none"))
    yield said(_("Version of the text that was shown"), consent.text_version, missing=_("not recorded"))
    given = f"{day(consent.given_on)}, {name_of(consent.form)}, {name_of(consent.given_by)}"
    yield said(pgettext("consent", "Given"), given)
    if consent.subject_age is not None:
        yield said(_("Age on that day"), str(consent.subject_age))
    if consent.withdrawn_on:
        by = name_of(consent.withdrawn_by) if consent.withdrawn_by else ""
        how = name_of(consent.withdrawn_form) if consent.withdrawn_form else ""
        yield said(pgettext("consent", "Taken back"), ", ".join(filter(None, (day(consent.withdrawn_on), how, by))))
        yield said(_("What was stopped"), consent.consequences)
        yield said(_("Used after that"), answer(consent.used_after_withdrawal))
    if consent.exceptions:
        yield said(_("Used outside the exceptions"), answer(consent.used_outside_exceptions))


def _others(sight: RequestSight, consent: Consent) -> str:
    """The mark of the person, and what else the same person said yes to."""
    if not consent.subject_key:
        return ""
    same = (each for each in sight.dossier.consents if each.subject_key == consent.subject_key)
    others = [each.scope.rstrip(" .") for each in same if each.id != consent.id]
    told = _("%(mark)s; the same person also said yes to: %(others)s")
    return told % {"mark": _mark(consent), "others": listing(others)} if others else _mark(consent)
