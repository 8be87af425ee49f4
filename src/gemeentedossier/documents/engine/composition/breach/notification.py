"""The text for each question of the authority's form, with where it comes from (GDPR 33(3))."""

from collections.abc import Iterator, Sequence

from gemeentedossier.documents.engine.blocks import Block, Document, Note, NoteKind, Section, Text, say
from gemeentedossier.documents.engine.composition.breached import of_breach
from gemeentedossier.documents.engine.composition.document import finished
from gemeentedossier.documents.engine.composition.material import Desk, Material, desk_for
from gemeentedossier.documents.engine.provenance import Origin
from gemeentedossier.dossier.breaches.engine.around import around_of
from gemeentedossier.dossier.breaches.engine.form import FormAnswer, Standing, form_answers, missing_of_law
from gemeentedossier.dossier.breaches.engine.words import word
from gemeentedossier.dossier.breaches.enums import NotificationKind
from gemeentedossier.dossier.breaches.facts import PersonalDataBreach


def compose_notification(
    material: Material, breach: PersonalDataBreach, *, kind: NotificationKind, language: str = "nl"
) -> Document:
    """The text for a first notification, a follow-up or a withdrawal; the answers are Dutch, as the form is."""
    desk = desk_for(material, language=language)
    around = around_of(desk.w.dossier.organisation, desk.w.catalogue)
    answers = form_answers(breach, desk.w.catalogue.breach_form, around, kind=kind)
    sections = (
        desk.section("n.opening.heading", "opening", _opening(desk, breach, kind, answers)),
        desk.section("n.answers.heading", "answers", (), _chapters(desk, breach, answers)),
    )
    about = f"{breach.number} {breach.title}"
    is_draft = kind is not NotificationKind.WITHDRAWAL and bool(missing_of_law(answers))
    return finished(desk, "n", sections, about=about, is_draft=is_draft)


def compose_to_controller(material: Material, breach: PersonalDataBreach, *, language: str = "nl") -> Document:
    """What the municipality as processor tells the controller; the controller weighs and notifies (GDPR 33(2))."""
    desk = desk_for(material, language=language)
    around = around_of(desk.w.dossier.organisation, desk.w.catalogue)
    kind = NotificationKind.CONTROLLER
    answers = form_answers(breach, desk.w.catalogue.breach_form, around, kind=kind)
    sections = (
        desk.section("w.opening.heading", "opening", _to_controller(desk, breach, answers)),
        desk.section("w.answers.heading", "answers", (), _chapters(desk, breach, answers)),
    )
    about = f"{breach.number} {breach.title}"
    return finished(desk, "w", sections, about=about, is_draft=bool(missing_of_law(answers)))


def _to_controller(desk: Desk, breach: PersonalDataBreach, answers: Sequence[FormAnswer]) -> Iterator[Block]:
    w, kept = desk.w, of_breach(desk, breach)
    if w.dossier.organisation.is_example:
        yield Note(NoteKind.ATTENTION, w.say("example", *w.origins.organisation("is_example")))
    if name := breach.triage.controller_name:
        yield w.paragraph("w.opening.to", *kept.origins("triage"), name=name)
    yield w.paragraph("w.opening.text", *kept.origins("name"))
    if contact := w.dossier.organisation.contact_point:
        yield w.paragraph("w.opening.contact", *w.origins.organisation("contact_point"), contact=contact)
    if missing := missing_of_law(answers):
        questions = w.listed(each.in_language(w.language) for each in missing)
        yield Note(NoteKind.ATTENTION, w.say("w.opening.missing", *kept.origins("name"), questions=questions))


def _opening(
    desk: Desk, breach: PersonalDataBreach, kind: NotificationKind, answers: Sequence[FormAnswer]
) -> Iterator[Block]:
    w, kept = desk.w, of_breach(desk, breach)
    if w.dossier.organisation.is_example:
        yield Note(NoteKind.ATTENTION, w.say("example", *w.origins.organisation("is_example")))
    yield w.paragraph("n.opening.kind", *kept.origins("name"), kind=word(kind, w.language))
    if kind is NotificationKind.WITHDRAWAL:
        yield w.paragraph("n.opening.withdrawal", *kept.origins("name"))
    elif missing := missing_of_law(answers):
        questions = w.listed(each.in_language(w.language) for each in missing)
        yield Note(NoteKind.ATTENTION, w.say("n.opening.missing", *kept.origins("name"), questions=questions))


def _chapters(desk: Desk, breach: PersonalDataBreach, answers: Sequence[FormAnswer]) -> Iterator[Section]:
    """The chapters of the form, in its order."""
    w, kept = desk.w, of_breach(desk, breach)
    chapters: dict[str, list[FormAnswer]] = {}
    for each in answers:
        chapters.setdefault(each.field.chapter.in_language(w.language), []).append(each)
    for number, (chapter, asked) in enumerate(chapters.items(), 1):
        columns = ("column.question", "column.answer-text", "column.comes-from")
        table = w.table("n.chapter.caption", columns, [_row(desk, breach, each) for each in asked])
        heading = say(chapter, because=kept.origins("name"), slot=f"chapter-{number}")
        yield Section(heading=heading, anchor=f"chapter-{number}", blocks=(table,))


def _row(desk: Desk, breach: PersonalDataBreach, answer: FormAnswer) -> tuple[Text, ...]:
    w, field = desk.w, answer.field
    because: tuple[Origin, ...] = (*of_breach(desk, breach).origins("name"), *w.origins.references(field.law))
    text = "" if answer.standing is Standing.MISSING else answer.text
    return (
        w.value(f"{field.number} {field.question.in_language(w.language)}", because=because, slot=field.id),
        w.value_or_unknown(text, *because, slot=f"{field.id}.text"),
        w.said(w.word(f"standing.{answer.standing}"), *because, slot=f"{field.id}.standing"),
    )
