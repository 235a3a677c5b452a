# What a person runs; CI runs `make check` and `make test`.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: setup demo run check test gazetteer weights lock

setup: $(STAMP)

$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: setup
	$(BIN)/monitor demo

run: setup
	$(BIN)/monitor run

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy

# Of one file all tests in one process: they share what it set up.
test: setup
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

# Brings packages that nothing else needs; then tests/test_gazetteer_build.py runs too.
gazetteer: setup
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r gazetteer/requirements.lock
	$(BIN)/python gazetteer/build.py

# Brings scikit-learn; then the test that learns them anew, in tests/test_weighed.py, runs too.
weights: setup
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r weights/requirements.lock
	PYTHONPATH=tests $(BIN)/python weights/learn.py

lock: setup
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --group dev --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-header pyproject.toml --output-file requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --group gazetteer --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-header --output-file gazetteer/requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --group weights --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-header --output-file weights/requirements.lock
