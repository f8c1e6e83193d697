# make chat   installs what is missing and opens the chat at http://127.0.0.1:8000
# make test   installs what is missing, a Chromium too, and runs every test
# make test-serving   installs the real vLLM beside it and runs tests/serving against tiny checkpoints
# make serve  serves Qwen3 for chat and embedding on this machine      make serve-tiny  tiny models in their place
# make check  style, types, layers and unit tests        make bench  the measurements of docs/benchmarks.md

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
# uv does not read pip's settings: hand on where pip was told to find wheels, such as a CPU build of torch.
export UV_FIND_LINKS ?= $(PIP_FIND_LINKS)
# Where compiled modules may not be kept, each of the many processes of chat and tests compiles all it imports anew.
unexport PYTHONDONTWRITEBYTECODE
UV = $(shell command -v uv || echo $(VENV)-uv/bin/uv)

.PHONY: chat serve serve-tiny test test-serving check style bench format browser clean

chat: $(VENV)/.installed
	$(BIN)/chainlit run chainlit_app.py --host $(HOST) --port $(PORT)

# Files at a time; what is looked at in a browser would only wait longer for its turn.
TEST_WORKERS ?= 2

test: $(VENV)/.developer browser
	$(BIN)/pytest --numprocesses $(TEST_WORKERS) --dist loadfile tests/unit tests/integration
	$(BIN)/pytest tests/e2e

# Servers are real, models tiny; the figures measured go to the report in XML.
test-serving: $(VENV)/.developer $(VENV)-serving/.installed
	$(BIN)/pytest tests/serving --junit-xml=$(VENV)-serving/report.xml

# WEIGHTS is huggingface, modelscope or a folder; the rest is told by `$(BIN)/python -m deploy.serve --help`.
WEIGHTS ?= huggingface
MODELS ?= both
QUANTIZATION ?= bf16
KV_CACHE ?= auto
CHAT_MODEL ?=
CHAT_PORT ?= 8001
EMBEDDING_PORT ?= 8002
SERVE_HOST ?= 127.0.0.1

serve: $(VENV)/.installed $(if $(shell command -v nvidia-smi),$(VENV)-serving-gpu/.installed,$(VENV)-serving/.installed)
	$(BIN)/python -m deploy.serve --weights '$(WEIGHTS)' --models $(MODELS) --quantization $(QUANTIZATION) \
	--kv-cache $(KV_CACHE) --chat-model '$(CHAT_MODEL)' --host $(SERVE_HOST) --chat-port $(CHAT_PORT) \
	--embedding-port $(EMBEDDING_PORT)

serve-tiny: $(VENV)/.installed $(VENV)-serving/.installed
	$(BIN)/python -m deploy.serve_tiny

check: style
	$(BIN)/pytest tests/unit

style: $(VENV)/.developer
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.peers browser
	$(BIN)/python -m benchmarks

format: $(VENV)/.developer
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Debian's Chromium for the end-to-end tests, and a font for the Chinese on their screenshots.
browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || \
	{ if [ "$$(id -u)" = 0 ]; then S=; else S=sudo; fi; \
	  $$S apt-get update -qq && $$S apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk; }

clean:
	rm -rf $(VENV) $(VENV)-uv $(VENV)-serving $(VENV)-serving-gpu

$(VENV)-uv/bin/uv:
	$(PYTHON) -m venv $(VENV)-uv && $(VENV)-uv/bin/pip install --quiet uv

$(VENV)/.installed: pyproject.toml | $(if $(shell command -v uv),,$(VENV)-uv/bin/uv)
	test -x $(BIN)/python || $(UV) venv --quiet --python $(PYTHON) $(VENV)
	$(UV) pip install --quiet --python $(BIN)/python --editable .
	touch $@

$(VENV)/.developer: $(VENV)/.installed
	$(UV) pip install --quiet --python $(BIN)/python --editable . --group dev
	touch $@

# vLLM wants another transformers than the application, so it gets an environment of its own.
$(VENV)-serving/.installed: deploy/requirements-cpu.txt deploy/left-out.txt $(VENV)/.installed
	test -x $(VENV)-serving/bin/python || $(UV) venv --quiet --python $(PYTHON) $(VENV)-serving
	$(UV) pip install --quiet --python $(VENV)-serving/bin/python -r deploy/requirements-cpu.txt \
	--override deploy/left-out.txt
	touch $@

$(VENV)-serving-gpu/.installed: deploy/requirements-gpu.txt | $(VENV)/.installed
	test -x $(VENV)-serving-gpu/bin/python || $(UV) venv --quiet --python $(PYTHON) $(VENV)-serving-gpu
	$(UV) pip install --quiet --python $(VENV)-serving-gpu/bin/python -r deploy/requirements-gpu.txt
	touch $@

# What Bole is compared with; docling does not resolve together with the application.
$(VENV)/.peers: $(VENV)/.developer
	$(UV) pip install --quiet --python $(BIN)/python --group bench
	test -x $(VENV)-docling/bin/python || $(UV) venv --quiet --python $(PYTHON) $(VENV)-docling
	$(UV) pip install --quiet --python $(VENV)-docling/bin/python --group docling || \
	echo "docling could not be installed: its columns will say so"
	touch $@
