# `make` lists what there is. Every target does its own set-up.
SHELL := /bin/bash
BIN := .venv/bin

# What a user's shell may carry and must not reach our Python.
unexport VIRTUAL_ENV PYTHONPATH PYTHONHOME PYTHONSTARTUP PIP_USER PIP_TARGET PIP_PREFIX
unexport UV_PYTHON UV_PROJECT_ENVIRONMENT DJANGO_SETTINGS_MODULE PYTEST_ADDOPTS
# Python keeps what it compiled: commands and pages are started hundreds of times by tests.
unexport PYTHONDONTWRITEBYTECODE

PLAIN := env -u BAOPHU_HOME -u BAOPHU_TODAY -u BAOPHU_DATABASE_URL
# A home is served for each of two, a file of tests at one, those first that need no whole example;
# browsers are not hurried by other tests.
IN_A_BROWSER := tests/functional/pages

.DEFAULT_GOAL := help
.PHONY: help demo test check pictures bench fuzz words reference clean .venv test-packages

help: ## liệt kê các lệnh · list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: .venv ## chạy thử toàn bộ công việc trên huyện mẫu Kon Rẫy · the whole job on the example district
	@$(BIN)/baophu demo $(ARGS)

test: .venv ## kiểm tra mã nguồn và chạy mọi bài kiểm thử · check the code and run all tests
	@$(MAKE) --no-print-directory -j 2 check test-packages
	@$(PLAIN) $(BIN)/pytest -n 2 --ignore=$(IN_A_BROWSER) $(ARGS)
	@$(PLAIN) $(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder $(IN_A_BROWSER)

check: .venv ## kiểm tra cách viết và kiểu dữ liệu của mã nguồn · lint, format and types
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/mypy

pictures: .venv test-packages ## làm lại các hình trong docs/ · make the pictures in docs/ again
	@$(PLAIN) BAOPHU_PICTURES=docs/pictures $(BIN)/pytest tests/functional -k pictures

bench: .venv test-packages ## đo thời gian và bộ nhớ của từng bước và các trang · time and memory of each stage and of the pages
	@env -u BAOPHU_HOME -u BAOPHU_TODAY -u BAOPHU_DATABASE_URL $(BIN)/python -m bench.run $(ARGS)

fuzz: .venv ## thử các tệp hỏng, tệp lạ (ARGS="-max_total_time=600") · feed the readers of lists with damaged files
	@$(BIN)/uv sync --quiet --frozen --inexact --group fuzz --python $(BIN)/python
	@$(PLAIN) PYTHONPATH=src:examples:. $(BIN)/python -m fuzz.read_lists $(ARGS)

words: .venv ## cập nhật bản dịch tiếng Việt (ARGS="từ.json") · update the Vietnamese catalogue
	@$(BIN)/python tools/words.py $(ARGS)

reference: .venv ## làm lại docs/reference từ mã nguồn · make docs/reference from the code
	@$(BIN)/python tools/make_reference.py

clean: ## xóa .venv và các tệp tạm (không xóa dữ liệu baophu-home) · remove .venv and caches, never a home
	@rm -rf .venv .pytest_cache .ruff_cache .mypy_cache .hypothesis build dist
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv:
	@setup/venv.sh

test-packages:
	@setup/system.sh test
