"""The style guide; routed only where the product is shown or developed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from gemeentedossier.design import guide as examples
from gemeentedossier.design.enums import Density


@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """Every component in every state, in the frame of the staff."""
    shown = {
        "frame": examples.frame(),
        "examples": examples,
        "findings": examples.FINDINGS,
        "calm": examples.table(Density.CALM),
        "dense": examples.table(Density.DENSE),
        "form": examples.TreeForm(auto_id="tree-%s", initial={"sound": None}),
        "faulty": examples.TreeForm({"planted": "31-02-2026"}, auto_id="faulty-%s"),
        "filter": examples.TreeFilter(auto_id="filter-%s"),
    }
    return render(request, "design/guide.html", shown)


@require_safe
def public_guide(request: HttpRequest) -> HttpResponse:
    """The frame for everyone, with running text."""
    return render(request, "design/public_guide.html", {"frame": examples.public_frame(), "examples": examples})
