"""What an agreement has several of, as tables: points, sub-processors, duties, participants, clauses, leaflets."""

from collections import defaultdict

from django.utils.translation import gettext as _

from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge, Cell, Column, Row, Table
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import answer, country, day, listing
from gemeentedossier.desk.presenters.agreement import AgreementSight
from gemeentedossier.desk.presenters.agreements import agreement_url
from gemeentedossier.desk.presenters.evidence import piece_url
from gemeentedossier.desk.presenters.leaflet_words import fit_badge, product_of
from gemeentedossier.dossier.agreements.engine.chain import ordered
from gemeentedossier.dossier.agreements.engine.leaflets import without_leaflet
from gemeentedossier.dossier.agreements.engine.points import POINTS, points_of
from gemeentedossier.dossier.agreements.engine.term import state_on
from gemeentedossier.dossier.agreements.enums import AgreementState
from gemeentedossier.dossier.agreements.facts import AgreedPoint, AgreementParty, Leaflet, SharedClause, SubProcessor
from gemeentedossier.dossier.agreements.presenters.leaflets import term_badge
from gemeentedossier.foundation.addresses import reverse


def _table(caption: str, labels: tuple[str, ...], rows: tuple[Row, ...]) -> Table | None:
    if not rows:
        return None
    return Table(caption=caption, caption_hidden=True, columns=tuple(Column(label=each) for each in labels), rows=rows)


def _points(sight: AgreementSight) -> Table | None:
    known = {each.point: each for each in sight.agreement.points}
    rows = []
    for point in points_of(sight.agreement.kind):
        about, read = POINTS[point], sight.words.language
        found = known.get(point)
        label = f"{about.letter}. {about.label.in_language(read)}" if about.letter else about.label.in_language(read)
        told = " · ".join(filter(None, (about.law.in_language(read), found.text if found else "")))
        place = found.place if found else ""
        rows.append(Row(cells=(Cell(text=label, note=told), Cell(badge=_agreed(found)), Cell(text=place))))
    return _table(_("Points"), (_("Point"), _("Agreed"), _("Where in the contract")), tuple(rows))


def _agreed(point: AgreedPoint | None) -> Badge:
    if point is None or point.agreed is None:
        return Badge(word=answer(None), tone=Tone.OPEN, shape=Shape.HOLLOW)
    if point.agreed:
        return Badge(word=answer(True), tone=Tone.NOTE, shape=Shape.CHECK)  # noqa: FBT003 - the answer is the value
    return Badge(word=answer(False), tone=Tone.NOTE, shape=Shape.DASH)  # noqa: FBT003 - the answer is the value


def _subs(sight: AgreementSight) -> Table | None:
    rows = tuple(_sub(depth, each) for depth, each in ordered(sight.agreement.sub_processors))
    labels = (_("Sub-processor"), _("For what"), _("Country"), _("In the agreement"), _("Decision"))
    return _table(_("Sub-processors"), labels, rows)


def _sub(depth: int, sub: SubProcessor) -> Row:
    until = _("objection until %(day)s") % {"day": day(sub.objection_until)} if sub.objection_until else ""
    decided = f"{name_of(sub.decision)}, {day(sub.decided_on)}" if sub.decision else until
    return Row(
        cells=(
            Cell(text="— " * (depth - 1) + sub.party_name),
            Cell(text=sub.service),
            Cell(text=country(sub.country)),
            Cell(text=answer(sub.listed), note=sub.seen_in),
            Cell(text=decided, note=sub.decided_because),
        )
    )


def _duties(sight: AgreementSight) -> Table | None:
    us = sight.dossier.organisation.name
    rows = tuple(
        Row(cells=(Cell(text=name_of(d.duty)), Cell(text=d.party_name or us), Cell(text=d.text)))
        for d in sight.agreement.duties
    )
    return _table(_("Division of duties"), (_("Duty"), _("By whom"), _("How")), rows)


