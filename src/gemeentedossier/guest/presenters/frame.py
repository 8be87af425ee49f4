"""The frame around the pages of a party."""

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.design.frames import Person, PublicFrame
from gemeentedossier.design.parts import Crumb, Link
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.models import Municipality

EXAMPLE = "Gemeentedossier"


def frame_for(
    request: HttpRequest, *, name: str = "", party: str = "", municipality: Municipality | None = None, title: str = ""
) -> PublicFrame:
    """The frame; ``name`` is who is in and ``party`` for whom, both empty for somebody who is still outside."""
    every = reverse("guest:overview")
    crumbs: tuple[Crumb, ...] = (Crumb(label=pgettext("page of a party", "Your agreements"), url=every),)
    if municipality:
        here = reverse("guest:home", args=[municipality.slug]) if title else ""
        crumbs = (*crumbs, Crumb(label=municipality.name, url=here), *((Crumb(label=title),) if title else ()))
    elif title:
        crumbs = (*crumbs, Crumb(label=title))
    is_example = municipality is not None and municipality.is_example
    return PublicFrame(
        municipality=_("Municipality of %(name)s") % {"name": municipality.name} if municipality else EXAMPLE,
        home_url=every if name else reverse("portal:index"),
        crumbs=crumbs if name and len(crumbs) > 1 else (),
        footer=(Link(label=_("Municipalities and their registers"), url=reverse("portal:index")),),
        language_url=reverse("set_language"),
        next_url=request.get_full_path(),
        notice=_("Example municipality: everything here is invented.") if is_example else "",
        person=Person(name=name, sign_out_url=reverse("desk:sign-out"), role=party) if name else None,
    )
