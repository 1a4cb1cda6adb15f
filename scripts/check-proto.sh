#!/usr/bin/env bash
# Fails when src/wire/gen is not what proto/ generates: edited by hand, or not regenerated.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
scripts/generate-proto.sh "$fresh"
if ! diff -ru src/wire/gen "$fresh"; then
  echo "src/wire/gen is out of date: run npm run generate:proto" >&2
  exit 1
fi
echo "src/wire/gen matches proto/"
