"""The letter to people whose data were hit: in plain words, with all that the law asks, without names (GDPR 34)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from gemeentedossier.catalogue.facts.categories import DataCategory
from gemeentedossier.catalogue.facts.sources import Text as Words
from gemeentedossier.documents.engine.blocks import (
    Block,
    BulletList,
    Document,
    Note,
    NoteKind,
    Paragraph,
    Section,
    Text,
)
from gemeentedossier.documents.engine.composition.breached import of_breach
from gemeentedossier.documents.engine.composition.document import finished
from gemeentedossier.documents.engine.composition.material import Desk, Material, desk_for
from gemeentedossier.documents.engine.composition.records import Record, category_names
from gemeentedossier.documents.engine.composition.wordings import in_the_netherlands, long_date
from gemeentedossier.dossier.breaches.engine.letter import missing_of_letter
from gemeentedossier.dossier.breaches.engine.words import word
from gemeentedossier.dossier.breaches.enums import Harm
from gemeentedossier.dossier.breaches.facts import PersonalDataBreach

ADVICE = {
    "u.yourself.identity": {Harm.IDENTITY_FRAUD},
    "u.yourself.money": {Harm.FINANCIAL_LOSS},
    "u.yourself.danger": {Harm.DANGER},
}
"""What somebody can do, by what can come of it."""


PLAIN = {"name-and-address": Words("naam en adres", "name and address")}
"""Categories of which the catalogue gives the word of the trade."""


def compose_message(material: Material, breach: PersonalDataBreach, *, language: str = "nl") -> Document:
    """What happened, what it can mean, what is done, what somebody can do, and whom to ask (GDPR 34(2))."""
    desk = desk_for(material, language=language)
    chapters = {
        "happened": _happened(desk, breach),
        "means": _means(desk, breach),
        "do": _do(desk, breach),
        "yourself": _yourself(desk, breach),
        "contact": _contact(desk),
    }
    sections: list[Section] = [desk.section(f"u.{key}.heading", key, blocks) for key, blocks in chapters.items()]
    return finished(desk, "u", sections, is_draft=bool(_missing(desk, breach)))


def _missing(desk: Desk, breach: PersonalDataBreach) -> Sequence[str]:
    known = desk.w.dossier.organisation
    contact = known.data_protection_officer_contact or known.contact_point or ""
    return [each.in_language(desk.w.language) for each in missing_of_letter(breach, contact=contact)]


def _own(kept: Record, words: str, field: str) -> Text:
    """What the municipality wrote, as a sentence of its letter; or that nobody wrote it."""
    said = words.strip()
    return kept.cell(said if not said or said[-1] in ".!?" else f"{said}.", field)


def _happened(desk: Desk, breach: PersonalDataBreach) -> Iterator[Block]:
    w, kept, hit = desk.w, of_breach(desk, breach), breach.concerned
    if missing := _missing(desk, breach):
        yield Note(NoteKind.ATTENTION, w.say("u.draft", *kept.origins("name"), missing=w.listed(missing)))
    if hit.under_sixteen:
        yield w.paragraph("u.greeting.parents", *kept.origins("concerned"))
    else:
        yield w.paragraph("u.greeting")
    yield w.paragraph("u.sorry", *kept.origins("name"))
    if began := breach.moments.began_at:
        day = long_date(in_the_netherlands(began).date(), language=w.language)
        yield w.paragraph("u.when", *kept.origins("moments"), day=day)
    yield Paragraph(_own(kept, breach.nature.summary, "nature"))
    if data := category_names(w, _in_plain_words(w.catalogue.data_categories), hit.data_categories, hit.data_own):
        yield w.paragraph("u.data", *kept.origins("concerned"), data=data)


def _in_plain_words(known: Mapping[str, DataCategory]) -> Mapping[str, DataCategory]:
    """The categories of data as a resident calls them: the trade has names of its own."""
    return {key: replace(each, name=PLAIN.get(key, each.name)) for key, each in known.items()}


def _means(desk: Desk, breach: PersonalDataBreach) -> Iterator[Block]:
    w, kept, nature = desk.w, of_breach(desk, breach), breach.nature
    if nature.harms:
        harms = w.listed(word(each, w.language) for each in nature.harms)
        yield w.paragraph("u.harms", *kept.origins("nature"), harms=harms)
    if nature.consequences or not nature.harms:
        yield Paragraph(_own(kept, nature.consequences, "nature"))


def _do(desk: Desk, breach: PersonalDataBreach) -> Iterator[Block]:
    kept = of_breach(desk, breach)
    if breach.measures:
        yield BulletList(tuple(_own(kept, each.what, f"measures.{each.id}") for each in breach.measures))
    else:
        yield Paragraph(_own(kept, "", "measures"))


def _yourself(desk: Desk, breach: PersonalDataBreach) -> Iterator[Block]:
    w, because = desk.w, of_breach(desk, breach).origins("nature")
    yield w.paragraph("u.yourself.watch")
    for clause, harms in ADVICE.items():
        if harms & set(breach.nature.harms):
            yield w.paragraph(clause, *because)


def _contact(desk: Desk) -> Iterator[Block]:
    w, known = desk.w, desk.w.dossier.organisation
    officer, point = known.data_protection_officer_contact, known.contact_point
    if officer:
        because = w.origins.organisation("data_protection_officer_contact")
        yield w.paragraph("u.contact.officer", *because, contact=officer)
    if point:
        yield w.paragraph("u.contact.point", *w.origins.organisation("contact_point"), contact=point)
    if not officer and not point:
        because = w.origins.organisation("data_protection_officer_contact", "contact_point")
        yield Note(NoteKind.ATTENTION, w.say("u.contact.missing", *because))
