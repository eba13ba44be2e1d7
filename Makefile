# What people type here. `make demo` and `make test` need Python 3.11 or newer (with venv) and make, nothing else.
#
#   make demo [SEED=7] [DEMO_LANG=en] [PORT=8000]    a simulated association, in the browser
#   make test                                        every check, on a fresh machine too
#   make demo PYTHON=python3.12                      where python3 is too old

PYTHON ?= python3
UV ?= uv
ENV := .venv
DEMO_ENV := .venv-demo
# one more than there are cores: stories wait for the disk and for one another's processes
WORKERS ?= $(shell echo $$(( $$(nproc 2>/dev/null || echo 2) + 1 )))
PIP_FLAGS := --quiet --disable-pip-version-check --require-hashes
COMPILE := $(UV) pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

.DEFAULT_GOAL := help
.PHONY: help demo test types stories soak bench screenshots format lock upgrade clean python

help:
	@echo "make demo         try Comptoir in the browser, with a simulated association (SEED=, DEMO_LANG=en, PORT=)"
	@echo "make test         style, types, imports and all tests"
	@echo "make soak         kill the bot at every point, live whole seasons, press forged buttons (SEED=, QUICK=1); a quarter of an hour"
	@echo "make bench        how fast things are on this machine"
	@echo "make screenshots  the README's pictures, from the demo"
	@echo "make format       format the code and mend what ruff can mend"
	@echo "make lock         write requirements*.lock anew (needs uv); make upgrade also takes newer versions"
	@echo "make clean        remove what the other targets made"

demo: $(DEMO_ENV)/.installed
	@$(DEMO_ENV)/bin/python -m bot demo $(if $(SEED),--seed $(SEED)) $(if $(DEMO_LANG),--lang $(DEMO_LANG)) $(if $(PORT),--port $(PORT))

test: $(ENV)/.installed
	$(ENV)/bin/ruff check .
	$(ENV)/bin/ruff format --check .
	$(ENV)/bin/lint-imports
	@$(MAKE) --no-print-directory --jobs 2 types stories

# types are checked while stories are told: mypy alone would leave the other cores idle
types: $(ENV)/.installed
	$(ENV)/bin/mypy

stories: $(ENV)/.installed
	$(ENV)/bin/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder

soak: $(ENV)/.installed
	@$(ENV)/bin/python -m tests.soak $(if $(SEED),--seed $(SEED)) $(if $(QUICK),--quick)

bench: $(ENV)/.installed
	$(ENV)/bin/python -m tests.bench

screenshots: $(ENV)/.installed
	@$(ENV)/bin/python -m bot demo --script bot/demo/visits/pictures.toml --pictures data/pictures

format: $(ENV)/.installed
	$(ENV)/bin/ruff check --fix .
	$(ENV)/bin/ruff format .

lock:
	@command -v $(UV) >/dev/null || { echo "make lock needs uv, which pip can install: pip install uv"; exit 1; }
	$(COMPILE) $(LOCK_FLAGS) --output-file requirements.lock >/dev/null
	$(COMPILE) $(LOCK_FLAGS) --extra demo --output-file requirements-demo.lock >/dev/null
	$(COMPILE) $(LOCK_FLAGS) --extra demo --extra dev --output-file requirements-dev.lock >/dev/null

upgrade:
	$(MAKE) lock LOCK_FLAGS=--upgrade

clean:
	rm -rf $(ENV) $(DEMO_ENV) .cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find bot cogs tests -name __pycache__ -type d -prune -exec rm -rf {} +

# A virtual environment is made once, and again when its lock changes. The stamp comes last: an interrupted
# installation is begun anew.
$(ENV)/.installed: requirements-dev.lock
$(DEMO_ENV)/.installed: requirements-demo.lock

%/.installed: | python
	@echo "Installing what is needed into $* (once; a minute or two) ..."
	@$(PYTHON) -m venv --clear $*
	@$*/bin/python -m pip install $(PIP_FLAGS) -r $(filter %.lock,$^)
	@touch $@

python:
	@command -v $(PYTHON) >/dev/null || { \
		echo "Python was not found as '$(PYTHON)'. Install Python 3.11 or newer, or name yours: make PYTHON=python3.12 ..."; \
		exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Comptoir needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) --version 2>&1). Name a newer one: make PYTHON=python3.12 ..."; \
		exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
		echo "This Python can't make virtual environments. On Debian or Ubuntu: sudo apt install python3-venv"; \
		exit 1; }
