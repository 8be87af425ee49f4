"""The scope of a request: the municipality that its address names; and what is answered while nothing can be."""

import logging
from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve

from gemeentedossier.foundation.engine.unavailable import Unavailable
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.scope import bound
from gemeentedossier.foundation.tenancy import apply_scope_to_open_transaction

_LOG = logging.getLogger(__name__)


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


class unavailable:  # noqa: N801 - named in settings like a function
    """Answers with 503 and a page that says what to do, where a view finds that nothing can be answered now."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The reason stands in the log, for whoever runs the program; visitors cannot mend it."""
        if not isinstance(exception, Unavailable):
            return None
        _LOG.error("The program cannot answer.\n%s", exception)
        return render(request, "503.html", status=503)


def _slug_in(path: str) -> str | None:
    try:
        slug = resolve(path).kwargs.get("municipality")
    except Resolver404:
        return None
    return str(slug) if slug else None
