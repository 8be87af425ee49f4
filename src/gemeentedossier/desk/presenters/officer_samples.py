"""Samples as people read them: from what and how was drawn, and what was seen of each case."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Action, Badge, Cell, Definition, EmptyState, Link, Row, Table
from gemeentedossier.desk.presenters.activity.blocks import paragraphs
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import day
from gemeentedossier.desk.presenters.agreement import said
from gemeentedossier.desk.presenters.security import table
from gemeentedossier.dossier.governance.enums import SampledKind, SampleVerdict
from gemeentedossier.dossier.governance.facts import Sample, SampledCase, SupervisionCheck
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.clock import AMSTERDAM

PAGES = {
    SampledKind.ACTIVITIES: "desk:activity",
    SampledKind.AGREEMENTS: "desk:agreement",
    SampledKind.IMPACT_ASSESSMENTS: "desk:assessment",
    SampledKind.BREACHES: "desk:breach",
    SampledKind.REQUESTS: "desk:request",
}


def records_in(dossier: Dossier) -> frozenset[UUID]:
    """The keys of every record that a number or a sample can name and that has a page."""
    every = (
        dossier.activities,
        dossier.agreements,
        dossier.impact_assessments,
        dossier.breaches,
        dossier.requests,
        dossier.log_review_plans,
        dossier.own_advices,
        dossier.supervision_checks,
    )
    return frozenset(each.id for records in every for each in records)


def removed_since() -> str:
    """Why a case has no page."""
    return _("Removed since then, so it has no page any more.")


def sample_name(sample: Sample) -> str:
    """What a sample is called."""
    told = {"count": len(sample.cases), "kind": name_of(sample.kind)}
    return _("Sample of %(count)s: %(kind)s") % told


def drawn_on(sample: Sample) -> str:
    """The day on which it was drawn."""
    return day(sample.drawn_at.astimezone(AMSTERDAM).date())


def samples_table(samples: Iterable[Sample], slug: str) -> Table | None:
    """The samples, the newest first, with how far each was judged."""
    rows = tuple(
        Row(
            cells=(
                Cell(text=sample_name(each), url=reverse("desk:sample", args=[slug, each.id]), note=each.reason),
                Cell(text=drawn_on(each), note=each.drawn_by),
                Cell(badge=progress_badge(each)),
                Cell(text=_found(each)),
            )
        )
        for each in sorted(samples, key=lambda each: (each.drawn_at, each.id), reverse=True)
    )
    return table(_("Samples"), (pgettext("noun", "Sample"), _("Drawn on"), _("State"), _("What was found")), rows)


def progress_badge(sample: Sample) -> Badge:
    """Whether each case was judged."""
    waiting = sum(each.verdict is None for each in sample.cases)
    if not waiting:
        return Badge(word=pgettext("sample", "All judged"), tone=Tone.GOOD, shape=Shape.CHECK)
    told = ngettext("%(count)s case to judge", "%(count)s cases to judge", waiting) % {"count": waiting}
    return Badge(word=told, tone=Tone.OPEN, shape=Shape.HALF if waiting < len(sample.cases) else Shape.HOLLOW)


def _found(sample: Sample) -> str:
    faulty = sum(each.verdict is SampleVerdict.NOT_IN_ORDER for each in sample.cases)
    judged = sum(each.verdict is not None for each in sample.cases)
    if not judged:
        return pgettext("sample", "nothing yet")
    return _("%(faulty)s of %(judged)s not in order") % {"faulty": faulty, "judged": judged}


def verdict_badge(verdict: SampleVerdict | None) -> Badge:
    """What was seen, in a word; never red: a verdict of a person is no finding of unlawfulness."""
    if verdict is None:
        return Badge(word=pgettext("verdict", "Not judged yet"), tone=Tone.OPEN, shape=Shape.HOLLOW)
    tone, shape = {
        SampleVerdict.IN_ORDER: (Tone.GOOD, Shape.CHECK),
        SampleVerdict.NOT_IN_ORDER: (Tone.ATTENTION, Shape.CROSS),
        SampleVerdict.CANNOT_TELL: (Tone.NOTE, Shape.DASH),
    }[verdict]
    return Badge(word=name_of(verdict), tone=tone, shape=shape)


def draw_definitions(sample: Sample, checks: Iterable[SupervisionCheck], slug: str) -> Iterator[Definition]:
    """From what was drawn, why, and all that is needed to draw it again."""
    yield Definition(term=_("Why this is looked at"), texts=paragraphs(sample.reason))
    planned = next((each for each in checks if each.id == sample.planned_check_id), None)
    if planned:
        link = Link(label=planned.topic, url=reverse("desk:check", args=[slug, planned.id]))
        yield Definition(term=_("Check of the plan"), links=(link,))
    yield said(_("Drawn by"), f"{sample.drawn_by}, {drawn_on(sample)}")
    told = {"count": sample.population_size, "kind": name_of(sample.kind), "number": sample.ledger_number}
    yield said(_("Drawn from"), _("%(kind)s: %(count)s, as they stood at number %(number)s of the ledger") % told)
    yield said(_("Seed"), sample.seed)
    yield said(
        _("How was drawn"),
        _(
            "Each record gets the SHA-256 fingerprint of “seed:key of the record”. The records with the lowest "
            "fingerprints come out, in that order."
        ),
    )


def again_badge(sample: Sample, again: tuple[UUID, ...]) -> Badge:
    """Whether the same seed gives the same cases."""
    if again == tuple(each.subject_id for each in sample.cases):
        return Badge(word=_("Drawn again: the same cases"), tone=Tone.GOOD, shape=Shape.CHECK)
    return Badge(word=_("Drawn again: other cases"), tone=Tone.ALARM, shape=Shape.CROSS)


def case_definitions(case: SampledCase, kind: SampledKind, slug: str, *, is_known: bool) -> Iterator[Definition]:
    """A case with what was seen of it; one that is no longer known says so and leads nowhere."""
    if is_known:
        link = Link(label=case.name, url=reverse(PAGES[kind], args=[slug, case.subject_id]))
        yield Definition(term=pgettext("sample", "Case"), links=(link,))
    else:
        yield said(pgettext("sample", "Case"), case.name, removed_since())
    yield Definition(term=_("Verdict"), badge=verdict_badge(case.verdict))
    if case.verdict:
        yield Definition(term=_("What was seen"), texts=paragraphs(case.note))
        judged = day(case.judged_at.astimezone(AMSTERDAM).date()) if case.judged_at else ""
        yield said(_("Judged by"), f"{case.judged_by}, {judged}")


def no_samples(slug: str, *, may_draw: bool) -> EmptyState:
    """What belongs here, and why."""
    return EmptyState(
        title=_("No sample was drawn yet"),
        belongs=_("Records that chance chose, each with what the officer saw of it."),
        reason=_("Anybody can draw it again, so nobody can say that the cases were chosen (Article 39(1)(b))."),
        step=Action(label=draw_label(), url=reverse("desk:sample-new", args=[slug])) if may_draw else None,
    )


def draw_label() -> str:
    """What the button says."""
    return _("Draw a sample")
