"""The door for a web server."""

import os
from importlib import import_module

from django.core.wsgi import get_wsgi_application

from gemeentedossier.config.postgres import ensure_server
from gemeentedossier.foundation.migrating import check_tables
from gemeentedossier.foundation.tenancy import connect_as_application, warn_of_owner

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gemeentedossier.config.settings")
ensure_server()
application = get_wsgi_application()
check_tables()
connect_as_application()
warn_of_owner()

# Not before the application is loaded: it rests on the models.
import_module("gemeentedossier.desk.serving").get_ready()
