# Everything a checkout can do, the same here and in CI. On a fresh machine the only
# things needed are make and Python 3.11 or newer; the first target makes .venv.

SHELL := /bin/bash
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$python && break; done)
JOBS ?= 2
PYTEST_ARGS ?=
STORY := build/belarus.chronicle

RUN := $(VENV)/installed-run
DEV := $(VENV)/installed-dev
INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check
LOCK := --quiet --universal --python-version 3.11 --generate-hashes \
	--custom-compile-command "make lock"

.PHONY: help demo test lint format gate gate-update bench lexica docs golden lock clean

help:
	@echo "make demo         build the sample pile into a chronicle and print it"
	@echo "make test         run all tests"
	@echo "make lint         style, types, import contract, generated files"
	@echo "make format       let ruff format the code and mend what it can"
	@echo "make gate         measure accuracy and compare it with the floors"
	@echo "make gate-update  pin the floors at what is measured now"
	@echo "make bench        measure speed and memory"
	@echo "make lexica       rebuild the word tables and rules.lock"
	@echo "make docs         run the examples of README and docs, write their output"
	@echo "make golden       write the sample pile's chronicle anew, for review"
	@echo "make lock         pin all libraries anew in requirements/"
	@echo "make clean        remove .venv and build/"

demo: $(RUN)
	@mkdir -p build && rm -f $(STORY)
	$(BIN)/chronist build examples/belarus -o $(STORY)
	$(BIN)/chronist show $(STORY)

test: $(DEV)
	$(BIN)/python -m pytest -n $(JOBS) $(PYTEST_ARGS)

lint: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python scripts/build_lexica.py --check
	$(BIN)/python scripts/lock_rules.py --check

format: $(DEV)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

gate: $(DEV)
	$(BIN)/python -m eval.gate

gate-update: $(DEV)
	$(BIN)/python -m eval.gate --update

bench: $(DEV)
	$(BIN)/python -m benchmarks.throughput

lexica: $(DEV)
	$(BIN)/python scripts/build_lexica.py
	$(BIN)/python scripts/lock_rules.py

docs: $(DEV)
	$(BIN)/python scripts/docs_examples.py

golden: $(DEV)
	$(BIN)/python scripts/golden.py

# One lock for Python 3.11 and later on every system, with the digest of every file.
lock: $(DEV)
	$(INSTALL) uv==0.13.9
	$(BIN)/uv pip compile $(LOCK) -o requirements/run.txt pyproject.toml requirements/build.in
	$(BIN)/uv pip compile $(LOCK) -c requirements/run.txt -o requirements/dev.txt \
		--extra dev pyproject.toml requirements/build.in
clean:
	rm -rf $(VENV) build

$(RUN): requirements/run.txt pyproject.toml | $(BIN)/python
	@echo "Installing what requirements/run.txt pins into $(VENV) (about a minute)"
	$(INSTALL) --require-hashes -r requirements/run.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): requirements/dev.txt pyproject.toml | $(BIN)/python
	@echo "Installing what requirements/dev.txt pins into $(VENV) (about a minute)"
	$(INSTALL) --require-hashes -r requirements/dev.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Chronist needs Python 3.11 or newer on the PATH (or: make PYTHON=/path/to/python3 …)"; exit 1; }
	$(PYTHON) -m venv $(VENV)
