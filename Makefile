# Everything a person runs. `make demo` and `make test` set up what they need.
PYTHON := $(shell for p in python3.12 python3.13 python3.11 python3; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && echo $$p && break; done)
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: help demo app test lint check bench bench-accuracy bench-page train clean

help:
	@echo "make demo | app | test | lint | check | bench | bench-accuracy | bench-page | train | clean"

$(READY): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11, 3.12 or 3.13 is needed and was not found."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet -c constraints.txt -e '.[dev]' \
		|| { echo "Installing without the language model: places and events will be found by rule only."; \
		     $(BIN)/python -m pip install --quiet -c constraints.txt -e '.[geo,text,map,dashboard]' build hatchling \
		       axe-playwright-python hypothesis import-linter mypy playwright pytest pytest-xdist ruff types-shapely types-geopandas \
		       pandas-stubs; }
	@touch $@

demo: $(READY)
	$(BIN)/mapper map data/articles -o demo.html
	@echo "Open demo.html in a browser."

app: $(READY)
	$(BIN)/mapper dashboard

test: $(READY)
	$(BIN)/python -m pytest -q -n auto

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test

bench: $(READY)
	$(BIN)/python -m benchmarks

bench-accuracy: $(READY)
	$(BIN)/python -m pip install --quiet -c constraints.txt -e '.[train]' -r benchmarks/peers.txt
	OMP_NUM_THREADS=1 $(BIN)/python -m benchmarks toponyms

bench-page: $(READY)
	$(BIN)/python -m benchmarks page

train: $(READY)
	$(BIN)/python -m pip install --quiet -c constraints.txt -e '.[train]'
	$(BIN)/python -m benchmarks.train

clean:
	rm -rf $(VENV) dist build demo.html
