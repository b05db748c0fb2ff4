"""docker-compose.yml describes the servers the settings expect."""

import re
from pathlib import Path

import pytest
import yaml

from config import env

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def compose():
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text())


APP_SERVICES = ("migrate", "web", "sockets", "worker", "beat")


def test_all_parts_of_production_are_described(compose):
    assert {*APP_SERVICES, "postgres", "redis", "elasticsearch", "proxy"} <= set(compose["services"])


@pytest.mark.parametrize("name", APP_SERVICES)
def test_every_app_service_runs_production_settings_on_the_real_servers(compose, name):
    environment = compose["services"][name]["environment"]
    assert environment["DJANGO_SETTINGS_MODULE"] == "config.settings.production"
    for variable in ("DATABASE_URL", "REDIS_URL", "ELASTICSEARCH_URL"):
        host = re.search(r"[@/]([a-z]+):\d+", environment[variable])[1]
        assert host in compose["services"], f"{variable} names a host that no service provides"


def test_every_variable_compose_sets_is_one_the_settings_read(compose):
    read = set(re.findall(r'(?:text|flag|words|required)\("([A-Z_]+)"', _settings_source()))
    given = set(compose["services"]["web"]["environment"]) - {"DJANGO_SETTINGS_MODULE"}
    assert given <= read


def test_every_variable_production_requires_is_in_the_example_environment():
    required = set(re.findall(r'required\("([A-Z_]+)"\)', _settings_source()))
    example = {line.split("=")[0] for line in (ROOT / ".env.example").read_text().splitlines() if "=" in line}
    assert required <= example


@pytest.mark.parametrize("name", ["web", "sockets", "worker", "postgres", "redis", "elasticsearch"])
def test_whatever_others_wait_for_says_whether_it_is_well(compose, name):
    assert compose["services"][name]["healthcheck"]["test"][0] in {"CMD", "CMD-SHELL"}


def test_whatever_holds_data_keeps_it_in_a_volume(compose):
    for name in ("postgres", "redis", "elasticsearch", "web", "worker"):
        assert compose["services"][name]["volumes"][0].split(":")[0] in compose["volumes"]


def test_only_the_proxy_is_reachable_from_outside(compose):
    assert [name for name, service in compose["services"].items() if "ports" in service] == ["proxy"]


def test_the_proxy_sends_sockets_to_the_socket_server():
    caddy = (ROOT / "deploy/Caddyfile").read_text()
    assert re.search(r"handle /ws/\*\s*\{\s*reverse_proxy sockets:8001", caddy)


def test_a_missing_required_variable_is_named(monkeypatch):
    monkeypatch.delenv("SITE_HOST", raising=False)
    with pytest.raises(RuntimeError, match="SITE_HOST"):
        env.required("SITE_HOST")


def _settings_source():
    files = [ROOT / "config/env.py", *(ROOT / "config/settings").glob("*.py")]
    return "\n".join(path.read_text() for path in files)
