"""What a client is given, and gives."""

from typing import NamedTuple, Optional


class Put(NamedTuple):
    """One item of `Client.put_many`. ttl_ms: how long the key exists, in ms; None: for ever."""

    key: str
    value: str
    ttl_ms: Optional[int] = None


class Write(NamedTuple):
    """What was written. version: 28 hexadecimal digits, which sort in the order of the writes."""

    version: str


class Read(NamedTuple):
    """What was found.

    value: None where the key doesn't exist, was deleted or has expired; "" is a value
    version: of the value, also where it has expired, or of the deletion; None where the key was never written
    expires_at_ms: when the value stops existing, in ms since the Unix epoch; None: never
    """

    value: Optional[str]
    version: Optional[str]
    expires_at_ms: Optional[int] = None


def write_from_wire(write):
    return Write(write.version.hex())


def read_from_wire(read):
    value = read.value if read.HasField("value") else None
    expires = int(read.expires_at_ms) if read.expires_at_ms else None
    return Read(value, read.version.hex() or None, expires)
