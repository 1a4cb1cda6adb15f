"""Reads clients/vectors."""

import json
from pathlib import Path

_FOLDER = Path(__file__).resolve().parents[2] / "vectors"


def vectors(name):
    return json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
