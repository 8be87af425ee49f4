"""What the register says of an activity, as statements: the one form in which a paragraph or a pre-scan rests on it.

A statement is the name of a fact and what it says, in Dutch words as they are kept. What is unknown makes no statement.
Two sets of statements are compared by difference, so that a change is told as what is gone and what is new.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from gemeentedossier.catalogue.engine.durations import InvalidDuration, parse_duration
from gemeentedossier.catalogue.facts.assessments import GroundKind, PrescanOutcome, PrescanQuestion
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.categories import DataKind
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.assets.enums import MeasureState
from gemeentedossier.dossier.assets.facts import Measure, System, Tool
from gemeentedossier.dossier.register.facts import Activity, RetentionPeriod
from gemeentedossier.dossier.risks.engine import words
from gemeentedossier.dossier.risks.facts import Prescan

Statement = tuple[str, str]
"""The name of a fact, and what it says."""

NAMES: Mapping[str, Text] = {
    "activity": Text("verwerking", "processing activity"),
    "description": Text("beschrijving", "description"),
    "data": Text("gegeven", "data"),
    "subject": Text("betrokkenen", "people"),
    "source": Text("bron", "source"),
    "recipient": Text("ontvanger", "recipient"),
    "system": Text("systeem", "system"),
    "tool": Text("digitaal middel", "digital tool"),
    "technique": Text("techniek", "technique"),
    "purpose": Text("doel", "purpose"),
    "controller": Text("verwerkingsverantwoordelijke", "controller"),
    "party": Text("partij", "party"),
    "transfer": Text("doorgifte", "transfer"),
    "location": Text("plaats van de gegevens", "place of the data"),
    "provision": Text("wettelijke bepaling", "provision of law"),
    "retention": Text("bewaartermijn", "retention period"),
    "legal_basis": Text("grondslag", "legal basis"),
    "exception": Text("uitzondering", "exception"),
    "further_use": Text("verder gebruik", "further use"),
    "necessity": Text("noodzaak", "necessity"),
    "right": Text("recht", "right"),
    "information": Text("informatie aan betrokkenen", "information to people"),
    "nature": Text("aard", "nature"),
    "people_count": Text("aantal betrokkenen", "number of people"),
    "measure": Text("maatregel", "measure"),
    "answer": Text("antwoord van de pre-scan", "answer of the pre-scan"),
    "ground": Text("reden", "ground"),
}
"""What each kind of statement is called."""


@dataclass(frozen=True, slots=True)
class Around:
    """What an activity names by key, and the pre-scans: made once for all activities."""

    catalogue: Catalogue
    systems: Mapping[UUID, System] = field(default_factory=dict)
    measures: Mapping[UUID, Measure] = field(default_factory=dict)
    prescans: Mapping[UUID, Prescan] = field(default_factory=dict)
    tools: Mapping[UUID, tuple[Tool, ...]] = field(default_factory=dict)
    """The digital tools that are allowed for an activity, by activity."""
    parties: Mapping[UUID, str] = field(default_factory=dict)
    questions: tuple[PrescanQuestion, ...] = field(init=False, compare=False)
    """The questions of the pre-scan in their order, with what each can score at most beside it."""
    highest: Mapping[str, int] = field(init=False, compare=False)
    outcomes: Mapping[GroundKind, tuple[PrescanOutcome, ...]] = field(init=False, compare=False)
    """Of each kind of ground what follows, the one that asks most first."""
    criteria: Mapping[str, str] = field(init=False, compare=False)
    """What the European criteria are called."""

    def __post_init__(self) -> None:
        found = self.catalogue.entries_of(PrescanQuestion).values()
        questions = tuple(sorted(found, key=lambda each: [int(part) for part in each.number.split(".")]))
        every = sorted(self.catalogue.entries_of(PrescanOutcome).values(), key=lambda each: -each.at_least)
        for name, value in {
            "questions": questions,
            "highest": {each.id: each.highest_score for each in questions},
            "outcomes": {kind: tuple(each for each in every if each.ground is kind) for kind in GroundKind},
            "criteria": {each.value: each.name.nl for each in self.catalogue.screening_criteria.values()},
        }.items():
            object.__setattr__(self, name, value)


def statements_of(activity: Activity, around: Around) -> frozenset[Statement]:
    """Return everything that the register says of an activity."""
    return frozenset(
        (name, text.strip()) for name, read in _READERS.items() for text in read(activity, around) if text.strip()
    )


def statements_on(names: Iterable[str], activities: Iterable[Activity], around: Around) -> frozenset[Statement]:
    """Return what the register says of these activities under these names only."""
    wanted = [(name, _READERS[name]) for name in names if name in _READERS]
    return frozenset(
        (name, text.strip())
        for activity in activities
        for name, read in wanted
        for text in read(activity, around)
        if text.strip()
    )


def _named(activity: Activity, _: Around) -> Iterator[str]:
    yield activity.name


def _described(activity: Activity, _: Around) -> Iterator[str]:
    yield activity.description


def data_names(activity: Activity, catalogue: Catalogue, *, kinds: Iterable[DataKind] = tuple(DataKind)) -> list[str]:
    """Return the categories of data of these kinds in words; own words count as ordinary data."""
    wanted, found, categories = set(kinds), dict[str, None](), catalogue.data_categories
    for use in activity.data_uses:
        for key in use.data_categories:
            known = categories.get(key)
            if (known.kind if known else DataKind.ORDINARY) in wanted:
                found[known.name.nl if known else key] = None
        if DataKind.ORDINARY in wanted:
            found |= dict.fromkeys(use.data_categories_own)
    return list(found)


def _data(activity: Activity, around: Around) -> Iterator[str]:
    yield from data_names(activity, around.catalogue)


def _subjects(activity: Activity, around: Around) -> Iterator[str]:
    known = around.catalogue.subject_categories
    for use in activity.data_uses:
        for key in use.subject_categories:
            yield known[key].name.nl if key in known else key
        yield from use.subject_categories_own


def _sources(activity: Activity, around: Around) -> Iterator[str]:
    for each in activity.sources:
        named = "betrokkene zelf" if each.from_data_subject else _recipient(each.recipient_category, around)
        yield each.text or named


def _recipient(category: str, around: Around) -> str:
    known = around.catalogue.recipient_categories.get(category)
    return known.name.nl if known else category


def _recipients(activity: Activity, around: Around) -> Iterator[str]:
    for each in activity.recipients:
        party = around.parties.get(each.party_id, "") if each.party_id else ""
        yield party or each.text or _recipient(each.category, around)


def _systems(activity: Activity, around: Around) -> Iterator[str]:
    for key in activity.system_ids:
        if key in around.systems:
            yield around.systems[key].name


def _tools(activity: Activity, around: Around) -> Iterator[str]:
    for each in around.tools.get(activity.id, ()):
        yield each.name


def _techniques(activity: Activity, _: Around) -> Iterator[str]:
    for name, text in words.TECHNIQUES.items():
        if getattr(activity.characteristics, name):
            yield text


def _nature(activity: Activity, _: Around) -> Iterator[str]:
    for name, text in words.NATURE.items():
        if getattr(activity.characteristics, name):
            yield text


def _purposes(activity: Activity, _: Around) -> Iterator[str]:
    for each in activity.purposes:
        yield each.text


def _controllers(activity: Activity, _: Around) -> Iterator[str]:
    yield from (*activity.controllers, *activity.controllers_own)


def _parties(activity: Activity, _: Around) -> Iterator[str]:
    for each in activity.parties:
        yield f"{each.party_name} ({words.ROLES[each.role]})"


def _transfers(activity: Activity, _: Around) -> Iterator[str]:
    for each in activity.transfers:
        yield ", ".join(filter(None, (each.recipient, each.country, words.MECHANISMS[each.mechanism])))
    if activity.characteristics.transfer_outside_eea is False:
        yield "geen doorgifte buiten de EER"


def _locations(activity: Activity, around: Around) -> Iterator[str]:
    for key in activity.system_ids:
        system = around.systems.get(key)
        if system and system.location:
            yield f"{system.name}: {system.location}"


def _provision(key: str, text: str, around: Around) -> str:
    found = around.catalogue.legal_bases.get(key)
    return around.catalogue.reference(found).citation("nl") if found else text or key


def _provisions(activity: Activity, around: Around) -> Iterator[str]:
    yield activity.sector_law
    for purpose in activity.purposes:
        for basis in purpose.legal_bases:
            yield _provision(basis.provision_id, basis.provision_text, around)


def _retention(activity: Activity, around: Around) -> Iterator[str]:
    for each in activity.retention:
        applies = f"{each.applies_to}: " if each.applies_to else ""
        yield f"{applies}{period_of(each, around.catalogue)}"


def period_of(retention: RetentionPeriod, catalogue: Catalogue) -> str:
    """Return the period in words; what the rule of the catalogue says where the record names only that."""
    rule = catalogue.retention_rules.get(retention.rule_id)
    if retention.permanent:
        return "blijvend bewaren"
    period = retention.period or (rule.duration if rule and rule.duration else "")
    try:
        return parse_duration(period).wording() if period else retention.text or (rule.name.nl if rule else "onbekend")
    except InvalidDuration:
        return period


def _legal_bases(activity: Activity, around: Around) -> Iterator[str]:
    for purpose in activity.purposes:
        for basis in purpose.legal_bases:
            named = words.BASES[basis.article_6] if basis.article_6 else "grondslag onbekend"
            place = _provision(basis.provision_id, basis.provision_text, around)
            yield f"{purpose.text}: {named}{f' ({place})' if place else ''}"


def _exceptions(activity: Activity, around: Around) -> Iterator[str]:
    for use in activity.data_uses:
        if use.special_ground:
            yield f"bijzondere gegevens: {_ground(use.special_ground.value, use.special_provision_id, around)}"
        if use.criminal_ground:
            yield f"strafrechtelijke gegevens: {_ground('', use.criminal_provision_id, around) or 'AVG artikel 10'}"
        if use.bsn_provision_id:
            yield f"bsn: {_provision(use.bsn_provision_id, '', around)}"


def _ground(point: str, provision: str, around: Around) -> str:
    place = _provision(provision, "", around) if provision else ""
    law = {"": "", "uavg23": "UAVG artikel 23"}.get(point, f"AVG artikel 9, tweede lid, onder {point}")
    return ", ".join(filter(None, (law, place)))


def _further_uses(activity: Activity, _: Around) -> Iterator[str]:
    for each in activity.further_uses:
        yield f"{each.purpose} ({words.FURTHER[each.basis]})"
    if activity.characteristics.further_use is False:
        yield "geen verder gebruik"


def _necessity(activity: Activity, _: Around) -> Iterator[str]:
    for purpose in activity.purposes:
        for basis in purpose.legal_bases:
            yield from (basis.necessity, basis.proportionality, basis.subsidiarity)


def _rights(activity: Activity, _: Around) -> Iterator[str]:
    for each in activity.rights_offered or ():
        yield words.RIGHTS[each]


def _information(activity: Activity, _: Around) -> Iterator[str]:
    yield activity.account.information_method
    if activity.characteristics.information_given is not None:
        yield f"geïnformeerd: {words.ANSWERS[activity.characteristics.information_given]}"


def _people_count(activity: Activity, around: Around) -> Iterator[str]:
    prescan = around.prescans.get(activity.id)
    for each in prescan.answers if prescan else ():
        if each.question == "people-count":
            yield from each.values


def _measures(activity: Activity, around: Around) -> Iterator[str]:
    for key in activity.measure_ids:
        if key in around.measures:
            measure = around.measures[key]
            planned = " (nog niet klaar)" if measure.state is MeasureState.PLANNED else ""
            yield f"{measure.name}{planned}"


_READERS: Mapping[str, Callable[[Activity, Around], Iterable[str]]] = {
    "activity": _named,
    "description": _described,
    "data": _data,
    "subject": _subjects,
    "source": _sources,
    "recipient": _recipients,
    "system": _systems,
    "tool": _tools,
    "technique": _techniques,
    "nature": _nature,
    "purpose": _purposes,
    "controller": _controllers,
    "party": _parties,
    "transfer": _transfers,
    "location": _locations,
    "provision": _provisions,
    "retention": _retention,
    "legal_basis": _legal_bases,
    "exception": _exceptions,
    "further_use": _further_uses,
    "necessity": _necessity,
    "right": _rights,
    "information": _information,
    "people_count": _people_count,
    "measure": _measures,
}
