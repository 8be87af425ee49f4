"""The register as a list for everyone, and the municipalities on the front page."""

from typing import TYPE_CHECKING

from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gemeentedossier.design.paging import page_links
from gemeentedossier.design.parts import Action, Alert, EmptyState, Link, Pagination
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.register.models import ActivityVersion
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.portal.presenters.found import elsewhere
from gemeentedossier.portal.presenters.frame import desk_url, register_url
from gemeentedossier.portal.presenters.parts import Entrance, Result
from gemeentedossier.portal.presenters.words import policy_domain, state_badge
from gemeentedossier.portal.queries import Sought

if TYPE_CHECKING:
    from django.core.paginator import Page


def entrance(municipality: Municipality) -> Entrance:
    """The doors of a municipality."""
    return Entrance(
        name=municipality.name,
        home_url=reverse("portal:home", args=[municipality.slug]),
        register=Link(label=_("Public register"), url=register_url(municipality)),
        desk=Link(label=_("Sign in as staff"), url=desk_url(municipality)),
        is_example=municipality.is_example,
    )


def unlisted(municipality: Municipality) -> Alert:
    """What the address of a municipality says that shows nothing of its register."""
    told = _("%(name)s shows nothing of its register now. So it does not stand on the front page.")
    rights = _("Your rights hold all the same. You read them on this page.")
    return Alert(title=_("Nothing is public here now"), text=f"{told % {'name': municipality.name}} {rights}")


def result(activity: Activity, municipality: Municipality, *, why: str) -> Result:
    """An activity in the list, with its first purpose, and why it was found."""
    return Result(
        name=activity.name,
        url=reverse("portal:activity", args=[municipality.slug, activity.id]),
        purpose=activity.purposes[0].text if activity.purposes else "",
        domain=policy_domain(activity.policy_domain),
        state=state_badge(activity.processing_state),
        why=why,
    )


def pagination(page: "Page[ActivityVersion]", *, query: QueryDict) -> Pagination:
    """Links to the other pages, and how many activities there are."""
    count = page.paginator.count

    def url(number: int) -> str:
        kept = {key: value for key in query if (value := query.get(key)) and key != "page"}
        return "?" + urlencode({**kept, "page": str(number)})

    return Pagination(
        pages=page_links(current=page.number, last=page.paginator.num_pages, url_for=url)
        if page.has_other_pages()
        else (),
        summary=ngettext("%(count)s activity", "%(count)s activities", count) % {"count": count},
        previous_url=url(page.previous_page_number()) if page.has_previous() else "",
        next_url=url(page.next_page_number()) if page.has_next() else "",
    )


def empty(sought: Sought, municipality: Municipality) -> EmptyState:
    """Why the list is empty."""
    if sought.text or sought.policy_domain:
        return EmptyState(
            title=_("Nothing fits these words"),
            belongs=" ".join(
                (*elsewhere(sought), _("Try another word, or fewer words. You may also name a law or a kind of data."))
            ),
            step=Action(label=_("Show the whole register"), url=register_url(municipality)),
        )
    return EmptyState(
        title=_("Nothing has been published yet"),
        belongs=_("Here you will read, for everything the municipality does with personal data, why and how long."),
        reason=_("The municipality must keep this record by law (Article 30 GDPR)."),
    )
