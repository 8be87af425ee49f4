"""What the pre-scan found and what was decided on it, wherever that is told (GDPR 35(1), (3), (4))."""

from collections.abc import Iterator

from gemeentedossier.catalogue.facts.assessments import AuthorityListItem, GroundKind
from gemeentedossier.catalogue.facts.norms import ScreeningCriterion
from gemeentedossier.documents.engine.blocks import Text
from gemeentedossier.documents.engine.composition.assessing import day_of, of_prescan
from gemeentedossier.documents.engine.composition.writer import Writer, quoted
from gemeentedossier.documents.engine.provenance import Origin
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.risks.engine.prescan import Ground, PrescanResult
from gemeentedossier.dossier.risks.facts import Prescan


def origins_of(w: Writer, activity: Activity, prescan: Prescan | None) -> tuple[Origin, ...]:
    """What an outcome rests on: the activity, and the answers where somebody gave them."""
    answered = of_prescan(w, prescan, activity).origins("answers") if prescan else ()
    return (*w.origins.field(activity, "characteristics", "data_uses"), *answered)


def standing_of(result: PrescanResult) -> str:
    """What the facts give as a word of the library; apart where only the guidance asks an assessment."""
    return "guidance" if result.rests_on_guidance else str(result.verdict or "open")


def verdict_words(w: Writer, result: PrescanResult) -> str:
    """What the facts give, or that open answers could still turn it."""
    return w.word(f"verdict.{standing_of(result)}")


def grounds(w: Writer, result: PrescanResult, *because: Origin) -> tuple[Text, ...]:
    """Each reason for an assessment or another examination, the weightiest first."""
    return tuple(_ground(w, each, because) for each in (*result.grounds, *result.beside))


def _ground(w: Writer, ground: Ground, because: tuple[Origin, ...]) -> Text:
    laws = w.origins.references(ground.outcome.law)
    sentence = ground.outcome.sentence.in_language(w.language)
    found = w.listed(_names(w, ground))
    if found:
        return w.say("c.prescans.found", *laws, *because, sentence=sentence, found=found)
    return w.say("c.prescans.ground", *laws, *because, sentence=sentence)


def shortly(w: Writer, result: PrescanResult, *because: Origin) -> Text:
    """The reasons in a cell, each by a word and what it was found in; nothing where there is none."""
    told, laws = list[str](), list[Origin]()
    for each in (*result.grounds, *result.beside):
        found, word = w.listed(_names(w, each)), w.word(f"ground.{each.outcome.ground}")
        told.append(f"{word}: {found}" if found else word)
        laws += w.origins.references(each.outcome.law)
    return w.said("; ".join(told), *dict.fromkeys((*because, *laws)), slot="why") if told else ()


def _names(w: Writer, ground: Ground) -> Iterator[str]:
    """In what a ground was found, in the language of the document; a score and a yes say nothing more."""
    listed = w.catalogue.entries_of(AuthorityListItem)
    criteria = {each.name.nl: each.name for each in w.catalogue.entries_of(ScreeningCriterion).values()}
    for each in ground.found:
        if ground.outcome.ground is GroundKind.AUTHORITY_LIST:
            yield listed[each].name.in_language(w.language) if each in listed else each
        elif ground.outcome.ground is GroundKind.EUROPEAN_CRITERIA:
            yield criteria[each].in_language(w.language) if each in criteria else each
        elif ground.outcome.ground is GroundKind.TRANSFER:
            yield each


def decided(w: Writer, activity: Activity, prescan: Prescan | None) -> Text:
    """What somebody decided and why, or that nobody did; a decision that departs from the outcome says so."""
    if prescan is None or prescan.decision is None:
        because = of_prescan(w, prescan, activity).origins("decision") if prescan else ()
        return w.say("c.prescans.undecided", *(because or w.origins.field(activity, "name")))
    because = of_prescan(w, prescan, activity).origins("decision", "decided_because")
    text = w.say(
        "c.prescans.departs" if prescan.departs else "c.prescans.decided",
        *because,
        day=day_of(w, prescan.decided_at) or "–",
        who=prescan.decided_by or "–",
        verdict=w.word(f"verdict.{prescan.decision}"),
    )
    if prescan.decided_because.strip():
        text += w.say("i.reason", *because, words=quoted(prescan.decided_because))
    return text
