"""Lists of systems, parties and sub-processors: which kind a file is, that no cell is lost, that lists come back."""

import datetime as dt
from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.assets.enums import SystemState
from gemeentedossier.dossier.assets.facts import System
from gemeentedossier.dossier.parties.facts import Party
from gemeentedossier.exchange.engine.cells.numbers import read_hours, read_number
from gemeentedossier.exchange.engine.kinds import FORMS, PARTIES, SUB_PROCESSORS, SYSTEMS, ListForm
from gemeentedossier.exchange.engine.listed.drafting import Drafted, draft_list
from gemeentedossier.exchange.engine.listed.merging import key_of
from gemeentedossier.exchange.engine.listed.parties import PartiesBeside
from gemeentedossier.exchange.engine.listed.rows import Draft, party_of, sub_processor_of, system_of
from gemeentedossier.exchange.engine.listed.systems import SystemsBeside
from gemeentedossier.exchange.engine.lists_book import parties_book, systems_book
from gemeentedossier.exchange.engine.proposing import propose
from gemeentedossier.exchange.engine.readers import Readers
from gemeentedossier.exchange.engine.reading import UnreadableFile, Workbook
from gemeentedossier.exchange.engine.reading.workbook import Sheet
from gemeentedossier.exchange.engine.writing.books import Book
from gemeentedossier.exchange.engine.writing.files import LIST_FORMS, write_list
from gemeentedossier.exchange.enums import FileFormat, ListKind, SystemField
from gemeentedossier.exchange.facts import DraftListedParty, DraftSystem, Interpretation
from gemeentedossier.exchange.queries import current_resolver, current_vocabulary

from .coverage import lost_cells
from .files import csv, read

TODAY = dt.date(2026, 11, 28)
MAKERS = {ListKind.SYSTEMS: system_of, ListKind.PARTIES: party_of, ListKind.SUB_PROCESSORS: sub_processor_of}


def drafted(workbook: Workbook, form: ListForm) -> Drafted[Draft]:
    return draft_list(
        workbook,
        propose(workbook, vocabulary=current_vocabulary(), form=form),
        form=form,
        readers=Readers(vocabulary=current_vocabulary(), resolver=current_resolver()),
        make=MAKERS[form.kind],
        mappings={},
    )


HEADINGS = {
    ListKind.REGISTER: ["Verwerkingsactiviteit", "Doel", "Grondslag", "Betrokkenen", "Bewaartermijn", "Systeem"],
    ListKind.SYSTEMS: ["Applicatie", "Leverancier", "Status", "Einde support", "Hosting"],
    ListKind.PARTIES: ["Organisatie", "Land", "Contactgegevens", "Soort organisatie"],
    ListKind.SUB_PROCESSORS: ["Subverwerker", "Dienst", "Land", "Ingeschakeld door"],
}


@pytest.mark.parametrize("asked", list(ListKind))
@pytest.mark.parametrize("held", list(ListKind))
def test_a_file_is_taken_for_the_kind_that_it_is(asked: ListKind, held: ListKind) -> None:
    workbook = read(csv([HEADINGS[held], ["x"] * len(HEADINGS[held])]), "lijst.csv")
    if asked is held:
        assert len(propose(workbook, vocabulary=current_vocabulary(), form=FORMS[asked])) == 1
        return
    with pytest.raises(UnreadableFile) as caught:
        propose(workbook, vocabulary=current_vocabulary(), form=FORMS[asked])
    assert (caught.value.fault, caught.value.parameters) == ("another_list", {"kind": held.value})


def test_of_a_workbook_with_two_lists_the_one_that_was_asked_is_read() -> None:
    sheets = tuple(
        Sheet(kind.value, (tuple(HEADINGS[kind]), ("x",) * len(HEADINGS[kind])))
        for kind in (ListKind.PARTIES, ListKind.SYSTEMS)
    )
    found = drafted(Workbook(FileFormat.XLSX, sheets), SYSTEMS)
    assert [draft.name.origin.sheet for draft in found.drafts] == ["systems"]
    assert [(remark.code, remark.place.sheet) for remark in found.remarks if remark.place.row == 0] == [
        ("other_sheet", "parties")
    ]


