# AI for the Public Sector: `make help` says what can be done here.
#
# Everything stays inside this folder, except pip's cache of downloads.

VENV := .venv
BIN := $(CURDIR)/$(VENV)/bin
# Tests at a time, and which. One more than the processors of a small machine, for many tests wait:
# for a time limit, or for what they have killed.
JOBS ?= 3
TESTS ?=
# The marks of the tests that run: `make test` leaves out what takes long.
MARKS ?= not slow and not weekly

# nbgrader starts a bare `alembic`, so the environment's commands must be found by name.
MACHINE_PATH := $(PATH)
export PATH := $(BIN):$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1

# The demo and the tests get a home of their own: neither the person's settings change what comes
# out, nor is anything written there, and an unwritable home does no harm.
HOME_INSIDE := $(CURDIR)/$(VENV)/home
ALONE = cache="$${PIP_CACHE_DIR:-$$(pip cache dir 2>/dev/null || true)}"; \
	for conf in "$${XDG_CONFIG_HOME:-$$HOME/.config}/pip/pip.conf" "$$HOME/.pip/pip.conf"; do \
	  if [ -z "$${PIP_CONFIG_FILE:-}" ] && [ -r "$$conf" ]; then export PIP_CONFIG_FILE="$$conf"; fi; \
	done; \
	if [ -n "$$cache" ]; then export PIP_CACHE_DIR="$$cache"; fi; \
	unset XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_RUNTIME_DIR XDG_STATE_HOME; \
	unset JUPYTER_CONFIG_DIR JUPYTER_DATA_DIR JUPYTER_RUNTIME_DIR JUPYTER_PATH IPYTHONDIR; \
	mkdir -p "$(HOME_INSIDE)"; export HOME="$(HOME_INSIDE)";

.DEFAULT_GOAL := help
.PHONY: help env demo test quick test-all start build site pictures surfaces check release-check types only-tests bench lowest lock sbom clean

help:  ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

# What the environment is made from. The stamp holds their checksum and this folder's place, so a
# change of branch that changes nothing here costs nothing, and a moved folder is made anew.
LOCK := requirements/all.txt
MADE_FROM := $(LOCK) pyproject.toml
FINGERPRINT = $$( { cat $(MADE_FROM); pwd; } | cksum )

env:  ## one environment with everything in .venv (needs Python 3.11 or newer, with venv)
	@if [ "$$(cat $(VENV)/made-from 2>/dev/null)" = "$(FINGERPRINT)" ] \
	    && $(VENV)/bin/python -c "" 2>/dev/null; then exit 0; fi; \
	set -e; rm -rf $(VENV); \
	PATH="$(MACHINE_PATH)"; python=""; \
	for candidate in "$(PYTHON)" python3 python3.14 python3.13 python3.12 python3.11; do \
	  if [ -n "$$candidate" ] && "$$candidate" -c \
	    "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))" >/dev/null 2>&1; \
	  then python="$$candidate"; break; fi; \
	done; \
	if [ -z "$$python" ]; then \
	  echo "No Python 3.11 or newer with its venv module here: install one (Debian, Ubuntu: apt-get install python3-venv; others: python.org), or name it: make env PYTHON=/path/to/python3" >&2; \
	  exit 1; \
	fi; \
	"$$python" -c "import sys; print('Making .venv with Python', sys.version.split()[0], 'at', sys.executable)"; \
	"$$python" -m venv $(VENV); \
	log=$(VENV)/install.log; total=$$(grep -c '^[A-Za-z].*==' $(LOCK)); \
	echo "Installing about $$total packages: one to three minutes the first time."; \
	{ $(VENV)/bin/pip install --progress-bar off --require-hashes -r $(LOCK) 2>&1 \
	    && $(VENV)/bin/pip install --no-deps --no-build-isolation -e . 2>&1 \
	    && : > $(VENV)/installed; } \
	  | tee $$log | awk -v total=$$total ' \
	      /^Collecting / && ++n % 20 == 0 { printf "  %d of about %d fetched\n", n, total; fflush() } \
	      /^Installing collected/ && !told++ { print "  all fetched, installing"; fflush() }'; \
	if [ ! -e $(VENV)/installed ]; then \
	  tail -n 15 $$log >&2; \
	  echo "The packages could not be installed; the last lines above say why, $$log has them all. Then run make again." >&2; \
	  exit 1; \
	fi; \
	echo "$(FINGERPRINT)" > $(VENV)/made-from; \
	echo "The environment is ready."

demo: env  ## the whole course at work: builds it, makes a class, grades it, reports
	@$(ALONE) ai4gov demo

test: check  ## every check, and the tests that do not take long (ten minutes)
	@$(MAKE) --no-print-directory only-tests

quick: env  ## what has changed, or TESTS=a file of any kind: linted, typed, its nearest tests (90 seconds)
	@$(ALONE) python -m tests.quick $(TESTS)

test-all: check  ## every check and every test (half an hour)
	@$(MAKE) --no-print-directory only-tests MARKS=

# Of all checks, only that of types depends on Python's version: packages differ by it.
types: env
	@mypy

