"""Whether an activity needs an impact assessment: the register answers what it can, a person the rest and decides.

The law and the supervisor's list go before the score, which decides nothing (GDPR 35(1), (3), (4)). What is unknown
never counts as no: as long as an answer is open that could ask an assessment, there is no outcome.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from gemeentedossier.catalogue.facts.assessments import GroundKind, PrescanOutcome, PrescanQuestion, QuestionKind
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.risks.engine.filled import FILLERS, Values
from gemeentedossier.dossier.risks.engine.statements import Around, Statement, statements_on
from gemeentedossier.dossier.risks.enums import PrescanVerdict
from gemeentedossier.dossier.risks.facts import Prescan

NONE, YES = "none", "yes"
RESTS_ON = ("data", "subject", "party", "recipient", "system", "tool", "technique", "nature", "transfer", "retention")
"""The statements about an activity of which a change is told beside a pre-scan."""
LEGAL_QUESTIONS = ("new-legislation", "authority-list", "european-criteria")
"""Questions of which an open answer could still ask an assessment, whatever the score."""
BY_LAW = frozenset({GroundKind.STATUTORY_CASE, GroundKind.NEW_LEGISLATION, GroundKind.AUTHORITY_LIST})
"""Grounds that leave no choice; the criteria of the guidance ask an assessment as a rule (WP 248, III.B)."""
CASES: Mapping[str, Text] = {
    "profiling_with_effect": Text("profilering met gevolgen", "profiling with effect"),
    "special_on_large_scale": Text(
        "bijzondere of strafrechtelijke gegevens op grote schaal", "special or criminal data on a large scale"
    ),
    "public_monitoring": Text("stelselmatig volgen van de openbare ruimte", "systematic monitoring of public space"),
}
"""The cases of GDPR 35(3), and what each is called."""
LARGE_SCALE = Text("grootschalig of niet", "on a large scale or not")


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer to a question, and who gave it. ``values`` None is unknown."""

    question: PrescanQuestion
    values: Values
    from_register: bool

    @property
    def number(self) -> int | None:
        """The answer as a number; a yes counts for one."""
        if self.values is None:
            return None
        if self.question.kind is QuestionKind.NUMBER:
            return int(self.values[0]) if self.values and self.values[0].isdigit() else None
        if self.question.kind is QuestionKind.YES_NO:
            return int(self.values == (YES,))
        return len([each for each in self.values if each != NONE])

    @property
    def score(self) -> int | None:
        """What it scores; None while it is unknown and could score."""
        number = self.number
        if self.values is None or number is None:
            return None if self.question.highest_score else 0
        if self.question.options:
            return max((each.score for each in self.question.options if each.id in self.values), default=0)
        return self.question.score_of(number)


@dataclass(frozen=True, slots=True)
class Ground:
    """Why an assessment is needed, or another examination, with what it was found in."""

    outcome: PrescanOutcome
    found: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PrescanResult:
    """What the facts give: a verdict, or None while open answers could turn it; the weightiest ground first."""

    verdict: PrescanVerdict | None
    grounds: tuple[Ground, ...]
    beside: tuple[Ground, ...]
    """Other examinations that are asked."""
    score: int
    open_score: int
    """How much more the open answers could score."""
    open_questions: tuple[PrescanQuestion, ...]
    answers: tuple[Answered, ...]
    statements: frozenset[Statement]
    """What it rests on."""
    awaited: tuple[Text, ...] = ()
    """What is to be answered before there is a verdict; empty where there is one."""

    @property
    def rests_on_guidance(self) -> bool:
        """Whether no law and no list asks it, so that a reason may lead elsewhere (WP 248, III.B)."""
        return self.verdict is PrescanVerdict.REQUIRED and not any(g.outcome.ground in BY_LAW for g in self.grounds)


@dataclass(frozen=True, slots=True)
class Reopened:
    """What changed since a pre-scan was decided, and which grounds are new or gone: the sentence that made it flip."""

    gone: tuple[Statement, ...]
    new: tuple[Statement, ...]
    new_grounds: tuple[Ground, ...]
    gone_grounds: tuple[str, ...]
    """Ids of outcomes of the catalogue."""
    flips: bool
    """Whether the facts now give something else than they did when it was decided."""


def prescan_result(activity: Activity, prescan: Prescan | None, around: Around) -> PrescanResult:
    """Return what the register and the answers give for an activity."""
    answers = tuple(_answers(activity, prescan, around))
    by_id = {each.question.id: each for each in answers}
    scores = [(each.question, each.score) for each in answers]
    score = sum(found or 0 for _, found in scores)
    more = sum(around.highest[question.id] for question, found in scores if found is None)
    every = tuple(_grounds(activity, by_id, score, around))
    grounds = tuple(each for each in every if each.outcome.verdict)
    verdict = _verdict(activity, grounds, by_id, score, more, around)
    return PrescanResult(
        verdict=verdict,
        grounds=grounds,
        beside=tuple(each for each in every if not each.outcome.verdict),
        score=score,
        open_score=more,
        open_questions=tuple(each.question for each in answers if each.values is None),
        answers=answers,
        statements=_statements(activity, answers, grounds, around),
        awaited=() if verdict else tuple(_awaited(activity, answers)),
    )


def reopened(prescan: Prescan, result: PrescanResult) -> Reopened | None:
    """Return what changed since the pre-scan was decided; None where nobody decided, or nothing did."""
    if prescan.decision is None:
        return None
    then = frozenset(prescan.basis)
    gone, new = then - result.statements, result.statements - then
    if not gone and not new:
        return None
    known = {words for name, words in then if name == "ground"}
    now = {each.outcome.id for each in result.grounds}
    return Reopened(
        gone=_told(gone),
        new=_told(new),
        new_grounds=tuple(each for each in result.grounds if each.outcome.id not in known),
        gone_grounds=tuple(sorted(known - now)),
        flips=result.verdict is not prescan.found,
    )


