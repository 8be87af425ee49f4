"""What the register itself answers to the questions of the pre-scan; None where it does not know."""

from collections.abc import Callable, Mapping

from gemeentedossier.catalogue.engine.durations import InvalidDuration, parse_duration
from gemeentedossier.catalogue.facts.assessments import AuthorityListItem, PrescanQuestion
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.categories import DataKind
from gemeentedossier.dossier.register.facts import Activity, RetentionPeriod
from gemeentedossier.dossier.risks.engine.statements import data_names

Values = tuple[str, ...] | None
Given = Mapping[str, tuple[str, ...]]
"""What a person answered, by question."""
YES, NO, NONE = ("yes",), ("no",), ("none",)
SENSITIVE = (DataKind.SENSITIVE, DataKind.CRIMINAL, DataKind.NATIONAL_NUMBER)
DEEPLY_PERSONAL = (DataKind.SPECIAL, DataKind.CRIMINAL, DataKind.SENSITIVE)
"""What criterion 4 of the guidance names; a national number scores, but is no such criterion (WP 248, III.B)."""
PERMANENT = "1200"
"""Months that stand for keeping for good."""


def _counted(*kinds: DataKind) -> Callable[[Activity, Catalogue, Given], Values]:
    def count(activity: Activity, catalogue: Catalogue, given: Given) -> Values:
        return (str(len(data_names(activity, catalogue, kinds=kinds))),) if activity.data_uses else None

    return count


def _truth(name: str) -> Callable[[Activity, Catalogue, Given], Values]:
    def read(activity: Activity, catalogue: Catalogue, given: Given) -> Values:
        return {True: YES, False: NO}.get(getattr(activity.characteristics, name))

    return read


def _people(activity: Activity, catalogue: Catalogue, given: Given) -> Values:
    """Kinds of people, weighed: children and other vulnerable people for three each."""
    like = activity.characteristics
    if not activity.data_uses or None in (like.children_under_16, like.vulnerable_subjects):
        return None
    others = 1 + bool(like.personnel)
    return (str(others + 3 * bool(like.children_under_16) + 3 * bool(like.vulnerable_subjects)),)


def _retention(activity: Activity, catalogue: Catalogue, given: Given) -> Values:
    months = [_months(each, catalogue) for each in activity.retention]
    if not months or None in months:
        return None
    return (str(max(each for each in months if each is not None)),)


def _months(retention: RetentionPeriod, catalogue: Catalogue) -> int | None:
    if retention.permanent:
        return int(PERMANENT)
    rule = catalogue.retention_rules.get(retention.rule_id)
    try:
        term = parse_duration(retention.period or (rule.duration if rule and rule.duration else ""))
    except InvalidDuration:
        return None
    return term.years * 12 + term.months + (term.weeks * 7 + term.days) // 30


def _listed(activity: Activity, catalogue: Catalogue, given: Given) -> Values:
    """What the register says of the supervisor's list, with what somebody chose in the pre-scan."""
    chosen = given.get("authority-list", ())
    items = activity.authority_list_items
    if not items:
        return NONE if items is not None and not chosen else None
    known = {each.name.nl: each.id for each in catalogue.entries_of(AuthorityListItem).values()}
    named = [known.get(each, each) for each in items]
    return tuple(dict.fromkeys((*named, *(each for each in chosen if each != "none"))))


def _criteria(activity: Activity, catalogue: Catalogue, given: Given) -> Values:
    """The criteria that the register names, with those that follow from what else it says.

    Unknown while the register does not say which criteria hold and fewer than two follow by themselves.
    """
    found = dict.fromkeys((*(activity.european_criteria or ()), *_following(activity, catalogue, given)))
    said = [each for each in given.get("european-criteria", ()) if each != "none"]
    if activity.european_criteria is None and "european-criteria" not in given and len(found) < 2:
        return None
    return tuple(dict.fromkeys((*found, *said))) or NONE


def _following(activity: Activity, catalogue: Catalogue, given: Given) -> list[str]:
    """Criteria of the guidance that hold by what is recorded: these need nobody to say so again."""
    like = activity.characteristics
    special = data_names(activity, catalogue, kinds=DEEPLY_PERSONAL)
    count = next(iter(given.get("people-count", ())), "")
    many = catalogue.entries_of(PrescanQuestion).get("people-count")
    large = bool(many and count.isdigit() and many.score_of(int(count)))
    holds = {
        "evaluation": like.profiling_with_effect,
        "automated_decision": like.automated_decision,
        "monitoring": like.public_monitoring,
        "sensitive_data": bool(special),
        "large_scale": like.large_scale or large,
        "vulnerable_subjects": like.vulnerable_subjects or like.children_under_16,
    }
    return [name for name, truth in holds.items() if truth]


FILLERS: Mapping[str, Callable[[Activity, Catalogue, Given], Values]] = {
    "ordinary_data": _counted(DataKind.ORDINARY),
    "special_data": _counted(DataKind.SPECIAL),
    "sensitive_data": _counted(*SENSITIVE),
    "people_kinds": _people,
    "longest_retention": _retention,
    "transfer": _truth("transfer_outside_eea"),
    "authority_list": _listed,
    "european_criteria": _criteria,
    "base_registry": _truth("uses_base_registry"),
    "algorithm": _truth("algorithm"),
    "online_service_to_children": _truth("online_service_to_children"),
}
"""What of the register answers a question, by the name under which the catalogue knows it."""