only-tests: env
	@# Compile first: the tests start hundreds of processes, with PYTHONDONTWRITEBYTECODE set.
	@$(ALONE) python -m compileall -q autograder classroom course; python -m pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder \
	  -m "$(MARKS)" $(TESTS)

start: env  ## open the course in the browser, as a learner does
	@if [ ! -w "$$HOME" ]; then mkdir -p "$(HOME_INSIDE)"; export HOME="$(HOME_INSIDE)"; fi; \
	ai4gov start

build: env  ## make release/ from the sources
	@ai4gov build

site: env  ## the lessons as web pages in build/site (minutes the first time, then seconds)
	@$(ALONE) ai4gov site build/site

pictures: env  ## the three pictures of README (two minutes, needs Chromium)
	@$(ALONE) PYTHONPATH=. python docs/pictures/make.py

DIR ?= build/surfaces
surfaces: env  ## pictures of all that people see, in DIR= (default: build/surfaces; needs Chromium)
	@$(ALONE) PYTHONPATH=. python docs/pictures/surfaces.py $(DIR) $(if $(SITE),--site $(SITE))

check: env  ## format, lint, spelling, types, and that release/ is what the sources say
	@ruff format --check --quiet . >/dev/null 2>&1 || { echo "Not formatted: run .venv/bin/ruff format" >&2; exit 1; }
	@ruff check --quiet .
	@codespell
	@$(MAKE) --no-print-directory --jobs 2 types release-check

release-check: env
	@$(ALONE) ai4gov build --check

bench: env  ## what grading costs, beside nbgrader's own (half an hour, on a quiet machine)
	@python -m bench.grading --kind all

# Verdicts, and those tests of the grader that depend on the versions of libraries.
LOWEST_TESTS := tests/course/content/test_answers.py tests/classroom/pages/test_feedback.py \
  $(addprefix tests/autograder/test_,codec.py codec_registry.py private_parts.py same_values.py \
  functions.py settings.py gradebook.py)

lowest:  ## the verdict tests with the lowest versions that pyproject.toml allows, on Python 3.11
	@command -v uv >/dev/null || { [ -x .venv-lock/bin/uv ] || { \
	    python3 -m venv .venv-lock && .venv-lock/bin/pip install --quiet uv; }; }
	@PATH="$(CURDIR)/.venv-lock/bin:$$PATH"; set -e; \
	uv venv --quiet --clear --python 3.11 .venv-lowest; export VIRTUAL_ENV="$(CURDIR)/.venv-lowest"; \
	uv pip install --quiet --resolution lowest-direct -e '.[cluster,credentials,instructor,pdf]'; \
	uv pip install --quiet 'pytest>=9.2' 'pytest-timeout>=2.4' 'pytest-xdist>=3.8' 'ruff>=0.17' networkx; \
	export PATH="$$VIRTUAL_ENV/bin:$$PATH" AI4GOV_TEST_LANGUAGES=en; \
	python -m pytest -n $(JOBS) --dist loadfile -m "not slow and not weekly" \
	  -k "not capstone" $(LOWEST_TESTS)

sbom:  ## dist/sbom.cdx.json, a CycloneDX list of all packages of the lock with their hashes
	@command -v uv >/dev/null || { [ -x .venv-lock/bin/uv ] || { \
	    python3 -m venv .venv-lock && .venv-lock/bin/pip install --quiet uv; }; }
	@PATH="$(CURDIR)/.venv-lock/bin:$$PATH"; set -e; mkdir -p dist; \
	uv tool run --quiet --from 'cyclonedx-bom==7.5.0' cyclonedx-py requirements $(LOCK) \
	  --pyproject pyproject.toml --mc-type application --output-reproducible \
	  --output-format JSON --output-file dist/sbom.cdx.json; \
	uv tool run --quiet --from 'cffconvert==2.0.0' cffconvert --validate -i CITATION.cff

lock:  ## pin all packages anew within pyproject.toml's bounds (UPGRADE=--upgrade: to the newest)
	@command -v uv >/dev/null || { [ -x .venv-lock/bin/uv ] || { \
	    python3 -m venv .venv-lock && .venv-lock/bin/pip install --quiet uv; }; }
	@PATH="$(CURDIR)/.venv-lock/bin:$$PATH"; unset PIP_FIND_LINKS UV_FIND_LINKS; set -e; \
	compile="uv pip compile --quiet $(UPGRADE) --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --custom-compile-command"; \
	$$compile "make lock" pyproject.toml requirements/build.in --extra dev -o $(LOCK); \
	$$compile "make lock" pyproject.toml requirements/build.in -c $(LOCK) -o requirements/learner.txt; \
	$$compile "make lock" pyproject.toml requirements/build.in --extra hub -c $(LOCK) \
	  -o requirements/hub.txt; \
	$$compile "make lock" requirements/other-hub.in --no-deps -c $(LOCK) \
	  -o requirements/other-hub.txt

clean:  ## remove the environment and what the tools left behind
	rm -rf .venv .venv-* .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
