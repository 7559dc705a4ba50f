# Two commands do all the set-up: `make run` and `make test`.
# The plain pip and python lines behind them stand in README.md, for machines without make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help run preview build test check digest-check score format

help:
	@echo "make run      open the archive: in Discord with a token, else in a console"
	@echo "make preview  try the Discord bot in a local browser page, without Discord"
	@echo "make test     run the tests"
	@echo "make check    ruff, ruff format and mypy --strict"
	@echo "make build    read again what a newer reader or changed data asks for"
	@echo "make digest-check  check the digests that ship: schema, words of our own, fragments, names, dates"
	@echo "make score    score the reader, where the annotated accounts are at hand"
	@echo "make format   lay the code out"

run: $(VENV)/.installed
	@$(BIN)/python -m bot build </dev/null
	@exec $(BIN)/python -m bot

preview: $(VENV)/.installed-preview
	@exec $(BIN)/python -m bot preview

build: $(VENV)/.installed
	@$(BIN)/python -m bot build

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -q

check: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

digest-check: $(VENV)/.installed-dev
	@$(BIN)/python -m pytest -q -rN --tb=short --disable-warnings tests/data

score: $(VENV)/.installed
	$(BIN)/python benchmarks/reading.py

format: $(VENV)/.installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; set PYTHON=... to one." >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[chart]' \
		|| { echo "Trying without what draws the pictures of timelines." >&2; \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .; }
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(VENV)/bin/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.installed $(VENV)/.installed-preview

$(VENV)/.installed-preview: pyproject.toml | $(VENV)/bin/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[preview,chart]'
	@touch $@ $(VENV)/.installed
