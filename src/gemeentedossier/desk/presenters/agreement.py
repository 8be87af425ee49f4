"""One agreement as its page shows it: sections with what is recorded, and the forms that belong there."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.forms import Form
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.catalogue.facts import DataCategory, SubjectCategory
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge, Cell, Column, Comparison, Definition, Link, Row, Table
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import Words, answer, country, day, listing
from gemeentedossier.desk.presenters.agreement_sections import SECTIONS, SectionOf
from gemeentedossier.desk.presenters.agreements import agreement_url, kind_word, state_badge
from gemeentedossier.desk.presenters.comparing import deviations_shown
from gemeentedossier.desk.presenters.evidence import piece_url
from gemeentedossier.desk.presenters.findings import Shown
from gemeentedossier.desk.presenters.leaflet_words import fit_badge, product_of, term_badge
from gemeentedossier.dossier.agreements.engine.chain import ordered
from gemeentedossier.dossier.agreements.engine.leaflets import without_leaflet
from gemeentedossier.dossier.agreements.engine.points import POINTS, points_of
from gemeentedossier.dossier.agreements.engine.term import last_day, notice_before, state_on
from gemeentedossier.dossier.agreements.enums import AgreementState
from gemeentedossier.dossier.agreements.facts import (
    AgreedPoint,
    Agreement,
    AgreementParty,
    Leaflet,
    SharedClause,
    SubProcessor,
)
from gemeentedossier.dossier.snapshot.facts import Dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """A form that opens where it belongs."""

    title: str
    button: str
    url: str
    form: Form
    anchor: str
    id: str = ""
    opened: bool = False
    """Whether somebody came for it."""

    @property
    def is_open(self) -> bool:
        """Whether somebody came for it, or filled it in and something needs attention."""
        return self.opened or self.form.is_bound


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section of the page."""

    anchor: str
    title: str
    about: str
    definitions: tuple[Definition, ...] = ()
    table: Table | None = None
    comparisons: tuple[Comparison, ...] = ()
    """Two texts beside each other."""
    edit_url: str = ""
    add_url: str = ""
    """Where something is added to it."""
    folds: tuple[Fold, ...] = ()
    cases: tuple[Shown, ...] = ()
    """What is open, beside what it is about."""
    names_cases: bool = False
    """Whether the cases are about several records, so that each says which."""
    links: tuple[Link, ...] = ()
    empty: str = ""
    """What belongs here, where nothing is recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementSight:
    """An agreement with what is needed to show it."""

    slug: str
    agreement: Agreement
    dossier: Dossier
    today: dt.date
    words: Words
    may_edit: bool
    may_tell: bool = False
    """Whether they may record leaflets."""
    folds: Mapping[str, tuple[Fold, ...]] = field(default_factory=dict)
    cases: Mapping[str, tuple[Shown, ...]] = field(default_factory=dict)


def sections_of(sight: AgreementSight) -> tuple[Section, ...]:
    """The sections that this kind of agreement has, in order."""
    return tuple(_section(each, sight) for each in SECTIONS if each.fits(sight.agreement.kind))


def _section(section: SectionOf, sight: AgreementSight) -> Section:
    url = ""
    if sight.may_edit and section.edited:
        url = reverse("desk:agreement-edit", args=[sight.slug, sight.agreement.id, section.id])
    if sight.may_edit and section.id == "points":
        url = reverse("desk:agreement-points", args=[sight.slug, sight.agreement.id])
    definitions = DEFINED[section.id](sight) if section.id in DEFINED else ()
    return Section(
        anchor=section.id,
        title=str(section.title),
        about=str(section.about),
        definitions=tuple(definitions),
        table=TABLES[section.id](sight) if section.id in TABLES else None,
        comparisons=deviations_shown(sight.agreement.deviations) if section.id == "deviations" else (),
        edit_url=url,
        add_url=_leaflet_url(sight) if section.id == "leaflets" and sight.may_tell else "",
        empty=str(section.empty),
        folds=sight.folds.get(section.id, ()),
        cases=sight.cases.get(section.id, ()),
    )


def said(term: str, *texts: str, missing: str = "") -> Definition:
    """What is known of something."""
    return Definition(term=term, texts=tuple(text for text in texts if text), missing=missing)


def _what(sight: AgreementSight) -> Iterator[Definition]:
    a = sight.agreement
    yield said(_("Kind"), kind_word(a))
    parties = tuple(
        Link(label=p.party_name, url=reverse("desk:party", args=[sight.slug, p.party_id])) for p in a.parties
    )
    yield Definition(term=_("With"), links=parties)
    yield said(_("Number of the contract"), a.reference)
    yield said(_("About"), a.subject)
    yield said(_("Where it is kept"), a.place)
    yield said(_("Who answers for it"), a.owner)


def _term(sight: AgreementSight) -> Iterator[Definition]:
    a, today = sight.agreement, sight.today
    yield Definition(term=_("State"), badge=state_badge(a, today))
    signed = f"{day(a.signed_on)}, {a.signed_by}" if a.signed_on and a.signed_by else day(a.signed_on)
    yield said(_("Signed"), signed)
    if a.signed_text_evidence_id:
        link = Link(label=_("The text as it was signed"), url=piece_url(sight.slug, a.signed_text_evidence_id))
        yield Definition(term=_("Text"), links=(link,))
    yield said(_("Holds from"), day(a.starts_on))
    if late := unsigned_time(a):
        told = _("from %(first)s up to and including %(last)s: what was done then rests on no signed text")
        yield said(_("Without a signature"), told % {"first": day(late[0]), "last": day(late[1])})
    yield said(_("Last day"), day(last_day(a, on=today)), missing=_("No last day recorded"))
    yield said(pgettext("agreement", "On the last day"), name_of(a.renewal) if a.renewal else "")
    if before := notice_before(a, on=today):
        yield said(_("Last day to give notice"), day(before))
    if a.ended_on:
        yield said(_("Ended"), f"{day(a.ended_on)}. {a.end_reason}")
    if a.erasure_evidence_id:
        told = _("Certificate of %(day)s") % {"day": day(a.erasure_proved_on)}
        link = Link(label=told, url=piece_url(sight.slug, a.erasure_evidence_id))
        yield Definition(term=_("Erased or returned"), links=(link,))
    yield said(_("Last review of the party"), f"{day(a.reviewed_on)}. {a.review_outcome}" if a.reviewed_on else "")


def unsigned_time(agreement: Agreement) -> tuple[dt.date, dt.date] | None:
    """The first and the last day on which it was to hold and was not signed yet; None where it was signed in time."""
    starts, signed = agreement.starts_on, agreement.signed_on
    return (starts, signed - dt.timedelta(days=1)) if starts and signed and starts < signed else None


def _cover(sight: AgreementSight) -> Iterator[Definition]:
    a, words = sight.agreement, sight.words
    activities = [each for each in sight.dossier.activities if each.id in set(a.activity_ids)]
    purposes = [p for each in activities for p in each.purposes if p.id in set(a.purpose_ids)]
    yield Definition(
        term=_("Processing activities"),
        links=tuple(Link(label=e.name, url=reverse("desk:activity", args=[sight.slug, e.id])) for e in activities),
    )
    every = _("All purposes of these activities") if activities and not purposes else ""
    yield said(_("Purposes"), *(each.text for each in purposes), every)
    data = None if a.data_categories is None else words.categories(DataCategory, a.data_categories)
    named = [*(data or ()), *a.data_categories_own]
    yield said(_("Data"), listing(named), missing=_("Nobody recorded which data it covers"))
    people = [*words.categories(SubjectCategory, a.subject_categories or ()), *a.subject_categories_own]
    yield said(_("People"), listing(people))
    systems = [each.name for each in sight.dossier.systems if each.id in set(a.system_ids)]
    yield said(_("Systems"), listing(systems))


def _work(sight: AgreementSight) -> Iterator[Definition]:
    a = sight.agreement
    hours = _("within %(hours)s hours") % {"hours": a.breach_report_hours} if a.breach_report_hours is not None else ""
    yield said(_("Reports a breach"), hours, a.breach_contact)
    choice = a.subprocessor_authorisation
    yield said(_("Sub-processors are allowed"), name_of(choice) if choice else "")
    yield said(_("Engages others"), "" if a.uses_subprocessors is None else answer(a.uses_subprocessors))
    yield said(pgettext("agreement", "At the end"), name_of(a.end_choice) if a.end_choice else "")


def _breaches(sight: AgreementSight) -> Iterator[Definition]:
    hours = sight.agreement.breach_report_hours
    told = "" if hours is None else _("within %(hours)s hours") % {"hours": hours}
    yield said(_("Who finds a breach tells the others"), told)
    yield said(_("Where a breach is reported"), sight.agreement.breach_contact)


def _places(sight: AgreementSight) -> Iterator[Definition]:
    a = sight.agreement
    yield said(_("Processes in"), "" if a.countries is None else listing(map(country, a.countries)))
    yield said(_("Parent company in"), country(a.parent_country))
    if a.mechanism:
        until = _("until %(day)s") % {"day": day(a.mechanism_valid_until)} if a.mechanism_valid_until else ""
        yield said(_("Mechanism of transfer"), name_of(a.mechanism), a.mechanism_reference, until)
        yield said(_("Transfer assessment"), day(a.transfer_assessment_on))


def _citizens(sight: AgreementSight) -> Iterator[Definition]:
    yield said(_("Essence for citizens"), sight.agreement.essence)
    yield said(_("Where citizens read it"), sight.agreement.essence_place)


def _expectations(sight: AgreementSight) -> Iterator[Definition]:
    yield said(_("What the municipality may expect"), sight.agreement.expected_of_party)
    yield said(_("What the other may expect of the municipality"), sight.agreement.expected_of_municipality)


DEFINED = {
    "what": _what,
    "term": _term,
    "cover": _cover,
    "work": _work,
    "breaches": _breaches,
    "places": _places,
    "citizens": _citizens,
    "expectations": _expectations,
}


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
    departing = Counter(each.clause for each in sight.agreement.deviations)
    missing = Badge(word=_("No text yet"), tone=Tone.OPEN, shape=Shape.HOLLOW)
    rows = tuple(
        Row(
            cells=(
                Cell(text=" ".join(filter(None, (each.code, each.title))), url=_rewriting(sight, each)),
                Cell(text=each.text) if each.text else Cell(badge=missing),
                Cell(text=str(departing[each.code]) if departing[each.code] else ""),
            )
        )
        for each in sight.agreement.clauses
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


def _leaflet_url(sight: AgreementSight) -> str:
    party = next(iter(sight.agreement.parties), None)
    told = {"agreement_id": sight.agreement.id, **({"party_name": party.party_name} if party else {})}
    return f"{reverse('desk:leaflet-new', args=[sight.slug])}?{urlencode(told)}"


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
