"""Settings for the tests: a data folder of their own per process, no mail leaves, the outbox is drained by hand."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from config.settings.base import *  # noqa: F403
from config.settings.base import CACHES, DATABASES

VAR_DIR = Path(tempfile.mkdtemp(prefix="consilium-test-"))
atexit.register(shutil.rmtree, VAR_DIR, ignore_errors=True)
PRIVATE_FILES_DIR = VAR_DIR / "files"
QUARANTINE_DIR = VAR_DIR / "quarantine"
SCRATCH_DIR = VAR_DIR / "scratch"
MAIL_DIR = VAR_DIR / "mail"

ELASTICSEARCH_PREFIX = f"consilium-test-{os.getpid()}"

# Workers share one Redis: what one test counted or remembered must not reach another. Servers a test starts inherit it.
_RUN = os.environ.setdefault("CONSILIUM_TEST_RUN", f"test-{os.getpid()}")
CACHES["default"]["KEY_PREFIX"] = f"{_RUN}-{os.environ.get('PYTEST_XDIST_WORKER', '')}"

SECRET_KEY = "only-for-tests"  # pragma: allowlist secret
DEBUG = False
ALLOWED_HOSTS = ["*"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DEV_MAIL_PAGE = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True  # browsers allow passkeys on http://localhost, and nowhere else without TLS
STAFF_NEED_SECOND_FACTOR = False  # on where a test is about it
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
OUTBOX_DOORBELL = "core.outbox.doorbells.SilentDoorbell"
ACCOUNT_RATE_LIMITS = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, not memory: threads of the live server and of the outbox share it.
    DATABASES["default"]["NAME"] = str(VAR_DIR / "app.sqlite3")
    DATABASES["default"]["TEST"] = {"NAME": VAR_DIR / "test.sqlite3"}
else:
    DATABASES["default"].pop("OPTIONS", None)

SEARCH_BY_MEANING = False  # loading the model costs a second a process; the tests that need it switch it on
