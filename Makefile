# Set up and use Matters Arising on Linux or macOS (Windows: see README.md).
# Needs Python 3.11 or newer and make; everything else goes into .venv here.
#
#   make run PORT=8000 LIBRARY=/somewhere/else PYTHON=python3.12

PYTHON  ?= python3
PORT    ?= 7860
LIBRARY ?= $(or $(MATTERS_LIBRARY),library)

BIN     := .venv/bin
USE     := .venv/.installed
DEVELOP := .venv/.installed-dev
FIGURES := build/sample-library

.PHONY: help install run test lint evaluate bench clean

help:
	@echo "make run       install, add the sample papers to an empty library, serve the pages"
	@echo "make test      every check: lint, import directions, types, tests"
	@echo "make install   install only          make lint   the checks without the tests"
	@echo "make evaluate  answer the sample questions and print the figures"
	@echo "make bench     speeds side by side   make clean  remove .venv and caches, keep the library"

install: $(USE)

# A stamp for each install: done again only when the requirements change.
$(USE): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11 …"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	@touch $@

$(DEVELOP): $(USE)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $@

run: $(USE)
	@$(BIN)/matters status --as officer --json --library "$(LIBRARY)" 2>/dev/null \
	  | grep -q '"papers": [1-9]' \
	  || $(BIN)/matters add corpus/sample/papers --library "$(LIBRARY)"
	@$(BIN)/matters serve --port $(PORT) --library "$(LIBRARY)" || [ $$? -eq 130 ]  # 130: Ctrl+C

test: lint
	$(BIN)/python -m pytest

lint: $(DEVELOP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy

# A fresh library each time: the figures are those of the code as it stands.
evaluate: $(USE)
	@rm -rf $(FIGURES)
	$(BIN)/matters add corpus/sample/papers --library $(FIGURES)
	$(BIN)/matters evaluate corpus/sample/questions.jsonl --library $(FIGURES)

bench: $(DEVELOP)
	$(BIN)/python -m benchmarks

clean:
	rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	rm -rf .import_linter_cache
	find . -name __pycache__ -prune -exec rm -rf {} +