def test_a_list_of_names_alone_is_a_list() -> None:
    assert [draft.name.value for draft in drafted(read(b"Applicatie\nSuite\nZaakwijs\n", "a.csv"), SYSTEMS).drafts] == [
        "Suite",
        "Zaakwijs",
    ]


FRAGMENTS = (
    "Suite",
    "n.v.t.",
    "31-2-2026",
    "2 dagen",
    "3",
    "ja",
    "Atlantis",
    "NL",
    "zorgaanbieder",
    "=1+1",
    "x" * 400,
    "",
)
cells = st.lists(st.sampled_from(FRAGMENTS), max_size=2).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.data(), st.sampled_from([ListKind.SYSTEMS, ListKind.PARTIES, ListKind.SUB_PROCESSORS]))
def test_no_cell_of_a_list_is_lost_without_a_word(data: st.DataObject, kind: ListKind) -> None:
    words = current_vocabulary().headings_of(kind)
    headings = (*(entry.headings[0] for entry in words), "Serienummer", "Opmerking")
    rows = data.draw(st.lists(st.tuples(*[cells] * len(headings)), min_size=1, max_size=3))
    workbook = Workbook(FileFormat.CSV, (Sheet("Blad", (headings, ("Suite", *[""] * (len(headings) - 1)), *rows)),))
    found = drafted(workbook, FORMS[kind])
    seen = Interpretation(found.drafts, tuple(found.remarks))  # type: ignore[arg-type]  # only origins are looked at
    assert lost_cells(workbook, seen, heading_row=1) == set()


SUPPLIER = Party(UUID(int=1), "Zorgsoft; “BV”", "DE", "post@zorgsoft.example, +31 20 123", is_care_provider=False)
FULL = System(
    UUID(int=2), "Suite — één", supplier_id=SUPPLIER.id, description="dossiers\nen brieven", location="-Zwolle",
    state=SystemState.PHASING_OUT, supported_until=dt.date(2030, 1, 31), legacy_reason="nog geen opvolger",
    oldest_record_on=dt.date(2001, 1, 1), oldest_record_measured_on=dt.date(2026, 1, 1), accounts=0,
    accounts_reviewed_on=dt.date(2026, 2, 2), recovery_hours=48, loss_hours=4, fallback="@ papier",
    recovery_tested_on=dt.date(2025, 12, 31),
)  # fmt: skip
BARE = [System(UUID(int=number + 9), state.value, state=state) for number, state in enumerate(SystemState)]
SYSTEMS_HELD = [FULL, *BARE, System(UUID(int=8), "Kaal")]
PARTIES_HELD = [SUPPLIER, Party(UUID(int=3), "Thuiszorg", is_care_provider=True), Party(UUID(int=4), "Kaal")]


def headings() -> dict[str, object]:
    return {each.field.value: each.name for each in current_catalogue().list_headings.values()}


def book(form: ListForm, language: str) -> Book:
    told = {"headings": headings(), "name": "Duinveld", "language": language}
    if form is PARTIES:
        return parties_book(PARTIES_HELD, **told)  # type: ignore[arg-type]  # shared by both
    return systems_book(SYSTEMS_HELD, suppliers={SUPPLIER.id: SUPPLIER.name}, **told)  # type: ignore[arg-type]  # shared by both


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("form", LIST_FORMS)
def test_systems_come_back_as_they_went(form: str, language: str) -> None:
    found = drafted(read(write_list(book(SYSTEMS, language), form)[0], f"systemen.{form}"), SYSTEMS)
    beside = SystemsBeside({}, {key_of(SUPPLIER.name): SUPPLIER.id}, {}, {}, TODAY, uuid4)
    for draft in found.drafts:
        assert isinstance(draft, DraftSystem)
        beside.take(draft)
    made = [replace(each, id=held.id) for each, held in zip(beside.new.values(), SYSTEMS_HELD, strict=True)]
    assert (made, found.remarks, beside.remarks) == (SYSTEMS_HELD, [], [])


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("form", LIST_FORMS)
def test_parties_come_back_as_they_went(form: str, language: str) -> None:
    found = drafted(read(write_list(book(PARTIES, language), form)[0], f"partijen.{form}"), PARTIES)
    beside = PartiesBeside({}, uuid4)
    for draft in found.drafts:
        assert isinstance(draft, DraftListedParty)
        beside.take(draft)
    made = [replace(each, id=held.id) for each, held in zip(beside.new.values(), PARTIES_HELD, strict=True)]
    assert (made, found.remarks, beside.remarks) == (PARTIES_HELD, [], [])


