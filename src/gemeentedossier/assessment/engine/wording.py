"""The words of a finding, made when somebody reads it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from gemeentedossier.assessment.engine.saying import day, in_words, listed, roles
from gemeentedossier.assessment.enums import AnswerSource, Lapse, Outcome
from gemeentedossier.assessment.facts import Answer, Finding
from gemeentedossier.catalogue.facts.rules import Verdict
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.evidence.facts import Evidence
from gemeentedossier.dossier.governance.facts import Suppression

_NAME = re.compile(r"\{([a-z_]+\.[a-z0-9_]+)\}")
_TWO_STOPS = re.compile(r"((?<!\.)\.|[.!?…]”)\.(?!\.)")
"""An abbreviation, or a sentence within quotation marks, at the end of a sentence ends that too."""
_WITHOUT_REASON: Mapping[Outcome, Text] = {
    Outcome.MET: Text("Dit is op orde.", "This is in order."),
    Outcome.PARTLY: Text("Dit is gedeeltelijk op orde.", "This is partly in order."),
    Outcome.SUPPRESSED: Text("Dit is terzijde gelegd.", "This was set aside."),
    Outcome.NOT_MET: Text("Dit is niet op orde.", "This is not in order."),
    Outcome.GAP: Text("Dit is niet vastgelegd.", "This is not recorded."),
    Outcome.UNDECIDED: Text(
        "Of dit geldt, is nog niet te zeggen: wat dat bepaalt, is niet vastgelegd.",
        "Whether this applies cannot be told yet: what decides it is not recorded.",
    ),
    Outcome.NOT_APPLICABLE: Text("Dit is hier niet van toepassing.", "This does not apply here."),
    Outcome.EXPIRED: Text("Het antwoord is te oud. Beoordeel dit opnieuw.", "The answer is too old. Assess this anew."),
    Outcome.CONTRADICTS: Text("Deze gegevens spreken elkaar tegen.", "These records contradict each other."),
    Outcome.CONSISTENT: Text("Deze gegevens spreken elkaar niet tegen.", "These records do not contradict each other."),
}
_LAPSED: Mapping[Lapse, Text] = {
    Lapse.REVIEW: _WITHOUT_REASON[Outcome.EXPIRED],
    Lapse.LOST: Text(
        "Het bewijs onder dit antwoord is zoek: {what} is weg of veranderd. "
        "Zet het bestand terug, of leg ander bewijs vast.",
        "The evidence under this answer is lost: {what} is gone or changed. "
        "Put the file back, or record other evidence.",
    ),
    Lapse.WITHDRAWN: Text(
        "Het bewijs onder dit antwoord telt niet meer: {what} is ingetrokken. "
        "Leg ander bewijs vast, of antwoord opnieuw.",
        "The evidence under this answer counts no more: {what} was withdrawn. Record other evidence, or answer again.",
    ),
    Lapse.OUTDATED: Text(
        "Het bewijs onder dit antwoord is verlopen: {what}. Leg nieuwer bewijs vast, of antwoord opnieuw.",
        "The evidence under this answer is past its day: {what}. Record newer evidence, or answer again.",
    ),
    Lapse.UNFINISHED: Text(
        "Bij dit antwoord staat een invulplek in plaats van een toelichting. Schrijf de toelichting, of haal haar weg.",
        "This answer still has a blank for its explanation. Write the explanation, or remove it.",
    ),
}
_ANSWERED_BY = Text("Beantwoord door {who} op {when}.", "Answered by {who} on {when}.")
_UNKNOWN_BY = Text("Op {when} wist {who} het niet.", "On {when} {who} did not know.")
_UNNAMED = Text("een stuk dat hier niet meer is", "a piece that is here no more")


@dataclass(frozen=True, slots=True)
class Sides:
    """The two statements of a contradiction."""

    first: str
    second: str


def reason(finding: Finding, language: str) -> str:
    """Return in words why this was found."""
    answer = finding.answer
    if answer.suppression is not None:
        return _set_aside(finding, answer.suppression, language)
    if answer.source is AnswerSource.FAULTY:
        return _faulty(answer.fault or "", language)
    if answer.attestation is not None:
        return _attested(finding, language)
    if answer.outcome is Outcome.NOT_APPLICABLE and finding.rule.applies_text:
        return _does_not_apply(finding.rule.applies_text.in_language(language), language)
    if answer.outcome is Outcome.UNDECIDED:
        return _undecided(finding, language)
    told = finding.rule.reasons.get(Verdict(answer.outcome.value))
    if told:
        return filled(told, finding, language)
    return _WITHOUT_REASON[answer.outcome].in_language(language)


def statements(finding: Finding, language: str) -> Sides | None:
    """Return the two statements of a contradiction, side by side; None of a criterion."""
    if len(finding.rule.statements) != 2:
        return None
    first, second = (filled(each, finding, language) for each in finding.rule.statements)
    return Sides(first, second)


def repair(finding: Finding, language: str) -> str | None:
    """Return the cheapest way to mend it; None where there is nothing to mend or no way is known."""
    return filled(finding.rule.repair.text, finding, language) if finding.rule.repair and finding.is_open else None


def law(finding: Finding, language: str) -> tuple[str, ...]:
    """Return the places in the law that the rule rests on."""
    return tuple(each.citation(language) for each in finding.rule.law)


def filled(text: Text, finding: Finding, language: str) -> str:
    """Return the text with the facts that it names in braces; what is unknown is said to be so."""

    def fact(found: re.Match[str]) -> str:
        name = found.group(1)
        return in_words(name, finding.case.fact(name), language=language)

    return _TWO_STOPS.sub(r"\1", _NAME.sub(fact, text.in_language(language)))


def _attested(finding: Finding, language: str) -> str:
    attestation = finding.answer.attestation
    assert attestation is not None  # noqa: S101  # narrows the type; the caller looked
    when, who = day(attestation.answered_at.date()), attestation.answered_by
    role = f" ({roles(attestation.answered_role, language=language)})" if attestation.answered_role else ""
    explained = f" {attestation.explanation.strip()}" if attestation.explanation.strip() else ""
    by = _UNKNOWN_BY if finding.outcome is Outcome.GAP else _ANSWERED_BY
    told = by.in_language(language).replace("{when}", when).replace("{who}", f"{who}{role}")
    return f"{_opening(finding.answer, language)} {told}{explained}"


def _opening(answer: Answer, language: str) -> str:
    """How it stands with an answer; of one that holds no longer why, and what to do."""
    if answer.lapse is None:
        return _WITHOUT_REASON[answer.outcome].in_language(language)
    named = [_piece(each, answer.lapse, language) for each in answer.lapsed] or [_UNNAMED.in_language(language)]
    told = _LAPSED[answer.lapse].in_language(language)
    return told.replace("{what}", listed(named, language=language))


def _piece(piece: Evidence, lapse: Lapse, language: str) -> str:
    if lapse is not Lapse.OUTDATED or piece.valid_until is None:
        return f"“{piece.title}”"
    until = "valid until" if language.startswith("en") else "geldig tot en met"
    return f"“{piece.title}” ({until} {day(piece.valid_until)})"


def _set_aside(finding: Finding, suppression: Suppression, language: str) -> str:
    """Who set it aside, why and until when, and what was found."""
    who, until, why = suppression.suppressed_by, day(suppression.until), suppression.reason.strip().rstrip(".")
    answer = replace(finding.answer, outcome=finding.answer.beneath or finding.outcome, suppression=None, beneath=None)
    found = reason(replace(finding, answer=answer), language)
    if language.startswith("en"):
        return f"Set aside by {who} up to and including {until}: {why}. What was found: {found}"
    return f"Terzijde gelegd door {who} tot en met {until}: {why}. Gevonden was: {found}"


def _does_not_apply(condition: str, language: str) -> str:
    if language.startswith("en"):
        return f"This does not apply here. It would if: {condition}"
    return f"Dit is hier niet van toepassing. Het geldt als: {condition}"


def _undecided(finding: Finding, language: str) -> str:
    told = _WITHOUT_REASON[Outcome.UNDECIDED].in_language(language)
    if not finding.rule.applies_text:
        return told
    condition = finding.rule.applies_text.in_language(language)
    return f"{told} It applies if: {condition}" if language.startswith("en") else f"{told} Het geldt als: {condition}"


def _faulty(fault: str, language: str) -> str:
    if language.startswith("en"):
        return f"The rule could not judge this. {fault}"
    return f"De regel kon dit niet beoordelen. {fault}"
