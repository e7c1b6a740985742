# The verbs of the house. `make run` and `make test` are all that a newcomer needs.

PYTHON_HERE := .venv/bin/python
SETUP := scripts/setup.sh pyproject.toml

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test check check-templates format bench fuzz fidelity lock proof pictures clean

help: ## print these verbs
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: .venv/run.stamp ## start the service with an example account to play with (SERVE="--port 8080" passes options)
	@$(PYTHON_HERE) -m docgen serve $(SERVE)

test: .venv/test.stamp ## run every test (TESTS="tests/law -x" chooses some)
	@$(PYTHON_HERE) -m pytest $(TESTS)

check: .venv/test.stamp ## lint, format, types, the order of the rooms
	$(PYTHON_HERE) -m ruff check .
	$(PYTHON_HERE) -m ruff format --check .
	$(PYTHON_HERE) -m mypy
	.venv/bin/lint-imports

format: .venv/test.stamp ## put the source into the house's format
	$(PYTHON_HERE) -m ruff format .
	$(PYTHON_HERE) -m ruff check --fix .

bench: .venv/test.stamp ## measure docgen beside the alternatives (BENCH="merge printing" chooses some)
	@if command -v npm >/dev/null && [ ! -d .venv/carbone/node_modules/carbone ]; then \
	  npm install --prefix .venv/carbone --no-save --no-package-lock --ignore-scripts --no-audit --no-fund --silent \
	    carbone@3.8.2 || echo "Carbone cannot be had here"; fi
	@$(PYTHON_HERE) -m bench $(BENCH)

fuzz: .venv/test.stamp ## try Word files at random on the press (FUZZ=100000 for more)
	@DOCGEN_FUZZ=$(or $(FUZZ),5000) $(PYTHON_HERE) -m pytest tests/printing/hostile/test_fuzz.py

check-templates: .venv/test.stamp ## check the corpus of broken, sound and hostile templates, and print the tables
	@$(PYTHON_HERE) -m tests.studio.check_templates

fidelity: .venv/test.stamp ## print a corpus with our press and LibreOffice, and compare (FILES="table zh_" chooses some)
	@$(PYTHON_HERE) -m fidelity $(FILES)

lock: ## pin the dependencies again (UPGRADE=1 takes the newest)
	scripts/lock.sh $(if $(UPGRADE),--upgrade)

proof: ## prove `make test` and `make run` in a bare Debian root (TESTS=… as for test)
	scripts/bare_machine.sh $(TESTS)

pictures: .venv/test.stamp ## make the README's pictures from the real thing
	$(PYTHON_HERE) scripts/pictures.py

clean: ## remove the environment and everything that a tool left behind
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .schemathesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp says: the system and .venv are ready for this purpose. It is made again when the pins change.
.venv/run.stamp: requirements.txt $(SETUP)
	@scripts/setup.sh run

.venv/test.stamp: requirements-dev.txt $(SETUP)
	@scripts/setup.sh test
