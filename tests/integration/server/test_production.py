"""Production settings, served by uvicorn as docker-compose.yml does, behind a proxy that ends TLS."""

import os
import secrets
import subprocess
import sys
import time

import pytest
import requests

from tests.product import ROOT, free_port

HOST = "consilium.example"


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    return {
        **{name: value for name, value in os.environ.items() if not name.endswith("_URL")},
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "CONSILIUM_VAR_DIR": str(tmp_path_factory.mktemp("production")),
        "SECRET_KEY": secrets.token_urlsafe(60),
        "SITE_HOST": HOST,
    }


@pytest.fixture(scope="module")
def port(environment):
    for command in (["migrate", "--verbosity", "0"], ["collectstatic", "--noinput", "--verbosity", "0"]):
        subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=environment, check=True)
    number = free_port()
    command = [sys.executable, "-m", "uvicorn", "config.asgi:application", "--port", str(number), "--ws", "none"]
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not answers(number):
        time.sleep(0.2)
    yield number
    server.terminate()
    server.wait(timeout=10)


def get(port, path, host=HOST, **headers):
    return requests.get(
        f"http://127.0.0.1:{port}{path}", headers={"Host": host, **headers}, allow_redirects=False, timeout=10
    )


def answers(port):
    try:
        return get(port, "/healthz").status_code == 200
    except requests.ConnectionError:
        return False


def test_the_health_check_of_the_container_passes(port, environment):
    command = [sys.executable, "deploy/healthcheck.py", str(port)]
    assert subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode == 0


def test_pages_are_served_over_tls_only_and_remember_that(port):
    assert get(port, "/").headers["Location"] == f"https://{HOST}/"
    page = get(port, "/", **{"X-Forwarded-Proto": "https"})
    assert page.status_code == 200
    assert "max-age=31536000" in page.headers["Strict-Transport-Security"]


def test_static_files_carry_their_hash_and_may_be_kept_for_ever(port):
    page = get(port, "/", **{"X-Forwarded-Proto": "https"}).text
    path = next(part.split('"')[0] for part in page.split('src="')[1:] if "/js/app." in part)
    assert path.count(".") == 2, "app.<hash>.js"
    file = get(port, path, **{"X-Forwarded-Proto": "https"})
    assert (file.status_code, "immutable" in file.headers["Cache-Control"]) == (200, True)


def test_another_host_name_is_refused(port):
    assert get(port, "/", host="elsewhere.example", **{"X-Forwarded-Proto": "https"}).status_code == 400


def test_the_mail_page_of_the_demo_does_not_exist(port):
    assert get(port, "/dev/mail/", **{"X-Forwarded-Proto": "https"}).status_code == 404


@pytest.mark.parametrize("name", ["SECRET_KEY", "SITE_HOST"])
def test_without_a_required_variable_nothing_starts_and_it_is_named(environment, name):
    command = [sys.executable, "manage.py", "check"]
    without = {key: value for key, value in environment.items() if key != name}
    result = subprocess.run(command, cwd=ROOT, env=without, check=False, capture_output=True, text=True)
    assert result.returncode != 0
    assert f"{name} must be set" in result.stderr