def _participants(sight: AgreementSight) -> Table | None:
    rows = tuple(
        Row(
            cells=(
                Cell(text=p.party_name, note=p.left_because),
                Cell(text=name_of(p.kind) if p.kind else ""),
                Cell(text=day(p.joined_on)),
                Cell(text=day(p.attested_on), url=_shown_by(p, sight.slug), note=_attested(p)),
                Cell(text=day(p.left_on)),
            )
        )
        for p in sight.agreement.parties
    )
    labels = (_("Participant"), _("Kind"), _("Joined"), _("Attested"), _("Takes part until"))
    return _table(_("Participants"), labels, rows)


def _attested(party: AgreementParty) -> str:
    """Who attested, and in which words: an exception in them is to be read by whoever relies on it."""
    by = party.attested_by
    if party.attested_person_id:
        by = _("%(name)s, through an account of the party itself") % {"name": party.attested_by}
    return f"{by}: “{party.attestation}”" if party.attestation else by


def _shown_by(party: AgreementParty, slug: str) -> str:
    return piece_url(slug, party.attestation_evidence_id) if party.attestation_evidence_id else ""


def _clauses(sight: AgreementSight) -> Table | None:
    departing = defaultdict[str, list[str]](list)
    for each in sight.agreement.deviations:
        departing[each.clause].append(each.party_name)
    missing = Badge(word=_("No text yet"), tone=Tone.OPEN, shape=Shape.HOLLOW)
    rows = tuple(
        Row(
            cells=(
                Cell(text=" ".join(filter(None, (clause.code, clause.title))), url=_rewriting(sight, clause)),
                Cell(text=clause.text) if clause.text else Cell(badge=missing),
                Cell(text=listing(dict.fromkeys(departing[clause.code]))),
            )
        )
        for clause in sight.agreement.clauses
    )
    return _table(_("Shared clauses"), (_("Clause"), _("Text"), _("Who departs")), rows)


def _rewriting(sight: AgreementSight, clause: SharedClause) -> str:
    """Where a clause is opened to be written anew; empty for who may not, and in a covenant that is over."""
    if not sight.may_edit or state_on(sight.agreement, sight.today) is AgreementState.ENDED:
        return ""
    return f"{agreement_url(sight.slug, sight.agreement.id)}?clause={clause.id}#rewrite-clause"


def _leaflets(sight: AgreementSight) -> Table | None:
    """The leaflets that belong to it, and the systems it covers of which no party tells."""
    dossier, key = sight.dossier, sight.agreement.id
    own = [each for each in dossier.leaflets if each.agreement_id == key]
    rows = [_leaflet(sight, each) for each in own]
    for system in without_leaflet(sight.agreement, dossier.leaflets, dossier.systems, dossier.tools):
        missing = Badge(word=_("No leaflet yet"), tone=Tone.OPEN, shape=Shape.HOLLOW)
        rows.append(Row(cells=(Cell(text=system.name), Cell(badge=missing), Cell())))
    return _table(_("Leaflets"), (_("About"), _("What was agreed"), _("Term")), tuple(rows))


def _leaflet(sight: AgreementSight, leaflet: Leaflet) -> Row:
    return Row(
        cells=(
            Cell(
                text=product_of(sight, leaflet),
                url=reverse("desk:leaflet", args=[sight.slug, leaflet.id]),
                note=leaflet.party_name,
            ),
            Cell(badge=fit_badge(sight, leaflet)),
            Cell(badge=term_badge(leaflet, sight.today)),
        )
    )


def _instructions(sight: AgreementSight) -> Table | None:
    rows = tuple(
        Row(cells=(Cell(text=day(i.given_on)), Cell(text=i.text), Cell(text=i.given_by)))
        for i in sight.agreement.instructions
    )
    return _table(_("Instructions"), (_("Day"), _("Instruction"), _("By")), rows)


TABLES = {
    "points": _points,
    "sub-processors": _subs,
    "duties": _duties,
    "participants": _participants,
    "clauses": _clauses,
    "leaflets": _leaflets,
    "instructions": _instructions,
}
