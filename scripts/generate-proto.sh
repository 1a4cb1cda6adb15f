#!/usr/bin/env bash
# Generates messages.js and messages.d.ts from proto/ into the folder given. The output depends on
# nothing but proto/ and the exact versions in package.json, so that check-proto.sh can compare it.
#
# Usage: scripts/generate-proto.sh <output folder>
set -euo pipefail
export LC_ALL=C
out=$(mkdir -p "$1" && cd "$1" && pwd)
cd "$(dirname "${BASH_SOURCE[0]}")/.."

shopt -s nullglob
protos=(proto/starling/v1/*.proto)
if [ "${#protos[@]}" -eq 0 ]; then
  echo "generate-proto: no files in proto/starling/v1" >&2
  exit 1
fi

node_modules/.bin/pbjs --target static-module --wrap esm --es6 --root starling \
  --dependency protobufjs/minimal.js --dts --force-number \
  --no-convert --no-verify --no-delimited --no-typeurl --no-service \
  --path proto --out "$out/messages.js" "${protos[@]}"

# protobufjs reads 64-bit integers as Long objects, whatever --force-number lets the types say, and writes
# a BigInt as 0. So there are none: a double holds integers up to 2^53, two fixed32 the rest.
if grep -nE '(reader|writer\.uint32\([^)]*\))\.(u?int64|sint64|s?fixed64)\(' "$out/messages.js" >&2; then
  echo "generate-proto: 64-bit integer field in proto/ (see above); use double or two fixed32" >&2
  exit 1
fi

# Nothing uses Long then, and `import x = require()` is no valid ESM.
sed -i.bak '/^import Long = require("long");$/d' "$out/messages.d.ts"
rm "$out/messages.d.ts.bak"
