.PHONY: all build test golden lint vet fuzz eval bench readme ci

all: vet test lint

build:
	go build -trimpath -ldflags '-s -w' -o varta ./cmd/varta

test:
	go test -race ./...

# After a change of the engine or of the tables that is meant: look at the difference, then commit it.
golden:
	go test . -run TestGolden -update
	git diff --stat testdata/golden

lint:
	go run ./cmd/varta lint --data data

vet:
	gofmt -l . | (! grep .)
	go vet ./...
	go tool staticcheck ./...

# One fuzz target after the other; make fuzz FUZZTIME=10m for a long run.
FUZZTIME ?= 20s
fuzz:
	FUZZTIME=$(FUZZTIME) bash .ci/fuzz

# Gold lies beside the project.
GOLD ?= ../shared/gold
eval:
	go run ./cmd/varta eval --gold $(GOLD)/own --by-type
	go run ./cmd/varta eval --acts testdata/acts/acts.json
	go run ./cmd/varta eval --acts $(GOLD)/own/acts.json

bench:
	go test -run '^$$' -bench . -benchmem ./...

# Renews the output that the README shows.
readme:
	go run ./cmd/varta read testdata/reports/colombo.txt --published 2024-03-04 --format table >readme.out
	sed -i -e '/^<!-- read -->$$/,/^<!-- end -->$$/{//!d}' -e '/^<!-- read -->$$/r readme.out' README.md
	sed -i -e '/^<!-- read -->$$/,/^<!-- end -->$$/{//!{/./s/^/    /}}' README.md
	rm readme.out

ci:
	bash .ci/run
