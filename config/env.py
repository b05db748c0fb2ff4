"""Reads the process environment: the only place that does, so that every switch of the product can be found here."""

import json
import os
from pathlib import Path
from typing import Any

BASE_DIR = Path(__file__).resolve().parent.parent


def text(name: str, default: str = "") -> str:
    """Value of an environment variable, or `default` when it is unset or empty."""
    return os.environ.get(name, "").strip() or default


def flag(name: str, default: bool = False) -> bool:
    """True for 1/true/yes/on (any case)."""
    value = text(name)
    return value.lower() in {"1", "true", "yes", "on"} if value else default


def words(name: str, default: str = "") -> list[str]:
    """Comma-separated list without empty entries."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def mapping(name: str) -> dict[str, Any]:
    """A JSON object; empty when unset.

    Raises:
        ValueError: when it is no JSON object.
    """
    value = json.loads(text(name, "{}"))
    if not isinstance(value, dict):
        raise ValueError(f"{name} must be a JSON object")
    return value


def required(name: str) -> str:
    """Value of a variable production cannot start without.

    Raises:
        RuntimeError: when it is missing, naming the variable.
    """
    value = text(name)
    if not value:
        raise RuntimeError(f"{name} must be set in the environment (see docs/operations.md)")
    return value


VAR_DIR = Path(text("CONSILIUM_VAR_DIR", str(BASE_DIR / "var")))
DATABASE_URL = text("DATABASE_URL")
REDIS_URL = text("REDIS_URL")
ELASTICSEARCH_URL = text("ELASTICSEARCH_URL")


def elasticsearch_access() -> dict[str, object]:
    """How to sign in there: an API key, or a user with a password, and the file of the authority that signed its certificate."""
    key, user, authority = text("ELASTICSEARCH_API_KEY"), text("ELASTICSEARCH_USER"), text("ELASTICSEARCH_CA_FILE")
    access: dict[str, object] = {"api_key": key} if key else {}
    if user and not key:
        access["basic_auth"] = (user, required("ELASTICSEARCH_PASSWORD"))
    return access | ({"ca_certs": authority} if authority else {})
