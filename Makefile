# LocalTenant: one word for each thing one does here. `make` alone lists the words.

PRODUCT := localtenant
RELEASE := -c release --product $(PRODUCT)
SOURCES := Package.swift Sources Tests
# A warning in our own targets fails the tests' build; dependencies are left alone.
STRICT := -Xswiftc -warnings-as-errors
# Handed on by run, build, test and bench: make run ARGS="--port 0"
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help run build test clients page-test format lint derive fidelity bench bench-ci fuzz sanitize docs sbom \
	schemathesis abuse soak image image-test clean setup-build setup-abuse setup-soak setup-schemathesis setup-bench \
	setup-bench-ci setup-test setup-page setup-image

help: ## list the words
	@sed -n 's/^\([a-z-]*\):.*## */\1	/p' $(firstword $(MAKEFILE_LIST)) | while IFS='	' read -r word text; do \
		printf 'make %-13s %s\n' "$$word" "$$text"; done

run: setup-build ## build the program and start it; ARGS="--port 0" hands flags on
	swift build $(RELEASE)
	@exec .build/release/$(PRODUCT) $(ARGS)

build: setup-build ## build the program for release; it is .build/release/localtenant then
	swift build $(RELEASE) $(ARGS)

test: setup-test ## run the tests; ARGS="--filter TenancyTests" picks some, ARGS=--slowest tells which took longest
	$(if $(filter --slowest,$(ARGS)),Tests/slowest.py) swift test --disable-xctest $(STRICT) $(ARGS:--slowest=--no-parallel)

clients: setup-test ## run every client that the machine has against a release build; ARGS="curl Node" picks some
	swift build $(RELEASE)
	Tests/Clients/run.py $(ARGS)

page-test: setup-page ## go through the page for people in a headless Chromium; ARGS="faults" picks some
	swift build $(RELEASE)
	Tests/Page/run.py $(ARGS)

format: setup-build ## bring the source into the house format, in place
	swift format format --in-place --recursive --parallel $(SOURCES)

lint: setup-build ## check the format and the rules of .swift-format
	swift format lint --strict --recursive --parallel $(SOURCES)

derive: ## write the families' operations and schemas anew, from the vendor's document and its corrections
	Tests/Families/derive.py $(ARGS)

fidelity: setup-build ## replay the recordings, and write the table of families
	swift build $(RELEASE)
	Tests/Families/fidelity.py $(ARGS)

bench: setup-bench ## measure the release build beside other servers; ARGS="--quick", or parts: ARGS="load memory"
	swift build $(RELEASE)
	swift build -c release --package-path Tests/Benchmarks --scratch-path .build-benchmarks || \
		echo 'Hummingbird could not be built, and is left out'
	python3 Tests/Benchmarks/run.py $(ARGS)

bench-ci: setup-bench-ci ## count the instructions of requests; fails when they are dearer than those stored
	swift build $(RELEASE)
	python3 Tests/Benchmarks/instructions.py $(ARGS)

fuzz: setup-build ## give each fuzzer ten seconds; ARGS="600 http1" gives one of them more
	Tests/Fuzzing/run.sh $(ARGS)

sanitize: setup-test ## run the tests under a sanitizer: ARGS=thread, address or leaks
	Tests/Sanitizers/run.sh $(ARGS)

docs: setup-build ## make a web site of the pages with DocC, in .build/documentation
	Tests/docs.py .build/documentation

sbom: setup-test ## write what a release build is made of to .build/localtenant.cdx.json, as CycloneDX
	swift build $(RELEASE)
	Tests/sbom.py .build/release/$(PRODUCT) --output .build/localtenant.cdx.json

schemathesis: setup-schemathesis ## send it what schemathesis makes of an OpenAPI document: ARGS=openapi.json
	swift build $(RELEASE)
	Tests/Schemathesis/run.py $(ARGS)

abuse: setup-abuse ## attack a release build with a well-behaved client beside it; ARGS="slow-readers" picks some
	swift build $(RELEASE)
	Tests/Reliability/abuse.py $(ARGS)

soak: setup-soak ## twenty minutes of traffic, faults and restarts for a release build; ARGS=5 makes them five
	swift build $(RELEASE)
	.venv-h2/bin/python Tests/Reliability/soak.py $(ARGS)

image: ## build the container image, localtenant, with Docker
	@Tests/image.sh build

image-test: setup-image ## build the container image, and run it in every way that the guide tells of
	@Tests/image.sh test

clean: ## remove everything that was built or installed here
	rm -rf .build .build-* .venv-*

setup-build:
	@Tests/setup.sh build

setup-abuse:
	@Tests/setup.sh abuse

setup-soak:
	@Tests/setup.sh soak

setup-schemathesis:
	@Tests/setup.sh schemathesis

setup-bench:
	@Tests/setup.sh bench

setup-bench-ci:
	@Tests/setup.sh bench-ci

setup-test:
	@Tests/setup.sh test

setup-page:
	@Tests/setup.sh page

setup-image:
	@Tests/setup.sh image
