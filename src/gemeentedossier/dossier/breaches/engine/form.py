"""What the record answers to each question of the authority's form (GDPR 33(3)), and where what was sent differs.

An answer is recorded, derived from what is recorded, or missing; a proposal from the register is never one. The form is
Dutch, so the answers are.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from gemeentedossier.catalogue.facts.breaches import BreachFormField
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.breaches.engine.words import word
from gemeentedossier.dossier.breaches.enums import Circumstance, DataContext, DecisionKind, Harm, NotificationKind
from gemeentedossier.dossier.breaches.facts import PersonalDataBreach
from gemeentedossier.foundation.clock import AMSTERDAM

YES_NO = {True: "ja", False: "nee", None: ""}
TO_PRIVACY_AUTHORITY = (NotificationKind.FIRST, NotificationKind.FOLLOW_UP, NotificationKind.POLICE)


FIRST_OF_FACTS = 4
"""The chapter of the form from which it asks what happened; before it stands who notifies."""
OF_THE_CONTROLLER = ("4.5", "9.3", "10.1")
"""Questions that only the controller answers."""


class Standing(StrEnum):
    """Where an answer comes from."""

    RECORDED = "recorded"
    DERIVED = "derived"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What a form asks that stands outside the breach: the municipality, its officer, names of categories.

    ``notifier`` is who fills in the form, where nobody leads the work.
    """

    municipality: str = ""
    controller: str = ""
    contact: str = ""
    officer: str = ""
    officer_number: str = ""
    notifier: str = ""
    names: Mapping[str, str] | None = None
    special: frozenset[str] = frozenset()

    def named(self, categories: Iterable[str], own: Iterable[str]) -> str:
        """The names of categories and own words, in alphabetical order."""
        known = self.names or {}
        return ", ".join(sorted({*(known.get(each, each) for each in categories), *own}))


@dataclass(frozen=True, slots=True, kw_only=True)
class FormAnswer:
    """A question of the form with the answer of the record."""

    field: BreachFormField
    text: str
    standing: Standing


Answered = tuple[str, Standing]


def form_answers(
    breach: PersonalDataBreach, form: Iterable[BreachFormField], around: Around, *, kind: NotificationKind
) -> tuple[FormAnswer, ...]:
    """The answers for a first notification, a follow-up or a withdrawal, in the order of the form.

    A controller is told with the same words by who processes for it.
    """
    made = []
    asked = (each for each in form if kind is not NotificationKind.CONTROLLER or _is_for_controller(each))
    for field in asked:
        text, standing = ANSWERS.get(field.number, _nothing)(breach, around)
        if field.number == "1.1":
            text, standing = word(kind, "nl"), Standing.DERIVED
        made.append(FormAnswer(field=field, text=text, standing=standing if text else Standing.MISSING))
    return tuple(made)


def _is_for_controller(field: BreachFormField) -> bool:
    """Whether a controller asks it of its processor: what happened, to which data of whom, and what is done (33(2)).

    The controller itself weighs how serious it is, and tells people and the authority.
    """
    chapter = int(field.number.partition(".")[0])
    return chapter >= FIRST_OF_FACTS and not field.number.startswith(OF_THE_CONTROLLER)


def missing_of_law(answers: Iterable[FormAnswer]) -> tuple[Text, ...]:
    """The questions without an answer that GDPR 33(3) asks."""
    return tuple(
        each.field.question for each in answers if each.field.is_required and each.standing is Standing.MISSING
    )


def told_moment(moment: dt.datetime | None) -> str:
    """A moment as the form asks it, in Dutch time with the zone said where the clock is put back."""
    if moment is None:
        return ""
    local = moment.astimezone(AMSTERDAM)
    return local.strftime("%d-%m-%Y %H:%M") + (" (wintertijd)" if local.fold else "")


def told_number(least: int | None, most: int | None) -> str:
    """A number of people, exact or from and up to."""
    if least is None and most is None:
        return ""
    if least == most or most is None:
        return str(least) if most is not None else f"ten minste {least}"
    return f"ten hoogste {most}" if least is None else f"{least} tot {most}"


