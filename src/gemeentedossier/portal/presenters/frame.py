"""The frame around every page for everyone."""

from django.http import HttpRequest
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from gemeentedossier.design.frames import PublicFrame
from gemeentedossier.design.parts import Crumb, Link, Search
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.portal.presenters.rights import AUTHORITY


def front_frame(request: HttpRequest) -> PublicFrame:
    """The frame of the page that is no municipality's."""
    return PublicFrame(
        municipality="Gemeentedossier",
        home_url=reverse("portal:index"),
        footer=(_authority(), Link(label=_("Sign in (staff)"), url=reverse("desk:sign-in")), _partners()),
        language_url=reverse("set_language"),
        next_url=request.get_full_path(),
    )


def frame_for(
    request: HttpRequest, municipality: Municipality, *, crumbs: tuple[Crumb, ...] = (), search: Search | None = None
) -> PublicFrame:
    """The frame of a municipality's pages."""
    home, register = reverse("portal:home", args=[municipality.slug]), register_url(municipality)
    menu = (Link(label=_("Register"), url=register), Link(label=_("Your rights"), url=f"{home}#rights"))
    desk = Link(label=_("Sign in (staff)"), url=desk_url(municipality))
    return PublicFrame(
        municipality=_("Municipality of %(name)s") % {"name": municipality.name},
        home_url=home,
        crumbs=(Crumb(label=municipality.name, url=home), *crumbs) if crumbs else (),
        links=menu,
        footer=(*menu, _authority(), desk, _partners()),
        search=search,
        language_url=reverse("set_language"),
        next_url=request.get_full_path(),
        notice=_("Example municipality: everything here is invented.") if municipality.is_example else "",
    )


def register_url(municipality: Municipality) -> str:
    """Where the public register begins."""
    return reverse("portal:register", args=[municipality.slug])


def desk_url(municipality: Municipality) -> str:
    """Where staff sign in, to go on to the desk of this municipality."""
    return f"{reverse('desk:sign-in')}?{urlencode({'next': f'/{municipality.slug}/desk/'})}"


def _partners() -> Link:
    return Link(label=_("Sign in (partners)"), url=f"{reverse('desk:sign-in')}?{urlencode({'next': '/partner/'})}")


def _authority() -> Link:
    return Link(label="Autoriteit Persoonsgegevens", url=AUTHORITY)
