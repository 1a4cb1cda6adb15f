"""Where a client port listens."""

import re
from typing import NamedTuple

from .errors import InvalidArgument

_PATTERN = re.compile(r"(?:\[([0-9a-fA-F:.%\w]+)\]|([^:\[\]\s/]+)):(\d{1,5})")


class Address(NamedTuple):
    host: str
    port: int
    text: str

    def __str__(self):
        return self.text


def parse_address(text):
    """Raises InvalidArgument unless it reads host:port, with the port in 1..65535."""
    match = _PATTERN.fullmatch(text)
    if match is None or not 1 <= int(match[3]) <= 65_535:
        example = "write host:port, for example 127.0.0.1:7400 or [::1]:7400"
        raise InvalidArgument(f"{text!r} is no address; {example}")
    return Address(match[1] or match[2], int(match[3]), text)
