# Everything that is done to this repository has a name here. `make` alone lists the names.

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift

# What the build needs, and what only the tests need, by their Debian names.
BUILD_PACKAGES = g++ libncurses-dev libsimdjson-dev libsqlite3-dev libzstd-dev zlib1g-dev
TEST_PACKAGES = python3 tmux

SOURCES = Sources Tests Package.swift
BINARY = .build/release/tiebreak
DEMO = .build-demo/support-tickets
SAMPLE = sample-projects/support-tickets

.PHONY: help demo build test lint format bench deps test-deps install uninstall clean

help:
	@echo 'make demo       build, then open a sample project in the workbench'
	@echo 'make build      build the program: $(BINARY)'
	@echo 'make test       build and run every test'
	@echo 'make lint       formatting, file lengths, forbidden words'
	@echo 'make format     rewrite the sources in the project format'
	@echo 'make bench      measure, beside other programs where they can be installed'
	@echo 'make install    into PREFIX=$(PREFIX) (DESTDIR= is honoured); make uninstall'
	@echo 'make clean      remove what the build and the demo made'

deps:
	@.ci/deps $(BUILD_PACKAGES)

test-deps:
	@.ci/deps $(BUILD_PACKAGES) $(TEST_PACKAGES)

build: deps
	$(SWIFT) build --configuration release --product tiebreak

test: test-deps
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --disable-xctest --parallel

lint:
	$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)
	.ci/tree-check

format:
	$(SWIFT) format --in-place --parallel --recursive $(SOURCES)

clean:
	rm -rf .build .build-demo
