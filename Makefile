# `make` explains itself. What a target needs of the machine is looked for first, and named at once.
.DEFAULT_GOAL := help
.PHONY: help run test test-postgres check bench prove samples pictures demo-reset messages lock
MAKEFLAGS += --no-print-directory
export PYTHONUNBUFFERED := 1
# Compiled modules are kept, whatever the machine says: a run starts dozens of processes that need the same ones.
export PYTHONDONTWRITEBYTECODE :=
export PORT
need := @sh scripts/prerequisites.sh
python := .venv/bin/python
# What shares what it lays stays together (tests/conftest.py). One hash seed, so that both collect the same names.
side_by_side := --numprocesses=3 --dist=loadscope --no-loadscope-reorder
# What asks no database needs no second one.
without_database := --ignore=tests/architecture --ignore=tests/mentoring/matching --ignore=tests/scripts
# What would only ask the second one again what other tests ask it already: rights, and days of the demo.
asked_already := --ignore=tests/walkers/test_no_foreign_title.py --ignore=tests/walkers/test_presses_by_role.py \
  --deselect=tests/walkers/test_the_desk_by_role.py::test_nobody_without_a_desk_finds_one \
  --ignore=tests/portal/test_demo_days.py

help: ## what can be made
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | awk -F '\t' '{ printf "make %-14s %s\n", $$1, $$2 }'

run: ## the portal with its demo on http://localhost:8000 (other port: make run PORT=8001)
	$(need) run
	@exec python3 -m scripts.serve

test: ## all tests, browser journeys included, on SQLite
	$(need) test
	@python3 -m scripts.prepare test
	@$(python) -m tests.ahead
	@PYTHONHASHSEED=0 $(python) -m pytest $(side_by_side)

# What happens at once comes last and by itself: it wants both cores and many connections. Migrated is once, for all.
test-postgres: ## all tests that ask a database, but the journeys, on a PostgreSQL of their own
	$(need) test-postgres
	@python3 -m scripts.prepare test
	@ODL_TEST_TEMPLATE=portal PYTHONHASHSEED=0 python3 -m scripts.postgres sh -e -c ' \
	  $(python) manage.py migrate --settings=portal.settings.test --verbosity=0; \
	  $(python) -m pytest $(side_by_side) $(without_database) $(asked_already) -m "not journey and not postgres"; \
	  $(python) -m pytest -m postgres'

check: ## style, types, templates, migrations, deployment, translations
	$(need) check
	@python3 -m scripts.prepare check
	@$(python) -m scripts.check

samples: ## try the real election files in ../shared/eml/samples, when they are there
	$(need) run
	@python3 -m scripts.prepare run
	@$(python) -m scripts.samples

bench: ## how fast, as ratios of two ways side by side (larger: make bench BENCH=matching-30000)
	$(need) bench
	@python3 -m scripts.prepare run
	@$(python) -m scripts.bench $(BENCH)

prove: ## the large counts that the tests cannot hold
	$(need) prove
	@python3 -m scripts.prepare test
	@$(python) -m scripts.prove

pictures: ## the README's pictures anew, from a demo of their own
	$(need) test
	@python3 -m scripts.prepare test
	@$(python) -m scripts.pictures

demo-reset: ## the demo anew: the same people, dates relative to today
	$(need) run
	@python3 -m scripts.prepare demo-reset

messages: ## put new texts into the English catalogue, for translating
	$(need) check
	@python3 -m scripts.prepare check
	@$(python) -m scripts.messages extract

lock: ## pin the packages of pyproject.toml anew
	$(need) run
	@python3 -m scripts.prepare check
	@$(python) -m scripts.lock
