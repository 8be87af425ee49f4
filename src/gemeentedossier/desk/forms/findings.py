"""Which findings someone wants to see."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias
from uuid import UUID

from django import forms
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext_lazy as _

from gemeentedossier.assessment.engine.glance import MUNICIPALITY, NOBODY, article_names, articles_of
from gemeentedossier.assessment.engine.lots import Lot
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.catalogue.facts import PolicyDomain
from gemeentedossier.catalogue.facts.rules import Part, Rule, RuleNature, Severity
from gemeentedossier.desk.forms.choices import offer_or_all
from gemeentedossier.desk.presenters.activity.wording import vocabulary_word
from gemeentedossier.desk.presenters.roles import responsible_name
from gemeentedossier.dossier.agreements.facts import Agreement
from gemeentedossier.dossier.assets.facts import Measure, System
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.method.engine.months import counts_as
from gemeentedossier.method.enums import CountedOutcome
from gemeentedossier.organisation.enums import ResponsibleRole

Beside: TypeAlias = Agreement | System | Measure
OPEN = ""
"""The value of ``outcome`` that stands for everything somebody still has to do something about."""


def beside_the_register(dossier: Dossier) -> tuple[Beside, ...]:
    """Return the records that stand beside the register, each with an owner of its own."""
    return (*dossier.agreements, *dossier.systems, *dossier.measures)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What someone looks for; empty means: does not matter."""

    outcome: str = OPEN
    counted: str = ""
    """As what the findings count where it is told how much is in order; where an outcome is asked, that goes first."""
    rule: str = ""
    article: str = ""
    role: str = ""
    part: str = ""
    severity: str = ""
    nature: str = ""
    domain: str = ""
    controller: str = ""
    owner: str = ""
    activity: str = ""

    @property
    def is_about_the_whole(self) -> bool:
        """Whether it asks for what is found of the municipality itself, and of no activity."""
        return self.controller == MUNICIPALITY

    @property
    def is_about_some(self) -> bool:
        """Whether it leaves out some activities, and then the organisation too."""
        return bool(self.domain or self.controller or self.owner or self.activity)

    def fits_activity(self, activity: Activity) -> bool:
        """Whether findings on this activity are wanted."""
        return (
            self.domain in ("", activity.policy_domain)
            and self.controller in ("", *(map(str, activity.controller_ids) if activity.controller_ids else (NOBODY,)))
            and self.owner in ("", str(activity.owner_id))
            and self.activity in ("", str(activity.id))
        )

    def fits_beside(self, record: Beside) -> bool:
        """Whether findings on this record are wanted: it has an owner, and none of what an activity has besides."""
        others = self.domain or self.controller or self.activity
        return not others and self.owner in ("", str(record.owner_id))

    def fits_rule(self, rule: Rule) -> bool:
        """Whether findings of this rule are wanted."""
        return (
            self.rule in ("", rule.id)
            and (not self.article or self.article in articles_of(rule))
            and (not self.role or self.role in rule.responsible)
            and self.part in ("", rule.part)
            and self.severity in ("", rule.severity)
            and self.nature in ("", rule.nature)
        )

    def has_outcome(self, lot: Lot) -> bool:
        """Whether the outcome of the findings is the wanted one."""
        if self.outcome:
            return lot.outcome == self.outcome
        return counts_as(lot, CountedOutcome(self.counted)) if self.counted else lot.is_open


