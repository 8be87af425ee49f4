"""The door for a web server.

To be loaded in each process that serves, not before these are forked from one: a thread judges ahead in each of them.
"""

import os

from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application

from gemeentedossier.config.postgres import ensure_server
from gemeentedossier.foundation.migrating import check_tables
from gemeentedossier.foundation.tenancy import connect_as_application, warn_of_owner


def _ready() -> WSGIHandler:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gemeentedossier.config.settings")
    ensure_server()
    loaded = get_wsgi_application()
    check_tables()
    connect_as_application()
    warn_of_owner()
    from gemeentedossier.desk.serving import get_ready  # it rests on the models, which are loaded now

    get_ready()
    return loaded


application = _ready()
