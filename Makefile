# Every target sets up what it needs in .venv; nothing is installed by hand.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN_READY := $(VENV)/.run-ready
DEV_READY := $(VENV)/.dev-ready
CROSS := $(VENV)/cross
CROSS_READY := $(VENV)/.cross-ready
CROSS_PINS := $(addprefix tests/cross/,package.json package-lock.json .npmrc)
ADDON_PORT ?= 8080
PLAYGROUND_PORT ?= 8081

.PHONY: run test check format lint types bench bench-judgement crash soak screenshots lock wheels clean help

help: ## Show what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 16

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(RUN_READY): requirements.txt requirements-playground.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install -q --disable-pip-version-check -r requirements.txt -r requirements-playground.txt
	touch $@

$(DEV_READY): $(RUN_READY) requirements-dev.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check -r requirements-dev.txt
	touch $@

$(CROSS_READY): $(CROSS_PINS) | $(VENV)/bin/python
	@{ command -v npm >/dev/null && mkdir -p $(CROSS) && cp $(CROSS_PINS) $(CROSS) && \
	  npm ci --prefix $(CROSS) --loglevel=error --no-audit --no-fund --ignore-scripts --prefer-offline && touch $@; } \
	  || echo "The second Gmail server is not installed: there is no npm, or it did not get it. Its tests say what to do."

run: $(RUN_READY) ## Start the add-on on 8080 and the playground on 8081
	@$(BIN)/python deploy/run_both.py --addon-port $(ADDON_PORT) --playground-port $(PLAYGROUND_PORT)

test: $(DEV_READY) $(CROSS_READY) ## Run all tests
	@$(BIN)/python -m pytest -n 2 --dist loadgroup

check: format lint types test ## Format, lint, check types, test

format: $(DEV_READY)
	@$(BIN)/ruff format .

lint: $(DEV_READY)
	@$(BIN)/ruff check .

types: $(DEV_READY)
	@$(BIN)/mypy

bench: $(DEV_READY) ## Measure, each figure beside its baseline
	@$(BIN)/python -m bench.run

bench-judgement: $(DEV_READY) ## Judge the rules on labelled examples: BENCH_DATA=<folder>
	@$(BIN)/python -m bench.judgement "$(BENCH_DATA)"

crash: $(DEV_READY) ## Kill the add-on as it sends, KILLS=2000 times a store; set the hostile editor on runs, SEEDS=5000 times
	@$(BIN)/python -m bench.send_crash --kills $(or $(KILLS),2000) --folder bench/results
	@$(BIN)/python -m bench.crash --seeds $(or $(SEEDS),5000) --folder bench/results

soak: $(DEV_READY) ## Have MESSAGES=10000 mails come into a mailbox at once
	@LISTENING_MESSAGES=$(or $(MESSAGES),10000) $(BIN)/python -m pytest -q tests/flow/test_listening_volume.py

screenshots: $(DEV_READY) ## Take the README's pictures anew
	@SCREENSHOTS=docs/screenshots $(BIN)/python -m pytest -q tests/browser/test_living_sheet.py tests/browser/test_sequences.py

lock: $(DEV_READY) ## Compile the pins anew
	@for name in requirements requirements-playground requirements-dev; do \
	  $(BIN)/pip-compile -q --strip-extras --no-header --no-emit-index-url --no-emit-find-links $$name.in -o $$name.txt; done

wheels: $(RUN_READY) ## See that every pin has a wheel for Python 3.12 and 3.13, without installing any
	@for version in 3.12 3.13; do \
	  $(BIN)/python -m pip install -q --disable-pip-version-check --dry-run --ignore-installed --no-deps --target var/wheels \
	    --only-binary :all: --python-version $$version -r requirements.txt -r requirements-playground.txt \
	    -r requirements-dev.txt && echo "$$version: every pin has a wheel" || exit 1; done

clean: ## Forget the environment and the laptop's data
	rm -rf $(VENV) var
