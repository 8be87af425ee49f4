"""Twenty-two criteria of the catalogue written by hand in plain Python: what CEL is measured and held against."""

from collections.abc import Callable, Mapping
from typing import Any

Layers = Mapping[str, Any]
Truth = bool | None
EVERYWHERE = True


def both(*truths: Truth) -> Truth:
    if False in truths:
        return False
    return None if None in truths else True


def either(*truths: Truth) -> Truth:
    if True in truths:
        return True
    return None if None in truths else False


def no(truth: Truth) -> Truth:
    return None if truth is None else not truth


def verdict(applies: Truth, met: Truth) -> str:
    if applies is not True:
        return "gap" if applies is None else "not_applicable"
    if met is None:
        return "gap"
    return "met" if met else "not_met"


def always(met: Truth) -> str:
    return verdict(EVERYWHERE, met)


def is_(value: object, wanted: object) -> Truth:
    return None if value is None else value == wanted


def cited(layers: Layers) -> Truth:
    basis = layers["legal_basis"]
    return either(basis.has_catalogue_provision, both(basis.has_provision, no(basis.names_covenant)))


def weighed(layers: Layers) -> Truth:
    basis = layers["legal_basis"]
    return both(basis.necessity_written, basis.proportionality_written, basis.subsidiarity_written)


ACTIVITY: dict[str, Callable[[Layers], str]] = {
    "fairness-weighed": lambda x: always(x["activity"].fairness_written),
    "accuracy-kept": lambda x: always(x["activity"].accuracy_written),
    "purposes-kept-apart": lambda x: verdict(x["activity"].shared_systems, x["activity"].purpose_separation_written),
    "free-text-instruction": lambda x: verdict(x["activity"].free_text, x["activity"].free_text_instruction_written),
    "base-registry-feedback": lambda x: verdict(
        x["activity"].uses_base_registry, x["activity"].base_registry_feedback_written
    ),
    "algorithm-registered": lambda x: verdict(x["activity"].algorithm, x["activity"].algorithm_register_written),
    "automated-decision-ground": lambda x: verdict(
        x["activity"].automated_decision, x["activity"].automated_decision_ground_written
    ),
    "automated-decision-safeguards": lambda x: verdict(
        x["activity"].automated_decision, x["activity"].automated_decision_safeguards_written
    ),
    "controller-named": lambda x: always(x["activity"].controller_count > 0 or x["activity"].client_count > 0),
    "record-purposes": lambda x: always(x["activity"].purpose_count > 0),
    "record-recipients": lambda x: always(x["activity"].recipient_count > 0),
    "record-retention": lambda x: always(x["activity"].retention_count > 0),
    "information-at-collection": lambda x: verdict(
        x["activity"].collects_from_data_subject,
        both(x["activity"].information_given, x["activity"].information_method_written),
    ),
    "archive-and-research-safeguards": lambda x: verdict(
        either(x["activity"].archiving_in_public_interest, x["activity"].research_or_statistics),
        x["activity"].archive_safeguards_written,
    ),
}
LEGAL_BASIS: dict[str, Callable[[Layers], str]] = {
    "consent-demonstrable": lambda x: verdict(
        is_(x["legal_basis"].article_6, "a"), x["legal_basis"].consent_evidence_written
    ),
    "consent-request-separate": lambda x: verdict(
        is_(x["legal_basis"].article_6, "a"), x["legal_basis"].consent_request_separate
    ),
    "consent-withdrawal-easy": lambda x: verdict(
        is_(x["legal_basis"].article_6, "a"), x["legal_basis"].withdrawal_method_written
    ),
    "necessity-weighed": lambda x: verdict(no(is_(x["legal_basis"].article_6, "a")), weighed(x)),
    "legal-obligation-cited": lambda x: verdict(is_(x["legal_basis"].article_6, "c"), cited(x)),
    "public-task-cited": lambda x: verdict(
        is_(x["legal_basis"].article_6, "e"), both(cited(x), x["legal_basis"].necessity_written)
    ),
}
DATA_USE: dict[str, Callable[[Layers], str]] = {
    "minimisation-per-data-use": lambda x: always(x["data_use"].necessity_written),
    "bsn-provision": lambda x: verdict(x["data_use"].has_bsn, x["data_use"].has_bsn_provision),
}
PLAIN = {"activity": ACTIVITY, "legal_basis": LEGAL_BASIS, "data_use": DATA_USE}
