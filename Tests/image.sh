#!/usr/bin/env bash
# Builds the container image `localtenant`, and holds it against what it promises.
#
#   Tests/image.sh build    builds it
#   Tests/image.sh test     builds it, runs it in every way that Guides/Containers tells of, and removes all but the images
#
# The engine is the Docker that answers; where none does, ../shared/tools/image-lab, which has one of its own with bases
# made on the machine. Exit status: 0 fine, 1 failed, 2 wrong usage, 77 there is no engine, said in one line.
set -euo pipefail
cd "$(dirname "$0")/.."
lab=../shared/tools/image-lab

image=localtenant
client_image=localtenant-client
image_bytes_max=25000000
program_bytes_max=24950000

say() { printf 'image: %s\n' "$*"; }

# Once more, with an engine, where there is none yet.
need_engine() {
    local reason
    if reason=$(timeout 20 docker info --format '{{.ServerVersion}}' 2>&1); then
        say "Docker ${reason##*$'\n'}"
    elif [ -n "${IMAGE_LAB_IS_UP-}" ] || [ ! -x "$lab" ]; then
        say "not possible here: no Docker engine answers"
        exit 77
    elif ! "$lab" up; then
        # It has said why; that says nothing of the image.
        say "not possible here: image-lab has no engine"
        exit 77
    else
        IMAGE_LAB_IS_UP=yes exec "$lab" run -- Tests/image.sh "$1"
    fi
}

build() {
    say "building $image"
    DOCKER_BUILDKIT=1 docker build --tag "$image" --file Docker/Dockerfile .
    say "$image: $(docker image inspect --format '{{.Size}}' "$image") bytes"
}

# --- what is started, all under one name ------------------------------------------------------------------------------

run_name=localtenant-test-$$
work=

finish() {
    local names
    compose down --volumes >/dev/null 2>&1 || true
    names=$(docker ps --all --quiet --filter "name=$run_name")
    # shellcheck disable=SC2086
    [ -z "$names" ] || docker rm --force --volumes $names >/dev/null
    docker volume rm "$run_name" >/dev/null 2>&1 || true
    docker network rm "$run_name" >/dev/null 2>&1 || true
    rm -rf "$work"
}

compose() {
    local command=(docker-compose)
    if docker compose version >/dev/null 2>&1; then command=(docker compose); fi
    "${command[@]}" --project-name "$run_name" --file Docker/compose.yaml "$@"
}

# serve NAME ARGUMENT...: starts a server of that name, with options for Docker before `--` and ours behind, and waits
# until it is healthy. In each the root is read-only, and no capability is left.
serve() {
    local name=$1 options=()
    shift
    while [ "$1" != -- ]; do options+=("$1") && shift; done
    shift
    docker run --detach --name "$run_name-$name" --network "$run_name" --network-alias "$name" \
        --read-only --cap-drop ALL --security-opt no-new-privileges \
        --env LOCALTENANT_TLS_NAME="$name" ${options[@]+"${options[@]}"} "$image" "$@" >/dev/null
    wait_for_health "$run_name-$name"
}

wait_for_health() {
    local limit=$((SECONDS + 30)) state=starting
    while [ "$state" = starting ] && [ "$SECONDS" -lt "$limit" ]; do
        state=$(docker inspect --format '{{if .State.Running}}{{.State.Health.Status}}{{else}}ended{{end}}' "$1")
    done
    [ "$state" = healthy ] || { echo "$1 is $state" && docker logs "$1" && return 1; }
}

# once OPTION... IMAGE ARGUMENT...: prints what a container says that ends by itself, and its status when it is not 0.
# Docker's own warnings, which come when it is made, are no part of that.
once() {
    local name=$run_name-once
    docker create --name "$name" "$@" >/dev/null 2>&1 || return
    docker start --attach "$name" 2>&1 || echo "status $?"
    docker rm "$name" >/dev/null
}

in_client() { docker exec "$run_name-client" "$@"; }

# call URL OPTION...: prints body, status and version of a call from the client's container.
call() {
    local url=$1
    shift
    in_client curl --silent --show-error --max-time 20 --write-out '\n%{http_code} %{http_version}\n' \
        --header 'Authorization: Bearer any' "$@" "$url" 2>&1
}

