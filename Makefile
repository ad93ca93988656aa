# Everything a fresh machine with Python 3.11+ and make needs.
PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
RUN := $(BIN)/python

.PHONY: demo test check lint types contracts bench bench-rounds bench-clusters walk torture shots pictures schema locale fuzz mutants clean

demo: $(VENV)/ready
	$(BIN)/kring demo

test: $(VENV)/ready
	$(RUN) -m pytest -n auto --dist worksteal

# New examples for the laws; what turns red is kept as an @example of its test.
fuzz: $(VENV)/ready
	$(RUN) -m pytest -n auto -m hypothesis --hypothesis-profile=fuzz

# Breaks lines on purpose, about 20 minutes: docs/mutants.md.
mutants: $(VENV)/ready
	$(RUN) -m scripts.mutants

check: lint types contracts test

lint: $(VENV)/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(RUN) -m scripts.messages --check

types: $(VENV)/ready
	$(BIN)/mypy

contracts: $(VENV)/ready
	$(BIN)/lint-imports

bench: $(VENV)/ready
	$(RUN) -m benchmarks

bench-rounds: $(VENV)/ready
	$(RUN) -m benchmarks.rounds

bench-clusters: $(VENV)/ready
	$(RUN) -m benchmarks.clusters

# Three sessions by keyboard: how many keys, and how many did something that was not meant.
walk: $(VENV)/ready
	$(RUN) -m benchmarks.walk

torture: $(VENV)/ready
	$(RUN) -m benchmarks.torture
	$(RUN) -m benchmarks.torture.session
	$(RUN) -m benchmarks.torture.together

shots: $(VENV)/ready
	$(RUN) -m scripts.shots

pictures: $(VENV)/ready
	$(RUN) -m tests.pictures

schema: $(VENV)/ready
	$(RUN) -m scripts.schema

locale: $(VENV)/ready
	$(RUN) -m scripts.messages
	$(RUN) hatch_build.py

# The environment is made anew when what it installs has changed; a translation is only compiled.
$(VENV)/ready: $(VENV)/installed $(wildcard data/locale/*/LC_MESSAGES/*.po)
	$(RUN) hatch_build.py
	$(RUN) -c "open('$(VENV)/ready', 'w').close()"

$(VENV)/installed: pyproject.toml constraints.txt hatch_build.py
	$(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[all,dev]"
	$(RUN) -c "open('$(VENV)/installed', 'w').close()"

clean:
	rm -rf $(VENV) .mutants dist build