BARE = {"Omschrijving": "uncertain", "Nummer": "uncertain", "Leverancier": "certain"}


@pytest.mark.parametrize("beside", BARE)
def test_a_bare_name_is_a_system_only_beside_what_a_system_has(beside: str) -> None:
    workbook = read(csv([["Naam", beside], ["Jansen", "x"]]), "lijst.csv")
    (proposal,) = propose(workbook, vocabulary=current_vocabulary(), form=SYSTEMS)
    assert proposal.mapping.columns[0].confidence == BARE[beside]


@pytest.mark.parametrize("kind", [SYSTEMS, PARTIES, SUB_PROCESSORS], ids=lambda form: form.kind)
@pytest.mark.parametrize("headings", [["Naam", "Functie"], ["Naam", "E-mail", "Functie"], ["Naam", "Personeelsnummer"]])
def test_a_list_of_people_is_refused(headings: list[str], kind: ListForm) -> None:
    workbook = read(csv([headings, ["Jansen", "x", "y"][: len(headings)]]), "lijst.csv")
    with pytest.raises(UnreadableFile, match="list_of_people"):
        propose(workbook, vocabulary=current_vocabulary(), form=kind)


def test_a_function_of_a_system_makes_it_no_person() -> None:
    workbook = read(csv([["Naam", "Functie", "Leverancier"], ["Suite", "zaken", "x"]]), "lijst.csv")
    (proposal,) = propose(workbook, vocabulary=current_vocabulary(), form=SYSTEMS)
    assert proposal.mapping.columns[0].field == SystemField.NAME


NUMBERS = {"0": 0, "1.250": 1250, "12": 12, "1,5": None, "-3": None, "veel": None, "99999999999": None}
HOURS = {"4": 4, "4 uur": 4, "2 dagen": 48, "1 week": 168, "3 werkdagen": None, "direct": None, "0,5 uur": None}
NUMBERS["9" * 5000] = HOURS["9" * 5000] = None


@pytest.mark.parametrize("text", NUMBERS, ids=lambda text: text[:12])
def test_a_whole_number_is_read(text: str) -> None:
    assert next(iter(read_number(text).values), None) == NUMBERS[text]


@pytest.mark.parametrize("text", HOURS, ids=lambda text: text[:12])
def test_hours_are_read(text: str) -> None:
    assert next(iter(read_hours(text).values), None) == HOURS[text]


COUNTRIES = {
    "Nederland": "NL",
    "nl": "NL",
    "Germany": "DE",
    "VS": "US",
    "UK": "GB",
    "XX": None,
    "EU": None,
    "Atlantis": None,
    "België": "BE",
    "Belgie": "BE",
}


@pytest.mark.parametrize("text", COUNTRIES)
def test_a_country_is_one_that_exists(text: str) -> None:
    read_country = Readers(vocabulary=current_vocabulary(), resolver=current_resolver()).country
    assert next(iter(read_country(text).values), None) == COUNTRIES[text]


BILL = """{"bomFormat": "CycloneDX", "specVersion": "1.6", "metadata": {"component": {"name": "Suite"}}, "services": [
 {"name": "opslag", "provider": {"name": "Hosting Noord", "address": {"country": "NL"}}, "endpoints": ["https://a.example"]},
 {"name": "back-up", "provider": {"name": "hosting noord"}, "services": [
   {"name": "post", "provider": {"name": "Mailer Inc."}}, {"name": "zonder leverancier"}]}]}"""


