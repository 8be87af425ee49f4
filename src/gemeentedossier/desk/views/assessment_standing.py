"""Where an impact assessment stands: what is to be done, what its facts overtook, and what stands on its page."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gemeentedossier.design.parts import Badge, Definition, Link
from gemeentedossier.desk.presenters.agreement import Section, said
from gemeentedossier.desk.presenters.assessments import activity_links, edits_said, point_badge
from gemeentedossier.desk.views.assessment_pages import Sight
from gemeentedossier.desk.views.prescan_proposals import proposals_of
from gemeentedossier.desk.views.weighed_pages import url_of
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.risks.engine.approval import BEFORE_ADVICE, Obstacle, Stop, stops_of
from gemeentedossier.dossier.risks.engine.staleness import PointStanding
from gemeentedossier.dossier.risks.enums import AssessmentState
from gemeentedossier.dossier.risks.facts import ImpactAssessment


def contents_of(
    found: ImpactAssessment, sections: tuple[Section, ...], standings: tuple[PointStanding, ...]
) -> tuple[tuple[Link, Badge | None], ...]:
    """The sections of the page, each point with where it stands."""
    badges = {f"point-{each.point.number}": point_badge(each, found) for each in standings}
    return tuple((Link(label=each.title, url=f"#{each.anchor}"), badges.get(each.anchor)) for each in sections)


def edits_of(sight: Sight, found: ImpactAssessment, standing: PointStanding) -> tuple[Definition, ...]:
    """Of a point that its facts overtook, who changed the register since and when."""
    noted = standing.paragraph.noted_at if standing.paragraph else None
    if not standing.is_stale or noted is None:
        return ()
    since = [each for each in sight.edits(found) if each.at > noted]
    names = {key: each.name for key, each in sight.activities.items()}
    return tuple(edits_said(since, sight.visit.municipality.slug, names))


def standing_said(sight: Sight, found: ImpactAssessment, standings: tuple[PointStanding, ...]) -> list[Definition]:
    """What it is about, who wrote it, and what is still to be done before the next step."""
    about = [sight.activities[key] for key in found.activity_ids if key in sight.activities]
    said_of = [
        Definition(term=_("Processing activities"), links=activity_links(sight.visit.municipality.slug, about)),
        said(_("Drawn up by"), found.drawn_up_by, missing=_("Nobody recorded that")),
    ]
    if found.reference:
        said_of.append(said(_("Own number"), found.reference))
    if found.state is not AssessmentState.ADOPTED:
        said_of += _to_do(sight, found, standings)
    overtaken = _("Differs from the register") if found.rests_on_a_file else _("Rests on facts that changed")
    said_of += _points(overtaken, [each for each in standings if each.is_stale], sight.language)
    said_of += _proposed(sight, about)
    return said_of


def _to_do(sight: Sight, found: ImpactAssessment, standings: tuple[PointStanding, ...]) -> list[Definition]:
    """What stops the next step, each with the way to where it is mended; points by their names."""
    stale = tuple(each.point.number for each in standings if each.is_stale)
    first = found.state is not AssessmentState.UNDER_ADVICE
    left = [each for each in stops_of(found, sight.lint, stale=stale) if not first or each.kind in BEFORE_ADVICE]
    others = [each for each in left if each.kind not in (Obstacle.UNWRITTEN, Obstacle.STALE)]
    links = tuple(Link(label=each.sentence.in_language(sight.language), url=_place_of(each)) for each in others)
    done = () if left else (_("Nothing: the next step can be taken"),)
    term = _("To do before the officer's advice") if first else _("To do before adoption")
    unwritten = {each.point for each in left if each.kind is Obstacle.UNWRITTEN}
    empty = [each for each in standings if each.point.number in unwritten]
    return [
        *([Definition(term=term, links=links, texts=done)] if others or done else []),
        *_points(_("Still to write"), empty, sight.language),
    ]


def _points(term: str, standings: list[PointStanding], language: str) -> list[Definition]:
    """Points with the way to each; nothing where there is none."""
    links = tuple(
        Link(label=f"{each.point.number}. {each.point.name.in_language(language)}", url=f"#point-{each.point.number}")
        for each in standings
    )
    return [Definition(term=term, links=links)] if links else []


def _proposed(sight: Sight, about: list[Activity]) -> list[Definition]:
    """How much is proposed to the records that it is about, with the way there."""
    counts = {each: len(proposals_of(sight, each)) for each in about}
    links = tuple(
        Link(
            label=ngettext("%(name)s: %(count)d proposal", "%(name)s: %(count)d proposals", count)
            % {"name": each.name, "count": count},
            url=f"{url_of(sight.visit, 'prescan', each.id)}#proposals",
        )
        for each, count in counts.items()
        if count
    )
    return [Definition(term=_("Proposals to the register"), links=links)] if links else []


PLACES: Mapping[Obstacle, str] = {
    Obstacle.NO_RISKS: "#risks",
    Obstacle.RISK_NOT_WEIGHED: "#risks",
    Obstacle.RISK_NOT_TREATED: "#risks",
    Obstacle.VIEWS: "#conclusion",
    Obstacle.NO_CONCLUSION: "#conclusion",
    Obstacle.NO_ADVICE: "#advice",
    Obstacle.ADVICE_UNANSWERED: "#advice",
    Obstacle.COPY_UNCONFIRMED: "#standing",
    Obstacle.FILE_UNSETTLED: "#file",
}
"""Where on the page something that stops adoption is mended; a point has a place of its own."""


def _place_of(stop: Stop) -> str:
    return f"#point-{stop.point}" if stop.point else PLACES.get(stop.kind, "#standing")
