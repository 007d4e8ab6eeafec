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
	go run ./cmd/varta eval --acts testdata/retold/acts.json
	go run ./cmd/varta eval --acts $(GOLD)/own/acts.json

bench:
	go test -run '^$$' -bench . -benchmem ./...

# Renews the output that the README shows.
readme:
	go build -o readme.varta ./cmd/varta
	./readme.varta read testdata/reports/colombo.txt --published 2024-03-04 --format table | sed '/./s/^/    /' >readme.read
	VARTA_STORE=readme.db ./readme.varta add testdata/reports.jsonl
	VARTA_STORE=readme.db ./readme.varta query acts --pair IND,CHN --min-reports 2 --sort -date --format table | sed 's/^/    /' >readme.query
	sed -i -e '/^<!-- read -->$$/,/^<!-- end -->$$/{//!d}' -e '/^<!-- read -->$$/r readme.read' README.md
	sed -i -e '/^<!-- query -->$$/,/^<!-- end -->$$/{//!d}' -e '/^<!-- query -->$$/r readme.query' README.md
	rm -f readme.*

ci:
	bash .ci/run
