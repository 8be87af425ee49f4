"""How much risk each body accepts to remain: what holds, and what held before."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Action, Badge, Cell, Definition, EmptyState, Row, Table
from gemeentedossier.desk.presenters.activity.wording import day
from gemeentedossier.desk.presenters.agreement import said
from gemeentedossier.desk.presenters.risks import level_word
from gemeentedossier.desk.presenters.security import table
from gemeentedossier.desk.presenters.security_sheet import Sheet
from gemeentedossier.dossier.governance.facts import RiskAppetite


def appetite_said(sheet: Sheet, appetite: RiskAppetite) -> Iterator[Definition]:
    """What a body accepts, what that means, and who decided."""
    yield said(_("Highest risk that may remain"), level_word(appetite.level, sheet))
    yield said(_("What that means"), appetite.statement)
    yield said(_("Decided by"), f"{appetite.decided_by}, {day(appetite.decided_on)}")
    late = appetite.review_on is not None and appetite.review_on < sheet.today
    if late:
        badge = Badge(word=_("Should have been looked at again"), tone=Tone.ALARM, shape=Shape.CLOCK)
        yield Definition(term=_("Look at this again on"), badge=badge, texts=(day(appetite.review_on),))
    else:
        yield said(_("Look at this again on"), day(appetite.review_on), missing=_("No day recorded"))


def former_table(sheet: Sheet) -> Table | None:
    """What bodies accepted before, the latest first."""
    past = [each for each in sheet.dossier.appetites if not each.holds_on(sheet.today)]
    rows = tuple(
        Row(
            cells=(
                Cell(text=each.controller),
                Cell(text=level_word(each.level, sheet), note=each.statement),
                Cell(text=f"{day(each.decided_on)} – {day(each.ended_on)}", note=each.decided_by),
            )
        )
        for each in sorted(past, key=lambda each: (each.decided_on, each.id), reverse=True)
    )
    return table(_("What was accepted before"), (_("Body"), _("Highest risk"), _("Held")), rows)


def nothing_decided() -> EmptyState:
    """What belongs here, and why."""
    return EmptyState(
        title=_("No body decided how much risk may remain"),
        belongs=_("Here stands the highest risk to people that the college or another body accepts."),
        reason=_("Measures must fit the risk (Article 32(1)); without a limit nobody can say when it is too great."),
    )


def no_risks(*, may_record: bool, url: str) -> EmptyState:
    """What belongs on the list of risks, and why."""
    return EmptyState(
        title=_("No risk is recorded yet"),
        belongs=_("Here stands what can go wrong with personal data, what people then suffer, and what remains of it."),
        reason=_(
            "The municipality weighs the risks to people and takes measures that fit them (Article 32(1) and (2))."
        ),
        step=Action(label=pgettext("button", "Record a risk"), url=url) if may_record else None,
    )
