"""The ways in which a request can fail: one class a code, so that a program catches what it can deal with."""


class StarlingError(Exception):
    """A request failed.

    code: the name of the error code, such as "QUORUM_FAILED"
    retryable: whether the same request may succeed if it is simply sent again (the client has done so already)
    outcome_unknown: whether a write that failed so may have been applied, or may still be
    retry_after_ms: how long an overloaded peer asked to be left alone; None where it did not say
    """

    code = "PROTOCOL"
    retryable = False
    outcome_unknown = False

    def __init__(self, message, retry_after_ms=None):
        super().__init__(message)
        self.message = message
        self.retry_after_ms = retry_after_ms


class InvalidArgument(StarlingError):
    """The request is wrong, such as an empty key; nothing was done."""

    code = "INVALID_ARGUMENT"


class QuorumFailed(StarlingError):
    """Too few owners answered. A write may have been applied, or may still be."""

    code = "QUORUM_FAILED"
    retryable = True
    outcome_unknown = True


class Timeout(StarlingError):
    """The deadline passed first. A write may have been applied, or may still be."""

    code = "TIMEOUT"
    retryable = True
    outcome_unknown = True


class Overloaded(StarlingError):
    """A bounded queue was full; nothing was done."""

    code = "OVERLOADED"
    retryable = True


class WrongOwners(StarlingError):
    """Peers disagree about who owns the key; nothing was done."""

    code = "WRONG_OWNERS"
    retryable = True


class Stale(StarlingError):
    """Between peers; a client doesn't see it."""

    code = "STALE"
    retryable = True


class ClockDrift(StarlingError):
    """A version is too far in the future: somebody's clock is wrong. Nothing was done."""

    code = "CLOCK_DRIFT"
    retryable = True


class NotReady(StarlingError):
    """The peer is still copying what it is to own; nothing was done."""

    code = "NOT_READY"
    retryable = True


class Corruption(StarlingError):
    """Bytes on a disk failed their checksum."""

    code = "CORRUPTION"


class StorePoisoned(StarlingError):
    """A flush to disk failed; that peer takes no writes until it restarts."""

    code = "STORE_POISONED"


class DiskFull(StarlingError):
    """A disk is full: nothing was written; reads go on."""

    code = "DISK_FULL"


class Stopped(StarlingError):
    """This client was closed. What was under way may have been applied."""

    code = "STOPPED"


class Unavailable(StarlingError):
    """No peer could be reached, or the connection ended before the answer. A write may have been applied."""

    code = "UNAVAILABLE"
    retryable = True
    outcome_unknown = True


class ProtocolError(StarlingError):
    """The other end said something that this client doesn't understand."""

    code = "PROTOCOL"


class Forbidden(StarlingError):
    """Not without a token that allows it, or the cluster's secret; nothing was done."""

    code = "FORBIDDEN"


class Configuration(StarlingError):
    """A peer can't start; a client doesn't see it."""

    code = "CONFIGURATION"


# In the order of their numbers in common.proto, from 1 on.
_CLASSES = [
    InvalidArgument,
    QuorumFailed,
    Timeout,
    Overloaded,
    WrongOwners,
    Stale,
    ClockDrift,
    NotReady,
    Corruption,
    StorePoisoned,
    DiskFull,
    Stopped,
    Unavailable,
    ProtocolError,
    Forbidden,
    Configuration,
]
_BY_NUMBER = dict(enumerate(_CLASSES, start=1))
BY_CODE = {cls.code: cls for cls in _CLASSES}


def error_from_wire(error):
    """The starling.v1.Error as an exception; a code from a newer protocol is a ProtocolError."""
    cls = _BY_NUMBER.get(error.code, ProtocolError)
    return cls(error.message or "no reason given", error.retry_after_ms or None)