def test_a_cyclonedx_file_lists_the_providers_of_its_services() -> None:
    found = drafted(read(BILL.encode(), "bom.json"), FORMS[ListKind.SUB_PROCESSORS])
    told = [(draft.name.value, [each.value for each in draft.service], draft.country) for draft in found.drafts]
    assert [(name, services, country.value if country else None) for name, services, country in told] == [
        ("Hosting Noord", ["opslag; back-up"], "NL"),
        ("Mailer Inc.", ["post"], None),
    ]
    assert [(remark.code, remark.original) for remark in found.remarks] == [
        ("ignored_column", "https://a.example"),
        ("nameless_row", "zonder leverancier"),
        ("other_sheet", "bomFormat"),
    ]


SPDX_2 = """{"spdxVersion": "SPDX-2.3", "name": "Suite", "packages": [
 {"name": "opslag", "SPDXID": "SPDXRef-1", "supplier": "Organization: Hosting Noord (post@hosting.example)"},
 {"name": "back-up", "supplier": "Organization: hosting noord"},
 {"name": "hobby", "supplier": "Person: Jan Jansen"}, {"name": "los", "supplier": "NOASSERTION"}]}"""
SPDX_3 = """{"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [
 {"type": "Organization", "spdxId": "urn:a", "name": "Hosting Noord"},
 {"type": "software_Package", "spdxId": "urn:p", "name": "opslag", "suppliedBy": "urn:a"},
 {"type": "software_Package", "spdxId": "urn:q", "name": "back-up", "suppliedBy": "urn:a"},
 {"type": "software_Package", "name": "los", "suppliedBy": "urn:nergens"}]}"""


@pytest.mark.parametrize("bill", [SPDX_2, SPDX_3], ids=["2.3", "3.0"])
def test_an_spdx_file_lists_the_suppliers_of_its_packages(bill: str) -> None:
    found = drafted(read(bill.encode(), "bom.json"), FORMS[ListKind.SUB_PROCESSORS])
    told = [(draft.name.value, [each.value for each in draft.service]) for draft in found.drafts]
    assert told == [("Hosting Noord", ["opslag; back-up"])]


def test_what_an_spdx_file_tells_beside_its_suppliers_is_reported() -> None:
    remarks = drafted(read(SPDX_2.encode(), "bom.json"), FORMS[ListKind.SUB_PROCESSORS]).remarks
    assert [(remark.code, remark.original) for remark in remarks] == [
        ("ignored_column", "SPDXRef-1"),
        ("nameless_row", "hobby"),
        ("nameless_row", "Person: Jan Jansen"),
        ("nameless_row", "los"),
        ("nameless_row", "NOASSERTION"),
        ("other_sheet", "spdxVersion"),
    ]


def test_of_many_words_in_one_service_each_is_read_once() -> None:
    tags = ", ".join(f'"t{number}"' for number in range(40_000))
    service = f'{{"name": "a", "tags": [{tags}, "t1"], "provider": {{"name": "b"}}}}'
    bill = f'{{"bomFormat": "CycloneDX", "services": [{service}]}}'
    (_, row) = read(bill.encode(), "bom.json").sheets[0].rows
    assert str(row[-1]).count(";") == 39_999


def test_a_cyclonedx_file_with_a_value_that_no_list_has_is_refused() -> None:
    tags = ", ".join(f'"woord{number}"' for number in range(120_000))
    with pytest.raises(UnreadableFile, match="long_cell"):
        read(f'{{"bomFormat": "CycloneDX", "services": [{{"name": "a", "tags": [{tags}]}}]}}'.encode(), "bom.json")


@pytest.mark.parametrize("content", [b'{"bomFormat": "CycloneDX"}', b'{"bomFormat": "CycloneDX", "services": [1]}'])
def test_a_cyclonedx_file_without_services_is_told(content: bytes) -> None:
    with pytest.raises(UnreadableFile, match="unknown_json"):
        read(content, "bom.json")
