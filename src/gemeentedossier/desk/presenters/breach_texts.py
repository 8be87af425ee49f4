"""The text for the authority's form, question by question, and the register of breaches."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge, Cell, Definition, Row
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.desk.presenters.agreement import Section
from gemeentedossier.desk.presenters.breaches import BreachSight
from gemeentedossier.desk.presenters.security import table
from gemeentedossier.dossier.breaches.engine.around import around_of
from gemeentedossier.dossier.breaches.engine.form import FormAnswer, Standing, form_answers, last_sent
from gemeentedossier.dossier.breaches.engine.register import register_lines
from gemeentedossier.dossier.breaches.engine.words import word
from gemeentedossier.dossier.breaches.enums import NotificationKind
from gemeentedossier.dossier.breaches.facts import PersonalDataBreach
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.addresses import reverse


def kinds_of() -> Mapping[str, str]:
    """What a text for the form can be, by value."""
    kinds = (NotificationKind.FIRST, NotificationKind.FOLLOW_UP, NotificationKind.WITHDRAWAL)
    return {each.value: word(each, language()) for each in kinds}


def answers_tables(
    sight: BreachSight, breach: PersonalDataBreach, kind: NotificationKind, *, notifier: str
) -> tuple[Section, ...]:
    """Per chapter of the form its questions, the text, where it comes from, and what was sent before."""
    around = replace(around_of(sight.dossier.organisation, sight.catalogue), notifier=notifier)
    answers, sent = form_answers(breach, sight.catalogue.breach_form, around, kind=kind), last_sent(breach)
    chapters: dict[str, list[FormAnswer]] = {}
    for each in answers:
        chapters.setdefault(each.field.chapter.in_language(language()), []).append(each)
    labels = (_("Question"), _("Text"), _("Comes from"), *((_("Sent last"),) if sent else ()))
    return tuple(
        Section(
            anchor=f"chapter-{number}",
            title=chapter,
            about="",
            table=table(chapter, labels, tuple(_row(each, sent) for each in asked)),
        )
        for number, (chapter, asked) in enumerate(chapters.items(), start=1)
    )


def _row(answer: FormAnswer, sent: Mapping[str, str]) -> Row:
    question = f"{answer.field.number} {answer.field.question.in_language(language())}"
    law = ", ".join(each.citation(language()) for each in answer.field.law)
    before = (Cell(text=sent.get(answer.field.id, "")),) if sent else ()
    text = answer.text or _("nothing recorded")
    return Row(cells=(Cell(text=question, note=law), Cell(text=text), Cell(badge=standing_badge(answer)), *before))


def standing_badge(answer: FormAnswer) -> Badge:
    """Where an answer comes from; what the law asks and is missing stands out."""
    if answer.standing is Standing.RECORDED:
        return Badge(word=pgettext("answer of a form", "recorded"), tone=Tone.GOOD, shape=Shape.CHECK)
    if answer.standing is Standing.DERIVED:
        return Badge(word=pgettext("answer of a form", "derived"), tone=Tone.QUIET, shape=Shape.HALF)
    tone = Tone.ATTENTION if answer.field.is_required else Tone.OPEN
    return Badge(word=pgettext("answer of a form", "missing"), tone=tone, shape=Shape.HOLLOW)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRecord:
    """A breach in the register: its name, where it stands, and what is recorded."""

    title: str
    url: str
    definitions: tuple[Definition, ...]


def register_shown(dossier: Dossier, catalogue: Catalogue, slug: str) -> tuple[RegisterRecord, ...]:
    """Every breach with what the register holds; what nobody recorded is said to be so."""
    names = {each.id: each.name for each in dossier.activities}
    lines = register_lines(dossier.breaches, catalogue, activities=names, language=language())
    return tuple(
        RegisterRecord(
            title=f"{line.cells[0][1]} {line.cells[1][1]}",
            url=reverse("desk:breach", args=[slug, line.breach_id]),
            definitions=tuple(
                Definition(term=heading, texts=(text,) if text else (), missing=_("not recorded"))
                for heading, text in line.cells[2:]
            ),
        )
        for line in lines
    )