def _nothing(_breach: PersonalDataBreach, _around: Around) -> Answered:
    return "", Standing.MISSING


def _of(read: Callable[[PersonalDataBreach], str]) -> Callable[[PersonalDataBreach, Around], Answered]:
    return lambda breach, _around: (read(breach), Standing.RECORDED)


def _derived(read: Callable[[PersonalDataBreach, Around], str]) -> Callable[[PersonalDataBreach, Around], Answered]:
    return lambda breach, around: (read(breach, around), Standing.DERIVED)


def _law(breach: PersonalDataBreach, _around: Around) -> str:
    return "AVG en Wpg" if breach.triage.police_data else "AVG"


def _organisation(_breach: PersonalDataBreach, around: Around) -> str:
    officer = f"FG: {around.officer}" if around.officer else ""
    number = f"nummer van de FG: {around.officer_number}" if around.officer_number else ""
    return ", ".join(filter(None, (around.municipality, around.controller, around.contact, officer, number)))


def _others(breach: PersonalDataBreach, _around: Around) -> str:
    cyber = breach.sent(NotificationKind.EARLY_WARNING, NotificationKind.INCIDENT, NotificationKind.OTHER)
    return ", ".join(word(each.kind, "nl") for each in cyber)


def _end(breach: PersonalDataBreach) -> str:
    return told_moment(breach.moments.ended_at) or ("nog gaande" if breach.moments.is_ongoing else "")


def _delay(breach: PersonalDataBreach) -> str:
    return next((each.delay_reason for each in breach.notifications if each.delay_reason), "")


def _special(breach: PersonalDataBreach, around: Around) -> str:
    found = [each for each in breach.concerned.data_categories if each in around.special]
    if found:
        return around.named(found, ())
    return "geen" if _is_surely_ordinary(breach, around) else ""


def _is_surely_ordinary(breach: PersonalDataBreach, around: Around) -> bool:
    """Whether the whole record says that no sensitive data were hit; what nobody weighed or named says nothing."""
    hit, score = breach.concerned, breach.score
    named = bool(hit.data_categories) and set(hit.data_categories) <= (around.names or {}).keys() and not hit.data_own
    weighed = score.context is not None and score.context is not DataContext.SENSITIVE
    hints = (
        Circumstance.CRIMINAL_DATA in (score.circumstances or ()),
        Harm.PROFESSIONAL_SECRECY in breach.nature.harms,
        breach.triage.police_data is not False,
    )
    return named and weighed and not any(hints)


def _seriousness(breach: PersonalDataBreach) -> str:
    """In our own words: the choices of the form were not looked into."""
    return word(breach.judgement.risk, "nl") if breach.judgement.risk else ""


def _aspects(breach: PersonalDataBreach) -> str:
    losses = {
        "vertrouwelijkheid": breach.score.confidentiality_loss,
        "integriteit": breach.score.integrity_loss,
        "beschikbaarheid": breach.score.availability_loss,
    }
    return "; ".join(f"{aspect}: {word(loss, 'nl')}" for aspect, loss in losses.items() if loss)


def _consequences(breach: PersonalDataBreach) -> str:
    harms = ", ".join(word(each, "nl") for each in breach.nature.harms)
    return ". ".join(each.rstrip(". ") for each in (breach.nature.consequences, harms) if each)


def _told(breach: PersonalDataBreach, _around: Around) -> str:
    if breach.messages:
        return "ja"
    decided = breach.decision(DecisionKind.INFORM_PEOPLE)
    if decided is None:
        return ""
    return "nog niet, dit is wel besloten" if decided.is_yes else "nee"


def _told_count(breach: PersonalDataBreach) -> str:
    counts = [each.people_count for each in breach.messages if each.people_count is not None]
    return str(sum(counts)) if counts else ""


def _manners(breach: PersonalDataBreach) -> str:
    return ", ".join(dict.fromkeys(word(each.manner, "nl") for each in breach.messages))


def _measures(breach: PersonalDataBreach) -> str:
    told = (
        each.what.rstrip(". ") + (f" (gedaan op {each.done_on:%d-%m-%Y})" if each.done_on else "")
        for each in breach.measures
    )
    return "; ".join(told)


