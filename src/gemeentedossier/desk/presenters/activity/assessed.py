"""What Part C says of an activity: its pre-scan and its impact assessments, each with the way there."""

from collections.abc import Iterator

from django.template.defaultfilters import floatformat
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gemeentedossier.assessment.engine.subjects.assessed import around_of
from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.design.parts import Definition, Link
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.prescans import verdict_badge
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.risks.engine.prescan import prescan_result, reopened
from gemeentedossier.dossier.risks.engine.proposals import proposals_for
from gemeentedossier.dossier.risks.facts import ImpactAssessment
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.addresses import reverse


def assessed(activity: Activity, dossier: Dossier) -> Iterator[Definition]:
    """The verdict of the pre-scan, what was decided, and the assessments."""
    slug, around = dossier.organisation.slug, around_of(dossier, catalogue_at(dossier.moment))
    known = around.prescans.get(activity.id)
    result = prescan_result(activity, known, around)
    found = str(verdict_badge(result).word)
    told = _("The facts give: %(verdict)s") % {"verdict": found}
    if known and known.decision:
        told = _("Decided: %(decision)s") % {"decision": name_of(known.decision)}
        if reopened(known, result):
            told = _("%(told)s. The facts changed since: decide anew") % {"told": told}
    link = Link(label=told, url=reverse("desk:prescan", args=[slug, activity.id]))
    yield Definition(term=_("Pre-scan"), links=(link,))
    count = next((each.values[0] for each in known.answers if each.question == "people-count"), "") if known else ""
    if count:
        yield Definition(term=_("Number of people, by the pre-scan"), texts=(floatformat(count, "0g"),))
    proposed = len(proposals_for(activity, known, dossier.impact_assessments, around))
    if proposed:
        told = ngettext("%(count)d proposal", "%(count)d proposals", proposed) % {"count": proposed}
        url = f"{reverse('desk:prescan', args=[slug, activity.id])}#proposals"
        yield Definition(term=_("Proposed by Part C to this record"), links=(Link(label=told, url=url),))
    about = [each for each in dossier.impact_assessments if activity.id in each.activity_ids]
    links = tuple(Link(label=_link(each), url=reverse("desk:assessment", args=[slug, each.id])) for each in about)
    yield Definition(term=_("Impact assessments"), links=links, missing=_("No impact assessment recorded yet"))


def _link(assessment: ImpactAssessment) -> str:
    return f"{assessment.name}: {name_of(assessment.state)}"
