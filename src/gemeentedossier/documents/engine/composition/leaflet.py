"""The leaflet of one product as a paper of its own: what its party tells, and in so many words what it does not."""

from collections.abc import Iterator
from uuid import UUID

from gemeentedossier.catalogue.engine.lint import Lint
from gemeentedossier.documents.engine.blocks import Block, DefinitionList, Document, Note, NoteKind, Section
from gemeentedossier.documents.engine.composition.document import finished
from gemeentedossier.documents.engine.composition.material import Desk, Material, desk_for
from gemeentedossier.documents.engine.composition.records import Record, record
from gemeentedossier.documents.engine.composition.wordings import anchor_of
from gemeentedossier.documents.engine.composition.writer import quoted
from gemeentedossier.dossier.agreements.engine.leaflets import (
    QUESTIONS,
    Fit,
    fit_of,
    is_overdue_on,
    missing_in,
    product_name,
)
from gemeentedossier.dossier.agreements.facts import Agreement, Leaflet


def leaflet_of(material: Material, key: UUID) -> Leaflet | None:
    """The leaflet with this key, where it is recorded."""
    return next((each for each in material.dossier.leaflets if each.id == key), None)


def compose_leaflet(material: Material, leaflet: Leaflet, *, language: str = "nl") -> Document:
    """The leaflet on paper: what the party says of its product, in its own words, question by question."""
    desk = desk_for(material, language=language)
    product = product_name(leaflet, material.dossier.systems, material.dossier.tools)
    kept = record(desk.w, "leaflet", leaflet, f"{product}, {leaflet.party_name}")
    sections = (_opening(desk, leaflet, kept), _answers(desk, leaflet, kept), _belonging(desk, leaflet, kept, product))
    return finished(desk, "l", sections, about=product)


def _opening(desk: Desk, leaflet: Leaflet, kept: Record) -> Section:
    return desk.section("l.opening.heading", "opening", _about(desk, leaflet, kept))


def _about(desk: Desk, leaflet: Leaflet, kept: Record) -> Iterator[Block]:
    w = desk.w
    if w.dossier.organisation.is_example:
        yield Note(NoteKind.ATTENTION, w.say("example", *w.origins.organisation("is_example")))
    yield w.paragraph("l.opening.whose", *kept.origins("party_id"), party=leaflet.party_name)
    if is_overdue_on(leaflet, w.day):
        yield Note(NoteKind.ATTENTION, w.say("l.opening.overdue", *kept.origins("valid_until"), day=w.today()))
    missing = missing_in(leaflet, Lint(w.catalogue))
    if missing:
        yield w.paragraph("l.opening.missing", *kept.origins(*missing), count=len(missing))


def _answers(desk: Desk, leaflet: Leaflet, kept: Record) -> Section:
    open_fields = set(missing_in(leaflet, Lint(desk.w.catalogue)))
    children = [_answer(desk, leaflet, kept, field, is_open=field in open_fields) for field in QUESTIONS]
    return desk.section("l.answers.heading", "answers", (), children)


def _answer(desk: Desk, leaflet: Leaflet, kept: Record, field: str, *, is_open: bool) -> Section:
    w, because = desk.w, kept.origins(field)
    words = getattr(leaflet, field)
    told = w.paragraph("l.answers.open", *because) if is_open else None
    return Section(
        heading=w.value(QUESTIONS[field].in_language(w.language), because=because, slot=f"{field}-heading")[0],
        anchor=anchor_of("question", field),
        blocks=(told or w.paragraph("l.answers.words", *because, words=quoted(words)),),
    )


def _belonging(desk: Desk, leaflet: Leaflet, kept: Record, product: str) -> Section:
    """To which agreement it belongs, whether it is about what that covers, and until when it may be relied on."""
    w = desk.w
    agreement = next((each for each in w.dossier.agreements if each.id == leaflet.agreement_id), None)
    entries = (
        w.definition("label.belongs-to", kept.cell(agreement.name if agreement else "", "agreement_id")),
        w.definition("label.issued", kept.day(leaflet.issued_on, "issued_on")),
        w.definition("label.until", kept.day(leaflet.valid_until, "valid_until")),
    )
    blocks: list[Block] = [DefinitionList(entries)]
    if agreement:
        fit = fit_of(leaflet, agreement, w.dossier.systems, w.dossier.tools)
        blocks.append(_fits(desk, leaflet, kept, agreement, fit, product))
    return desk.section("l.belonging.heading", "belonging", blocks)


def _fits(desk: Desk, leaflet: Leaflet, kept: Record, agreement: Agreement, fit: Fit, product: str) -> Block:
    """Whether the leaflet is about what was agreed, in one sentence."""
    w = desk.w
    because = (*kept.origins("agreement_id"), *record(w, "agreement", agreement, agreement.name).origins("system_ids"))
    agreed = w.listed(fit.agreed)
    if fit.of_a_party is False:
        return Note(NoteKind.ATTENTION, w.say("l.belonging.other-party", *because, party=leaflet.party_name))
    if fit.about_the_product is False:
        told = w.say("l.belonging.other-product", *because, product=product, agreed=agreed)
        return Note(NoteKind.ATTENTION, told)
    if fit.about_the_product:
        return w.paragraph("l.belonging.fits", *because, product=product)
    return w.paragraph("l.belonging.open", *because, product=product)
