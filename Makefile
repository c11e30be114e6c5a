VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# One thread each for NumPy's matrices, as the command and its workers do.
export OPENBLAS_NUM_THREADS := 1

.PHONY: setup demo test lint eval archive benchmark fuzz peers readme notebooks picture model weights clean

setup: $(READY)

$(READY): pyproject.toml constraints.txt
	test -x $(BIN)/python || python3 -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[develop]'
	touch $@

demo: setup
	$(BIN)/python -m pipeline.cli.demo

test: setup
	$(BIN)/python -m pytest -n 2

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

eval: setup
	$(BIN)/kennzahl evaluate corpus/articles
	$(BIN)/kennzahl evaluate corpus/blind
	$(BIN)/kennzahl evaluate corpus/articles --verdicts
	@for gold in ../shared/gold/*.jsonl; do \
		if [ -f "$$gold" ]; then $(BIN)/kennzahl evaluate "$$gold"; \
		else echo "$$gold is not here: only the project's own corpus was measured"; fi; \
	done

benchmark: setup
	$(BIN)/python -m pytest tests/benchmarks -o addopts= -q --benchmark-only

# What takes too long for the tests: an hour and more on a machine that does nothing else.
archive: setup
	$(BIN)/python tests/archive/measure.py memory --articles 100000
	$(BIN)/python tests/archive/measure.py memory --articles 20000 --entities
	$(BIN)/python tests/archive/measure.py workers --articles 20000
	$(BIN)/python tests/archive/measure.py kills
	$(BIN)/python tests/archive/measure.py pages
	$(BIN)/python tests/archive/table.py README.md

# A million hostile texts and files: half an hour to an hour of one core.
fuzz: setup
	$(BIN)/python tests/fuzz/run.py

readme: setup
	$(BIN)/python -m pipeline.evaluation.card
	$(BIN)/python tests/archive/table.py README.md
	$(BIN)/python tests/documents/blocks.py README.md

notebooks: setup
	$(BIN)/python tests/documents/notebooks.py

picture: setup
	$(BIN)/python tests/report/picture.py pipeline/report/report.png

# In an environment of its own: what is compared with is no dependency of the project.
peers:
	test -x build/peers/bin/python || python3 -m venv build/peers
	build/peers/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable . --requirement tests/peers/requirements.txt
	build/peers/bin/python tests/peers/compare.py --document README.md

DATA := ../shared/training
GOLD := ../shared/gold

model: setup
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[develop,train]'
	$(BIN)/python -m pipeline.language.training --data $(DATA) --gold $(GOLD) --output build/model
	rm -rf pipeline/language/model && cp -r build/model/package pipeline/language/model

weights: setup
	$(BIN)/python -m pipeline.evaluation.weights corpus/articles $(GOLD)/*.jsonl

clean:
	rm -rf $(VENV) build
