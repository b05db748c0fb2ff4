# Consilium. `make run` serves the product, `make test` proves it; both set up what they need.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
UV_VERSION := 0.13.9
# USE_PIP=1 installs with plain pip where uv is not wanted.
USE_PIP ?=
PORT ?= 8000
export PORT

RUNTIME := $(VENV)/.runtime-$(shell sha256sum requirements.lock | cut -c1-12)
DEVELOP := $(VENV)/.develop-$(shell sha256sum requirements-dev.lock | cut -c1-12)

.PHONY: run test lint test-browser test-services services services-stop lock train docs clean help

help:
	@grep -E '^[a-z-]+:.*##' Makefile | sed 's/:.*##/  –/'

run: $(RUNTIME) ## serve on 127.0.0.1:$PORT with sample content (embedded: no services needed)
	@exec $(PY) manage.py serve --demo

test: $(DEVELOP) ## everything that runs on the embedded default
	$(PY) -m pytest -n 2 -q -m "not browser and not services"

lint: $(DEVELOP) ## style, types, import contract, migrations, deploy check, secrets
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(VENV)/bin/lint-imports
	$(PY) manage.py makemigrations --check --dry-run
	SECRET_KEY=$$($(PY) -c "import secrets; print(secrets.token_urlsafe(60))") SITE_HOST=consilium.example \
		DJANGO_SETTINGS_MODULE=config.settings.production $(PY) manage.py check --deploy --fail-level WARNING
	git ls-files -z | xargs -0 $(VENV)/bin/detect-secrets-hook --baseline .secrets.baseline

test-browser: $(DEVELOP) ## the journey in Debian's chromium, on the embedded default
	sh tests/browser/install_chromium.sh
	$(PY) -m pytest -n 2 --dist loadfile -q -m "browser and not services" tests/browser

test-services: $(DEVELOP) ## the same contracts on PostgreSQL, Redis and Elasticsearch
	sh tests/browser/install_chromium.sh
	$(PY) -m tests.services.run test

services: $(DEVELOP) ## start PostgreSQL, Redis and Elasticsearch on loopback
	$(PY) -m tests.services.run start

services-stop:
	$(PY) -m tests.services.run stop

docs: $(DEVELOP) ## regenerate the diagrams in docs/ from the state tables
	$(PY) manage.py generate_docs

lock: $(VENV)/bin/uv ## pin requirements again
	for name in requirements requirements-dev requirements-training; do \
		$(VENV)/bin/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links --python-version 3.11 \
		--overrides requirements-overrides.txt --custom-compile-command "make lock" $$name.in -o $$name.lock; done

train: $(DEVELOP) ## train the scrubber's taggers again (an hour; their hashes are pinned in recognizers/tagger.py)
	@$(call install,requirements-training.lock)
	$(PY) -m scrubber.training.train

clean: ## forget all data and the environment
	rm -rf $(VENV) var

$(PY):
	@$(PYTHON) -m venv $(VENV) || { echo "Python's venv module is missing (Debian: apt install python3-venv)"; exit 1; }

$(VENV)/bin/uv: | $(PY)
	@$(PY) -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

ifeq ($(USE_PIP),)
define install
	VIRTUAL_ENV=$(VENV) $(VENV)/bin/uv pip install --quiet --no-deps --require-hashes -r $(1)
endef
INSTALLER := $(VENV)/bin/uv
else
define install
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r $(1)
endef
INSTALLER := $(PY)
endif

$(RUNTIME): requirements.lock | $(INSTALLER)
	@echo "Setting up (once) ..."
	@$(call install,requirements.lock)
	@$(PY) -m scrubber prepare
	@touch $@

$(DEVELOP): requirements-dev.lock | $(INSTALLER)
	@echo "Setting up for development (once) ..."
	@$(call install,requirements-dev.lock)
	@$(PY) -m scrubber prepare
	@touch $@ $(RUNTIME)
