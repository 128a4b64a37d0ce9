# Everything runs in .venv, which is made from python3 (3.11 or newer) or uv; no root, no apt.
# `make` alone lists the targets.

BIN := .venv/bin
EXAMPLES := examples/readouts examples/session
SHOWN := examples/readouts/uk-eu-1.md
YAML := $(wildcard src/acquis/vocabulary/*.yaml)
COMPILED := src/acquis/vocabulary/compiled.json
OWN_FILES := $(addprefix examples/vocabulary/,states.yaml groups.yaml processes.yaml)
DEMO_WORKSPACE := demo.db
DEMO_BRIEF := demo-brief.html
empty :=
space := $(empty) $(empty)
DEMO := ACQUIS_WORKSPACE=$(DEMO_WORKSPACE) ACQUIS_VOCABULARY=$(subst $(space),:,$(OWN_FILES)) $(BIN)/acquis

.PHONY: help demo test lint services docs freeze train bench clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' $(MAKEFILE_LIST)

demo: .venv/ready $(COMPILED) ## read the examples into a fresh workspace, show some of it, serve it in a browser
	@rm -f $(DEMO_WORKSPACE) $(DEMO_WORKSPACE)-wal $(DEMO_WORKSPACE)-shm
	@$(DEMO) read $(SHOWN)
	@echo "All examples into a fresh workspace:"
	@$(DEMO) add $(EXAMPLES)
	@$(DEMO) documents
	@echo; echo "What the UK and the EU promised each other, and what became of it (acquis ledger):"
	@$(DEMO) ledger --party GB --with EU --as-of 2026-11-21
	@echo; echo "A brief for their next meeting (acquis brief -o $(DEMO_BRIEF)):"
	@$(DEMO) brief --for GB --with EU --as-of 2026-11-21 --on 2026-12-31 -o $(DEMO_BRIEF)
	@echo; echo "Who backs and who resists a proposal of the invented session (acquis proposals):"
	@$(DEMO) proposals "consultation line" --limit 1
	@echo; echo "On the command line: export ACQUIS_WORKSPACE=$(DEMO_WORKSPACE) ACQUIS_VOCABULARY=$(subst $(space),:,$(OWN_FILES))"
	@echo "     $(BIN)/acquis framework; $(BIN)/acquis converge; $(BIN)/acquis review"
	@echo; echo "All of it in a browser (acquis serve); look at Dialogues first, then the Ledger, then Framework:"
	@$(DEMO) serve

test: .venv/ready $(COMPILED) ## run the tests
	@$(BIN)/python -m pytest -n auto --dist worksteal

lint: .venv/ready ## ruff, mypy --strict, import layers
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

services: ## install what the tests need beside Python (Debian, as root): PostgreSQL, Chromium; they start them themselves
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || { apt-get update -qq && \
		DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql >/dev/null; }
	@command -v chromium >/dev/null 2>&1 || { apt-get update -qq && \
		DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; }
	@echo "services: PostgreSQL and Chromium are installed"

docs: .venv/ready ## write docs/cli.md anew from --help
	@$(BIN)/python -m acquis.cli.page > docs/cli.md

freeze: .venv/ready ## write the expected figures of the gold set anew
	@$(BIN)/python tests/freeze_gold_figures.py

train: .venv/ready ## make the weights of the act model anew from training/examples
	@sh .ci/venv train
	@$(BIN)/python training/train_acts.py

bench: .venv/ready ## measure reading (FOLDER=… names other documents); installs spaCy to compare with
	@sh .ci/venv bench
	@$(BIN)/python benchmarks/reading.py $(FOLDER)

clean: ## take away .venv and all that was made
	rm -rf .venv $(DEMO_WORKSPACE)* $(DEMO_BRIEF) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis build dist $(COMPILED)
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# After a change of pyproject.toml the packages are installed anew; else this costs nothing.
.venv/ready: pyproject.toml hatch_build.py .ci/venv
	@sh .ci/venv dev
	@touch $@

$(COMPILED): $(YAML) .venv/ready
	@$(BIN)/python -m acquis.vocabulary.compile