# --- the checks ------------------------------------------------------------------------------------------------------

passed=0 failed=0 skipped=0

# check NAME COMMAND...: silent where it holds.
check() {
    local name=$1 output status=0
    shift
    output=$("$@" 2>&1) || status=$?
    case $status in
    0) passed=$((passed + 1)) && printf 'ok       %s\n' "$name" ;;
    77) skipped=$((skipped + 1)) && printf 'skipped  %s: %s\n' "$name" "$output" ;;
    *) failed=$((failed + 1)) && printf 'FAILED   %s\n%s\n' "$name" "$output" ;;
    esac
}

is() { [ "$1" = "$2" ] || { printf "'%s' instead of '%s'\n" "$1" "$2" && return 1; }; }
has() { case $1 in *"$2"*) ;; *) printf "no '%s' in: %s\n" "$2" "$1" && return 1 ;; esac; }
at_most() { echo "$1 of $2" && [ "$1" -le "$2" ]; }
inspect() { docker inspect --format "$2" "$run_name-$1"; }

size() {
    at_most "$(docker image inspect --format '{{.Size}}' "$image")" "$image_bytes_max"
}

# Nothing but the program, which its user cannot change, and the CA's folder, which it can.
content() {
    local name=$run_name-content
    docker create --name "$name" "$image" >/dev/null && docker export "$name" >"$work/content.tar" || return
    is "$(docker diff "$name")" '' || return
    tar --numeric-owner -tvf "$work/content.tar" localtenant var/lib/localtenant/ |
        awk '{ print $1, $2, $6 }' >"$work/content" || return
    is "$(cat "$work/content")" $'-rwxr-xr-x 0/0 localtenant\ndrwxr-xr-x 65532/65532 var/lib/localtenant/' &&
        is "$(tar -tf "$work/content.tar" | grep -vE '/$|^(dev|etc|proc|sys)/|^\.dockerenv$')" localtenant &&
        at_most "$(tar -xOf "$work/content.tar" localtenant | wc -c)" "$program_bytes_max"
}

label() {
    is "localtenant $(docker image inspect --format '{{index .Config.Labels "org.opencontainers.image.version"}}' \
        "$image")" "$(once "$image" version)"
}

# The first check comes within a second, and finds the server healthy.
first_check() {
    local interval
    interval=$(docker image inspect --format '{{.Config.Healthcheck.Interval.Nanoseconds}}' "$image") &&
        at_most "$interval" 900000000 &&
        is "$(inspect plain '{{(index .State.Health.Log 0).ExitCode}}')" 0 &&
        has "$(inspect plain '{{(index .State.Health.Log 0).Output}}')" 'healthy: http://127.0.0.1:4664'
}

# As another container of the same process space sees the program.
privileges() {
    local status
    status=$(once --pid "container:$run_name-plain" "$client_image" cat /proc/1/status)
    has "$status" $'Uid:\t65532\t65532\t65532\t65532' && has "$status" $'Gid:\t65532\t65532\t65532\t65532' &&
        has "$status" $'CapEff:\t0000000000000000' && has "$status" $'CapBnd:\t0000000000000000' &&
        has "$status" $'NoNewPrivs:\t1'
}

without_volume() {
    has "$(docker logs "$run_name-plain" 2>&1)" 'the CA is kept in memory only' &&
        in_client curl --silent --fail http://plain:4664/__admin/ca.pem >"$work/plain.pem" &&
        docker cp "$work/plain.pem" "$run_name-client:/tmp/plain.pem" >/dev/null &&
        has "$(call https://plain:4664/api/v2/actions/modules --cacert /tmp/plain.pem)" $'\n200 2'
}

# protocol VERSION OPTION...: a module is made and read back over TLS, by name, with the CA of the volume.
protocol() {
    local version=$1 base=https://tls:4664/api/v2/actions/modules
    shift
    local trusted=(--cacert /ca/ca.pem "$@") body="{\"name\":\"over-$version\",\"code\":\"x\"}"
    has "$(call "$base" "${trusted[@]}" --json "$body")" $'\n'"201 $version" &&
        has "$(call "$base" "${trusted[@]}")" "\"name\":\"over-$version\""
}

