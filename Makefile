# Everything a developer runs. ENV is the environment it runs in: made on first use, never touched outside this folder.
ENV ?= .venv
PYTHON3 ?= python3
INSTALLED := $(ENV)/.installed

.PHONY: run test check frames golden pictures bench bench-library agreement claims-diff fuzz
.DEFAULT_GOAL := test

$(INSTALLED): pyproject.toml
	$(PYTHON3) -m venv $(ENV)
	$(ENV)/bin/pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $@

run: $(INSTALLED)  ## browse
	$(ENV)/bin/sahel-tui

test: $(INSTALLED)  ## the whole test suite
	$(ENV)/bin/pytest -q

check: $(INSTALLED)  ## style, types, layers
	$(ENV)/bin/ruff check .
	$(ENV)/bin/ruff format --check .
	$(ENV)/bin/mypy --strict src
	$(ENV)/bin/lint-imports

frames: $(INSTALLED)  ## every sentence frame with every word of its slots
	SAHEL_TUI_EVERY_CELL=1 $(ENV)/bin/pytest -q tests/claims/test_frames.py

golden: $(INSTALLED)  ## write anew what the command line prints, in tests and README; read the difference before you keep it
	$(ENV)/bin/python tests/cli/golden.py
	$(ENV)/bin/python tests/house/readme.py

pictures: $(INSTALLED)  ## draw README's pictures from the running program
	$(ENV)/bin/python benchmarks/picture.py

bench: $(INSTALLED)  ## bytes a key press costs on the link; claims read a second
	$(ENV)/bin/python benchmarks/wire.py
	$(ENV)/bin/python benchmarks/peers.py
	$(ENV)/bin/python benchmarks/claims.py

bench-library: $(INSTALLED)  ## 60 to a million events, with peers; a long article; imports of 100,000 articles and of a gigabyte
	$(ENV)/bin/python benchmarks/library.py
	$(ENV)/bin/python benchmarks/lookups.py
	$(ENV)/bin/python benchmarks/long_article.py
	$(ENV)/bin/python benchmarks/importing.py
	$(ENV)/bin/python benchmarks/dump.py

fuzz: $(INSTALLED)  ## damaged inputs into every reader: no crash, no hang
	$(ENV)/bin/python benchmarks/fuzz.py

agreement: $(INSTALLED)  ## claims of twenty bundled events against a reader's: right, wrong, missed
	$(ENV)/bin/python benchmarks/agreement.py

claims-diff: $(INSTALLED)  ## claims gained, lost and changed since the committed baseline
	$(ENV)/bin/python benchmarks/claims_diff.py
