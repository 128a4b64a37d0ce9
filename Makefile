# Everything runs in .venv, which is made from python3 (3.11 or newer) or uv; no root, no apt.
# `make` alone lists the targets.

BIN := .venv/bin
EXAMPLES := examples/readouts examples/session
SHOWN := examples/readouts/uk-eu-1.md examples/readouts/uk-eu-3-eu-account.md examples/session/05-cbms-cassena.md
YAML := $(wildcard src/acquis/vocabulary/*.yaml)
COMPILED := src/acquis/vocabulary/compiled.json
OWN := examples/vocabulary
DEMO := ACQUIS_VOCABULARY=$(OWN)/states.yaml:$(OWN)/groups.yaml:$(OWN)/processes.yaml $(BIN)/acquis

.PHONY: help demo test lint services docs freeze train bench clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' $(MAKEFILE_LIST)

demo: .venv/ready $(COMPILED) ## read the examples: three in full, then a line for each
	@$(DEMO) read $(SHOWN)
	@echo "All examples, a line each (numbers: how many findings of each kind):"
	@$(DEMO) read --format table $(EXAMPLES)
	@echo "Try: $(BIN)/acquis read --explain examples/readouts/uk-eu-2.md"

test: .venv/ready $(COMPILED) ## run the tests
	@$(BIN)/python -m pytest

lint: .venv/ready ## ruff, mypy --strict, import layers
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

services: ## install what the tests need beside Python (Debian, as root): PostgreSQL; they start it themselves
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || { apt-get update -qq && \
		DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql >/dev/null; }
	@echo "services: PostgreSQL is installed"

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
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis build dist $(COMPILED)
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# After a change of pyproject.toml the packages are installed anew; else this costs nothing.
.venv/ready: pyproject.toml hatch_build.py .ci/venv
	@sh .ci/venv dev
	@touch $@

$(COMPILED): $(YAML) .venv/ready
	@$(BIN)/python -m acquis.vocabulary.compile
