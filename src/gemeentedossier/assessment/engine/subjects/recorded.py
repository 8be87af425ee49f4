"""What stands unfinished in what was decided, answered, weighed and shown beside the register: where, and which words.

These records have no page of findings of their own, or their rules ask something else; so they are told together, each
by its name.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar
from uuid import UUID

from gemeentedossier.assessment.engine.subjects.left_over import UnfinishedFields, left_over_in
from gemeentedossier.assessment.engine.subjects.texts import Placed, Reader, reader, written_in
from gemeentedossier.catalogue.engine.lint import Lint
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.snapshot.facts import Dossier

T = TypeVar("T")
_RESTS = Text("wat op een lezing of standpunt rust", "what rests on a reading or position")
_SAID = reader(explanation=("toelichting", "explanation"))
_ASIDE = reader(
    reason=("reden", "reason"),
    lifted_because=("reden om het weer te laten tellen", "reason to let it count again"),
)
_READING = reader(
    reading=("lezing", "reading"),
    reason=("reden", "reason"),
    ended_because=("reden van het einde", "reason of the end"),
)
_MATTER = reader(title=("titel", "title"), question=("vraag", "question"))
_POSITION = reader(statement=("standpunt", "position"), reference=("vindplaats", "place"))
_RELIANCE = reader(note=("aantekening", "note"))
_APPETITE = reader(statement=("uitleg", "statement"))
_CLAUSE = reader(
    title=("titel", "title"), text=("tekst", "text"), policy=("beleid", "policy"), procedure=("werkwijze", "procedure")
)
_TOOL = reader(
    name=("naam", "name"),
    description=("beschrijving", "description"),
    may_go_in=("wat erin mag", "what may go in"),
    may_not_go_in=("wat er niet in mag", "what may not go in"),
    conditions=("voorwaarden", "conditions"),
)
_REASON = reader(reason=("reden", "reason"))
_PLAN = reader(looks_at=("waarnaar wordt gekeken", "what is looked at"), sample=("steekproef", "sample"))
_REVIEW = reader(
    findings=("wat is gevonden", "what was found"),
    sample=("wat is bekeken", "what was looked at"),
    follow_up=("vervolg", "follow-up"),
)
_RISK = reader(
    threat=("wat mis kan gaan", "what can go wrong"),
    consequence=("gevolg voor mensen", "consequence for people"),
    reason=("reden", "reason"),
    decided_because=("reden van het besluit", "reason of the decision"),
)
_EXCLUSION = reader(reason=("reden", "reason"), decided_because=("reden van het besluit", "reason of the decision"))
_CONTINUITY = reader(
    fallback=("werken zonder de verwerking", "working without it"),
    outcome=("uitkomst van de proef", "outcome of the trial"),
)
_LEAFLET = reader(
    product=("product", "product"),
    used_for=("waarvoor", "what for"),
    which_data=("welke gegevens", "which data"),
    of_whom=("van wie", "of whom"),
    where_processed=("waar", "where"),
    shared_with=("met wie gedeeld", "shared with"),
    kept_for=("hoe lang bewaard", "how long kept"),
    protection=("beveiliging", "protection"),
    contact=("contact", "contact"),
)
_EVIDENCE = reader(
    title=("titel", "title"),
    seen=("wat is gezien", "what was seen"),
    withdrawn_because=("reden van intrekken", "reason of withdrawal"),
)


@dataclass(frozen=True, slots=True)
class _Looker:
    """Who looks through the records: it remembers nothing, and names a record only where something was left over."""

    lint: Lint
    catalogue: Catalogue

    def through(self, records: Iterable[T], fields: Reader, about: Callable[[T], Text]) -> Iterator[Placed]:
        for record in records:
            for place, text in written_in(fields, record):
                if self.lint.look_at(text).left_over:
                    yield _joined(about(record), place), text

    def rule(self, dutch: str, english: str, rule_id: str) -> Text:
        rule = self.catalogue.rules.get(rule_id)
        return _named(dutch, english, rule.label if rule else rule_id)

    def norm(self, norm_id: str) -> Text:
        norm = self.catalogue.open_norms.get(norm_id)
        return _named("norm", "norm", norm.name if norm else norm_id)


def left_over_beside(
    dossier: Dossier, catalogue: Catalogue, lint: Lint, *, activities: Mapping[UUID, Activity]
) -> UnfinishedFields:
    """Return where left-overs stand in what was recorded beside the register, and which.

    ``activities`` are all, also where the dossier holds a part: records are told by their names.
    """
    look = _Looker(lint, catalogue)
    weighed = _weighed(look, dossier, activities)
    texts = (_said(look, dossier), _of_the_law(look, dossier), weighed, _kept(look, dossier))
    return left_over_in(chain.from_iterable(texts), lint)


def _said(look: _Looker, dossier: Dossier) -> Iterator[Placed]:
    answer, aside = ("antwoord", "answer"), ("terzijde gelegd", "set aside")
    yield from look.through(dossier.attestations, _SAID, lambda each: look.rule(*answer, each.criterion))
    yield from look.through(dossier.suppressions, _ASIDE, lambda each: look.rule(*aside, each.rule))
    yield from look.through(dossier.evidence, _EVIDENCE, lambda each: _named("bewijs", "evidence", each.title))
    yield from look.through(dossier.role_tests, _REASON, lambda each: _named("roltoets", "role test", each.party_name))


def _of_the_law(look: _Looker, dossier: Dossier) -> Iterator[Placed]:
    matters = {position.id: matter.title for matter in dossier.matters for position in matter.positions}
    positions = (position for matter in dossier.matters for position in matter.positions)
    yield from look.through(dossier.interpretations, _READING, lambda each: look.norm(each.norm))
    yield from look.through(dossier.matters, _MATTER, lambda each: _named("kwestie", "matter", each.title))
    yield from look.through(positions, _POSITION, lambda each: _named("kwestie", "matter", matters[each.id]))
    yield from look.through(dossier.reliances, _RELIANCE, lambda _each: _RESTS)


def _weighed(look: _Looker, dossier: Dossier, activities: Mapping[UUID, Activity]) -> Iterator[Placed]:
    def name_of(key: UUID) -> str:
        return activities[key].name if key in activities else ""

    yield from look.through(
        dossier.appetites, _APPETITE, lambda each: _named("bereidheid", "appetite", each.controller)
    )
    yield from look.through(dossier.policy_clauses, _CLAUSE, lambda each: _named("beleid", "policy", each.title))
    yield from look.through(
        dossier.security_risks, _RISK, lambda each: _named("risico", "risk", name_of(each.activity_id))
    )
    yield from look.through(
        dossier.exclusions, _EXCLUSION, lambda each: _named("uitsluiting", "exclusion", each.number)
    )
    yield from look.through(
        dossier.continuities, _CONTINUITY, lambda each: _named("uitval", "outage", name_of(each.activity_id))
    )
    yield from look.through(dossier.access_rules, _REASON, lambda each: _named("toegang", "access", each.function))


def _kept(look: _Looker, dossier: Dossier) -> Iterator[Placed]:
    systems, tools = ({each.id: each.name for each in kept} for kept in (dossier.systems, dossier.tools))
    logs = {review.id: plan.system_id for plan in dossier.log_review_plans for review in plan.reviews}
    reviews = (review for plan in dossier.log_review_plans for review in plan.reviews)

    def log(system_id: UUID) -> Text:
        return _named("logcontrole", "log review", systems.get(system_id, ""))

    yield from look.through(dossier.log_review_plans, _PLAN, lambda each: log(each.system_id))
    yield from look.through(reviews, _REVIEW, lambda each: log(logs[each.id]))
    yield from look.through(
        dossier.system_levels, _REASON, lambda each: _named("niveau", "level", systems.get(each.system_id, ""))
    )
    yield from look.through(dossier.tools, _TOOL, lambda each: _named("digitaal middel", "digital tool", each.name))
    yield from look.through(
        dossier.tool_rules, _REASON, lambda each: _named("digitaal middel", "digital tool", tools.get(each.tool_id, ""))
    )
    yield from look.through(dossier.leaflets, _LEAFLET, lambda each: _named("bijsluiter", "leaflet", each.party_name))


def _named(dutch: str, english: str, name: Text | str) -> Text:
    """A kind of record with the name of one of them."""
    words = Text(name, name) if isinstance(name, str) else name
    return Text(f"{dutch} {words.nl}".strip(), f"{english} {words.in_language('en')}".strip())


def _joined(record: Text, place: Text) -> Text:
    return Text(f"{record.nl}: {place.nl}", f"{record.in_language('en')}: {place.in_language('en')}")
