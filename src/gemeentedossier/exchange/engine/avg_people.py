"""People, their data and how long these are kept, in the central government's register."""

from dataclasses import dataclass, field

from gemeentedossier.exchange.engine.avg_record import Record
from gemeentedossier.exchange.engine.cells.names import named
from gemeentedossier.exchange.engine.readers import Readers
from gemeentedossier.exchange.engine.vocabulary import Resolver
from gemeentedossier.exchange.enums import RegisterField, RemarkCode, ResolvedKind
from gemeentedossier.exchange.facts import DraftDataUse, DraftNote, DraftRetention, Named, Origin, Taken

SPECIAL = {
    "RasOfEtniciteit": "Ras of etnische afkomst",
    "PolitiekeGezindheid": "Politieke opvattingen",
    "GodsdienstOfLevensovertuiging": "Religieuze of levensbeschouwelijke overtuiging",
    "LidmaatschapVakvereniging": "Lidmaatschap vakbond",
    "Genetisch": "Genetische gegevens",
    "Biometrisch": "Biometrische gegevens (unieke identificatie)",
    "Gezondheid": "Gegevens over gezondheid",
    "SeksueleLeven": "Seksueel gedrag of gerichtheid",
    "Strafrechtelijk": "Persoonsgegevens van strafrechtelijke aard",
}
"""The boxes of the form with the words of GDPR 9 and 10 under which a catalogue knows them."""
NO_SPECIAL = "GeenBijzondereGegevens"
DATA_SUBJECT = "betrokkene"


@dataclass(slots=True)
class People:
    """What the record says about people and data, gathered group by group."""

    subjects: list[Taken[Named]] = field(default_factory=list)
    data: list[Taken[Named]] = field(default_factory=list)
    special: list[Taken[Named]] = field(default_factory=list)
    denied: list[Taken[Named]] = field(default_factory=list)
    uses: list[Taken[DraftDataUse]] = field(default_factory=list)
    retention: list[Taken[DraftRetention]] = field(default_factory=list)
    sources: list[Taken[Named]] = field(default_factory=list)
    notes: list[Taken[DraftNote]] = field(default_factory=list)


def people_of(record: Record, *, readers: Readers, resolver: Resolver) -> People:
    """Every group of data subjects with its data."""
    people = People()
    for number in range(1, record.count("Betrokkenen") + 1):
        path = f"Betrokkenen[{number}]"
        subject = _named(record, f"{path}.Omschrijving", ResolvedKind.SUBJECT_CATEGORY, resolver)
        if subject is not None:
            people.subjects.append(subject)
        _special(record, path, people, resolver)
        for entry in range(1, record.count(f"{path}.Gegevens") + 1):
            _data(record, f"{path}.Gegevens[{entry}]", subject, people, readers=readers, resolver=resolver)
    return people


def _special(record: Record, path: str, people: People, resolver: Resolver) -> None:
    for key, words in SPECIAL.items():
        ticked = record.flag(f"{path}.{key}")
        if ticked is not None:
            category = named(words, kind=ResolvedKind.DATA_CATEGORY, resolver=resolver)
            (people.special if ticked.value else people.denied).append(Taken(category, ticked.origin))
    none = record.peek(f"{path}.{NO_SPECIAL}")
    if none is True:
        flag = record.flag(f"{path}.{NO_SPECIAL}")
        people.denied += [Taken(Named("bijzondere persoonsgegevens"), flag.origin)] if flag else []
    elif none is False:
        record.lose(f"{path}.{NO_SPECIAL}", RemarkCode.SAYS_NOTHING)


def _data(
    record: Record,
    path: str,
    subject: Taken[Named] | None,
    people: People,
    *,
    readers: Readers,
    resolver: Resolver,
) -> None:
    data = _named(record, f"{path}.Omschrijving", ResolvedKind.DATA_CATEGORY, resolver)
    if data is not None:
        people.data.append(data)
    _use(record, f"{path}.Verzameldoel", subject, data, people)
    people.retention += record.read(f"{path}.Bewaartermijn", readers.retention, field=RegisterField.RETENTION)
    from_subject = record.flag(f"{path}.IsBronBetrokkene")
    if from_subject is not None and from_subject.value:
        people.sources.append(_source(DATA_SUBJECT, from_subject.origin, resolver))
    elif from_subject is not None:
        people.notes.append(Taken(DraftNote("IsBronBetrokkene", "nee"), from_subject.origin))
    other = record.take(f"{path}.BronOmschrijving", field=RegisterField.SOURCES)
    if other is not None:
        people.sources.append(_source(other[0].text, other[1], resolver))


def _use(record: Record, path: str, subject: Taken[Named] | None, data: Taken[Named] | None, people: People) -> None:
    if subject is None or data is None:
        return
    purpose = record.take(path, field=RegisterField.PURPOSES)
    collected_for, origin = (purpose[0].text, purpose[1]) if purpose else ("", data.origin)
    people.uses.append(Taken(DraftDataUse(subject.value, data.value, collected_for), origin))


def _named(record: Record, path: str, kind: ResolvedKind, resolver: Resolver) -> Taken[Named] | None:
    """The description as one name: in this register each group and each set of data has its own entry."""
    found = record.take(path)
    if found is None:
        return None
    return Taken(named(found[0].text, kind=kind, resolver=resolver), found[1])


def _source(text: str, origin: Origin, resolver: Resolver) -> Taken[Named]:
    return Taken(named(text, kind=ResolvedKind.SOURCE, resolver=resolver), origin)
