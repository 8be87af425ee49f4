"""Risks as people read them: how likely and how bad, without the measures and with these, and who decided."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge, Cell, Definition, Link, Row, Table
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import day
from gemeentedossier.desk.presenters.agreement import said
from gemeentedossier.desk.presenters.security import effect_badge, table, why_not
from gemeentedossier.desk.presenters.security_sheet import Sheet
from gemeentedossier.dossier.governance.facts import RiskAppetite
from gemeentedossier.dossier.security.engine.appetite import level_accepted, standing_of
from gemeentedossier.dossier.security.enums import RiskDecision, RiskStanding
from gemeentedossier.dossier.security.facts import SecurityRisk
from gemeentedossier.foundation.addresses import reverse

ASKING = frozenset({RiskStanding.UNDECIDED, RiskStanding.RAN_OUT})
"""Where the executive is asked to decide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A risk with what follows from it on the day."""

    risk: SecurityRisk
    activity: str
    owner_id: UUID | None
    """Whose activity it is."""
    inherent: RiskLevel | None
    residual: RiskLevel | None
    accepted: RiskLevel | None
    standing: RiskStanding


def weighed_in(sheet: Sheet) -> tuple[Weighed, ...]:
    """Every risk of the dossier, those that ask a decision first, then the greatest."""
    activities = {each.id: each for each in sheet.dossier.activities}
    known = (each for each in sheet.dossier.security_risks if each.activity_id in activities)
    found = [_weighed(sheet, each) for each in known]
    return tuple(sorted(found, key=_urgency))


def _weighed(sheet: Sheet, risk: SecurityRisk) -> Weighed:
    scale, activity = sheet.catalogue.risk_scale, next(sheet.activities((risk.activity_id,)))
    accepted = level_accepted(sheet.dossier.appetites, activity.controller_ids, on=sheet.today)
    return Weighed(
        risk=risk,
        activity=activity.name,
        owner_id=activity.owner_id,
        inherent=scale.level_of(risk.likelihood, risk.impact) if scale else None,
        residual=scale.level_of(risk.residual_likelihood, risk.residual_impact) if scale else None,
        accepted=accepted,
        standing=standing_of(risk, scale, accepted, on=sheet.today),
    )


def _urgency(each: Weighed) -> tuple[int, int, str]:
    rank = each.residual.rank if each.residual else len(RiskLevel)
    return list(RiskStanding).index(each.standing), -rank, each.risk.threat


def level_word(level: RiskLevel | None, sheet: Sheet) -> str:
    """What the scale of the catalogue calls a level; that nobody weighed it where there is none."""
    if level is None:
        return pgettext("risk", "not weighed yet")
    scale = sheet.catalogue.risk_scale
    return scale.guide_to(level).name.in_language(sheet.words.language) if scale else name_of(level)


def standing_badge(weighed: Weighed) -> Badge:
    """Where the risk stands, in a word and a shape; red is for an acceptance that ran out."""
    return {
        RiskStanding.RAN_OUT: Badge(word=_("Acceptance ran out"), tone=Tone.ALARM, shape=Shape.CLOCK),
        RiskStanding.UNDECIDED: Badge(word=_("Asks a decision"), tone=Tone.ATTENTION, shape=Shape.CLASH),
        RiskStanding.NOT_WEIGHED: Badge(word=pgettext("risk", "Not weighed yet"), tone=Tone.OPEN, shape=Shape.HOLLOW),
        RiskStanding.NO_APPETITE: Badge(word=_("No appetite decided"), tone=Tone.OPEN, shape=Shape.HOLLOW),
        RiskStanding.STOPPED: Badge(word=_("The processing stops"), tone=Tone.NOTE, shape=Shape.DASH),
        RiskStanding.TREATED: Badge(word=_("More is being done"), tone=Tone.NOTE, shape=Shape.HALF),
        RiskStanding.ACCEPTED: Badge(word=pgettext("risk", "Accepted"), tone=Tone.GOOD, shape=Shape.PERSON),
        RiskStanding.WITHIN: Badge(word=_("Within the appetite"), tone=Tone.GOOD, shape=Shape.CHECK),
    }[weighed.standing]


def standing_note(weighed: Weighed, sheet: Sheet) -> str:
    """What the badge leaves out: until when, or what may remain."""
    until = weighed.risk.accepted_until
    if weighed.standing is RiskStanding.ACCEPTED and until:
        return _("up to and including %(day)s") % {"day": day(until)}
    if weighed.standing is RiskStanding.RAN_OUT and until:
        return _("on %(day)s") % {"day": day(until)}
    if weighed.standing is RiskStanding.UNDECIDED:
        return _("at most %(level)s may remain") % {"level": level_word(weighed.accepted, sheet)}
    return ""


def risks_table(sheet: Sheet, risks: Iterable[Weighed], *, with_activity: bool = True) -> Table | None:
    """Risks with what they were, what remains, and who decided."""
    labels = [_("What can go wrong"), _("Without measures"), _("With measures"), _("State")]
    if with_activity:
        labels = [labels[0], pgettext("column", "Activity"), *labels[1:], _("Who answers for it")]
    rows = []
    for each in risks:
        cells = [
            Cell(text=each.risk.threat, url=risk_url(sheet, each.risk), note=name_of(each.risk.aspect)),
            Cell(text=level_word(each.inherent, sheet)),
            Cell(text=level_word(each.residual, sheet)),
            Cell(badge=standing_badge(each), note=standing_note(each, sheet)),
        ]
        if with_activity:
            page = reverse("desk:activity-security", args=[sheet.slug, each.risk.activity_id])
            cells = [cells[0], Cell(text=each.activity, url=f"{page}#risks"), *cells[1:], Cell(text=each.risk.owner)]
        rows.append(Row(cells=tuple(cells)))
    return table(_("Risks"), tuple(labels), tuple(rows))


def risk_url(sheet: Sheet, risk: SecurityRisk) -> str:
    """The page of a risk."""
    return reverse("desk:risk", args=[sheet.slug, risk.id])


def risk_said(sheet: Sheet, weighed: Weighed) -> Iterator[Definition]:
    """What can go wrong, and what people then suffer."""
    risk, systems = weighed.risk, {each.id: each for each in sheet.dossier.systems}
    activity = reverse("desk:activity-security", args=[sheet.slug, risk.activity_id])
    yield Definition(term=_("Processing activity"), links=(Link(label=weighed.activity, url=f"{activity}#risks"),))
    yield said(_("What people then suffer"), risk.consequence)
    yield said(_("What suffers of the data"), name_of(risk.aspect))
    system = systems.get(risk.system_id) if risk.system_id else None
    if system:
        link = Link(label=system.name, url=reverse("desk:system", args=[sheet.slug, system.id]))
        yield Definition(term=_("System"), links=(link,))
    yield said(_("Who answers for it"), risk.owner)


def weighed_table(sheet: Sheet, weighed: Weighed) -> Table | None:
    """Likelihood, impact and the level that follows: without the measures and with these."""
    risk, scale = weighed.risk, sheet.catalogue.risk_scale
    if not any(risk.levels):
        return None

    def cell(level: RiskLevel | None, *, of: str) -> Cell:
        if level is None or scale is None:
            return Cell(text=level_word(level, sheet))
        guide = scale.guide_to(level)
        fits = guide.likelihood if of == "likelihood" else guide.impact
        return Cell(text=level_word(level, sheet), note=fits.in_language(sheet.words.language))

    rows = (
        Row(
            cells=(
                Cell(text=_("Without measures")),
                cell(risk.likelihood, of="likelihood"),
                cell(risk.impact, of="impact"),
                Cell(text=level_word(weighed.inherent, sheet)),
            )
        ),
        Row(
            cells=(
                Cell(text=_("With measures")),
                cell(risk.residual_likelihood, of="likelihood"),
                cell(risk.residual_impact, of="impact"),
                Cell(text=level_word(weighed.residual, sheet)),
            )
        ),
    )
    labels = (pgettext("risk", "Weighed"), _("Likelihood"), _("Impact on people"), _("Risk"))
    return table(_("How it was weighed"), labels, rows)


def lowering_table(sheet: Sheet, risk: SecurityRisk) -> Table | None:
    """The measures that make a risk smaller, with whether they count today."""
    by_key = {each.id: each for each in sheet.dossier.measures}
    rows = tuple(
        Row(
            cells=(
                Cell(text=each.name, url=reverse("desk:measure", args=[sheet.slug, each.id])),
                Cell(
                    badge=effect_badge(each, sheet.dossier, sheet.today),
                    note=why_not(each, sheet.dossier, sheet.today),
                ),
                Cell(text=each.owner),
            )
        )
        for key in risk.measure_ids
        if (each := by_key.get(key))
    )
    return table(_("Measures"), (_("Measure"), _("Counts"), _("Who answers for it")), rows)


def decision_said(sheet: Sheet, weighed: Weighed) -> Iterator[Definition]:
    """What may remain, what was decided, by whom and why."""
    risk = weighed.risk
    may = level_word(weighed.accepted, sheet) if weighed.accepted else ""
    yield said(_("Highest risk that may remain"), may, missing=_("No controller of this activity decided that"))
    yield Definition(term=_("State"), badge=standing_badge(weighed))
    if risk.decision is None:
        yield said(_("Decision"), missing=_("Nobody decided yet"))
        return
    yield said(_("Decision"), name_of(risk.decision))
    at = day(risk.decided_at.date()) if risk.decided_at else ""
    yield said(_("Decided by"), f"{risk.decided_by}, {at}" if risk.decided_by else at)
    yield said(_("Why it was decided so"), risk.decided_because)
    if risk.decision is RiskDecision.ACCEPT:
        yield said(_("Accepted up to and including"), day(risk.accepted_until))


def appetite_in_words(sheet: Sheet) -> tuple[str, ...]:
    """What each body that decided accepts today."""
    return tuple(
        _("%(body)s: at most %(level)s") % {"body": each.controller, "level": level_word(each.level, sheet)}
        for each in holding(sheet)
    )


def holding(sheet: Sheet) -> tuple[RiskAppetite, ...]:
    """The appetites that hold today."""
    return tuple(each for each in sheet.dossier.appetites if each.holds_on(sheet.today))