# Not by `call`: what curl writes to its two outputs may come in pieces.
untrusted() {
    has "$(in_client curl --silent --show-error --max-time 20 https://tls:4664/ 2>&1 || true)" 'SSL certificate problem'
}

clear_text() {
    local base=http://tls:4664/api/v2/actions/modules
    has "$(call "$base")" $'\n200 1.1' && has "$(call "$base" --http2-prior-knowledge)" $'\n200 2'
}

# Names are looked up by a program that has no libraries to load for it: by DNS, in /etc/hosts, and without either.
lookup() {
    local near=(--network "$run_name" --volume "$run_name:/ca:ro") address
    address=$(inspect tls '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}') || return
    is "$(once "${near[@]}" "$image" health https://tls:4664 --ca-file /ca/ca.pem)" 'healthy: https://tls:4664' &&
        is "$(once "${near[@]}" --add-host "elsewhere:$address" "$image" health http://elsewhere:4664)" \
            'healthy: http://elsewhere:4664' &&
        is "$(once "${near[@]}" "$image" health "http://$address:4664")" "healthy: http://$address:4664" &&
        is "$(once "${near[@]}" "$image" health http://nobody:4664)" \
            $'localtenant: unhealthy: http://nobody:4664: the name nobody leads to no address\nstatus 1' &&
        is "$(docker exec "$run_name-tls" /localtenant health http://localhost:4664)" \
            'healthy: http://localhost:4664' &&
        is "$(docker exec "$run_name-tls" /localtenant health https://localhost:4664)" \
            'healthy: https://localhost:4664'
}

# Whoever trusts the CA need not do so anew.
restart() {
    local before
    before=$(in_client cat /ca/ca.pem) && docker restart "$run_name-tls" >/dev/null &&
        wait_for_health "$run_name-tls" && is "$(in_client cat /ca/ca.pem)" "$before" && protocol 2 --http2
}

seed() {
    has "$(call http://seeded:4664/api/v2/actions/modules)" '"name":"greeter"' &&
        has "$(call http://seeded:4664/api/v2/users)" '"email":"ada@acme.example"' &&
        has "$(call http://seeded:4664/api/v2/organizations)" '"name":"acme"' &&
        has "$(call http://seeded:4664/oauth/token \
            --data 'grant_type=client_credentials&client_id=warehouse&client_secret=not-a-secret' \
            --data-urlencode 'audience=https://orders.acme.example')" '"scope":"read:orders"' &&
        has "$(once --volume "$PWD/fixtures:/fixtures:ro" "$image" seed check /fixtures/deploy-cli/folder)" \
            'ok: 1 seed, 1 module,'
}

token() {
    local grant='grant_type=client_credentials&client_id=me&client_secret=any'
    has "$(call http://strict:4664/oauth/token --data "$grant")" '"access_token":"ey'
}

# They come beside what the image sets: it is reached from another container still.
arguments() {
    has "$(call http://strict:4664/api/v2/actions/modules)" $'\n400 1.1'
}

wrong_option() {
    is "$(once "$image" --nonsense)" \
        $'localtenant: Unknown option \'--nonsense\'. See \'localtenant serve --help\'.\nstatus 64'
}

# What Guides/Containers says of 64 MB: under attack the kernel ends nothing, and a client beside it has its answers.
small_memory() {
    local limit=(--memory 64m --memory-swap 64m) port hog
    if ! command -v python3 >/dev/null; then echo 'there is no python3' && return 77; fi
    # The shell tells of it too, after a fashion of its own.
    hog=$(once "${limit[@]}" "$client_image" sh -c "head -c 200m /dev/zero | tail >/dev/null")
    if ! has "$hog" "status 137" >/dev/null; then
        echo 'this engine does not hold a container to --memory' && return 77
    fi
    serve small "${limit[@]}" --publish 127.0.0.1::4664 -- --journal-bytes 8388608 --held-bytes 8388608 &&
        port=$(docker port "$run_name-small" 4664/tcp) && Tests/Reliability/container.py "${port##*:}" &&
        is "$(inspect small '{{.State.Status}} {{.State.OOMKilled}} {{.RestartCount}}')" 'running false 0'
}

