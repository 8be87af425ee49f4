"""Where on the desk the work on a condition of a step is done."""

from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.method import MethodCount, MethodProduct
from gemeentedossier.design.parts import Link
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.permissions import can

ROUTES: Mapping[MethodCount, str] = {
    MethodCount.BODIES: "organisation",
    MethodCount.CONTACT_POINT: "organisation",
    MethodCount.UNITS: "organisation",
    MethodCount.OFFICERS: "organisation",
    MethodCount.PRIVACY_OFFICERS: "organisation",
    MethodCount.SECURITY_OFFICERS: "organisation",
    MethodCount.EXECUTIVES: "organisation",
    MethodCount.STEPS_PLANNED: "method",
    MethodCount.ACTIVITIES: "register",
    MethodCount.ACTIVITIES_OWNED: "register",
    MethodCount.ACTIVITIES_ADOPTED: "register",
    MethodCount.ACTIVITIES_CONFIRMED: "register",
    MethodCount.ACTIVITIES_PUBLISHED: "register",
    MethodCount.ACTIVITIES_CLASSIFIED: "security",
    MethodCount.ACTIVITIES_WITH_MEASURES: "security",
    MethodCount.ACTIVITIES_WITH_ACCESS: "access-matrix",
    MethodCount.ACTIVITIES_ASSESSED: "assessments",
    MethodCount.ACTIVITIES_CONSISTENT: "findings",
    MethodCount.SYSTEMS: "security",
    MethodCount.LOG_REVIEW_PLANS: "log-reviews",
    MethodCount.APPETITES: "appetite",
    MethodCount.POLICY_CLAUSES: "clauses",
    MethodCount.EXERCISES: "breach-exercises",
}
"""The page on which what is counted is recorded."""
ROLES = frozenset(
    {MethodCount.OFFICERS, MethodCount.PRIVACY_OFFICERS, MethodCount.SECURITY_OFFICERS, MethodCount.EXECUTIVES}
)
"""What is arranged under people and roles, by who may."""
PRODUCTS: Mapping[MethodProduct, tuple[str, tuple[str, ...]]] = {
    MethodProduct.REGISTER: ("desk:register", ()),
    MethodProduct.PART_A: ("desk:document", ("part-a",)),
    MethodProduct.PART_B: ("desk:document", ("part-b",)),
    MethodProduct.PART_C: ("desk:document", ("part-c",)),
    MethodProduct.PART_D: ("desk:document", ("part-d",)),
    MethodProduct.AGREEMENTS: ("desk:agreements", ()),
    MethodProduct.ASSESSMENTS: ("desk:assessments", ()),
    MethodProduct.PUBLIC_REGISTER: ("portal:register", ()),
    MethodProduct.PLAN: ("desk:method-plan-text", ()),
    MethodProduct.COVERAGE: ("desk:coverage", ()),
}
"""Where each product of a step can be read."""


def place_of(count: MethodCount, slug: str, actor: Actor) -> Link:
    """The page on which this is worked on."""
    if count in ROLES and can(actor, "organisation.manage_people"):
        return Link(label=pgettext("place in the rail", "People and roles"), url=reverse("desk:people", args=[slug]))
    name = ROUTES[count]
    url = reverse(f"desk:{name}", args=[slug])
    if count is MethodCount.ACTIVITIES_CONSISTENT:
        url = f"{url}?{urlencode({'outcome': Outcome.CONTRADICTS.value})}"
    return Link(label=_page_names()[name], url=url)


def rules_of(rules: Iterable[str], catalogue: Catalogue, slug: str) -> tuple[Link, ...]:
    """The criteria that a condition asks, each with its own page: what was found, and where that is answered."""
    known = catalogue.rules
    return tuple(
        Link(label=known[each].label.in_language(language()), url=reverse("desk:coverage-rule", args=[slug, each]))
        for each in rules
        if each in known
    )


def products_of(products: Iterable[MethodProduct], slug: str) -> tuple[Link, ...]:
    """What a step brings forth, with where that can be read."""
    words, found = _product_names(), list[Link]()
    for each in products:
        name, further = PRODUCTS[each]
        found.append(Link(label=words[each], url=reverse(name, args=[slug, *further])))
    return tuple(found)


def _page_names() -> Mapping[str, str]:
    return {
        "organisation": pgettext("page of accountability", "Municipality and organisation"),
        "method": pgettext("place in the rail", "Method"),
        "register": pgettext("place of work", "The register"),
        "security": pgettext("place of work", "Security of each activity"),
        "access-matrix": pgettext("place of work", "Who may see what"),
        "assessments": pgettext("place of work", "The DPIAs"),
        "findings": pgettext("place of work", "What contradicts"),
        "log-reviews": pgettext("place of work", "Looking at logs"),
        "appetite": _("Risk appetite"),
        "clauses": _("Clauses of policy"),
        "breach-exercises": pgettext("place of work", "Exercises for breaches"),
    }


def _product_names() -> Mapping[MethodProduct, str]:
    return {
        MethodProduct.REGISTER: pgettext("product of a step", "The register"),
        MethodProduct.PART_A: pgettext("product of a step", "Part A, processing"),
        MethodProduct.PART_B: pgettext("product of a step", "Part B, security"),
        MethodProduct.PART_C: pgettext("product of a step", "Part C, risks"),
        MethodProduct.PART_D: pgettext("product of a step", "Part D, breaches"),
        MethodProduct.AGREEMENTS: pgettext("product of a step", "Agreements"),
        MethodProduct.ASSESSMENTS: pgettext("product of a step", "DPIAs"),
        MethodProduct.PUBLIC_REGISTER: pgettext("product of a step", "What everyone may read"),
        MethodProduct.PLAN: pgettext("product of a step", "The plan: who, what and when"),
        MethodProduct.COVERAGE: pgettext("product of a step", "The coverage of all criteria"),
    }
