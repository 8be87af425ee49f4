"""The records that wait for somebody."""

import datetime as dt
from collections.abc import Iterable, Mapping
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from gemeentedossier.design.parts import Cell, Column, EmptyState, Link, Row, Table
from gemeentedossier.desk.presenters.today import ADOPTION, CONFIRMATION, Waiting
from gemeentedossier.desk.presenters.words import record_state_badge
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.register.queries.steps import StepTaken
from gemeentedossier.dossier.register.queries.told import ToldChange
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.method.reminders import Reminded


def changes_told(told: Mapping[UUID, ToldChange], slug: str) -> tuple[Waiting, ...]:
    """That owners told of changes, as one line that leads to the records; nothing where none did."""
    if not told:
        return ()
    said = ngettext(
        "An owner told that %(count)s record changed: take it up",
        "Owners told that %(count)s records changed: take them up",
        len(told),
    )
    url = reverse("desk:waiting", args=[slug, CONFIRMATION])
    return (Waiting(sentence=Link(label=said % {"count": len(told)}, url=url)),)


def records_returned(
    returned: Mapping[UUID, StepTaken], activities: Iterable[Activity], slug: str
) -> tuple[Waiting, ...]:
    """Each of these records that was sent back, by whom and why, leading to it; the oldest first."""
    found = sorted((each for each in activities if each.id in returned), key=lambda each: returned[each.id].at)
    return tuple(_returned(each, returned[each.id], slug) for each in found)


def _returned(activity: Activity, step: StepTaken, slug: str) -> Waiting:
    known = {"activity": activity.name, "name": step.by, "reason": step.reason}
    told = _("“%(activity)s” was sent back by %(name)s: %(reason)s") % known
    return Waiting(sentence=Link(label=told, url=reverse("desk:activity", args=[slug, activity.id])))


def title_of(what: str) -> str:
    """What the page is called."""
    return _("Waits for adoption") if what == ADOPTION else _("Not confirmed in the past year")


def lead_of(what: str) -> str:
    """What is asked of whom, and why."""
    if what == ADOPTION:
        return _("These records were submitted. An executive judges the findings and adopts or sends back.")
    return _("A register is only worth something when it is right today. The process owner reads and confirms.")


def told_of(reminded: Reminded) -> str:
    """To how many it was written, and who could not be reached."""
    told = ngettext(
        "An e-mail went to %(people)s person, about %(records)s records.",
        "E-mails went to %(people)s people, about %(records)s records.",
        reminded.people,
    ) % {"people": reminded.people, "records": reminded.records}
    said = [told] if reminded.people else []
    if reminded.asked_already:
        names = ", ".join(reminded.asked_already)
        said.append(_("Written to today already, and so not again: %(names)s.") % {"names": names})
    if reminded.unreached:
        names = ", ".join(reminded.unreached)
        said.append(_("Without an address or a role here, and so not written to: %(names)s.") % {"names": names})
    if reminded.ownerless:
        without = ngettext(
            "%(count)s record has no owner yet.", "%(count)s records have no owner yet.", reminded.ownerless
        )
        said.append(without % {"count": reminded.ownerless})
    return " ".join(said) or _("Nobody was written to.")


def not_sent_to(reminded: Reminded) -> str:
    """To whom the mail server did not take a message."""
    told = {"names": ", ".join(reminded.not_sent)}
    return _("The mail server took no message for: %(names)s. Try again later, or ask the administrator.") % told


def waiting_table(
    activities: Iterable[Activity], *, slug: str, told: Mapping[UUID, ToldChange], asked: Mapping[UUID, dt.date]
) -> Table:
    """The records with who answers for them and when they were last confirmed; those of which somebody told a change
    first, with what they ``told``, and the owners with the day on which they were ``asked``."""
    first = sorted(activities, key=lambda each: each.id not in told)
    return Table(
        caption=_("Processing activities"),
        caption_hidden=True,
        columns=(
            Column(label=_("Processing activity")),
            Column(label=_("Process owner")),
            Column(label=_("Unit")),
            Column(label=_("Record")),
            Column(label=_("Last confirmed")),
        ),
        rows=tuple(_row(each, slug, told.get(each.id), asked) for each in first),
        empty=EmptyState(title=_("Nothing waits here"), belongs=_("No record of yours waits for this step.")),
    )


def _row(activity: Activity, slug: str, told: ToldChange | None, asked: Mapping[UUID, dt.date]) -> Row:
    confirmed = activity.last_confirmed_on
    on = asked.get(activity.owner_id) if activity.owner_id else None
    return Row(
        cells=(
            Cell(
                text=activity.name,
                url=reverse("desk:activity", args=[slug, activity.id]),
                note=_("%(name)s told: %(what)s") % {"name": told.by, "what": told.what} if told else "",
            ),
            Cell(
                text=activity.owner,
                note=_("asked on %(day)s") % {"day": date_format(on, "j F Y")} if on else "",
            ),
            Cell(text=activity.unit),
            Cell(badge=record_state_badge(activity.record_state)),
            Cell(text=date_format(confirmed, "j F Y") if confirmed else pgettext("confirmed", "Never")),
        )
    )
