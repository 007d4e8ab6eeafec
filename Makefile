.PHONY: all build test lint vet fuzz eval bench ci

all: vet test lint

build:
	go build -trimpath -ldflags '-s -w' -o varta ./cmd/varta

test:
	go test -race ./...

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

bench:
	go test -run '^$$' -bench . -benchmem ./...

ci:
	bash .ci/run
