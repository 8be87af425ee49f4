"""Pre-scans as people read them: the verdict with its reasons, what the register answered, and what changed."""

from collections.abc import Iterable, Iterator

from django.template.defaultfilters import floatformat
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from gemeentedossier.catalogue.facts.assessments import AuthorityListItem, PrescanQuestion, QuestionKind
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.norms import ScreeningCriterion
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge, Cell, Definition, Row, Table
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import day
from gemeentedossier.desk.presenters.agreement import said
from gemeentedossier.desk.presenters.security import table
from gemeentedossier.dossier.risks.engine.filled import PERMANENT
from gemeentedossier.dossier.risks.engine.prescan import CASES, Answered, Ground, PrescanResult, Reopened
from gemeentedossier.dossier.risks.engine.statements import NAMES, Statement
from gemeentedossier.dossier.risks.enums import PrescanVerdict
from gemeentedossier.dossier.risks.facts import Prescan


def verdict_badge(result: PrescanResult) -> Badge:
    """What the facts give, in a word and a shape; open is never no, and a rule of thumb is not the law."""
    verdict = result.verdict
    if verdict is None:
        return Badge(word=pgettext("pre-scan", "To be determined"), tone=Tone.OPEN, shape=Shape.HOLLOW)
    if result.rests_on_guidance:
        return Badge(word=pgettext("pre-scan", "DPIA needed as a rule"), tone=Tone.NOTE, shape=Shape.HALF)
    shape = {
        PrescanVerdict.REQUIRED: (Tone.ATTENTION, Shape.CLASH),
        PrescanVerdict.RECOMMENDED: (Tone.NOTE, Shape.DIAMOND),
        PrescanVerdict.NOT_REQUIRED: (Tone.GOOD, Shape.CHECK),
    }[verdict]
    return Badge(word=name_of(verdict), tone=shape[0], shape=shape[1])


def standing_badge(prescan: Prescan | None, result: PrescanResult, reopened: Reopened | None) -> Badge:
    """Where a pre-scan stands: decided, or decided on what is no longer so, or not decided."""
    if prescan is None or prescan.decision is None:
        return Badge(word=pgettext("pre-scan", "Not decided yet"), tone=Tone.OPEN, shape=Shape.HOLLOW)
    if reopened:
        word = _("Decide anew") if reopened.flips else _("Its facts changed")
        return Badge(word=word, tone=Tone.ATTENTION, shape=Shape.CLOCK)
    return Badge(word=name_of(prescan.decision), tone=Tone.GOOD, shape=Shape.PERSON)


def ground_sentence(ground: Ground, *, language: str) -> str:
    """Why, with what it was found in."""
    sentence = ground.outcome.sentence.in_language(language)
    found = ", ".join(each for each in ground.found if each != "ja")
    return f"{sentence} ({found})." if found else f"{sentence}."


def verdict_said(
    prescan: Prescan | None, result: PrescanResult, catalogue: Catalogue, *, language: str
) -> Iterator[Definition]:
    """The verdict with its grounds, the weightiest first; the score last, for it decides nothing."""
    yield Definition(term=_("What the facts give"), badge=verdict_badge(result))
    if result.awaited:
        yield said(_("To answer first"), *(each.in_language(language) for each in result.awaited))
    grounds = [ground_sentence(in_words(each, catalogue, language), language=language) for each in result.grounds]
    yield said(_("Because"), *grounds, missing=_("No reason for an assessment was found"))
    if result.beside:
        beside = [ground_sentence(each, language=language) for each in result.beside]
        yield said(_("Also asked"), *beside)
    yield said(_("Score of central government"), _score_said(result), *_scored(result, language))
    count = len(result.open_questions)
    if count:
        open_ones = ngettext("%(count)d question is open", "%(count)d questions are open", count) % {"count": count}
        yield said(_("Still open"), open_ones, *(each.name.in_language(language) for each in result.open_questions))


def _score_said(result: PrescanResult) -> str:
    told = {"score": result.score, "more": result.open_score}
    if result.open_score:
        return _("%(score)d; open answers can add %(more)d. The law knows no score: it only helps.") % told
    return _("%(score)d. The law knows no score: it only helps.") % told


def _scored(result: PrescanResult, language: str) -> Iterator[str]:
    """What each answer scores, where it does."""
    for each in result.answers:
        if each.score:
            points = ngettext("%(count)d point", "%(count)d points", each.score) % {"count": each.score}
            yield f"{each.question.name.in_language(language)}: {points}"