ANSWERS: Mapping[str, Callable[[PersonalDataBreach, Around], Answered]] = {
    "1.2": _derived(_law),
    "1.3": _derived(_others),
    "2.1.1": _of(lambda breach: YES_NO[breach.concerned.is_cross_border]),
    "3.1.1": _derived(_organisation),
    "3.1.2": _derived(lambda _breach, _around: "openbaar bestuur: gemeente"),
    "3.2.1": lambda breach, around: (
        (breach.lead, Standing.RECORDED) if breach.lead else (around.notifier, Standing.DERIVED)
    ),
    "3.2.2": _derived(lambda _breach, around: ", ".join(filter(None, (around.officer, around.contact)))),
    "3.3": _of(lambda breach: breach.processor.party_name),
    "4.1.1": _of(lambda breach: told_moment(breach.moments.began_at)),
    "4.1.2": _of(_end),
    "4.2": _of(lambda breach: told_moment(breach.moments.discovered_at)),
    "4.3": _of(lambda breach: breach.moments.how_discovered),
    "4.5": _of(_delay),
    "5.1": _of(lambda breach: ", ".join(word(each, "nl") for each in breach.triage.types)),
    "5.2": _of(lambda breach: word(breach.nature.kind, "nl") if breach.nature.kind else ""),
    "5.3": _of(lambda breach: breach.nature.summary),
    "6.1": lambda breach, around: (
        around.named(breach.concerned.data_categories, breach.concerned.data_own),
        Standing.RECORDED,
    ),
    "6.2": _derived(_special),
    "6.3.1": _of(lambda breach: "" if breach.concerned.record_count is None else str(breach.concerned.record_count)),
    "7.1": lambda breach, around: (
        around.named(breach.concerned.subject_categories, breach.concerned.subjects_own),
        Standing.RECORDED,
    ),
    "7.3": _of(lambda breach: told_number(breach.concerned.people_min, breach.concerned.people_max)),
    "8.1": _of(lambda breach: YES_NO[breach.nature.is_unintelligible]),
    "9.1": _of(_aspects),
    "9.2": _of(_consequences),
    "9.3": _of(_seriousness),
    "10.1.1": _derived(_told),
    "10.1.3": _of(_told_count),
    "10.1.7": _of(_manners),
    "10.2": _of(_measures),
}
"""What the record answers, by number of the question."""


def last_sent(breach: PersonalDataBreach) -> Mapping[str, str]:
    """What the authority was told last, by id of the question."""
    return {answer.question: answer.answer for each in breach.sent(*TO_PRIVACY_AUTHORITY) for answer in each.answers}


def differences_of(
    breach: PersonalDataBreach, form: Iterable[BreachFormField], around: Around
) -> tuple[Text, ...] | None:
    """Where form and letter tell another thing than the record; None where nothing was sent to compare.

    Of the form only questions whose answer is more than wording are compared; of a letter the data that it names and
    the number of people. What was sent before the record grew differs until a follow-up tells it (33(4)).
    """
    sent = last_sent(breach)
    letters = [each for each in breach.messages if each.told_data or each.people_count is not None]
    if not sent and not letters:
        return None
    answers = form_answers(breach, form, around, kind=NotificationKind.FIRST)
    found = [
        each.field.question
        for each in answers
        if each.field.is_compared and each.field.id in sent and _plain(sent[each.field.id]) != _plain(each.text)
    ]
    return (*found, *_of_letters(breach))


def _of_letters(breach: PersonalDataBreach) -> list[Text]:
    hit = {*breach.concerned.data_categories, *breach.concerned.data_own}
    letters = [each for each in breach.messages if each.told_data]
    found = []
    if any(set(each.told_data) != hit for each in letters):
        found.append(Text("gegevens in de brief", "data in the letter"))
    most = breach.concerned.people_max
    told = [each.people_count for each in breach.messages if each.people_count is not None and not each.is_public]
    if most is not None and told and sum(told) > most:
        found.append(Text("aantal mensen dat bericht kreeg", "number of people who were told"))
    return found


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")
