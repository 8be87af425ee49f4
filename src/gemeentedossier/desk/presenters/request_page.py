"""One request, section by section, in the order of the work."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.catalogue.facts.requests import RightStanding
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge, Cell, Definition, Link, Row, Table
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import answer, day, listing
from gemeentedossier.desk.presenters.agreement import Fold, Section, said
from gemeentedossier.desk.presenters.findings import Shown
from gemeentedossier.desk.presenters.request_decision import decision_said, open_before_closing, parts_table
from gemeentedossier.desk.presenters.request_places import ANSWERS, DECISION, ENVELOPE, PLAN, RECEIPT, TERM, TOLD
from gemeentedossier.desk.presenters.requests import RequestSight, person_mark, reckoning
from gemeentedossier.desk.presenters.security import table
from gemeentedossier.dossier.requests.engine.clock import notice_until, objection_until, untold
from gemeentedossier.dossier.requests.engine.entitlement import may_ask
from gemeentedossier.dossier.requests.engine.grounds import letters_of, right_here, right_in
from gemeentedossier.dossier.requests.engine.search_plan import missing_from
from gemeentedossier.dossier.requests.enums import AskedBy, LineKind
from gemeentedossier.dossier.requests.facts import DataSubjectRequest, SearchLine
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.clock import AMSTERDAM
from gemeentedossier.foundation.envelopes.queries import EnvelopeStanding


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestPage:
    """A request with what stands beside its sections."""

    sight: RequestSight
    request: DataSubjectRequest
    envelope: EnvelopeStanding
    folds: Mapping[str, tuple[Fold, ...]] = field(default_factory=dict)
    links: Mapping[str, tuple[Link, ...]] = field(default_factory=dict)
    cases: Mapping[str, tuple[Shown, ...]] = field(default_factory=dict)
    edit_url: str = ""
    part_url: str = ""
    ticks: bool = False

    def section(self, anchor: str, title: str, about: str, **more: object) -> Section:
        """A section with its forms, links and findings."""
        return Section(
            anchor=anchor,
            title=title,
            about=about,
            folds=self.folds.get(anchor, ()),
            links=self.links.get(anchor, ()),
            cases=self.cases.get(anchor, ()),
            **more,  # type: ignore[arg-type]  # fields of a section
        )


def sections_of(page: RequestPage) -> tuple[Section, ...]:
    """Receipt, term, rights, plan, questions, decision, answer, and who may know who asks."""
    return (
        page.section(
            RECEIPT, _("Receipt"), page.request.asks, definitions=tuple(_receipt(page)), edit_url=page.edit_url
        ),
        page.section(
            TERM,
            pgettext("request", "Term"),
            _("A calendar month from receipt (Article 12(3) of the GDPR); the day of receipt does not count."),
            definitions=tuple(_term(page)),
        ),
        page.section(
            "rights",
            _("What can be asked here"),
            _("By the legal basis of each processing activity that it is about."),
            table=_rights(page),
            edit_url=page.edit_url,
            empty=_(
                "Choose the processing activities that it is about: then it shows what can be asked, and where to look."
            ),
        ),
        *_later_sections(page),
    )


def _later_sections(page: RequestPage) -> tuple[Section, ...]:
    """From the search plan on."""
    return (
        page.section(
            PLAN,
            _("Search plan"),
            _("Every system, processor and recipient of the register. What is found is delivered, not kept here."),
            table=_plan(page),
            definitions=tuple(_plan_standing(page)),
            empty=_("Nobody was asked to look yet."),
        ),
        page.section(
            ANSWERS,
            _("Checklist"),
            _("What the law asks of this right. What nobody answered stays open."),
            definitions=tuple(_answered(page)),
            empty=_("Nobody answered a question yet."),
        ),
        page.section(
            DECISION,
            _("Decision"),
            _("A written decision on a request is a decision under the Awb (Article 34 of the UAVG)."),
            table=parts_table(page.sight, page.request, opens=bool(page.part_url)),
            definitions=tuple(decision_said(page.sight, page.request)),
        ),
        page.section(TOLD, _("Answer and after"), "", definitions=tuple(_told(page))),
        page.section(
            ENVELOPE,
            _("Name, address and own words"),
            _("They stand in an encrypted envelope, apart from this file. Who reads them is recorded."),
            definitions=tuple(_envelope(page)),
        ),
    )


def _receipt(page: RequestPage) -> Iterator[Definition]:
    request, sight = page.request, page.sight
    yield said(_("Right"), name_of(request.right))
    if not request.asks and page.envelope.is_there:
        told = _("What the person wrote is in the envelope. Open it, and write here without names what is asked.")
        way = Link(label=_("To the envelope"), url=f"#{ENVELOPE}")
        yield Definition(term=_("What is asked"), texts=(told,), links=(way,))
    yield said(_("Received"), f"{day(request.received_on)} ({name_of(request.channel)})")
    yield said(_("Receipt confirmed"), day(request.acknowledged_on), missing=_("not yet"))
    yield said(pgettext("request", "Who asks"), name_of(request.asked_by))
    if request.proof:
        yield said(_("Shown by"), name_of(request.proof))
    yield said(_("Pseudonym"), person_mark(request, sight.dossier), missing=_("no mark was given"))
    yield from _age(page)
    known = name_of(request.identity_method) if request.identity_method else ""
    told = _("%(how)s, on %(day)s") % {"how": known, "day": day(request.identity_on)} if known else ""
    yield said(_("Established who asks"), told, missing=_("not yet"))
    yield said(_("Handled by"), request.handler, missing=_("nobody yet"))


def _age(page: RequestPage) -> Iterator[Definition]:
    request, sight = page.request, page.sight
    told = [
        f"{each.says.in_language(sight.words.language)} ({sight.cited(each.law)})" for each in sight.exceptions(request)
    ]
    if request.subject_age is None and not request.guardianship:
        if request.asked_by is not AskedBy.SELF:
            yield said(_("Age"), "", missing=_("not recorded"))
            if told:
                yield Definition(term=_("May go first"), texts=tuple(told))
        return
    rule = sight.entitlement(request)
    may = may_ask(rule, request.asked_by)
    age = "" if request.subject_age is None else str(request.subject_age)
    texts = [age, _("guardianship, administration or mentorship") if request.guardianship else ""]
    if rule:
        note = rule.note.in_language(sight.words.language) if rule.note else ""
        texts.append(f"{note} ({sight.cited(rule.law)})")
    else:
        texts.append(_("Which ages held on the day of receipt is not known here; look at the law of that day."))
    badge = None
    if may is False:
        badge = Badge(word=_("This person may not ask"), tone=Tone.ATTENTION, shape=Shape.CROSS)
    yield Definition(term=_("Age"), texts=tuple(filter(None, texts)), badge=badge)
    if told:
        yield Definition(term=_("May go first"), texts=tuple(told))


def _term(page: RequestPage) -> Iterator[Definition]:
    request, sight = page.request, page.sight
    reckoned = sight.clock(request)
    if reckoned is None:
        yield said(_("Last day"), "", missing=_("no term is known for that day"))
        yield said(pgettext("request", "Extension"), _("Not possible: where no term runs, none becomes longer."))
        return
    months = sight.law.answer.months if sight.law.answer else 1
    told = reckoning(reckoned.first, months=months, stood_still=reckoned.first_stood_still)
    yield said(_("Last day"), day(reckoned.due))
    yield said(_("How it was reckoned"), told)
    if reckoned.extended:
        more = months + min(request.extension_months or 0, sight.law.extension.months if sight.law.extension else 0)
        longer = reckoning(reckoned.extended, months=more, stood_still=reckoned.stood_still)
        yield said(_("After the extension"), longer)
    if request.is_extended:
        if reckoned.extended is None:
            yield said(_("After the extension"), _("It was not told in time, so the last day stays as it was."))
        yield said(_("Why longer"), f"{_ground(request)}: {request.extension_reason}")
        yield said(_("Told the person"), day(request.extension_told_on), missing=_("not recorded"))
    elif reckoned.told_by >= clock.today():
        yield said(_("An extension is told by"), day(reckoned.told_by))
    elif request.decided_at is None:
        told = _("No longer: the person should have heard it by %(day)s (GDPR 12(3)).")
        yield said(pgettext("request", "Extension"), told % {"day": day(reckoned.told_by)})
    yield said(_("Our own target"), day(reckoned.target))
    for each in request.suspensions:
        until = day(each.until) if each.until else _("still")
        yield said(_("Stood still"), f"{day(each.since)} – {until}: {name_of(each.ground)}. {each.reason}")
    if request.late_because:
        yield said(_("Why late"), request.late_because)


def _ground(request: DataSubjectRequest) -> str:
    return name_of(request.extension_ground) if request.extension_ground else ""


def _rights(page: RequestPage) -> Table | None:
    sight, known = page.sight, right_in(page.sight.catalogue, page.request.right)
    rows = []
    for activity in sight.activities(page.request) if known else ():
        here = right_here(known, letters_of(activity))  # type: ignore[arg-type]  # known in this loop
        letters = listing(f"6(1)({each})" for each in here.letters) or _("not recorded")
        rows.append(
            Row(
                cells=(
                    Cell(text=activity.name, url=sight.url("activity", activity.id)),
                    Cell(text=letters),
                    Cell(badge=standing_badge(here.standing), note=sight.cited(here.law) if here.law else ""),
                )
            )
        )
    labels = (_("Processing activity"), _("Legal basis"), _("This right"))
    return table(_("What can be asked here"), labels, tuple(rows))


def standing_badge(standing: RightStanding | None) -> Badge:
    """Whether a right exists there."""
    if standing is None:
        return Badge(word=_("Cannot be told"), tone=Tone.OPEN, shape=Shape.HOLLOW)
    return {
        RightStanding.YES: Badge(word=_("Exists here"), tone=Tone.GOOD, shape=Shape.CHECK),
        RightStanding.LIMITED: Badge(word=_("Exists, often limited"), tone=Tone.NOTE, shape=Shape.HALF),
        RightStanding.NO: Badge(word=_("Does not exist here"), tone=Tone.NOTE, shape=Shape.DASH),
    }[standing]


def _plan(page: RequestPage) -> Table | None:
    sight, request = page.sight, page.request
    labels = (_("Where"), _("Who looks"), _("Asked"), _("Found"), _("Delivered"), _("Told of the change"))
    rows = tuple(
        Row(
            cells=(
                Cell(
                    text=line.name,
                    note=name_of(line.kind),
                    url=sight.url("request-line", request.id, line.id) if page.ticks else "",
                ),
                Cell(text=line.owner or _("nobody yet")),
                Cell(text=day(line.asked_on)),
                Cell(badge=found_badge(line), note=line.note),
                Cell(text=day(line.delivered_on)),
                Cell(text=_line_told(line)),
            )
        )
        for line in request.lines
    )
    return table(_("Search plan"), labels, rows)


def _line_told(line: SearchLine) -> str:
    if line.kind is not LineKind.RECIPIENT:
        return ""
    return day(line.told_on) or line.untold_because


def found_badge(line: SearchLine) -> Badge:
    """Whether data of the person were found in a place."""
    return {
        True: Badge(word=pgettext("search", "Found"), tone=Tone.GOOD, shape=Shape.CHECK),
        False: Badge(word=pgettext("search", "Nothing there"), tone=Tone.QUIET, shape=Shape.DASH),
        None: Badge(word=pgettext("search", "Not looked yet"), tone=Tone.OPEN, shape=Shape.HOLLOW),
    }[line.found]


def _plan_standing(page: RequestPage) -> Iterator[Definition]:
    request, sight = page.request, page.sight
    missing = missing_from(request, sight.plan(request))
    if request.lines and missing:
        names = listing(line.name for line in missing)
        yield Definition(
            term=_("Not in the plan yet"),
            texts=(names,),
            badge=Badge(word=_("The register names more"), tone=Tone.ATTENTION, shape=Shape.CLASH),
        )
    if left := untold(request):
        yield said(_("Still to be told (Article 19)"), listing(left))


def _answered(page: RequestPage) -> Iterator[Definition]:
    for each in page.request.answers:
        yield said(name_of(each.question), " – ".join(filter(None, (answer(each.answer), each.note))))


def _told(page: RequestPage) -> Iterator[Definition]:
    request, sight = page.request, page.sight
    yield said(_("Answer sent"), day(request.told_on), missing=_("not yet"))
    if request.told_on and (until := objection_until(request.told_on, sight.law)):
        yield said(_("Objection until (Awb 6:7)"), day(until.due))
    if request.objection_on:
        yield said(_("Objection received"), day(request.objection_on))
        yield said(_("Objection decided"), _outcome(request), missing=_("not yet"))
    if request.default_on:
        reckoned = sight.clock(request)
        last = notice_until(request, reckoned, sight.law) if reckoned else None
        told = day(request.default_on)
        if last:
            told = _("%(day)s; decide by %(last)s (Awb 4:17)") % {"day": told, "last": day(last.due)}
        elif reckoned and request.default_on <= reckoned.due:
            told = _("%(day)s; the term was not over yet, so it begins nothing (Awb 4:17)") % {"day": told}
        yield said(_("Notice of default"), told)
    yield from open_before_closing(sight, request)
    if request.closed_as:
        closed = f"{name_of(request.closed_as)}, {day(request.closed_on)}"
        yield said(pgettext("request", "Closed"), " – ".join(filter(None, (closed, request.closed_because))))


def _outcome(request: DataSubjectRequest) -> str:
    return f"{day(request.objection_decided_on)}: {request.objection_outcome}" if request.objection_decided_on else ""


def _envelope(page: RequestPage) -> Iterator[Definition]:
    standing = page.envelope
    if not standing.is_there:
        yield said(_("Envelope"), "", missing=_("there is none, or it was destroyed on its term"))
    else:
        until = day(standing.destroy_on)
        told = _("kept until %(day)s") % {"day": until} if until else _("kept until the request is closed")
        if not until and not page.request.is_open:
            told = _("kept while the objection waits; open the request again to record what was decided on it")
        yield said(_("Envelope"), told)
    for at, name, reason in standing.openings:
        yield said(_("Read"), f"{day(at.astimezone(AMSTERDAM).date())}, {name}: {reason}")
