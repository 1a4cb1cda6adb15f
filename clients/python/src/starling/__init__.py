"""A client of Starling, the leaderless peer-to-peer key-value store.

    import starling

    with starling.connect(["127.0.0.1:7400", "127.0.0.1:7401"]) as client:
        client.put("greeting", "hello")
        print(client.get("greeting").value)
"""

from .client import Client, connect
from .errors import (
    ClockDrift,
    Configuration,
    Corruption,
    DiskFull,
    Forbidden,
    InvalidArgument,
    NotReady,
    Overloaded,
    ProtocolError,
    QuorumFailed,
    Stale,
    StarlingError,
    Stopped,
    StorePoisoned,
    Timeout,
    Unavailable,
    WrongOwners,
)
from .results import Put, Read, Write

__all__ = [
    "Client",
    "ClockDrift",
    "Configuration",
    "Corruption",
    "DiskFull",
    "Forbidden",
    "InvalidArgument",
    "NotReady",
    "Overloaded",
    "ProtocolError",
    "Put",
    "QuorumFailed",
    "Read",
    "Stale",
    "StarlingError",
    "Stopped",
    "StorePoisoned",
    "Timeout",
    "Unavailable",
    "Write",
    "WrongOwners",
    "connect",
]