def _told(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    return tuple(sorted(each for each in statements if each[0] != "ground"))


def _answers(activity: Activity, prescan: Prescan | None, around: Around) -> Iterator[Answered]:
    given = {each.question: each.values for each in prescan.answers} if prescan else {}
    for question in around.questions:
        said = given.get(question.id)
        fill = FILLERS.get(question.filled_by)
        filled = fill(activity, around.catalogue, given) if fill else None
        if filled is not None:
            yield Answered(question, filled, from_register=True)
        else:
            yield Answered(question, said, from_register=False)


def _grounds(activity: Activity, answers: Mapping[str, Answered], score: int, around: Around) -> Iterator[Ground]:
    """Yield every ground that holds, the weightiest first; of one kind the outcome that asks most."""
    for kind in GroundKind:
        found = tuple(_found(kind, activity, answers, around))
        count = score if kind is GroundKind.SCORE else len(found)
        for outcome in around.outcomes[kind]:
            if count >= outcome.at_least:
                yield Ground(outcome, found if kind is not GroundKind.SCORE else (str(score),))
                break


def _found(kind: GroundKind, activity: Activity, answers: Mapping[str, Answered], around: Around) -> Iterator[str]:
    if kind is GroundKind.STATUTORY_CASE:
        yield from _statutory_cases(activity, around.catalogue)
    elif kind is GroundKind.NEW_LEGISLATION:
        yield from ("ja",) if _is_yes(answers, "new-legislation") else ()
    elif kind is GroundKind.AUTHORITY_LIST:
        yield from _chosen(answers, "authority-list")
    elif kind is GroundKind.EUROPEAN_CRITERIA:
        yield from (around.criteria.get(each, each) for each in _chosen(answers, "european-criteria"))
    elif kind is GroundKind.TRANSFER:
        outside = _is_yes(answers, "storage-outside") or _is_yes(answers, "transfer")
        own = [each for each in activity.transfers if each.mechanism and each.mechanism.value in OWN_MECHANISMS]
        yield from (each.recipient or each.country for each in own if outside)
    elif kind is GroundKind.ALGORITHM:
        yield from ("ja",) if _is_yes(answers, "algorithm") or _is_yes(answers, "high-risk-ai") else ()
    elif kind is GroundKind.MINORS:
        yield from ("ja",) if _is_yes(answers, "minors") else ()


OWN_MECHANISMS = frozenset({"standard_clauses", "ad_hoc_clauses"})
"""Mechanisms of which the municipality must itself assess whether they protect (GDPR 46(1))."""


def _is_yes(answers: Mapping[str, Answered], question: str) -> bool:
    return question in answers and answers[question].values == (YES,)


def _chosen(answers: Mapping[str, Answered], question: str) -> tuple[str, ...]:
    found = answers.get(question)
    return tuple(each for each in (found.values or ()) if each != NONE) if found else ()


def _statutory_cases(activity: Activity, catalogue: Catalogue) -> Iterator[str]:
    """The three cases of GDPR 35(3) that are known to hold, as keys of ``CASES``."""
    like = activity.characteristics
    if like.profiling_with_effect:
        yield "profiling_with_effect"
    known = catalogue.data_categories
    kinds = {known[key].kind for use in activity.data_uses for key in use.data_categories if key in known}
    if like.large_scale and any(kind.needs_exception for kind in kinds):
        yield "special_on_large_scale"
    if like.public_monitoring:
        yield "public_monitoring"


def _verdict(
    activity: Activity,
    grounds: tuple[Ground, ...],
    answers: Mapping[str, Answered],
    score: int,
    more: int,
    around: Around,
) -> PrescanVerdict | None:
    verdicts = {each.outcome.verdict for each in grounds}
    if PrescanVerdict.REQUIRED in verdicts:
        return PrescanVerdict.REQUIRED
    if any(answers[each].values is None for each in LEGAL_QUESTIONS if each in answers):
        return None
    if _is_open(activity):
        return None
    if PrescanVerdict.RECOMMENDED in verdicts:
        return PrescanVerdict.RECOMMENDED
    least = min((each.at_least for each in around.outcomes[GroundKind.SCORE]), default=score + more + 1)
    return None if score + more >= least else PrescanVerdict.NOT_REQUIRED


def _is_open(activity: Activity) -> bool:
    """Whether it is unknown if one of the cases of GDPR 35(3) holds."""
    like = activity.characteristics
    scale = like.large_scale is None and bool(activity.data_uses)
    return None in (like.profiling_with_effect, like.public_monitoring) or scale


def _awaited(activity: Activity, answers: tuple[Answered, ...]) -> Iterator[Text]:
    """What could still ask an assessment: what law and guidance ask; the questions of the score where these say no."""
    like, law = activity.characteristics, False
    for name in ("profiling_with_effect", "public_monitoring"):
        if getattr(like, name) is None:
            law = True
            yield CASES[name]
    if like.large_scale is None and activity.data_uses:
        law = True
        yield LARGE_SCALE
    for each in answers:
        if each.values is None and each.question.id in LEGAL_QUESTIONS:
            law = True
            yield each.question.name
    if not law:
        yield from (each.question.name for each in answers if each.score is None)


def _statements(
    activity: Activity, answers: Iterable[Answered], grounds: Iterable[Ground], around: Around
) -> frozenset[Statement]:
    said = {
        ("answer", f"{each.question.name.nl}: {', '.join(each.values)}")
        for each in answers
        if each.values is not None and not each.from_register
    }
    why = {("ground", each.outcome.id) for each in grounds}
    return statements_on(RESTS_ON, (activity,), around) | said | why
