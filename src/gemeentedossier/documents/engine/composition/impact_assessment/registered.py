"""What the register says on a point of an assessment, taken over and never typed twice."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from gemeentedossier.catalogue.facts.assessments import ModelPoint
from gemeentedossier.documents.engine.blocks import Block, Definition, DefinitionList, Text
from gemeentedossier.documents.engine.composition import describing
from gemeentedossier.documents.engine.composition.extract.purposes import data_table, purposes_table
from gemeentedossier.documents.engine.composition.impact_assessment.report import Report
from gemeentedossier.documents.engine.composition.records import of_measure, of_system, record
from gemeentedossier.documents.engine.composition.tables import PROTECTED, Tables
from gemeentedossier.documents.engine.composition.wordings import first_capital
from gemeentedossier.documents.engine.composition.writer import quoted
from gemeentedossier.documents.engine.provenance import Origin
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.risks.engine.statements import NAMES
from gemeentedossier.dossier.risks.engine.words import NATURE, TECHNIQUES

TABLED: Mapping[int, tuple[str, ...]] = {
    2: ("data", "subject"),
    6: ("party", "recipient"),
    8: ("transfer",),
    10: ("retention",),
    11: ("legal_basis",),
    12: ("exception",),
}
"""Facts that stand in a table of their own, by point."""
ALWAYS = frozenset(
    {"description", "source", "system", "purpose", "controller", "provision", "necessity", "right", "measure"}
)
"""Facts that the law asks of every activity, so that it is said where nobody recorded them."""


def registered(report: Report, point: ModelPoint) -> Iterator[Block]:
    """Tables and labels of what the register says on a point; of more activities one after the other."""
    tabled = TABLED.get(point.number, ())
    if tabled:
        yield from _tables(report, point.number)
    for activity in report.about:
        entries = tuple(_entries(report, activity, [each for each in point.rests_on if each not in tabled]))
        if len(report.about) > 1 and entries:
            entries = (report.w.definition("label.activity", describing.name(report.w, activity)), *entries)
        if entries:
            yield DefinitionList(entries)


def _entries(report: Report, activity: Activity, names: Iterable[str]) -> Iterator[Definition]:
    w = report.w
    for name in names:
        text = _together(report, READERS[name](report, activity), name) if name in READERS else ()
        if text or name in ALWAYS:
            told = text or w.unknown(*w.origins.field(activity, FIELDS[name]))
            label = w.said(NAMES[name].in_language(w.language), *w.origins.field(activity, FIELDS[name]), slot=name)
            yield Definition(label[0], told)


def _tables(report: Report, number: int) -> Iterator[Block]:
    tables = Tables(w=report.w, activities=report.about, named=len(report.about) > 1)
    if number == 2:
        for each in report.about:
            yield from data_table(report.desk, each)
    elif number == 6:
        yield from tables.parties("x.record.parties")
        yield from tables.recipients("x.record.recipients")
    elif number == 8:
        yield from tables.transfers("x.record.transfers")
        yield from _no_transfer(report)
    elif number == 10:
        yield from tables.retention("x.record.retention")
        yield from _nothing_kept(report)
    elif number == 11:
        for each in report.about:
            yield from purposes_table(report.desk, each)
    else:
        yield from tables.protected("x.record.exceptions", PROTECTED)


def _no_transfer(report: Report) -> Iterator[Block]:
    clauses = {True: "x.record.transfer-yes", False: "x.record.transfer-no", None: "x.record.transfer-unknown"}
    for each in report.about:
        if not each.transfers:
            because = report.w.origins.field(each, "characteristics.transfer_outside_eea")
            yield report.w.paragraph(clauses[each.characteristics.transfer_outside_eea], *because)


def _nothing_kept(report: Report) -> Iterator[Block]:
    for each in report.about:
        if not each.retention:
            yield report.w.paragraph("x.record.no-retention", *report.w.origins.field(each, "retention"))


def _together(report: Report, texts: Iterable[Text], slot: str) -> Text:
    """Several facts as one cell, each once, with everything that they rest on."""
    found = [each for each in texts if each]
    words = dict.fromkeys(" ".join(sentence.text for sentence in each) for each in found)
    because: dict[Origin, None] = {origin: None for each in found for one in each for origin in one.provenance.origins}
    if not found:
        return ()
    return report.w.value(first_capital("; ".join(words)), because=tuple(because), slot=slot)


def _own(report: Report, activity: Activity, text: str, field: str) -> Iterator[Text]:
    if text.strip():
        yield report.w.value(quoted(text), because=report.w.origins.field(activity, field), slot=field)


def _sources(report: Report, activity: Activity) -> Iterator[Text]:
    w = report.w
    for each in activity.sources:
        because = w.origins.row(activity, "sources", each, "from_data_subject", "recipient_category", "text")
        category = w.catalogue.recipient_categories.get(each.recipient_category)
        named = w.word("from-person") if each.from_data_subject else ""
        named = category.name.in_language(w.language) if category and not named else named
        words = quoted(each.text).text if each.text.strip() else named
        yield w.value(words, because=because, slot="source") if words else ()


def _systems(report: Report, activity: Activity) -> Iterator[Text]:
    w = report.w
    for each in w.dossier.systems:
        if each.id in activity.system_ids:
            because = (*w.origins.field(activity, "system_ids"), *of_system(w, each).origins("name"))
            yield w.value(each.name, because=because, slot="system")


def _locations(report: Report, activity: Activity) -> Iterator[Text]:
    w = report.w
    for each in w.dossier.systems:
        if each.id in activity.system_ids and each.location.strip():
            yield w.value(f"{each.name}: {each.location}", because=of_system(w, each).origins("location"), slot="place")


def _tools(report: Report, activity: Activity) -> Iterator[Text]:
    for each in report.around.tools.get(activity.id, ()):
        yield report.w.value(each.name, because=record(report.w, "tool", each, each.name).origins("name"), slot="tool")


def _measures(report: Report, activity: Activity) -> Iterator[Text]:
    w = report.w
    for each in w.dossier.measures:
        if each.id in activity.measure_ids:
            because = (*w.origins.field(activity, "measure_ids"), *of_measure(w, each).origins("name"))
            yield w.value(each.name, because=because, slot="measure")


def _characteristics(names: Iterable[str]) -> Callable[[Report, Activity], Iterator[Text]]:
    def read(report: Report, activity: Activity) -> Iterator[Text]:
        w = report.w
        for name in names:
            if getattr(activity.characteristics, name):
                because = w.origins.field(activity, f"characteristics.{name}")
                yield w.value(w.word(f"like.{name}"), because=because, slot=name)

    return read


def _purposes(report: Report, activity: Activity) -> Iterator[Text]:
    w = report.w
    for each in activity.purposes:
        if each.text.strip():
            because = w.origins.row(activity, "purposes", each, "text")
            yield w.value(quoted(each.text), because=because, slot="purpose")


def _controllers(report: Report, activity: Activity) -> Iterator[Text]:
    for each in (*activity.controllers, *activity.controllers_own):
        yield report.w.value(each, because=report.w.origins.field(activity, "controllers"), slot="controller")


def _parties(report: Report, activity: Activity) -> Iterator[Text]:
    w = report.w
    for each in activity.parties:
        yield w.value(each.party_name, because=w.origins.row(activity, "parties", each, "party_id"), slot="party")


def _recipients(report: Report, activity: Activity) -> Iterator[Text]:
    return (describing.recipient(report.w, activity, each) for each in activity.recipients)


def _subjects(report: Report, activity: Activity) -> Iterator[Text]:
    w = report.w
    for use in activity.data_uses:
        names = w.listed(describing.people(w, use))
        because = w.origins.row(activity, "data_uses", use, "subject_categories")
        yield w.value(names, because=because, slot="people") if names else ()


def _data(report: Report, activity: Activity) -> Iterator[Text]:
    w = report.w
    for use in activity.data_uses:
        names = w.listed(describing.data(w, use))
        because = w.origins.row(activity, "data_uses", use, "data_categories")
        yield w.value(names, because=because, slot="data") if names else ()


def _provisions(report: Report, activity: Activity) -> Iterator[Text]:
    w = report.w
    statute = w.catalogue.statutes.get(activity.sector_law)
    law = statute.name.in_language(w.language) if statute else activity.sector_law
    if law.strip():
        yield w.value(law, because=w.origins.field(activity, "sector_law"), slot="law")
    for purpose in activity.purposes:
        for basis in purpose.legal_bases:
            if basis.provision_id or basis.provision_text.strip():
                yield describing.provision(w, activity, basis)[:1]


def _further(report: Report, activity: Activity) -> Iterator[Text]:
    w = report.w
    for each in activity.further_uses:
        if each.purpose.strip():
            because = w.origins.row(activity, "further_uses", each, "purpose")
            yield w.value(quoted(each.purpose), because=because, slot="further")


def _necessity(report: Report, activity: Activity) -> Iterator[Text]:
    w = report.w
    for basis in (each for purpose in activity.purposes for each in purpose.legal_bases):
        for field in ("necessity", "proportionality", "subsidiarity"):
            words: str = getattr(basis, field)
            if words.strip():
                yield w.value(quoted(words), because=w.origins.row(activity, "legal_bases", basis, field), slot=field)


def _rights(report: Report, activity: Activity) -> Iterator[Text]:
    w = report.w
    for each in activity.rights_offered or ():
        yield w.value(w.word(f"right.{each}"), because=w.origins.field(activity, "rights_offered"), slot="right")


def _people_count(report: Report, activity: Activity) -> Iterator[Text]:
    w, prescan = report.w, report.around.prescans.get(activity.id)
    for each in prescan.answers if prescan else ():
        if prescan and each.question == "people-count" and each.values:
            because = record(w, "prescan", prescan, activity.name).origins("answers")
            yield w.value(each.values[0], because=because, slot="people-count")


READERS: Mapping[str, Callable[[Report, Activity], Iterable[Text]]] = {
    "activity": lambda report, activity: (describing.name(report.w, activity),),
    "description": lambda report, activity: _own(report, activity, activity.description, "description"),
    "data": _data,
    "subject": _subjects,
    "source": _sources,
    "system": _systems,
    "recipient": _recipients,
    "tool": _tools,
    "technique": _characteristics(TECHNIQUES),
    "nature": _characteristics(NATURE),
    "purpose": _purposes,
    "controller": _controllers,
    "party": _parties,
    "location": _locations,
    "provision": _provisions,
    "further_use": _further,
    "necessity": _necessity,
    "right": _rights,
    "information": lambda report, activity: _own(
        report, activity, activity.account.information_method, "account.information_method"
    ),
    "people_count": _people_count,
    "measure": _measures,
}
"""What of the register tells each kind of fact, in the language of the report."""
FIELDS: Mapping[str, str] = {
    "activity": "name",
    "description": "description",
    "data": "data_uses",
    "subject": "data_uses",
    "source": "sources",
    "system": "system_ids",
    "recipient": "recipients",
    "tool": "name",
    "technique": "characteristics",
    "nature": "characteristics",
    "purpose": "purposes",
    "controller": "controllers",
    "party": "parties",
    "location": "system_ids",
    "provision": "purposes",
    "further_use": "further_uses",
    "necessity": "purposes",
    "right": "rights_offered",
    "information": "account",
    "people_count": "name",
    "measure": "measure_ids",
}
"""The field of an activity that holds each kind of fact."""
