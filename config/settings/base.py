"""Settings shared by every way of running Consilium.

DATABASE_URL, REDIS_URL and ELASTICSEARCH_URL switch from the embedded default (SQLite, in-process hub, tantivy)
to the real servers; nothing else changes.
"""

from datetime import timedelta

import dj_database_url
from csp.constants import NONCE, NONE, SELF

from config import env

BASE_DIR = env.BASE_DIR
VAR_DIR = env.VAR_DIR

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "channels",
    "csp",
    "django_htmx",
    "core.audit",
    "core.outbox",
    "core.notifications",
    "core.realtime",
    "core.web",
    "accounts",
    "moderation",
    "community",
    "cases",
    "search",
    "config.demo",
    "config.server",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "accounts.middleware.AccessMiddleware",
    "core.web.middleware.RefusalMiddleware",
]

ROOT_URLCONF = "config.urls"
ASGI_APPLICATION = "config.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "core.web.context.site",
            ],
            "builtins": ["core.web.templatetags.ui"],
        },
    }
]

# --- Database: SQLite tuned for one writing process, or whatever DATABASE_URL names ---
if env.DATABASE_URL:
    DATABASES = {"default": dj_database_url.parse(env.DATABASE_URL)}
    DATABASES["default"]["OPTIONS"] = {"pool": {"min_size": 1, "max_size": 8}}
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(VAR_DIR / "consilium.sqlite3"),
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 10,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000;",
            },
        }
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Accounts: passwordless by e-mail code (django-allauth) ---
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_SIGNUP_FORM_CLASS = "accounts.forms.SignupForm"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_REQUIRED = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Consilium: "
MFA_ADAPTER = "accounts.second_factor.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Consilium"
MFA_TOTP_TOLERANCE = 1  # one period of 30 s: clocks of phones drift
STAFF_NEED_SECOND_FACTOR = True
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = int(timedelta(days=7).total_seconds())
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]

# --- Caches, jobs, live events ---
REDIS_URL = env.REDIS_URL
ELASTICSEARCH_URL = env.ELASTICSEARCH_URL
ELASTICSEARCH_PREFIX = env.text("ELASTICSEARCH_PREFIX", "consilium")  # of index and alias names
ELASTICSEARCH_ACCESS = env.elasticsearch_access()
SEARCH_BY_MEANING = env.text("SEARCH_BY_MEANING", "on") != "off"  # the language model; off saves 120 MB a process
if REDIS_URL:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}}
    CELERY_BROKER_URL = REDIS_URL
    OUTBOX_DOORBELL = "core.outbox.doorbells.CeleryDoorbell"
    REALTIME_BUS = "core.realtime.bus.RedisBus"
else:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    CELERY_BROKER_URL = "memory://"
    OUTBOX_DOORBELL = "core.outbox.doorbells.ThreadDoorbell"
    REALTIME_BUS = "core.realtime.bus.InProcessBus"
CELERY_TASK_IGNORE_RESULT = True
CELERY_BEAT_SCHEDULE = {"sweep-outbox": {"task": "core.outbox.tasks.drain_outbox", "schedule": 10.0}}

# --- Files: nothing private is ever served from a public folder ---
STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = VAR_DIR / "static"
PRIVATE_FILES_DIR = VAR_DIR / "files"
QUARANTINE_DIR = VAR_DIR / "quarantine"
SCRATCH_DIR = VAR_DIR / "scratch"  # where a job sees one file in the clear; a RAM disk suits it
# Draw the viewer's handle over every picture that is served, so that a screenshot names its source.
WATERMARK_FILES = env.flag("WATERMARK_FILES")
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# --- Mail ---
DEFAULT_FROM_EMAIL = env.text("CONSILIUM_MAIL_FROM", "Consilium <no-reply@consilium.example>")
MAIL_DIR = VAR_DIR / "mail"

# --- Browser safety ---
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "base-uri": [NONE],
        "connect-src": [SELF],
        "font-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "img-src": [SELF, "data:", "blob:"],
        "manifest-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "core.web.views.csrf_failure"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

# Logs hold paths and error classes, never request bodies: identified text must not reach them.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "filters": {"no_query": {"()": "core.web.logs.WithoutContent"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["no_query"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"consilium": {"level": "INFO"}},
}

SITE_NAME = "Consilium"
SITE_URL = env.text("SITE_URL", "http://127.0.0.1:8000")
EMBEDDED = not (env.DATABASE_URL or env.REDIS_URL)
# How this site is stricter than Safe Harbor, as JSON; looser values stop the start. See docs/deidentification.md.
SCRUB_POLICY = env.mapping("SCRUB_POLICY")
VERIFICATION_LASTS = timedelta(days=365)