# With a connection open that says nothing; killed, it would have ended with 137.
stop() {
    local limit=$((SECONDS + 10))
    docker exec --detach "$run_name-client" bash -c 'exec 3<>/dev/tcp/seeded/4664 && cat <&3'
    until has "$(call http://seeded:4664/__admin/metrics)" 'localtenant_connections 2' >/dev/null; do
        [ "$SECONDS" -lt "$limit" ] || return
    done
    docker stop --time 2 "$run_name-seeded" >/dev/null && is "$(inspect seeded '{{.State.ExitCode}}')" 0 &&
        has "$(docker logs "$run_name-seeded" 2>&1)" 'notice stopped'
}

run_compose() {
    local output
    if ! compose version >/dev/null 2>&1; then echo 'there is no docker compose' && return 77; fi
    if output=$(compose up --no-build --exit-code-from tests 2>&1); then
        has "$output" '"name":"from-compose"' && has "$output" '"name":"greeter"'
    else
        echo "$output" && return 1
    fi
}

run_testcontainers() {
    local python=.venv-testcontainers/bin/python
    if [ ! -x "$python" ]; then echo 'testcontainers is not installed' && return 77; fi
    LOCALTENANT_TEST_NETWORK=$run_name "$python" Tests/Clients/containers.py "$image"
}

in_lab() {
    if [ ! -x "$lab" ]; then echo 'there is no ../shared/tools/image-lab' && return 77; fi
    "$lab" "$@"
}

run_tests() {
    work=$(mktemp -d)
    trap finish EXIT
    trap 'exit 1' INT TERM HUP
    docker build --quiet --tag "$client_image" --file Docker/client.Dockerfile Docker >/dev/null
    docker network create "$run_name" >/dev/null
    docker volume create "$run_name" >/dev/null

    check 'the image is small' size
    check 'it holds the program and the folder of the CA' content
    check 'its label tells the version' label
    check 'it runs hardened' serve plain --
    check 'it serves with a volume' serve tls --volume "$run_name:/var/lib/localtenant" --
    check 'it serves a seed' serve seeded --volume "$PWD/fixtures/seeds:/seeds:ro" --env LOCALTENANT_SEED=/seeds --
    check 'it takes arguments' serve strict -- --auth strict --client me:any
    docker run --detach --init --name "$run_name-client" --network "$run_name" --volume "$run_name:/ca:ro" \
        "$client_image" tail -f /dev/null >/dev/null

    check 'it is healthy within a second' first_check
    check 'user and capabilities' privileges
    check 'without a volume the CA is in memory' without_volume
    check 'HTTP/1.1 over TLS from another container' protocol 1.1 --http1.1
    check 'HTTP/2 over TLS from another container' protocol 2 --http2
    check 'without the CA nobody trusts it' untrusted
    check 'HTTP/1.1 and HTTP/2 in the clear' clear_text
    check 'names of hosts' lookup
    check 'the CA outlives a restart' restart
    check 'a seed from a mounted folder' seed
    check 'arguments beside the variables' arguments
    check 'a token' token
    check 'a wrong option is one line' wrong_option
    check '64 MB of memory, under attack' small_memory
    check 'SIGTERM ends it within two seconds' stop
    check 'Docker/compose.yaml' run_compose
    check 'Testcontainers' run_testcontainers
    check 'Docker/Dockerfile, linted' in_lab lint Docker/Dockerfile
    check 'Docker/client.Dockerfile, linted' in_lab lint Docker/client.Dockerfile
    check 'Docker/kubernetes.yaml, by its schemas' in_lab k8s Docker/kubernetes.yaml
    say "$passed passed, $failed failed, $skipped skipped"
    [ "$failed" -eq 0 ]
}

case ${1-} in
build) need_engine build && build ;;
test) need_engine test && build && run_tests ;;
*) say "usage: Tests/image.sh build | test" && exit 2 ;;
esac
