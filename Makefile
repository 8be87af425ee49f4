# Two commands for a new reader: `make demo` and `make test`. Both set up whatever they need, without root.
PYTHON ?= python3
SERVE ?= 1
PORT ?= 8000
export PORT
BIN = .venv/bin
RUN = $(BIN)/gemeentedossier

.PHONY: demo test bench setup clean lint types layers translations packs messages lock

demo: build/set-up
	@GEMEENTEDOSSIER_DEMO=1 GEMEENTEDOSSIER_URL=$${GEMEENTEDOSSIER_URL:-http://127.0.0.1:$(PORT)} $(RUN) demo $(if $(filter 0,$(SERVE)),--no-serve) --port $(PORT)

# The checks run beside each other, each with its lines together; then the tests, the longest files first.
test: build/set-up
	@$(MAKE) --no-print-directory -j 2 $(if $(filter output-sync,$(.FEATURES)),--output-sync=target) types lint layers translations packs
	@$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

bench: build/set-up
	@$(BIN)/python -m benchmarks

setup: build/set-up

lint: build/set-up
	@$(BIN)/ruff check -q .
	@$(BIN)/ruff format --check -q .
	@$(BIN)/bandit -q -r src -c pyproject.toml
	@$(BIN)/djlint --quiet --lint src/gemeentedossier

types: build/set-up
	@$(BIN)/mypy

layers: build/set-up
	@$(BIN)/lint-imports --no-cache > build/layers.txt || (cat build/layers.txt; exit 1)

packs: build/set-up
	@$(BIN)/gemeentedossier catalogue check

translations: build/set-up
	@$(BIN)/python tools/messages.py check

messages: build/set-up
	@$(BIN)/python tools/messages.py extract

# The environment is made anew when what it is made of changes; the stamp says that all of it is there.
build/environment: requirements/development.txt pyproject.toml
	@echo "Setting up the environment (once; about half a minute)"
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Gemeentedossier needs Python 3.11 or newer; set PYTHON=python3.11")'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@test -x $(BIN)/uv || $(BIN)/pip install --quiet --disable-pip-version-check uv 2>build-pip.log || (cat build-pip.log; exit 1)
	@rm -f build-pip.log
	@VIRTUAL_ENV=$(CURDIR)/.venv $(BIN)/uv pip install --quiet --require-hashes -r requirements/development.txt
	@VIRTUAL_ENV=$(CURDIR)/.venv $(BIN)/uv pip install --quiet --no-deps --no-build-isolation -e .
	@mkdir -p build && touch $@

build/set-up: build/environment .FORCE
	@$(BIN)/python tools/assets.py
	@$(BIN)/python tools/messages.py compile

.FORCE:

lock:
	@for name in runtime development; do $(BIN)/uv pip compile --quiet --upgrade --generate-hashes --no-header --no-annotate --no-emit-index-url --universal --python-version 3.11 requirements/$$name.in -o requirements/$$name.txt; done

clean:
	rm -rf .venv build out var frontend/node_modules
