"""Logs hold paths and error classes, never what people typed."""

import io
import logging

import pytest

from core.web.logs import WithoutContent


@pytest.fixture
def log():
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.addFilter(WithoutContent())
    logger = logging.getLogger("test.without_content")
    logger.handlers, logger.propagate = [handler], False
    return logger, stream


def test_query_strings_are_cut(log):
    logger, stream = log
    logger.error("Internal Server Error: %s", "/search/?q=John+Smith+MRN+4471923")
    assert "Smith" not in stream.getvalue()
    assert "/search/?…" in stream.getvalue()


def test_an_error_keeps_its_class_and_place_but_not_its_message(log):
    logger, stream = log
    try:
        raise ValueError("could not read: Mr John Smith, 415-555-0134")
    except ValueError:
        logger.exception("failed")
    assert "Smith" not in stream.getvalue()
    assert "ValueError at" in stream.getvalue()
    assert "test_logs.py" in stream.getvalue()
