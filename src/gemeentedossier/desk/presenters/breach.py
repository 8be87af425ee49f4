"""One breach as its page shows it: sections in the order of the work, with what is recorded and what is open."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.design.parts import Cell, Definition, Link, Row, Table
from gemeentedossier.desk.presenters.activity.wording import answer, day, language
from gemeentedossier.desk.presenters.agreement import Fold, Section, said
from gemeentedossier.desk.presenters.breach_next import waits_for
from gemeentedossier.desk.presenters.breach_told import decisions, messages, notifications
from gemeentedossier.desk.presenters.breaches import (
    BreachSight,
    breach_url,
    clock_badge,
    own_hours,
    people_told,
    reckoning,
    told_at,
)
from gemeentedossier.desk.presenters.findings import Shown
from gemeentedossier.desk.presenters.security import table
from gemeentedossier.dossier.agreements.enums import AgreementKind
from gemeentedossier.dossier.breaches.engine.clock import BreachClock
from gemeentedossier.dossier.breaches.engine.repeats import repeats_of
from gemeentedossier.dossier.breaches.engine.severity import severity_of
from gemeentedossier.dossier.breaches.engine.triage import Verdict, open_questions, verdict_of
from gemeentedossier.dossier.breaches.engine.words import word
from gemeentedossier.dossier.breaches.enums import MunicipalRole
from gemeentedossier.dossier.breaches.facts import BreachMeasure, PersonalDataBreach
from gemeentedossier.foundation.addresses import reverse


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachPage:
    """A breach with what is around it: who may edit which section, the forms of its steps, and what was found."""

    sight: BreachSight
    breach: PersonalDataBreach
    edits: frozenset[str]
    folds: Mapping[str, tuple[Fold, ...]] = field(default_factory=dict)
    cases: Mapping[str, tuple[Shown, ...]] = field(default_factory=dict)

    def edit_url(self, section: str) -> str:
        """Where the section is edited; empty for who may not."""
        if section not in self.edits:
            return ""
        return reverse(f"desk:breach-{section}", args=[self.sight.slug, self.breach.id])

    def add_url(self, section: str) -> str:
        """Where something is recorded on a page of its own; empty for who may not."""
        name = {"notifications": "notify", "messages": "tell"}.get(section, "")
        if not name or name not in self.edits:
            return ""
        return reverse(f"desk:breach-{name}", args=[self.sight.slug, self.breach.id])


def sections_of(page: BreachPage) -> tuple[Section, ...]:
    """The sections in the order of the work."""
    return tuple(
        Section(
            anchor=anchor,
            title=title,
            about=about,
            definitions=tuple(DEFINED[anchor](page)) if anchor in DEFINED else (),
            table=TABLES[anchor](page) if anchor in TABLES else None,
            edit_url=page.edit_url(anchor),
            add_url=page.add_url(anchor),
            folds=page.folds.get(anchor, ()),
            cases=page.cases.get(anchor, ()),
            empty=empty,
        )
        for anchor, title, about, empty in _titles(page)
        if not (page.breach.is_for_another and anchor in OF_THE_CONTROLLER)
    )


OF_THE_CONTROLLER = ("score", "judgement", "decisions", "messages")
"""What only the controller does: where the municipality processes for another, the page leaves it out."""


def _titles(page: BreachPage) -> tuple[tuple[str, str, str, str], ...]:
    nothing = _("Nothing is recorded here yet.")
    return (
        ("clocks", _("Clocks"), _("Hours are elapsed hours: weekends, holidays and nights count."), nothing),
        ("moments", _("When"), _("From the moment that the municipality knew, the hours of the law run (33)."),
         nothing),
        ("processor", _("At a processor"), _("A processor tells every breach without undue delay (33(2))."), nothing),
        ("triage", _("Is it a breach?"), _("Five questions tell a breach from an incident (4(12))."), nothing),
        ("concerned", _("Which data, of whom"), _("The register proposes, you say what was hit (33(3)(a))."), nothing),
        ("nature", _("What happened"), _("Also what people can suffer from it (33(3)(c))."), nothing),
        ("score", _("How serious"), _("The score is advice; a person judges and says why."), nothing),
        ("judgement", _("Risk to people"), _("It decides who must be told (33(1), 34(1))."), nothing),
        ("advice", _("Advice of the officer"), _("Only the officer writes it, and nobody changes it (39(1)(a))."),
         _("The officer has not advised yet. The officer sees this breach on Today and advises here; there is nothing "
           "to send. Call where it cannot wait.")),
        ("decisions", _("Decisions"), _("A named person decides and says why; the newest decision counts."),
         waits_for(page.sight, page.breach)),
        ("notifications", _told_to(page), _("What was really sent, so that it can be compared (33(3))."),
         _("Nothing was sent yet.")),
        ("messages", _("Told to people"), _("In plain words: what happened, whom to ask, what it can mean (34(2))."),
         _("People were not told yet.")),
        ("measures", _("Measures"), _("What is mended, and what keeps it from happening again (33(3)(d))."),
         _("No measure was recorded yet.")),
        ("closing", _("Closing"), _("The record stays: the authority must be able to verify it (33(5))."),
         _("The work is not closed.")),
    )  # fmt: skip


def _told_to(page: BreachPage) -> str:
    """To whom notifications go: a controller tells authorities, who processes for another tells that one."""
    return _("Told to the controller and others") if page.breach.is_for_another else _("Told to authorities")


def _clocks(page: BreachPage) -> Table | None:
    rows = tuple(_clock_row(page, each) for each in page.sight.clocks(page.breach))
    labels = (_("Clock"), _("Stands"), _("How it is reckoned"))
    return table(_("Clocks"), labels, rows)


def _clock_row(page: BreachPage, clock: BreachClock) -> Row:
    law = ", ".join(each.citation(language()) for each in clock.rule.law) if clock.rule else ""
    stood = _("as it stood at the closing") if page.breach.closing.closed_at and clock.is_running else ""
    return Row(
        cells=(
            Cell(text=word(clock.kind, language()), note=law),
            Cell(badge=clock_badge(clock, page.sight.until(page.breach)), note=told_at(clock.done_at) or stood),
            Cell(text=reckoning(clock), note=own_hours(clock)),
        )
    )


def _moments(page: BreachPage) -> Iterator[Definition]:
    held, missing = page.breach.moments, _("not recorded")
    yield said(_("Reported"), told_at(page.breach.reported_at), page.breach.reporter)
    yield said(_("First account"), page.breach.first_account, missing=missing)
    yield said(_("Began"), told_at(held.began_at), missing=missing)
    ended = told_at(held.ended_at) or (_("still going on") if held.is_ongoing else "")
    yield said(_("Ended"), ended, missing=missing)
    yield said(_("Discovered"), told_at(held.discovered_at), held.discovered_by, held.how_discovered, missing=missing)
    reported = told_at(held.internally_reported_at)
    yield said(_("Reported internally"), reported, held.late_report_reason, missing=missing)
    yield said(_("The municipality knew"), told_at(held.aware_at), held.aware_who, held.aware_grounds, missing=missing)


def _processor(page: BreachPage) -> Iterator[Definition]:
    held = page.breach.processor
    missing = _("not recorded")
    yield said(_("At a processor"), _known(held.at_processor), missing=missing)
    if not held.at_processor:
        return
    yield said(_("Which processor"), held.party_name, missing=_("not recorded"))
    yield said(_("The processor knew"), told_at(held.processor_knew_at), missing=_("not recorded"))
    yield said(_("The processor told us"), told_at(held.processor_told_at), missing=_("not recorded"))
    yield said(_("What the processor told"), held.processor_account, missing=missing)


def _known(said_so: bool | None) -> str:  # noqa: FBT001 - the answer is the value itself
    """Yes or no; empty while nobody said, so that the page says it in one way."""
    return "" if said_so is None else answer(said_so)


def _triage(page: BreachPage) -> Iterator[Definition]:
    held = page.breach.triage
    verdicts = {
        Verdict.OPEN: _("Not judged yet"),
        Verdict.NOT_SECURITY: _("No breach: no security was broken. It can still be unlawful."),
        Verdict.INCIDENT: _("No breach: an incident without personal data"),
        Verdict.BREACH: _("A breach of personal data"),
    }
    open_ones = open_questions(held)
    told = _("question %(numbers)s") % {"numbers": ", ".join(map(str, open_ones))} if open_ones else ""
    missing = _("not recorded")
    yield said(_("Judged"), verdicts[verdict_of(held)])
    if told:
        yield said(_("Still to answer"), told)
    yield said(_("1. Security broken"), _known(held.security_broken), missing=missing)
    yield said(_("2. Personal data hit"), _known(held.personal_data), missing=missing)
    role = word(held.municipal_role, language()) if held.municipal_role else ""
    yield said(_("3. The municipality is"), role, missing=_("not recorded"))
    if page.breach.is_for_another:
        yield said(_("For whom"), held.controller_name, missing=_("not recorded"))
    if (shared := _roles(page)) is not None:
        yield shared
    types = ", ".join(word(each, language()) for each in held.types)
    yield said(_("4. Broken"), types, missing=_("not recorded"))
    yield said(_("5a. Police data"), _known(held.police_data), missing=missing)
    yield said(_("5b. Significant incident"), _known(held.significant_incident), missing=missing)
    if held.triaged_at:
        yield said(_("Why"), held.triage_reason, f"{held.triaged_by}, {told_at(held.triaged_at)}")


def _roles(page: BreachPage) -> Definition | None:
    """What follows from the role of the municipality; None for a controller, of whom the page speaks."""
    if page.breach.is_for_another:
        told = _(
            "The municipality tells the controller without undue delay (33(2)). It weighs no risk, notifies no "
            "authority and writes to nobody: the controller does."
        )
        return said(_("What follows"), told)
    if page.breach.triage.municipal_role is not MunicipalRole.JOINT:
        return None
    dossier = page.sight.dossier
    links = tuple(
        Link(label=each.name, url=reverse("desk:agreement", args=[page.sight.slug, each.id]))
        for each in dossier.agreements
        if each.kind is AgreementKind.JOINT_CONTROLLERS
    )
    told = _("The arrangement says who notifies and who tells people (26). Ask it before you decide; the hours run.")
    return Definition(term=_("What follows"), texts=(told,), links=links)


def _concerned(page: BreachPage) -> Iterator[Definition]:
    held, sight = page.breach.concerned, page.sight
    names = {each.id: each.name for each in sight.dossier.activities}
    links = tuple(
        Link(label=names[key], url=reverse("desk:activity", args=[sight.slug, key]))
        for key in page.breach.activity_ids
        if key in names
    )
    missing = _("not recorded")
    yield Definition(term=_("Processing activities"), links=links, missing=missing)
    data, people = sight.catalogue.data_categories, sight.catalogue.subject_categories
    of_data = sorted(data[key].name.in_language(language()) if key in data else key for key in held.data_categories)
    of_people = sorted(
        people[key].name.in_language(language()) if key in people else key for key in held.subject_categories
    )
    yield said(_("Data"), ", ".join((*of_data, *held.data_own)), missing=missing)
    yield said(_("People"), ", ".join((*of_people, *held.subjects_own)), missing=missing)
    yield said(_("Number of people"), people_told(page.breach), missing=missing)
    yield said(_("People under sixteen"), _known(held.under_sixteen), missing=missing)
    records = "" if held.record_count is None else str(held.record_count)
    yield said(_("Number of records"), records, missing=missing)


def _nature(page: BreachPage) -> Iterator[Definition]:
    held, missing = page.breach.nature, _("not recorded")
    yield said(_("Kind"), word(held.kind, language()) if held.kind else "", missing=missing)
    yield said(_("What happened"), held.summary, missing=missing)
    yield said(_("Cause"), held.cause, missing=missing)
    yield said(_("Protection beforehand"), held.protection, missing=missing)
    yield said(_("Unreadable for others"), _known(held.is_unintelligible), missing=missing)
    harms = ", ".join(word(each, language()) for each in held.harms)
    yield said(_("What people can suffer"), held.consequences, harms, missing=missing)
    for repeat in repeats_of(page.breach, page.sight.dossier.breaches):
        told = _("“%(measure)s” was done on %(day)s, and it happened again.") % {
            "measure": repeat.measure.what.rstrip("."),
            "day": day(repeat.measure.done_on),
        }
        link = Link(label=repeat.before.number, url=breach_url(page.sight.slug, repeat.before))
        yield Definition(term=_("It happened before"), texts=(told,), links=(link,))


def _score(page: BreachPage) -> Iterator[Definition]:
    scale, held = page.sight.catalogue.severity_scale, page.breach.score
    if scale is None:
        return
    people = page.breach.concerned.people_max
    found = severity_of(held, scale, broken=page.breach.triage.types, people=people)
    missing = _("not recorded")
    yield said(_("Context of the data"), _number(found.context), held.context_reason, missing=missing)
    yield said(_("Ease of identification"), _number(found.identification), held.identification_reason, missing=missing)
    yield said(_("Circumstances"), _number(found.circumstances), held.circumstances_reason, missing=missing)
    if found.score is None or found.band is None or found.advised is None:
        lacks = ", ".join(_factors()[each] for each in found.missing)
        told = _("The method gives no score while a factor is not known. Still to choose: %(factors)s.")
        yield said(_("Score"), missing=told % {"factors": lacks})
        return
    total = _("%(context)s × %(identification)s + %(circumstances)s = %(score)s") % {
        "context": _number(found.context),
        "identification": _number(found.identification),
        "circumstances": _number(found.circumstances),
        "score": _number(found.score),
    }
    yield said(_("Score"), total, found.band.name.in_language(language()))
    shifts = "; ".join(each.name.in_language(language()) for each in found.shifts)
    advised = word_of_risk(found.advised.risk)
    yield said(_("Advice of the method"), found.advised.meaning.in_language(language()), advised, shifts)
    if found.is_large:
        yield said(_("Mind"), _("More than a hundred people are concerned."))


def _factors() -> Mapping[str, str]:
    """What the factors of severity are called on their form."""
    return {
        "context_value": _("Context of the data"),
        "identification": _("How easily somebody is recognised"),
        "confidentiality_loss": _("Confidentiality"),
        "integrity_loss": _("Integrity"),
        "availability_loss": _("Availability"),
        "is_malicious": _("Did somebody mean harm?").rstrip("?"),
    }


def word_of_risk(risk: str) -> str:
    """What a band of the method comes down to."""
    words = {
        "unlikely": _("A risk seems unlikely: not notifying is possible, with the reason."),
        "risk": _("A risk: notify the authority."),
        "high": _("A high risk: notify the authority and tell people."),
    }
    return words[risk]


def _number(value: object) -> str:
    return "" if value is None else str(value).replace(".", pgettext("decimal sign", "."))


def _judgement(page: BreachPage) -> Iterator[Definition]:
    held = page.breach.judgement
    if held.risk is None:
        return
    yield said(_("Risk"), word(held.risk, language()))
    yield said(_("Method"), held.risk_method)
    yield said(_("Why"), held.risk_reason, f"{held.judged_by}, {told_at(held.judged_at)}")
    if held.police_duty:
        yield said(_("What the Wpg asks"), held.police_duty)


def _advice(page: BreachPage) -> Iterator[Definition]:
    for each in page.breach.advices:
        yield said(_("Advice"), each.text, f"{each.given_by}, {told_at(each.given_at)}")
        answered = f"{each.answered_by}, {told_at(each.answered_at)}" if each.answered_at else ""
        yield said(_("Answer"), each.answer, answered, missing=_("Who decides has not answered yet."))


def _measures(page: BreachPage) -> Table | None:
    rows = tuple(_measure_row(page, each) for each in page.breach.measures)
    return table(_("Measures"), (_("What"), _("Who"), _("Done by"), _("Done"), _("Effect"), _("Next")), rows)


def _measure_row(page: BreachPage, measure: BreachMeasure) -> Row:
    step = Cell(text="")
    if "measure" in page.edits:
        args = [page.sight.slug, page.breach.id, measure.id]
        if measure.done_on is None:
            step = Cell(text=_("Record that it was done"), url=reverse("desk:breach-measure-done", args=args))
        elif not measure.effect:
            step = Cell(text=_("Record whether it worked"), url=reverse("desk:breach-measure-effect", args=args))
    return Row(
        cells=(
            Cell(text=measure.what, note=word(measure.kind, language())),
            Cell(text=measure.owner or _("nobody yet")),
            Cell(text=day(measure.due_on)),
            Cell(text=day(measure.done_on) or _("not yet"), note=measure.done_how),
            Cell(text=measure.effect, note=day(measure.effect_seen_on)),
            step,
        )
    )


def _closing(page: BreachPage) -> Iterator[Definition]:
    held = page.breach.closing
    if held.closed_at:
        yield said(_("Closed"), held.closed_because, f"{held.closed_by}, {told_at(held.closed_at)}")
    if held.deletion_planned_on:
        yield said(_("To be destroyed on"), day(held.deletion_planned_on))


DEFINED = {
    "moments": _moments,
    "processor": _processor,
    "triage": _triage,
    "concerned": _concerned,
    "nature": _nature,
    "score": _score,
    "judgement": _judgement,
    "advice": _advice,
    "closing": _closing,
}
TABLES = {
    "clocks": _clocks,
    "decisions": lambda page: decisions(page.breach),
    "notifications": lambda page: notifications(page.breach),
    "messages": lambda page: messages(page.breach),
    "measures": _measures,
}
