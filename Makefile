# make site   builds the dossier into site/       make test    runs all tests
# make offline   builds it into offline/, to be opened from a disk without a server
# make check  lints, types, layers                make bench   measures quality, speed, weight
# make lock   pins the dependencies anew          make clean   removes everything that was made
#
# The environment .venv is made anew only when requirements.lock changes. PYTHON names the interpreter to make it with.

PYTHON = python3
VENV = .venv
BIN = $(VENV)/bin
READY = $(VENV)/.ready

.PHONY: site offline test check bench lock clean environment

site: $(READY)
	$(BIN)/mkdocs build

offline: $(READY)
	OFFLINE=true $(BIN)/mkdocs build --site-dir offline

test: $(READY)
	$(BIN)/pytest

check: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.weigh

lock: $(READY)
	$(BIN)/uv pip compile pyproject.toml --output-file requirements.lock --universal --python-version 3.11 \
		--all-extras --fork-strategy fewest --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --quiet

clean:
	rm -rf $(VENV) site offline .cache build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

# The copy of the lock tells whether the environment still fits; a changed pyproject.toml only installs the project again.
$(READY): requirements.lock pyproject.toml
	@cmp -s requirements.lock $(VENV)/.lock || $(MAKE) environment
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

environment:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON=python3.12 site")'
	rm -rf $(VENV)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@cp requirements.lock $(VENV)/.lock
