"""What was decided about a breach and told of it, as tables."""

from django.utils.translation import gettext as _

from gemeentedossier.design.parts import Cell, Row, Table
from gemeentedossier.desk.presenters.activity.wording import answer, language
from gemeentedossier.desk.presenters.breaches import told_at
from gemeentedossier.desk.presenters.security import table
from gemeentedossier.dossier.breaches.engine.words import word
from gemeentedossier.dossier.breaches.facts import PersonalDataBreach


def decisions(breach: PersonalDataBreach) -> Table | None:
    """Every decision, the newest first."""
    rows = tuple(
        Row(
            cells=(
                Cell(text=word(each.kind, language())),
                Cell(text=answer(each.is_yes), note=word(each.ground, language()) if each.ground else ""),
                Cell(text=each.reason, note=each.late_reason),
                Cell(text=each.decided_by, note=told_at(each.decided_at)),
            )
        )
        for each in reversed(breach.decisions)
    )
    return table(_("Decisions"), (_("About"), _("Decided"), _("Why"), _("By")), rows)


def notifications(breach: PersonalDataBreach) -> Table | None:
    """What was sent to authorities, the newest first."""
    rows = tuple(
        Row(
            cells=(
                Cell(text=word(each.kind, language()), note=each.number),
                Cell(text=told_at(each.sent_at), note=each.sent_by),
                Cell(text=answer(each.is_preliminary)),
                Cell(text=each.delay_reason or each.note),
                Cell(text=str(len(each.answers))),
            )
        )
        for each in reversed(breach.notifications)
    )
    labels = (_("What"), _("Sent"), _("More follows"), _("Note"), _("Answers kept"))
    return table(_("Told to authorities"), labels, rows)


def messages(breach: PersonalDataBreach) -> Table | None:
    """What people were told, the newest first."""
    rows = tuple(
        Row(
            cells=(
                Cell(text=word(each.manner, language())),
                Cell(text=told_at(each.told_at), note=each.sent_by),
                Cell(text="" if each.people_count is None else str(each.people_count)),
                Cell(text=each.text, note=each.delay_reason),
                Cell(text=", ".join(word(part, language()) for part in each.tells)),
            )
        )
        for each in reversed(breach.messages)
    )
    return table(_("Told to people"), (_("How"), _("When"), _("People"), _("Text"), _("It tells")), rows)
