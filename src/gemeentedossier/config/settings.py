"""Settings of the running program; everything that differs per installation comes from the environment."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pghistory
import pgtrigger
from csp.constants import NONE, SELF

from gemeentedossier.config.given import database_parts, mail_server, number_from
from gemeentedossier.config.postgres import APPLICATION_ROLE, DATABASE_NAME, EMBEDDED, OWNER_URL, home

PACKAGE = Path(__file__).resolve().parent.parent
HOME = home()
DEMO = os.environ.get("GEMEENTEDOSSIER_DEMO") == "1"
DEBUG = False


def _secret_key() -> str:
    if key := os.environ.get("GEMEENTEDOSSIER_SECRET_KEY"):
        return key
    path = HOME / "secret-key"
    if not path.exists():
        HOME.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text()


def _database() -> dict[str, Any]:
    return {
        "ENGINE": "gemeentedossier.foundation.backend",
        "ATOMIC_REQUESTS": True,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,  # a connection from before the server was started again is not used
        **_address(os.environ.get("DATABASE_URL", f"postgresql:///{DATABASE_NAME}")),
    }


def _address(url: str) -> dict[str, Any]:
    """The parts of a database's URL; what Django has no name for (``sslmode``) goes along as it was given."""
    parts = database_parts(url)
    return {
        "NAME": parts.pop("dbname", DATABASE_NAME),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": parts.pop("port", ""),
        "OPTIONS": {**parts, "assume_role": APPLICATION_ROLE},
    }


SECRET_KEY = _secret_key()
ALLOWED_HOSTS = os.environ.get("GEMEENTEDOSSIER_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [o for o in os.environ.get("GEMEENTEDOSSIER_ORIGINS", "").split(",") if o]
DATABASES = {"default": _database()}
OWNER_DATABASE = _address(os.environ[OWNER_URL]) if os.environ.get(OWNER_URL) else None
"""Where and as whom the owner of the tables connects; None where the user of DATABASE_URL is the owner."""
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

ROOMS = [
    "gemeentedossier.foundation",
    "gemeentedossier.design",
    "gemeentedossier.organisation",
    "gemeentedossier.catalogue",
    "gemeentedossier.dossier.evidence",
    "gemeentedossier.dossier.governance",
    "gemeentedossier.dossier.parties",
    "gemeentedossier.dossier.assets",
    "gemeentedossier.dossier.register",
    "gemeentedossier.dossier.agreements",
    "gemeentedossier.dossier.security",
    "gemeentedossier.dossier.requests",
    "gemeentedossier.dossier.breaches",
    "gemeentedossier.dossier.risks",
    "gemeentedossier.dossier.snapshot",
    "gemeentedossier.assessment",
    "gemeentedossier.documents",
    "gemeentedossier.method",
    "gemeentedossier.exchange",
    "gemeentedossier.portal",
    "gemeentedossier.guest",
    "gemeentedossier.desk",
]
INSTALLED_APPS = [
    *[room for room in ROOMS if (PACKAGE / "/".join(room.split(".")[1:]) / "apps.py").exists()],
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "django_htmx",
    "csp",
    "pgtrigger",
    "pghistory",
]
AUTH_USER_MODEL = "organisation.Account"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "gemeentedossier.organisation.policies.LongEnough", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]

PGHISTORY_LEVEL = pgtrigger.Statement
PGHISTORY_APPEND_ONLY = True
PGHISTORY_CONTEXT_FIELD = pghistory.ContextJSONField()
PGHISTORY_OBJ_FIELD = pghistory.ObjForeignKey(db_constraint=False, db_index=False)
PGHISTORY_FOREIGN_KEY_FIELD = pghistory.ForeignKey(db_constraint=False, db_index=False)
PGHISTORY_BASE_MODEL = "gemeentedossier.foundation.models.events.HistoryEvent"
PGTRIGGER_INSTALL_ON_MIGRATE = False

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # what that gives away: docs/decisions/pages-in-their-budget.md
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "csp.middleware.CSPMiddleware",
    "gemeentedossier.foundation.middleware.tenant",
    "gemeentedossier.foundation.middleware.unavailable",
]
ROOT_URLCONF = "gemeentedossier.config.urls"
WSGI_APPLICATION = "gemeentedossier.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
            ],
        },
    }
]
FORM_RENDERER = "gemeentedossier.design.renderers.DesignRenderer"

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"

STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # the static files middleware warns where it is absent
FILES = HOME / "files"
ENVELOPE_KEYS = Path(os.environ.get("GEMEENTEDOSSIER_ENVELOPE_KEYS", HOME / "envelope-keys"))
"""Where the keys of names and addresses stand: outside the database, and outside what is copied along with it."""
FILES.mkdir(mode=0o700, parents=True, exist_ok=True)
if FILES.stat().st_mode & 0o077 and FILES.stat().st_uid == os.geteuid():
    FILES.chmod(0o700)  # made before; what was composed from a dossier is read by no other user of the machine
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": FILES, "file_permissions_mode": 0o600, "directory_permissions_mode": 0o700},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True

APPLICATION_CAN_LOG_IN = os.environ.get(EMBEDDED) == "1"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": HOME / "cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},  # of which account a browser was: ``foundation.kept_forms``
    },
}
LOGIN_URL = "desk:sign-in"
LOGIN_REDIRECT_URL = "desk:home"
SECOND_FACTOR = os.environ.get("GEMEENTEDOSSIER_SECOND_FACTOR", "0" if DEMO else "1") == "1"
"""Whether everybody who works for a municipality comes in with a code or a passkey beside their password."""
OIDC_ISSUER = os.environ.get("GEMEENTEDOSSIER_OIDC_ISSUER", "").rstrip("/")
"""The identity provider of the municipality (OpenID Connect); empty: there is none."""
OIDC_CLIENT = os.environ.get("GEMEENTEDOSSIER_OIDC_CLIENT", "")
OIDC_SECRET_FILE = os.environ.get("GEMEENTEDOSSIER_OIDC_SECRET_FILE", "")
"""A file with the secret that the provider gave us: it stands in no environment and in no list of processes."""
OIDC_NAME = os.environ.get("GEMEENTEDOSSIER_OIDC_NAME", "")
"""What people call it."""
SESSION_COOKIE_AGE = 60 * number_from("GEMEENTEDOSSIER_SESSION_MINUTES", otherwise=8 * 60)
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = os.environ.get("GEMEENTEDOSSIER_HTTPS") == "1"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "gemeentedossier.desk.views.kept.unchecked"
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if SESSION_COOKIE_SECURE else 0
"""Sent where the proxy says that it was reached over TLS (``X-Forwarded-Proto``; gunicorn: FORWARDED_ALLOW_IPS)."""
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # a record with many parts is one form
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}

MAIL_SERVER, EMAIL_PORT = mail_server(os.environ.get("GEMEENTEDOSSIER_MAIL", ""))
"""Empty: each message becomes a file in ``mail``."""
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if MAIL_SERVER.scheme else 'filebased'}.EmailBackend"
EMAIL_FILE_PATH = HOME / "mail"
EMAIL_HOST = MAIL_SERVER.hostname or ""
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(MAIL_SERVER.username or ""), unquote(MAIL_SERVER.password or "")
EMAIL_USE_SSL, EMAIL_USE_TLS = MAIL_SERVER.scheme == "smtps", "starttls=1" in MAIL_SERVER.query
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("GEMEENTEDOSSIER_MAIL_FROM", "gemeentedossier@localhost")
GEMEENTEDOSSIER_URL = os.environ.get("GEMEENTEDOSSIER_URL", "http://127.0.0.1:8000").rstrip("/")
"""How people reach the program: what links in e-mail begin with."""

GEMEENTEDOSSIER_SCANNER = os.environ.get("GEMEENTEDOSSIER_SCANNER", "")
"""A command that looks for viruses in the file that is put behind it: 0 is clean, 1 is not. Empty: no scanner."""

KEPT_ACTIVITIES = number_from("GEMEENTEDOSSIER_KEPT_ACTIVITIES", otherwise=8_000)
"""How many activities each process keeps read and judged, of all municipalities together: see ``snapshot/kept.py``."""

GEMEENTEDOSSIER_PACKS = [Path(p) for p in os.environ.get("GEMEENTEDOSSIER_PACKS", "").split(os.pathsep) if p]
"""Folders with catalogue packs of the municipality's own, beside the one that is shipped."""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False}},
}
