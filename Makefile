# The whole set-up is two commands: `make run` and `make test`. Both need Python 3.11 or newer and nothing else.
PYTHON ?= python3
PORT ?= 8000

.PHONY: help run test test-deep lighthouse format lock sbom audit fuzz

help:
	@echo 'make run [PORT=8931]   install, set up and start the newsroom on this machine'
	@echo 'make test              check everything: style, SQLite, PostgreSQL, valid HTML, browser, nginx'
	@echo 'make test-deep         the same with whole matrices and many more generated examples'
	@echo 'make lighthouse [RUNS=1] measure speed and more of the demo in Chromium (needs Node)'
	@echo 'make sbom              write what this is made of: var/sbom.cdx.json (CycloneDX)'
	@echo 'make audit             ask PyPI and npm for known holes in it (needs a network)'
	@echo 'make fuzz [REQUESTS=200000] throw made-up requests at the site'
	@echo 'make format            put the code into its usual form (ruff)'
	@echo 'make lock              choose versions anew and write requirements/*.txt (needs uv and npm)'

run:
	@'$(PYTHON)' scripts/run.py --port '$(PORT)'

test:
	@'$(PYTHON)' scripts/test.py

test-deep:
	@ICESCO_DEEP=1 '$(PYTHON)' scripts/test.py

lighthouse:
	@RUNS='$(RUNS)' '$(PYTHON)' scripts/lighthouse.py

sbom:
	@.venv/bin/python scripts/sbom.py

audit:
	@.venv/bin/python scripts/audit.py

fuzz:
	@.venv/bin/python -m tests.icesco.fuzz $(REQUESTS)

format:
	@.venv/bin/ruff format .
	@.venv/bin/ruff check --fix .

# No index address is written: whoever installs uses their own.
lock:
	@for name in runtime setup exchange parquet valkey s3 development audit; do \
	  uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --upgrade \
	    --no-emit-index-url --no-emit-find-links --output-file requirements/$$name.txt requirements/$$name.in || exit 1; \
	done
	@.venv/bin/python scripts/node_tools.py
