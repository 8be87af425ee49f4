"""What the processing is like: characteristics, automated decisions, remarks."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.design.parts import Definition
from gemeentedossier.desk.presenters.activity.assessed import assessed
from gemeentedossier.desk.presenters.activity.blocks import Block, answers, label_of, paragraphs, term, written
from gemeentedossier.desk.presenters.activity.vocabulary import EuropeanCriterion
from gemeentedossier.desk.presenters.activity.wording import Words, day, listing, vocabulary_word
from gemeentedossier.dossier.register import models
from gemeentedossier.dossier.register.facts import Activity, Characteristics
from gemeentedossier.dossier.snapshot.facts import Dossier

LISTED = (
    "large_scale",
    "vulnerable_subjects",
    "children_under_16",
    "children_12_to_15",
    "guardianship",
    "personnel",
    "online_service_to_children",
    "public_monitoring",
    "care_provider_role",
    "care_contract",
    "blacklist_shared",
    "criminal_data_from_police_or_justice",
    "criminal_data_for_own_use",
)
"""Characteristics that have no section of their own."""


def characteristics(activity: Activity, words: Words, dossier: Dossier) -> Iterator[Block]:
    """What is so, what is not, and what nobody recorded; then whether a DPIA is due."""
    facts = activity.characteristics
    yield Block(definitions=tuple(_sorted_out(facts)))
    yield Block(
        definitions=(
            *answers(models.Activity, facts, "impact_assessment_required"),
            term(
                label_of(models.Activity, "impact_assessment_completed_on"),
                day(activity.impact_assessment_completed_on),
            ),
            _points(activity.authority_list_items, "authority_list_items"),
            _points(activity.european_criteria, "european_criteria"),
            *assessed(activity, dossier),
        )
    )


def _sorted_out(facts: Characteristics) -> Iterator[Definition]:
    for known, label in (
        (True, pgettext("characteristics", "Yes")),
        (False, pgettext("characteristics", "No")),
        (None, pgettext("characteristics", "Not known yet")),
    ):
        named = [label_of(models.Activity, name) for name in LISTED if getattr(facts, name) is known]
        if named:
            yield term(label, *([] if known is None else named), missing=_open(named) if known is None else "")


def _open(named: list[str]) -> str:
    return listing(each[0].lower() + each[1:] for each in named)


def _points(points: tuple[str, ...] | None, name: str) -> Definition:
    if points == ():
        return term(label_of(models.Activity, name), pgettext("points of a list", "None"))
    return term(label_of(models.Activity, name), *(vocabulary_word(EuropeanCriterion, p) for p in points or ()))


def automated(activity: Activity, words: Words, dossier: Dossier) -> Iterator[Block]:
    """Whether a computer decides, on what ground and with which safeguards."""
    facts, account = activity.characteristics, activity.account
    decides = bool(facts.automated_decision or facts.profiling_with_effect or facts.algorithm)
    yield Block(
        definitions=(
            *answers(models.Activity, facts, "automated_decision", "profiling_with_effect", "algorithm"),
            *written(
                models.Activity,
                account,
                "automated_decision_ground",
                "automated_decision_safeguards",
                "algorithm_register",
                missing=decides,
            ),
        )
    )


def remarks(activity: Activity, words: Words, dossier: Dossier) -> Iterator[Block]:
    """What does not belong anywhere else."""
    yield Block(sentences=paragraphs(activity.account.remarks) or (_("There are no remarks."),))