def decision_said(prescan: Prescan | None) -> Iterator[Definition]:
    """What was decided, by whom and why."""
    if prescan is None or prescan.decision is None:
        yield said(_("Decision"), missing=_("Nobody decided yet"))
        return
    yield said(_("Decision"), name_of(prescan.decision))
    if prescan.departs:
        found = name_of(prescan.found) if prescan.found else pgettext("pre-scan", "To be determined")
        yield said(_("The facts gave then"), found)
    yield said(_("Why"), prescan.decided_because)
    at = day(prescan.decided_at.date()) if prescan.decided_at else ""
    yield said(_("Decided by"), f"{prescan.decided_by}, {at}" if prescan.decided_by else at)


def reopened_said(reopened: Reopened, catalogue: Catalogue, *, language: str) -> Iterator[Definition]:
    """What changed since the decision, and the sentence that made it flip."""
    if reopened.new_grounds:
        told = [
            ground_sentence(in_words(each, catalogue, language), language=language) for each in reopened.new_grounds
        ]
        yield said(_("New reason for an assessment"), *told)
    if reopened.new:
        yield said(_("New since the decision"), *_statements(reopened.new, language))
    if reopened.gone:
        yield said(_("Gone since the decision"), *_statements(reopened.gone, language))


def _statements(statements: Iterable[Statement], language: str) -> Iterator[str]:
    for name, words in statements:
        yield f"{NAMES[name].in_language(language)}: {words}" if name != "answer" else words


def answers_table(
    answers: Iterable[Answered], catalogue: Catalogue, *, language: str, from_register: bool
) -> Table | None:
    """The questions with their answers, of the register or of a person."""
    rows = tuple(
        Row(
            cells=(
                Cell(text=each.question.name.in_language(language)),
                Cell(text=answer_words(each, catalogue, language=language)),
            )
        )
        for each in answers
        if each.from_register is from_register
    )
    return table(_("Answers"), (pgettext("column", "Question"), pgettext("column", "Answer")), rows)


def answer_words(answered: Answered, catalogue: Catalogue, *, language: str) -> str:
    """An answer in words; that it is not known where it is not."""
    if answered.values is None:
        return pgettext("answer", "Not known yet")
    if answered.values == ("none",):
        return pgettext("choice", "None of these")
    if answered.question.kind is QuestionKind.YES_NO:
        return pgettext("answer", "Yes") if answered.values == ("yes",) else pgettext("answer", "No")
    if answered.question.kind is QuestionKind.NUMBER:
        return _number_words(answered)
    names = _names(answered.question, catalogue, language)
    return ", ".join(names.get(each, each) for each in answered.values)


def _number_words(answered: Answered) -> str:
    """A number with what it counts."""
    count, filled_by = answered.number or 0, answered.question.filled_by
    if filled_by == "people_kinds":
        return ngettext("weighs %(count)d", "weigh %(count)d", count) % {"count": count}
    if filled_by == "longest_retention":
        if str(count) == PERMANENT:
            return _("kept for good")
        return ngettext("%(count)d month", "%(count)d months", count) % {"count": count}
    if filled_by:
        return ngettext("%(count)d kind", "%(count)d kinds", count) % {"count": count}
    return floatformat(count, "0g")


def _names(question: PrescanQuestion, catalogue: Catalogue, language: str) -> dict[str, str]:
    named = {each.id: each.name for each in question.options}
    if question.filled_by == "authority_list":
        named = {each.id: each.name for each in catalogue.entries_of(AuthorityListItem).values()}
    if question.filled_by == "european_criteria":
        named = {each.value: each.name for each in catalogue.entries_of(ScreeningCriterion).values()}
    return {key: name.in_language(language) for key, name in named.items()}


def in_words(ground: Ground, catalogue: Catalogue, language: str) -> Ground:
    """The ground with cases of the law, kinds of the supervisor's list and criteria in the reader's language."""
    names = {
        **CASES,
        **{each.id: each.name for each in catalogue.entries_of(AuthorityListItem).values()},
        **{each.name.nl: each.name for each in catalogue.entries_of(ScreeningCriterion).values()},
    }
    told = (names[each].in_language(language) if each in names else each for each in ground.found)
    return Ground(ground.outcome, tuple(told))