class FindingsFilter(forms.Form):
    """Filters of the findings; what is left empty does not matter."""

    outcome = forms.CharField(required=False, widget=forms.HiddenInput)
    counted = forms.ChoiceField(
        required=False, choices=[("", ""), *((each, each) for each in CountedOutcome)], widget=forms.HiddenInput
    )
    activity = forms.CharField(required=False, widget=forms.HiddenInput)
    group = forms.CharField(required=False, widget=forms.HiddenInput)
    article = forms.ChoiceField(label=_("Article"), required=False)
    rule = forms.ChoiceField(label=_("Rule"), required=False)
    nature = forms.ChoiceField(label=_("Asked by"), required=False)
    severity = forms.ChoiceField(label=_("Weight of a contradiction"), required=False)
    role = forms.ChoiceField(label=_("Who answers for it"), required=False)
    owner = forms.ChoiceField(label=_("Process owner"), required=False)
    domain = forms.ChoiceField(label=_("Policy domain"), required=False)
    controller = forms.ChoiceField(label=_("Controller"), required=False)
    part = forms.ChoiceField(label=_("Part of the method"), required=False)

    def __init__(self, values: Mapping[str, str], *, judged: Judged, lots: Iterable[Lot]) -> None:
        super().__init__(values)
        rules = {lot.rule.id: lot.rule for lot in lots if lot.is_open or _is_asked_for(lot.rule, values)}.values()
        language = get_language() or "nl"
        offer_or_all(self, "article", article_names(rules, language).items())
        offer_or_all(self, "rule", _sorted((r.id, r.label.in_language(language)) for r in rules))
        offer_or_all(self, "nature", ((n.value, _nature(n)) for n in RuleNature))
        offer_or_all(self, "severity", ((s.value, _severity(s)) for s in Severity))
        offer_or_all(self, "role", _sorted((r, responsible_name(ResponsibleRole(r))) for r in _each(rules)))
        offer_or_all(self, "owner", _owners(judged))
        offer_or_all(self, "domain", _sorted(_domains(judged)))
        offer_or_all(self, "controller", _controllers(judged))
        offer_or_all(self, "part", ((p.value, p.value) for p in Part))

    def wanted(self) -> Wanted:
        """What to look for; a value that does not exist counts as not chosen."""
        self.is_valid()
        return Wanted(**{name: self.cleaned_data.get(name, "") for name in Wanted.__dataclass_fields__})


def _each(rules: Iterable[Rule]) -> set[str]:
    return {role for rule in rules for role in rule.responsible}


def _domains(judged: Judged) -> Iterable[tuple[str, str]]:
    used = {a.policy_domain for a in judged.dossier.activities if a.policy_domain}
    return ((domain, vocabulary_word(PolicyDomain, domain)) for domain in used)


def _controllers(judged: Judged) -> list[tuple[str, str]]:
    """The controllers, and what belongs to none of them."""
    named = [(str(each.id), each.name) for each in judged.dossier.organisation.controllers]
    nobody = (NOBODY, pgettext("controller", "None recorded"))
    return [*named, nobody, (MUNICIPALITY, pgettext("controller", "The municipality as a whole"))]


def _is_asked_for(rule: Rule, values: Mapping[str, str]) -> bool:
    """Whether somebody came for this rule, its article or its role, also where nothing is left to do."""
    if values.get("rule") == rule.id or values.get("role") in rule.responsible:
        return True
    article = values.get("article")
    return bool(article) and article in articles_of(rule)


def _owners(judged: Judged) -> list[tuple[str, str]]:
    owners: dict[UUID, str] = {a.owner_id: a.owner for a in judged.dossier.activities if a.owner_id}
    owners |= {each.owner_id: each.owner for each in beside_the_register(judged.dossier) if each.owner_id}
    return _sorted((str(key), name) for key, name in owners.items())


def _sorted(choices: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted(choices, key=lambda choice: choice[1].casefold())


def _nature(nature: RuleNature) -> str:
    return {
        RuleNature.LAW: pgettext("nature of a rule", "law"),
        RuleNature.GUIDANCE: pgettext("nature of a rule", "guidance"),
        RuleNature.GOOD_PRACTICE: pgettext("nature of a rule", "good practice"),
    }[nature]


def _severity(severity: Severity) -> str:
    return {
        Severity.ERROR: pgettext("weight of a contradiction", "cannot both be true"),
        Severity.WARNING: pgettext("weight of a contradiction", "rarely both true"),
    }[severity]
