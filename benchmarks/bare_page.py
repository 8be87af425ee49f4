"""A bare Django page to compare with: what ``startproject`` gives, somebody signed in, a table of so many bytes.

``python -m benchmarks.bare_page PORT BYTES`` serves it with as many workers and threads as the program, and prints the
cookie of a session first.
"""

import os
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any, cast

import django
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import path
from gunicorn.app.base import BaseApplication

ROW = "<tr><td>{{ row.name }}</td><td>{{ row.unit }}</td><td>{{ row.state }}</td></tr>\n"
PAGE = f"""<!doctype html><html lang="nl"><head><title>{{{{ user }}}}</title></head>
<body><table>{{% for row in rows %}}{ROW}{{% endfor %}}</table></body></html>"""


def page(request: HttpRequest) -> HttpResponse:
    """A table for who is signed in; its rows are as good as read already."""
    from django.template import engines

    assert request.user.is_authenticated, "no session"
    rendered = _template(engines["django"]).render({"rows": _rows(), "user": request.user}, request)
    return HttpResponse(rendered)


@cache
def _template(engine: Any) -> Any:
    return engine.from_string(PAGE)


@cache
def _rows() -> list[dict[str, str]]:
    one = {"name": "Vaststellen of iemand recht heeft op een voorziening", "unit": "Jeugd & Wmo", "state": "concept"}
    size = len(ROW.replace("{{ row.", "").replace(" }}", "")) - len("nameunitstate") + len("".join(one.values())) + 4
    return [one] * max(1, int(sys.argv[2]) // size)


urlpatterns = [path("", page)]


def _configure(folder: Path) -> None:
    settings.configure(
        SECRET_KEY="only for measuring",
        ALLOWED_HOSTS=["127.0.0.1"],
        ROOT_URLCONF=__name__,
        INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"],
        MIDDLEWARE=[
            "django.middleware.security.SecurityMiddleware",
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.common.CommonMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.middleware.clickjacking.XFrameOptionsMiddleware",
        ],
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": folder / "bare.sqlite3"}},
    )
    django.setup()


def _session() -> str:
    """The cookie of somebody who signed in."""
    from django.contrib.auth.models import User
    from django.core.management import call_command
    from django.test import Client

    call_command("migrate", verbosity=0)
    client = Client()
    client.force_login(cast(Any, User.objects.create_user("sam")))  # the types know the account of the program only
    return client.cookies["sessionid"].value


class _Server(BaseApplication):  # type: ignore[misc]  # gunicorn ships no types
    def load_config(self) -> None:
        for name, value in {"bind": f"127.0.0.1:{sys.argv[1]}", "workers": 2, "threads": 4}.items():
            self.cfg.set(name, value)
        for name, value in {"worker_class": "gthread", "loglevel": "warning", "max_requests": 5000}.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        from django.core.wsgi import get_wsgi_application

        return get_wsgi_application()


if __name__ == "__main__":
    sys.modules["benchmarks.bare_page"] = sys.modules["__main__"]
    os.environ.pop("DJANGO_SETTINGS_MODULE", None)
    with tempfile.TemporaryDirectory() as place:
        _configure(Path(place))
        print(_session(), flush=True)
        _Server().run()
