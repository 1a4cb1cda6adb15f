#!/usr/bin/env bash
# Generates internal/wire from proto/. Needs protoc; protoc-gen-go is built from the module's own version of protobuf.
#
# Usage: generate.sh [output folder]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
out=$(mkdir -p "${1:-internal/wire}" && cd "${1:-internal/wire}" && pwd)
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
go build -o "$tools/protoc-gen-go" google.golang.org/protobuf/cmd/protoc-gen-go
package=example.org/starling/go/internal/wire
PATH="$tools:$PATH" protoc --proto_path=../../proto --go_out="$out" --go_opt="module=$package" \
  --go_opt="Mstarling/v1/common.proto=$package" --go_opt="Mstarling/v1/client.proto=$package" \
  starling/v1/common.proto starling/v1/client.proto
