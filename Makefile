# Everything that is done to this repository has a name here. `make` alone lists the names.

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift

# What the build needs, and what only the tests and the benchmarks need, by their Debian names.
BUILD_PACKAGES = g++ git libncurses-dev libpq-dev libsimdjson-dev libsqlite3-dev libzstd-dev zlib1g-dev
TEST_PACKAGES = postgresql python3 tmux zstd
BENCH_PACKAGES = python3 python3-venv
BENCH_PEERS = crowd-kit duckdb krippendorff numpy pandas polars

FORMATTED = Sources Tests Package.swift
INPUTS = Package.swift $(shell find Sources themes -type f 2>/dev/null)
BINARY = .build/release/tiebreak
INSTALLED = $(DESTDIR)$(PREFIX)

.PHONY: help demo build test torture fuzz lint format bench generated deps test-deps install uninstall clean

help:
	@echo 'make demo       build, then open a sample project in the workbench'
	@echo 'make build      build the program: $(BINARY)'
	@echo 'make test       build and run every test'
	@echo 'make torture    crashes, full disks and many writers, all of what make test samples'
	@echo 'make fuzz       a minute of libFuzzer for every reader of bytes from outside; FUZZ_SECONDS=…'
	@echo 'make lint       formatting, file lengths, words that must not be committed'
	@echo 'make format     rewrite the sources in the format of the project'
	@echo 'make bench      measure, beside other programs where these can be installed'
	@echo 'make generated  renew what is made from the program: manual page, key table, pictures'
	@echo 'make install    into PREFIX, now $(PREFIX); DESTDIR is honoured; make uninstall undoes it'
	@echo 'make clean      remove what the build, the demo and the benchmarks made'

demo: $(BINARY)
	@.ci/demo $(BINARY)

build: $(BINARY)

$(BINARY): $(INPUTS)
	@.ci/deps $(BUILD_PACKAGES)
	$(SWIFT) build --configuration release --static-swift-stdlib --product tiebreak
	@touch $@

generated:
	$(SWIFT) build --product tiebreak
	.ci/generated .build/debug/tiebreak

deps:
	@.ci/deps $(BUILD_PACKAGES)

test-deps:
	@.ci/deps $(BUILD_PACKAGES) $(TEST_PACKAGES)

test: test-deps
	$(SWIFT) build --build-tests
	@SWIFT='$(SWIFT)' .ci/test

# Everything that a test of crashes tries a sample of: every system call, in every way, of the program
# as it is installed. Killing needs no disk, so it is done in memory where there is a folder in memory.
TORTURE_FOLDER ?= $(firstword $(wildcard /dev/shm) /tmp)

torture: test-deps $(BINARY)
	$(SWIFT) build --build-tests
	TMPDIR=$(TORTURE_FOLDER) TIEBREAK_TORTURE=whole TIEBREAK_PROGRAMS=$(dir $(BINARY)) $(SWIFT) test --skip-build --disable-xctest --filter 'TortureTests|KillTests'

FUZZ_SECONDS ?= 60

fuzz: deps
	@SWIFT='$(SWIFT)' .ci/fuzz $(FUZZ_SECONDS)

lint:
	$(SWIFT) format lint --strict --parallel --recursive $(FORMATTED)
	.ci/tree-check

format:
	$(SWIFT) format --in-place --parallel --recursive $(FORMATTED)

# Other programs come from a virtual environment; where they cannot be had, only ours is measured.
bench: $(BINARY)
	$(SWIFT) build --configuration release --static-swift-stdlib --product Bench
	.build/release/Bench --program $(BINARY) --markdown
	@.ci/deps $(BENCH_PACKAGES)
	@test -x .bench/venv/bin/python || python3 -m venv .bench/venv
	@if .bench/venv/bin/pip install --quiet $(BENCH_PEERS); then \
	  .bench/venv/bin/python docs/benchmarks/peers.py --program $(BINARY); \
	  .bench/venv/bin/python docs/benchmarks/truth_peers.py --program $(BINARY); \
	else echo 'The other programs could not be installed; nothing is compared with them.'; fi

install: $(BINARY)
	install -d '$(INSTALLED)/bin' '$(INSTALLED)/share/man/man1' \
	  '$(INSTALLED)/share/bash-completion/completions' \
	  '$(INSTALLED)/share/zsh/site-functions' '$(INSTALLED)/share/fish/vendor_completions.d'
	install -m 755 -s $(BINARY) '$(INSTALLED)/bin/tiebreak'
	install -m 644 docs/tiebreak.1 '$(INSTALLED)/share/man/man1/tiebreak.1'
	$(BINARY) --generate-completion-script bash > '$(INSTALLED)/share/bash-completion/completions/tiebreak'
	$(BINARY) --generate-completion-script zsh > '$(INSTALLED)/share/zsh/site-functions/_tiebreak'
	$(BINARY) --generate-completion-script fish > '$(INSTALLED)/share/fish/vendor_completions.d/tiebreak.fish'

uninstall:
	rm -f '$(INSTALLED)/bin/tiebreak' '$(INSTALLED)/share/man/man1/tiebreak.1' \
	  '$(INSTALLED)/share/bash-completion/completions/tiebreak' \
	  '$(INSTALLED)/share/zsh/site-functions/_tiebreak' \
	  '$(INSTALLED)/share/fish/vendor_completions.d/tiebreak.fish'

clean:
	rm -rf .build .build-demo .bench
