"""Eight roles at every route. Closed unless opened: a route nobody decided about fails here."""

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from tests.integration.permissions.matrix import BODIES, ROLES, ROUTES
from tests.integration.permissions.world import build_world

LOCATIONS = {"/accounts/login/": "login", "/verification/": "verify", "/registrar/": "registrar"}
STATUS = {403: "no", 404: "none"}


def routes(patterns=None, namespace=""):
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if hasattr(pattern, "url_patterns"):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from routes(pattern.url_patterns, inner)
        else:
            yield f"{namespace}{pattern.name}"


def test_every_route_has_a_row():
    assert (sorted(set(routes()) - set(ROUTES)), sorted(set(ROUTES) - set(routes()))) == ([], [])


def test_every_row_names_an_outcome_for_each_of_the_eight_roles():
    assert {len(outcomes.split()) for _, outcomes in ROUTES.values()} == {len(ROLES)}


@pytest.fixture
def world(db):
    return build_world()


def outcome_of(response):
    if response.status_code == 302:
        path = response.url.split("?")[0]
        return LOCATIONS.get(path, "in")
    return STATUS.get(response.status_code, "in")


@pytest.mark.parametrize("role", ROLES)
def test_each_route_meets_each_role_as_the_matrix_says(world, role):
    client = Client(raise_request_exception=True)
    person = world.roles[role]
    if person is not None:
        client.force_login(person)
    met, expected = {}, {}
    for name, (method, outcomes) in ROUTES.items():
        url = reverse(name, kwargs=world.arguments.get(name))
        response = client.get(url) if method == "GET" else client.post(url, BODIES.get(name, {}))
        assert response.status_code < 500, f"{role} at {name}"
        met[name], expected[name] = outcome_of(response), outcomes.split()[ROLES.index(role)]
        if name.startswith("verification:") and expected[name] == "in" and met[name] == "verify":
            met[name] = "in"  # these pages lead back to themselves
    assert {name: (met[name], expected[name]) for name in met if met[name] != expected[name]} == {}
