#!/usr/bin/env python3
"""Generates src/starling/v1/*_pb2.py from proto/ with the protoc on the PATH. Needs nothing else, not even setuptools."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROTO = HERE.parent.parent / "proto"
OUT = HERE / "src"
FILES = ["starling/v1/common.proto", "starling/v1/client.proto"]


def generate():
    """Does nothing where there is no proto/: a source distribution brings the generated code along."""
    if not PROTO.is_dir():
        if not (OUT / "starling/v1/client_pb2.py").exists():
            sys.exit(f"neither {PROTO} nor generated messages: this is no whole source distribution")
        return
    try:
        subprocess.run(["protoc", f"--proto_path={PROTO}", f"--python_out={OUT}", *FILES], check=True)
    except FileNotFoundError:
        sys.exit("protoc is missing (apt-get install protobuf-compiler)")


if __name__ == "__main__":
    generate()
