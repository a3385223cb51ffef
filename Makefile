# Two commands: `make run` and `make test`. They do their own set-up and need Python >= 3.11 and make only.

PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$p && break; done)
BIN := .venv/bin
PORT ?= 8501
WORKERS ?= 2

.PHONY: run test reset setup services pictures lock bench
.DEFAULT_GOAL := run

run: setup  ## the dashboard on http://localhost:8501, with the sample province on first start
	@$(BIN)/python cli.py demo --if-empty --later
	@exec $(BIN)/streamlit run app.py --server.port $(PORT)

test: setup services  ## lint, layers, tests
	@$(BIN)/ruff check
	@$(BIN)/lint-imports
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder

reset: setup  ## throw the demo away and load it afresh
	@$(BIN)/python cli.py demo --reset --later

pictures: setup services  ## screenshots of every page into var/pictures
	@$(BIN)/python -m tests.e2e.pictures

bench: setup  ## speed as ratios to floor and peers of the same run; `make bench WITH=millions` for the largest
	@cmp -s requirements-bench.txt var/bench/peers/requirements-bench.txt || { \
		$(PYTHON) -m venv var/bench/peers && \
		var/bench/peers/bin/python -m pip install --quiet -r requirements-bench.txt && \
		cp requirements-bench.txt var/bench/peers/; } || \
		echo "sqlite-utils and DuckDB could not be installed: their comparisons are left out"
	@$(BIN)/python -m benchmarks $(WITH)

# The environment is stale when it was not made from this very lock file.
setup:
	@cmp -s requirements.lock .venv/requirements.lock || { \
		test -n "$(PYTHON)" || { echo "Python >= 3.11 is needed and was not found."; exit 1; }; \
		echo "Making .venv from requirements.lock (once) ..."; \
		test -x $(BIN)/python || $(PYTHON) -m venv .venv || { \
			echo "python -m venv failed. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }; \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock && \
		cp requirements.lock .venv/requirements.lock; }

services:
	@sh tests/services.sh

lock:  ## newest versions within the bounds of requirements.txt
	@$(BIN)/python -m pip install --quiet --upgrade -r requirements.txt
	@{ echo "# Exact versions, tried together. Made by: make lock"; $(BIN)/python -m pip freeze; } > requirements.lock
	@cp requirements.lock .venv/requirements.lock
