"""The scope of a request: the municipality that its address names."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.scope import bound
from gemeentedossier.foundation.tenancy import apply_scope_to_open_transaction


class tenant:  # noqa: N801 - named in settings like a function
    """Binds the municipality named in the address while the request is answered; an unknown name is a plain 404."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        slug = _slug_in(request.path_info)
        municipality = Municipality.objects.filter(slug=slug).first() if slug else None
        request.municipality = municipality  # type: ignore[attr-defined]  # views take it from here
        with bound(municipality.id if municipality else None):
            apply_scope_to_open_transaction()
            return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> None:
        """The views behind an address need not look whether its municipality exists."""
        if "municipality" in kwargs and getattr(request, "municipality", None) is None:
            raise Http404


def _slug_in(path: str) -> str | None:
    try:
        slug = resolve(path).kwargs.get("municipality")
    except Resolver404:
        return None
    return str(slug) if slug else None
