# make help lists the targets. GNU make 3.81 or newer, Python 3.11 or newer, nothing else.
# Output of a target goes to stdout, everything about setting up to stderr.

.SUFFIXES:
.DELETE_ON_ERROR:
.PHONY: help status test lint bench bench-peers reference clean

# What a shell outside may have set must not leak into the environment made here.
unexport PYTHONHOME
unexport PYTHONPATH

# The first Python that is new enough and can make environments: `make PYTHON=/path/to/python` overrides.
CHECK  = import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for name in python3.14 python3.13 python3.12 python3.11 python3; do "$$name" -c '$(CHECK)' >/dev/null 2>&1 && echo "$$name" && break; done)

AS_OF = 2010-08-31
DATA  = data
SCHEMAS = plan units schedules returns decisions findings feedback slips calendar profile status show collect-status issued

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' Makefile

status: .venv/.core ## what is late or at risk as of AS_OF=2010-08-31, in DATA=data
	@.venv/bin/motiontrack status --data "$(DATA)" --as-of "$(AS_OF)"

test: lint ## everything that must hold before a change is taken
	.venv/bin/python -m pytest -n 2

lint: .venv/.dev ## style, types, and which way imports run
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

bench: .venv/.core ## how fast: ratios to a bare program and to the peers there are (some 5 minutes)
	@.venv/bin/python -m bench

bench-peers: ## the peers that PyPI has, in .bench-venv; hledger and taskjuggler (tj3) come by apt
	@test -d .bench-venv || .venv/bin/python -m venv .bench-venv
	@.bench-venv/bin/python -m pip install --quiet --disable-pip-version-check \
		yamllint check-jsonschema beancount doorstop sphinx-needs strictdoc >&2 || $(OFFLINE)

# A file is replaced only when its command succeeded.
reference: .venv/.core ## write schema/*.json, docs/reference/fields.md, deadlines.md and rules.md again
	@mkdir -p schema docs/reference
	@set -e; for name in $(SCHEMAS); do \
		.venv/bin/motiontrack schema "$$name" > "schema/$$name.json.new"; \
		mv "schema/$$name.json.new" "schema/$$name.json"; \
	done
	@set -e; for name in fields deadlines rules; do \
		.venv/bin/motiontrack schema "$$name" > "docs/reference/$$name.md.new"; \
		mv "docs/reference/$$name.md.new" "docs/reference/$$name.md"; \
	done

clean: ## remove everything that can be made again, .venv too
	rm -rf .venv .bench-venv build dist htmlcov mutants .coverage .coverage.* schema/*.new docs/reference/*.new
	rm -rf .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

# -- setting up -------------------------------------------------------------------------------
# Stamps: done again when pyproject.toml changes. The environment stays, only what is in it is renewed.

INSTALL = .venv/bin/python -m pip install --quiet --disable-pip-version-check
OFFLINE = { echo 'make: could not install; see above. Without a network, point PIP_INDEX_URL or' \
	'PIP_FIND_LINKS at your own packages. 安装未成功：请检查网络，或将 PIP_INDEX_URL、PIP_FIND_LINKS 指向本单位的软件包。' >&2; exit 1; }

.venv/.core: .venv/.made pyproject.toml
	@echo 'make: setting up .venv (once) 正在准备运行环境 …' >&2
	@$(INSTALL) --editable . >&2 || $(OFFLINE)
	@touch .venv/.core

.venv/.dev: .venv/.made pyproject.toml
	@echo 'make: setting up .venv for development (once) 正在准备开发环境 …' >&2
	@$(INSTALL) --editable '.[dev]' >&2 || $(OFFLINE)
	@touch .venv/.core .venv/.dev

.venv/.made:
	@python="$(PYTHON)"; \
	if [ -z "$$python" ]; then \
		for python in python3.14 python3.13 python3.12 python3.11 python3 ''; do \
			"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && break; \
		done; \
	fi; \
	if [ -z "$$python" ] || ! "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >&2; then \
		echo 'make: needs Python 3.11 or newer; name one with make PYTHON=/path/to/python.' \
			'需要 Python 3.11 或更高版本。' >&2; exit 1; \
	fi; \
	if ! "$$python" -c 'import venv, ensurepip' >/dev/null 2>&1; then \
		echo "make: $$python cannot make environments; on Debian or Ubuntu: apt install python3-venv." \
			'缺少 venv 组件，请安装 python3-venv。' >&2; exit 1; \
	fi; \
	"$$python" -m venv .venv >&2
	@touch .venv/.made
