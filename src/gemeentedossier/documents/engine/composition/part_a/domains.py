"""Chapter 12: per policy domain, each activity in a few sentences."""

from collections.abc import Iterator

from gemeentedossier.catalogue.facts import PolicyDomain
from gemeentedossier.documents.engine.blocks import Definition, DefinitionList, Section, Text
from gemeentedossier.documents.engine.composition import describing
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.origins import SETTLED
from gemeentedossier.documents.engine.composition.wordings import anchor_of
from gemeentedossier.documents.engine.composition.writer import quoted
from gemeentedossier.dossier.register.enums import ProcessingState
from gemeentedossier.dossier.register.facts import Activity

KNOWN = [each.value for each in PolicyDomain]


def per_domain(desk: Desk) -> Section:
    """The activities by policy domain; domains without activities are left out."""
    intro = [desk.w.paragraph("a.domains.intro")]
    return desk.section("a.domains.heading", "domains", intro, _domains(desk))


def _domains(desk: Desk) -> Iterator[Section]:
    found = {each.policy_domain for each in desk.activities}
    order = [each for each in KNOWN if each in found]
    order += sorted(each for each in found if each and each not in KNOWN)
    for domain in [*order, *([""] if "" in found else [])]:
        yield _domain(desk, domain, tuple(each for each in desk.activities if each.policy_domain == domain))


def _domain(desk: Desk, domain: str, activities: tuple[Activity, ...]) -> Section:
    w = desk.w
    if domain in KNOWN:
        heading = w.one(f"domain.{domain}")
    elif domain:
        heading = w.said(domain, *desk.fields(activities, "policy_domain"))[0]
    else:
        heading = w.one("domain.none")
    entries = tuple(Definition(describing.name(w, each)[0], _in_short(desk, each)) for each in activities)
    return Section(heading=heading, anchor=anchor_of("domain", domain or "none"), blocks=(DefinitionList(entries),))


def _in_short(desk: Desk, activity: Activity) -> Text:
    parts = (_state, _purpose, _people, _basis, _kept)
    return tuple(sentence for part in parts for sentence in part(desk, activity))


def _state(desk: Desk, activity: Activity) -> Text:
    w = desk.w
    states = {ProcessingState.ENDED: "ended", ProcessingState.PLANNED: "planned"}
    text: Text = ()
    if activity.record_state not in SETTLED:
        text += w.say("a.domains.draft", *w.origins.field(activity, "record_state"))
    if activity.processing_state in states:
        clause = f"a.domains.{states[activity.processing_state]}"
        text += w.say(clause, *w.origins.field(activity, "processing_state"))
    return text


def _purpose(desk: Desk, activity: Activity) -> Text:
    w = desk.w
    written = [each for each in activity.purposes if each.text.strip()]
    if not written:
        return w.say("a.domains.no-purpose", *w.origins.field(activity, "purposes"))
    because = [origin for each in written for origin in w.origins.row(activity, "purposes", each, "text")]
    return w.say("a.domains.purpose", *because, purposes=w.listed(quoted(each.text).text for each in written))


def _people(desk: Desk, activity: Activity) -> Text:
    w, names = desk.w, describing.people_of(desk.w, activity)
    if not names:
        return w.say("a.domains.no-people", *w.origins.field(activity, "data_uses"))
    because = [
        origin
        for use in activity.data_uses
        for origin in w.origins.row(activity, "data_uses", use, "subject_categories")
    ]
    return w.say("a.domains.people", *because, people=w.listed(names))


def _basis(desk: Desk, activity: Activity) -> Text:
    w = desk.w
    chosen = [basis for purpose in activity.purposes for basis in purpose.legal_bases if basis.article_6]
    if not chosen:
        return w.say("a.domains.no-basis", *w.origins.field(activity, "purposes"))
    because = [origin for each in chosen for origin in w.origins.row(activity, "legal_bases", each, "article_6")]
    names = w.listed(w.word(f"article6.{each.article_6.value}") for each in chosen if each.article_6)
    return w.say("a.domains.basis", *because, bases=names)


def _kept(desk: Desk, activity: Activity) -> Text:
    w = desk.w
    if not activity.retention:
        return w.say("a.domains.not-kept", *w.origins.field(activity, "retention"))
    periods = [describing.period(w, activity, each)[0] for each in activity.retention]
    because = [origin for each in periods for origin in each.provenance.origins]
    return w.say("a.domains.kept", *because, periods=w.listed(_in_sentence(each.text) for each in periods))


def _in_sentence(words: str) -> str:
    return words.rstrip(".")[:1].lower() + words.rstrip(".")[1:]
